"""A timed debate for the chair: the clock, the stage, amendments to take up, and the queues of both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.debate_speakers import CallDebater, side_called
from app.procedure.debate_stages import EndDebateStage
from app.procedure.documents import PENDING
from app.procedure.floor import Floor
from app.procedure.hearing import Side
from app.procedure.resolution_debate import ResolutionDebate
from app.procedure.taking_up import TakeUpAmendment
from app.screens.cockpit.common import refused
from app.screens.cockpit.following import Following, following
from app.screens.debated import Debating, SideOfDebate, debating
from app.screens.directory import Directory
from app.screens.shown import Option, told
from app.words.language import capital


@dataclass(frozen=True, slots=True)
class TimedView:
    """The question in hand; `next` is the side whose turn it is, `after` who speaks now, "" for nobody.

    `why_not_call` is by side, and closes the button for the next who asked there; `amendments` are those
    that can be taken up now.
    """

    template: ClassVar[str] = "cockpit/timed.html"
    coalesced: ClassVar[bool] = False
    committee: int
    on: Debating
    next: Side
    after: str
    why_not_call: tuple[tuple[Side, str], ...]
    why_not_end: str
    amendments: tuple[Option, ...]
    following: Following


@dataclass(frozen=True, slots=True)
class DebatersView:
    """Who waits to speak on the question `name`, side by side; `after` is who speaks now, "" for nobody."""

    template: ClassVar[str] = "cockpit/debaters.html"
    coalesced: ClassVar[bool] = False
    committee: int
    name: str
    sides: tuple[SideOfDebate, ...]
    after: str


def debaters(floor: Floor, directory: Directory) -> DebatersView | None:
    """Both queues of the question that is debated; None where none is, or where it is at the vote."""
    on, now = debating(floor, directory), floor.speeches.now
    if on is None or on.stage == "vote" or floor.caucus is not None:
        return None
    return DebatersView(directory.committee, on.name, on.sides, now.seat if now else "")


def timed(floor: Floor, directory: Directory, debate: ResolutionDebate) -> TimedView:
    """The debate on the question on top."""
    on, now = debating(floor, directory), floor.speeches.now
    assert on is not None
    after = now.seat if now else ""
    calls = tuple((one.side, refused(floor, directory, CallDebater(one.side, "", after))) for one in on.sides)
    ends = EndDebateStage(debate.now.subject, debate.now.stage)
    return TimedView(
        committee=directory.committee,
        on=on,
        next=side_called(debate.now),
        after=after,
        why_not_call=calls,
        why_not_end=refused(floor, directory, ends),
        amendments=_amendments(floor, directory, debate),
        following=following(floor, directory),
    )


def _amendments(floor: Floor, directory: Directory, debate: ResolutionDebate) -> tuple[Option, ...]:
    """Those to what is debated now that nothing stands against but what the chair may insist on."""
    context, draft = told(floor, directory), debate.draft.subject
    waiting = (one for one in floor.papers.amendments if one.paper == draft and one.stage in PENDING)
    return tuple(
        Option(one.key, capital(context.amendment(one.key)))
        for one in waiting
        if not refused(floor, directory, TakeUpAmendment(one.key))
    )
