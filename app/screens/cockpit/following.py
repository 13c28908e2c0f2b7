"""What may follow a speech: its yield, questions to the speaker, comments on it, the end of the list."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.floor import Floor
from app.procedure.information import TakePoints
from app.procedure.list_state import CloseDebate, list_state
from app.procedure.points import open_to_points
from app.procedure.proposer_slots import TakeSlot
from app.procedure.question_time import answering
from app.procedure.yields import YieldFloor, yields_now
from app.screens.cockpit.common import closed, refused
from app.screens.directory import Directory
from app.screens.shown import Who, told, who


@dataclass(frozen=True, slots=True)
class Yielding:
    """To whom the speaker may yield, as codes of the rulebook; `why` closes all of them."""

    to: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Asking:
    """Question time: who answers, who asked last, how many questions are left (0: they are not counted)."""

    answering: str
    last: Who | None
    left: int


@dataclass(frozen=True, slots=True)
class Commenting:
    """Comments on the speech of `on`: so many are left."""

    on: Who
    left: int


@dataclass(frozen=True, slots=True)
class Slot:
    """The proposer of the caucus chooses when it speaks."""

    proposer: Who
    first_only: bool


@dataclass(frozen=True, slots=True)
class Exhausted:
    """The list has run empty: what the house means by that, and why debate cannot be closed."""

    meaning: str
    drafts: bool
    takes_names: bool
    why_not_close: str


@dataclass(frozen=True, slots=True)
class Following:
    """All that may follow; what the house or the moment does not have is None.

    `points` says whether the speaker takes points of information, None where the house has none.
    """

    yielding: Yielding | None
    points: bool | None
    why_not_points: str
    asking: Asking | None
    commenting: Commenting | None
    slot: Slot | None
    exhausted: Exhausted | None


def following(floor: Floor, directory: Directory) -> Following:
    """What the chair may press beside pause and next."""
    now = floor.speeches.now
    informs = now is not None and "information" in floor.rulebook.points.available
    caucus = floor.caucus
    asked = (
        caucus is not None and caucus.slot == "asked" and not refused(floor, directory, TakeSlot("waived"))
    )
    first = floor.rulebook.caucuses.proposer_slot == "first"
    return Following(
        _yielding(floor, directory),
        open_to_points(floor) if informs else None,
        closed(floor, directory, TakePoints) if informs else "",
        _asking(floor, directory),
        _commenting(floor, directory),
        Slot(who(directory, caucus.proposer), first) if caucus and asked else None,
        _exhausted(floor, directory),
    )


def _yielding(floor: Floor, directory: Directory) -> Yielding | None:
    to = yields_now(floor)
    return Yielding(to, closed(floor, directory, YieldFloor)) if to else None


def _asking(floor: Floor, directory: Directory) -> Asking | None:
    seats = answering(floor)
    if not seats:
        return None
    last = who(directory, floor.speeches.asking) if floor.speeches.asking else None
    return Asking(told(floor, directory).seats(seats), last, floor.caucus.questions if floor.caucus else 0)


def _commenting(floor: Floor, directory: Directory) -> Commenting | None:
    comments = floor.speeches.comments
    if comments is None or comments.left <= 0:
        return None
    return Commenting(who(directory, comments.on), comments.left)


def _exhausted(floor: Floor, directory: Directory) -> Exhausted | None:
    if list_state(floor) != "exhausted":
        return None
    drafts = bool(floor.papers.before_the_committee(floor.meeting.topic))
    why, takes_names = closed(floor, directory, CloseDebate), floor.speeches.general.open
    return Exhausted(floor.rulebook.speeches.exhausted, drafts, takes_names, why)
