"""What the dais keeps of each delegation for itself: a rubric, points and remarks; never for anybody else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.words.language import N_

MOST_POINTS = 10
MOST_CRITERIA = 8


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is scored, from 0 to `most` points; its key never changes."""

    key: str
    name: str
    most: int


USUAL: tuple[Criterion, ...] = (
    Criterion("position", N_("Knowledge of its position"), 5),
    Criterion("speaking", N_("Speaking"), 5),
    Criterion("diplomacy", N_("Diplomacy"), 5),
    Criterion("writing", N_("Writing"), 5),
    Criterion("procedure", N_("Procedure"), 5),
)
"""The rubric of a dais that has made none; these names are put into the reader's language."""


@dataclass(frozen=True, slots=True, repr=False)
class Score:
    """The points that seat `by` of the dais gave; None were taken back. `version` grows with each change."""

    points: int | None
    by: str
    version: int


@dataclass(frozen=True, slots=True, repr=False)
class Remark:
    """What seat `by` of the dais noted of delegation `seat` at `at` (ms, UTC)."""

    key: int
    seat: str
    by: str
    text: str
    at: int


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Scorebook:
    """All of a committee: the rubric (`version` 0: the usual one), scores and remarks by delegation."""

    rubric: tuple[Criterion, ...] = USUAL
    version: int = 0
    scores: Mapping[tuple[str, str], Score] = field(default_factory=dict)
    """(Seat key, key of the criterion) -> its score."""
    remarks: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict)
    """Seat key -> its remarks, the oldest first."""

    def points(self, seat: str, criterion: str) -> int | None:
        """The points of a delegation by one criterion; None where it has none."""
        score = self.scores.get((seat, criterion))
        return score.points if score else None

    def total(self, seat: str) -> int | None:
        """The sum over the rubric; None where nothing is scored."""
        given = [self.points(seat, one.key) for one in self.rubric]
        return sum(one for one in given if one is not None) if any(one is not None for one in given) else None
