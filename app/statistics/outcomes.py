"""What became of the motions: raised, in order, seconded, put to the committee, passed, by kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.precedence import Ending, Motion


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Counts of the motions of one kind; each column but `seconded` is a part of the one before it.

    `in_order` were not ruled out by the dais; `put` were decided by the committee, with a vote or without.
    """

    kind: str
    raised: int
    in_order: int
    seconded: int
    put: int
    passed: int


def outcomes(floor: Floor) -> tuple[Outcomes, ...]:
    """Every kind that was moved, the most moved first; pending motions count as raised and in order."""
    ended: list[tuple[Motion, Ending | None]] = [(one.motion, one.ending) for one in floor.motions.decided]
    found = [*ended, *((motion, None) for motion in floor.motions.pending)]
    kinds = dict.fromkeys(motion.kind for motion, _ in sorted(found, key=lambda pair: pair[0].number))
    rows = [_counted(kind, [pair for pair in found if pair[0].kind == kind]) for kind in kinds]
    return tuple(sorted(rows, key=lambda row: -row.raised))


def _counted(kind: str, found: Sequence[tuple[Motion, Ending | None]]) -> Outcomes:
    endings = [ending for _, ending in found]
    return Outcomes(
        kind,
        raised=len(found),
        in_order=sum(ending != "ruled_out" for ending in endings),
        seconded=sum(bool(motion.second) for motion, _ in found),
        put=sum(ending in ("passed", "failed") for ending in endings),
        passed=endings.count("passed"),
    )
