"""One delegation's own figures beside the committee's medians: no ranking, and nobody else's figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Literal

from app.statistics.likeness import ANSWERS
from app.statistics.speaking import counted

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Measure = Literal["ms", "speeches", "motions", "motions_passed", "papers", "amendments", "votes"]
MEASURES: tuple[Measure, ...] = (
    "ms",
    "speeches",
    "motions",
    "motions_passed",
    "papers",
    "amendments",
    "votes",
)
LEAST = 5
"""Of fewer delegations no median is told: it would say what single ones did."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure (`ms` in milliseconds, the others are counts): the own value and the committee's median.

    `median` is None where there are fewer than `LEAST` delegations.
    """

    measure: Measure
    own: int
    median: float | None


def own_figures(floor: Floor, seat: str) -> tuple[Figure, ...]:
    """The figures of one delegation, in the order of `MEASURES`."""
    return figures_of_all(floor, (seat,))[seat]


def figures_of_all(floor: Floor, seats: tuple[str, ...]) -> Mapping[str, tuple[Figure, ...]]:
    """The figures of these delegations, each beside the same medians."""
    everyone = [_values(floor, key) for key in counted(floor)]
    middle = {
        one: float(median(values[one] for values in everyone)) if len(everyone) >= LEAST else None
        for one in MEASURES
    }
    found = {}
    for seat in seats:
        values = _values(floor, seat)
        found[seat] = tuple(Figure(one, values[one], middle[one]) for one in MEASURES)
    return found


def _values(floor: Floor, seat: str) -> dict[Measure, int]:
    heard = [one for one in floor.speeches.heard if one.seat == seat]
    moved = [(one.motion, one.ending == "passed") for one in floor.motions.decided]
    moved += [(motion, False) for motion in floor.motions.pending]
    own = [passed for motion, passed in moved if seat in motion.movers]
    votes = (vote for vote in floor.votes.past if seat in vote.ballots)
    return {
        "ms": sum(one.ms for one in heard),
        "speeches": len(heard),
        "motions": len(own),
        "motions_passed": sum(own),
        "papers": sum(seat in paper.sponsors for paper in floor.papers.papers),
        "amendments": sum(one.seat == seat for one in floor.papers.amendments),
        "votes": sum(vote.ballots[seat].choice in ANSWERS for vote in votes),
    }
