"""The phases of a meeting in time: what the committee was doing, from when to when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from app.procedure.caucuses import CaucusKind
    from app.procedure.floor import Floor

PhaseKind = Literal[
    "roll_call", "agenda", "debate", "draft", "consultations", "caucus", "voting", "suspended", "none"
]


@dataclass(frozen=True, slots=True)
class Stage:
    """What a committee is doing. A caucus has its `caucus` kind, `opened_as` and topic."""

    kind: PhaseKind
    caucus: CaucusKind | None = None
    opened_as: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    """One stage from `began` to `ended` (room time, ms)."""

    stage: Stage
    began: int
    ended: int

    @property
    def ms(self) -> int:
        """How long it was (ms)."""
        return self.ended - self.began


def phases(steps: Iterable[tuple[int, Floor]], until: int) -> tuple[Phase, ...]:
    """The phases of a record: `steps` are the acts' times (ms) with the floor after each, in order.

    What goes on still ends at `until` (ms). Before the first sitting and after the last there is none, and
    one that took no time is left out.
    """
    return tuple(one for one in _phases(steps, until) if one.ms > 0 and one.stage.kind != "none")


def _phases(steps: Iterable[tuple[int, Floor]], until: int) -> Iterator[Phase]:
    now, began = Stage("none"), 0
    for at, floor in steps:
        stage = stage_of(floor)
        if stage != now:
            yield Phase(now, began, at)
            now, began = stage, at
    yield Phase(now, began, max(began, until))


def stage_of(floor: Floor) -> Stage:
    """What the committee is doing on this floor."""
    meeting, caucus = floor.meeting, floor.caucus
    if floor.attendance.calling:
        return Stage("roll_call")
    if meeting.state != "sitting":
        return Stage("suspended" if meeting.state == "suspended" else "none")
    if meeting.debate != "open":
        return Stage("agenda" if meeting.debate == "none" else "voting")
    if caucus is not None:
        return Stage("caucus", caucus.kind, caucus.opened_as, caucus.topic)
    if floor.resolution_debate is not None:
        return Stage("draft")
    return Stage("consultations" if floor.consultations.paper else "debate")
