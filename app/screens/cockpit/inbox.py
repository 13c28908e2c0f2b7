"""What waits for the dais: points, a fresh ruling, the quorum, late notes, replies, raised placards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from app.procedure.appeals import AppealRuling
from app.procedure.explanations import explained_now, explains
from app.procedure.floor import Floor, stands_against
from app.procedure.points import RaisePoint, WithdrawPoint
from app.procedure.question_time import answering
from app.procedure.quorum import members, members_here, quorum_now
from app.procedure.raised_placards import RaisePlacard
from app.procedure.replies import AskReply, GrantReply
from app.screens.cockpit.common import closed, refused
from app.screens.cockpit.point import point_name
from app.screens.directory import Directory
from app.screens.shown import Option, Who, presiding, told, tongue, who
from app.words.language import capital
from app.words.names import STATUSES, code_name


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point that waits: the first is ruled on under Now."""

    number: int
    kind: str
    by: Who
    words: str


@dataclass(frozen=True, slots=True)
class RulingRow:
    """The ruling that may be appealed at once; `written`: the appeal gives its reasons."""

    number: int
    words: str
    written: bool


@dataclass(frozen=True, slots=True)
class QuorumRow:
    """The quorum was challenged, or found missing: so many members are listed, so many are needed."""

    missing: bool
    here: int
    members: int
    needed: int


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A delegation asks for a status."""

    who: Who
    status: str


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """A delegation asks for the right of reply to what `to` said; `seconds` is the house's longest."""

    who: Who
    to: str
    grounds: str
    seconds: int
    why_not: str


@dataclass(frozen=True, slots=True)
class PlacardRow:
    """A placard that is up, and the command that gives it the floor; `on` is the vote that is explained."""

    who: Who
    call: Literal["CallQuestioner", "CallComment", "HearExplanation", "CallSpeaker"]
    on: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class FullRow:
    """A seat at which a device came that was one too many; `gave_way` says that another one went for it."""

    who: Who
    gave_way: bool
    dais: bool


@dataclass(frozen=True, slots=True)
class InboxView:
    """All that waits, the most pressing first; `kinds` are the house's points for the form of a new one.

    `after` is who speaks now, "" for nobody; a reason of "" leaves its form open.
    """

    template: ClassVar[str] = "cockpit/inbox.html"
    coalesced: ClassVar[bool] = False
    committee: int
    after: str
    points: tuple[PointRow, ...]
    ruling: RulingRow | None
    quorum: QuorumRow | None
    notes: tuple[NoteRow, ...]
    replies: tuple[ReplyRow, ...]
    placards: tuple[PlacardRow, ...]
    full: tuple[FullRow, ...]
    kinds: tuple[Option, ...]
    asks_audibility: bool
    why_not_point: str
    why_not_back: str
    why_not_reply: str
    why_not_placard: str


def draw_inbox(floor: Floor, directory: Directory) -> InboxView:
    """What delegations ask for, and the forms by which the dais enters what was said aloud."""
    rules = floor.rulebook.points
    return InboxView(
        directory.committee,
        floor.speeches.now.seat if floor.speeches.now else "",
        _points(floor, directory),
        _ruling(floor),
        _quorum(floor),
        _notes(floor, directory),
        _replies(floor, directory),
        _placards(floor, directory),
        _full(floor, directory),
        tuple(Option(kind, point_name(directory, kind)) for kind in rules.available),
        "personal_privilege" in rules.available and rules.privilege_may_interrupt == "audibility_only",
        closed(floor, directory, RaisePoint),
        closed(floor, directory, WithdrawPoint),
        closed(floor, directory, AskReply),
        closed(floor, directory, RaisePlacard),
    )


def _points(floor: Floor, directory: Directory) -> tuple[PointRow, ...]:
    return tuple(
        PointRow(one.number, point_name(directory, one.kind), who(directory, one.seat), one.words)
        for one in floor.points.pending
    )


def _ruling(floor: Floor) -> RulingRow | None:
    """Only while an appeal is in order: from what was just ruled, in a house that appeals."""
    made = floor.rulings.find(floor.rulings.fresh)
    if made is None or stands_against(floor, presiding(floor), AppealRuling):
        return None
    return RulingRow(made.number, made.words, floor.rulebook.appeals.written)


def _quorum(floor: Floor) -> QuorumRow | None:
    doubt = floor.attendance.doubt
    if doubt == "none":
        return None
    here, needed = len(members_here(floor)), quorum_now(floor)
    return QuorumRow(doubt == "missing", here, len(members(floor)), needed)


def _notes(floor: Floor, directory: Directory) -> tuple[NoteRow, ...]:
    speak = tongue(directory)
    notes = floor.attendance.notes.items()
    return tuple(
        NoteRow(who(directory, key), capital(code_name(STATUSES, status, speak))) for key, status in notes
    )


def _replies(floor: Floor, directory: Directory) -> tuple[ReplyRow, ...]:
    most = floor.rulebook.replies.seconds
    return tuple(
        ReplyRow(
            who(directory, one.seat),
            who(directory, one.to).name,
            one.grounds,
            most,
            refused(floor, directory, GrantReply(one.seat, most)),
        )
        for one in floor.replies.asked
    )


def _full(floor: Floor, directory: Directory) -> tuple[FullRow, ...]:
    return tuple(
        FullRow(who(directory, key), gave_way, floor.seats[key].is_dais)
        for key, gave_way in directory.full.items()
        if key in floor.seats
    )


def _placards(floor: Floor, directory: Directory) -> tuple[PlacardRow, ...]:
    comments, context = floor.speeches.comments, told(floor, directory)
    last = next(iter(explained_now(floor)), "")

    def row(key: str) -> PlacardRow:
        one = who(directory, key)
        if answering(floor):
            return PlacardRow(one, "CallQuestioner")
        if comments is not None and comments.left > 0:
            return PlacardRow(one, "CallComment")
        on = last and (explains(floor, key) or last)
        return (
            PlacardRow(one, "HearExplanation", on, context.subject(on))
            if on
            else PlacardRow(one, "CallSpeaker")
        )

    return tuple(row(key) for key in floor.speeches.raised)
