"""Who stood with whom: recorded votes and papers together, and an order in which neighbours agree.

Of the votes in which both answered, and the papers that both sponsor, the share in which two delegations
stood together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import sqrt
from operator import mul
from typing import TYPE_CHECKING

from app.statistics.speaking import counted

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.questions import Vote

ANSWERS = ("yes", "no", "abstain")
ROUNDS = 120
"""Steps towards the order: enough for two hundred delegations, and no visible time for thirty."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two delegations: on how many occasions they could stand together, and on how many they did."""

    together: int = 0
    occasions: int = 0

    @property
    def share(self) -> float:
        """From 0 to 1; 0 where there was no occasion."""
        return self.together / self.occasions if self.occasions else 0.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """The delegations that had an occasion, in an order in which neighbours agree; pairs in that order.

    `votes` and `papers` are how many recorded votes and papers of several sponsors were counted.
    """

    seats: tuple[str, ...]
    votes: int
    papers: int
    pairs: Mapping[frozenset[str], Pair] = field(default_factory=dict)

    def pair(self, one: str, other: str) -> Pair:
        """How two delegations stood to each other."""
        return self.pairs.get(frozenset((one, other)), Pair())


def likeness(floor: Floor) -> Likeness:
    """The likeness of every two delegations, from announced votes that have names, and from sponsors."""
    votes = [vote for vote in floor.votes.past if vote.hands is None and vote.tally is not None]
    shared = [paper.sponsors for paper in floor.papers.papers if len(paper.sponsors) > 1]
    found: dict[frozenset[str], Pair] = {}
    for two, together in (*_of_votes(votes), *_of_papers(shared)):
        before = found.get(two, Pair())
        found[two] = Pair(before.together + together, before.occasions + 1)
    seats = [key for key in counted(floor) if any(key in two for two in found)]
    return Likeness(tuple(in_order(seats, found)), len(votes), len(shared), found)


def _of_votes(votes: Sequence[Vote]) -> Iterator[tuple[frozenset[str], bool]]:
    for vote in votes:
        given = {key: ballot.choice for key, ballot in vote.ballots.items() if ballot.choice in ANSWERS}
        for one, other in combinations(given, 2):
            yield frozenset((one, other)), given[one] == given[other]


def _of_papers(shared: Sequence[Sequence[str]]) -> Iterator[tuple[frozenset[str], bool]]:
    for sponsors in shared:
        yield from ((frozenset(two), True) for two in combinations(sponsors, 2))


def in_order(seats: Sequence[str], pairs: Mapping[frozenset[str], Pair]) -> list[str]:
    """The seats along the second eigenvector of their likeness: blocs at the ends, others in the middle.

    (M. Fiedler, 1975; the order that J. Atkins and others, 1998, show to put likes beside each other.) Where
    it cannot tell two apart they keep their order.
    """
    size = len(seats)
    if size < 3:
        return list(seats)
    weights = [[_weight(pairs, one, other) for other in seats] for one in seats]
    degrees = [sum(row) for row in weights]
    top = 2 * max(degrees) or 1.0
    place = _centred([float(number) for number in range(size)])
    for _ in range(ROUNDS):
        pulled = [sum(map(mul, row, place)) for row in weights]
        place = _centred([(top - degrees[i]) * place[i] + pulled[i] for i in range(size)])
    rounded = [round(one, 6) for one in place]
    return [seats[number] for number in sorted(range(size), key=lambda number: (rounded[number], number))]


def _weight(pairs: Mapping[frozenset[str], Pair], one: str, other: str) -> float:
    """The pull between two; a little between all, so that no group is cut off from the rest."""
    return 0.0 if one == other else 0.01 + pairs.get(frozenset((one, other)), Pair()).share


def _centred(values: list[float]) -> list[float]:
    """The values with mean 0 and length 1, as they are where all are alike."""
    mean = sum(values) / len(values)
    moved = [value - mean for value in values]
    length = sqrt(sum(map(mul, moved, moved)))
    return [value / length for value in moved] if length > 1e-12 else moved
