"""The board in small, for the dock of the cockpit: the words that the room sees now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, assert_never

from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.elections import ElectionShown
from app.screens.projector.debate import FreeTime, Ladder, OpenFloor, Speaking
from app.screens.projector.election import Electing
from app.screens.projector.held import Blank, Held, on
from app.screens.projector.interrupted import InHand, Raised, WholeRoom
from app.screens.projector.meeting import Adjourned, Agenda, Join, RollCall, Suspended
from app.screens.projector.texts import DocumentPage, Redline
from app.screens.projector.timed import Consulted, Debated
from app.screens.projector.votes import Question, Result, RollCallVote


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """The head of the board, its largest words and up to three rows.

    `layout` names the layout: the template puts words to it where the board's largest words are its own.
    """

    template: ClassVar[str] = "projector/thumbnail.html"
    coalesced: ClassVar[bool] = True
    layout: str
    topic: str
    large: str = ""
    rows: tuple[str, ...] = ()
    yes: int = 0


def thumbnail(floor: Floor, directory: Directory, wall: int = 1) -> Thumbnail:
    """What the room sees on a wall, in small."""
    return in_small(on(wall)(floor, directory))


def in_small(board: Held) -> Thumbnail:  # noqa: C901 (one line for each layout, closed)
    """The words of a board that can still be read in the size of a stamp."""
    layout = type(board).__name__
    match board:
        case Blank():
            return Thumbnail(layout, "")
        case Join(committee=committee, host=host):
            return Thumbnail(layout, committee, "", (host,) if host else ())
        case RollCall(called=called, here=here, quorum=quorum):
            return Thumbnail(layout, "", called.name if called else "", (f"{here} / {quorum}",))
        case Agenda(committee=committee, topics=topics, here=here, members=members):
            return Thumbnail(layout, committee, f"{here} / {members}", topics[:3])
        case Suspended(committee=committee, until=until):
            return Thumbnail(layout, committee, "", (until,) if until else ())
        case Adjourned(committee=committee, adopted=adopted):
            return Thumbnail(layout, committee, "", tuple(name for name, _ in adopted[:3]))
        case Speaking(topic=topic, speaker=speaker, upcoming=upcoming):
            return Thumbnail(layout, topic, speaker.name, tuple(one.name for one in upcoming))
        case OpenFloor(topic=topic, waiting=waiting):
            return Thumbnail(layout, topic, "", waiting[:3])
        case FreeTime(topic=topic, purpose=purpose, phase=phase):
            return Thumbnail(layout, topic, phase, (purpose,) if purpose else ())
        case Ladder(rungs=rungs):
            return Thumbnail(layout, "", rungs[0].title, tuple(rung.title for rung in rungs[1:4]))
        case Raised(kind=kind, by=by):
            return Thumbnail(layout, kind, by.name)
        case InHand(title=title, by=by):
            return Thumbnail(layout, "", title, (by,))
        case WholeRoom(topic=topic, words=words):
            return Thumbnail(layout, topic, words)
        case Debated(on=on):
            waiting = tuple(one.name for side in on.sides for one in side.waiting if side.on)
            return Thumbnail(layout, on.name, on.speaker.name if on.speaker else "", waiting[:3])
        case Consulted(name=name, agreed=agreed, every=every):
            return Thumbnail(layout, name, f"{agreed} / {every}")
        case DocumentPage(name=name, title=title):
            return Thumbnail(layout, title, name)
        case Redline(title=title, by=by):
            return Thumbnail(layout, "", title, (by,))
        case Electing(election=election):
            return _election(layout, election)
        case Question(text=text, by=by):
            return Thumbnail(layout, "", text, (by,) if by else ())
        case RollCallVote(subject=subject, called=called, then=then):
            return Thumbnail(layout, subject, called.name if called else "", then)
        case Result(subject=subject, figures=figures):
            return Thumbnail(layout, subject, "-".join(str(one.number) for one in figures[:3]))
        case _:
            assert_never(board)


def _election(layout: str, shown: ElectionShown) -> Thumbnail:
    """Who was elected once the room knows it, else how many ballots are in while devices take them."""
    names = tuple(one.who.name for one in shown.candidates)
    if shown.state == "announced":
        won = [one.who.name for one in shown.candidates if one.result == "elected"]
        figures = tuple(f"{one.votes}  {one.who.name}" for one in shown.candidates)
        return Thumbnail(layout, shown.office, ", ".join(won), figures[:3])
    taking = shown.state == "open" and shown.way == "devices"
    received = f"{shown.received} / {shown.voters}" if taking else ""
    return Thumbnail(layout, shown.office, received, names[:3])
