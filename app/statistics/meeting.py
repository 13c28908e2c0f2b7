"""The statistics of a whole meeting, folded from its minutes; and what of them a conference adds up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.undo import Entry, floors
from app.statistics.likeness import Likeness, likeness
from app.statistics.outcomes import Outcomes, outcomes
from app.statistics.phases import Phase, phases
from app.statistics.speaking import Speaking, speaking

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the minutes of a meeting say in figures."""

    speaking: Speaking
    motions: tuple[Outcomes, ...]
    likeness: Likeness
    phases: tuple[Phase, ...]


@dataclass(frozen=True, slots=True)
class Aggregate:
    """A committee in figures that name no delegation; all are counts but `ms`, `median_ms` and `gini`."""

    delegations: int
    silent: int
    speeches: int
    ms: int
    median_ms: int
    gini: float
    motions: int
    motions_passed: int
    votes: int
    adopted: int


def statistics(entries: Iterable[Entry], floor: Floor, until: int) -> Statistics:
    """The statistics of a whole record and the floor that it gives; `until` is the room time now (ms)."""
    steps = ((entry.at, after) for entry, after in floors(entries))
    return Statistics(speaking(floor), outcomes(floor), likeness(floor), phases(steps, until))


def aggregate(floor: Floor) -> Aggregate:
    """What a conference sees of one committee."""
    spoken, moved = speaking(floor), outcomes(floor)
    return Aggregate(
        delegations=len(spoken.rows),
        silent=len(spoken.silent),
        speeches=sum(row.speeches for row in spoken.rows),
        ms=spoken.ms,
        median_ms=spoken.median_ms,
        gini=spoken.gini,
        motions=sum(row.raised for row in moved),
        motions_passed=sum(row.passed for row in moved),
        votes=len(floor.votes.past),
        adopted=sum(paper.stage == "adopted" for paper in floor.papers.papers),
    )
