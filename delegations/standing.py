"""Who stands near whom: how alike delegations' positions are, and the words that make them so.

Computed from what the guide says of each: its position, and the sentences of other chapters that name it.
Each word, and each country that is named, weighs more the fewer delegations share it (TF-IDF); two
delegations are as alike as the angle between their words is small (cosine). It says of whom the guide
speaks alike, not who agrees.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import combinations

from delegations.likeness import cosine, weighed_texts
from delegations.mentions import countries_in
from delegations.profiles import is_sure, sentences
from delegations.roster import Delegation, delegations_of
from delegations.study_guides.guide import Stakeholder, StudyGuide
from delegations.study_guides.understanding.roles import role_of

MIN_WORDS = 10  # counted words, below which a position says too little to be compared
_NOT_SAID = ("positions", "references", "guiding", "critical")


@dataclass(frozen=True, slots=True)
class Near:
    """Another delegation: likeness from 0 to 1, words that both use, words that only one of them uses."""

    other: str
    likeness: float
    shared: tuple[str, ...]
    own: tuple[str, ...]
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The committee by its positions.

    `order` puts like beside like, `groups` are its stretches that hang together (a suggestion), `silent`
    are those with too little text. `weights` are the words of each delegation with their weight, `alike` how
    alike two of them are, worked out once.
    """

    order: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    silent: tuple[str, ...]
    weights: Mapping[str, Mapping[str, float]] = field(repr=False)
    alike: Mapping[frozenset[str], float] = field(repr=False)
    spelled: Mapping[str, str] = field(repr=False)

    def likeness(self, one: str, other: str) -> float:
        """Return how alike two delegations' words are, 0 to 1; 0 when one of them is silent."""
        same = 1.0 if one in self.weights else 0.0
        return same if one == other else self.alike.get(frozenset((one, other)), 0.0)

    def between(self, one: str, other: str, words: int = 5) -> Near:
        """Return the likeness of two delegations and at most `words` words of each sort that explain it."""
        mine, theirs = self.weights.get(one, {}), self.weights.get(other, {})
        both = {word: weight * theirs[word] for word, weight in mine.items() if word in theirs}
        only = [{word: x[word] for word in x if word not in y} for x, y in ((mine, theirs), (theirs, mine))]
        shared, own, other_own = (self._heaviest(one_sort, words) for one_sort in (both, *only))
        return Near(other, self.likeness(one, other), shared, own, other_own)

    def nearest(self, one: str, count: int = 3) -> tuple[Near, ...]:
        """Return the `count` delegations that are most like `one`, the most alike first."""
        ranked = sorted(self._others(one), key=lambda other: (-self.likeness(one, other), other))
        return tuple(self.between(one, other) for other in ranked[:count])

    def words(self, one: str, count: int = 8) -> tuple[str, ...]:
        """Return the words that set a delegation apart, the heaviest first; none of one that is silent."""
        return self._heaviest(self.weights.get(one, {}), count)

    def furthest(self, one: str, count: int = 3) -> tuple[Near, ...]:
        """Return the `count` delegations that are least like `one`, the least alike first."""
        ranked = sorted(self._others(one), key=lambda other: (self.likeness(one, other), other))
        return tuple(self.between(one, other) for other in ranked[:count])

    def _others(self, one: str) -> list[str]:
        return [other for other in self.order if other != one] if one in self.weights else []

    def _heaviest(self, weights: Mapping[str, float], count: int) -> tuple[str, ...]:
        ranked = sorted(weights, key=lambda word: (-weights[word], word))
        return tuple(self.spelled[word] for word in ranked[:count])


def texts_of(guide: StudyGuide, roster: Sequence[Delegation], published_only: bool = False) -> dict[str, str]:
    """Return what `guide` says of each delegation of `roster`, by key; "" of whom it has no position.

    With `published_only` a position that was inferred and that nobody confirmed counts as none.
    """
    elsewhere = [
        (sentence, frozenset(country.iso2 for country in countries_in(sentence)))
        for section in guide.sections
        if role_of(section.title) not in _NOT_SAID
        for sentence in sentences(section.text)
    ]
    heard = [one for one in guide.stakeholders if is_sure(one) or not published_only]
    said: dict[str, str] = {}
    for one in roster:
        position = " ".join(p.text for s in heard if _speaks_for(s, one) for p in s.positions)
        named = [sentence for sentence, codes in elsewhere if one.iso2 and one.iso2 in codes]
        said[one.key] = " ".join((one.short_name, position, *named)) if position else ""
    return said


def standing(texts: Mapping[str, str]) -> Standing:
    """Return how the delegations stand to each other; `texts` is what is said of each, by its key."""
    weights, spelled = weighed_texts(texts, MIN_WORDS)
    alike = {frozenset(pair): cosine(weights[pair[0]], weights[pair[1]]) for pair in combinations(weights, 2)}
    order, groups = _arranged(weights, alike)
    silent = tuple(key for key in texts if key not in weights)
    return Standing(order, groups, silent, weights, alike, spelled)


def _speaks_for(stakeholder: Stakeholder, one: Delegation) -> bool:
    return any(other.iso2 == one.iso2 and other.name == one.name for other in delegations_of(stakeholder))


def _arranged(
    weights: Mapping[str, Mapping[str, float]], alike: Mapping[frozenset[str], float]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Join the most alike first, each time end to end where they are most alike; cut where it gets thin.

    Groups are those joined while their average likeness is above the committee's by a standard deviation.
    """
    thin = _mean(alike.values()) + _spread(alike.values())
    clusters: set[tuple[str, ...]] = {(key,) for key in weights}
    groups: list[tuple[str, ...]] | None = None
    for link, one, other in _joins(weights, alike):
        if link < thin and groups is None:
            groups = [cluster for cluster in clusters if len(cluster) > 1]
        first, second = (next(c for c in clusters if member in c) for member in (one, other))
        clusters -= {first, second}
        clusters.add(_end_to_end(first, second, alike))
    order = max(clusters, key=len, default=())
    groups = [order] if groups is None and len(order) > 1 else groups or []
    return order, tuple(sorted(groups, key=lambda group: min(map(order.index, group))))


def _joins(keys: Iterable[str], alike: Mapping[frozenset[str], float]) -> Iterator[tuple[float, str, str]]:
    """Yield the joins of average linkage, the most alike first: link, a member of each cluster."""
    size = dict.fromkeys(sorted(keys), 1)
    links = dict(alike)
    heap = [(-likeness, min(pair), max(pair)) for pair, likeness in links.items()]
    heapify(heap)
    while heap:
        link, one, other = heappop(heap)
        if one not in size or other not in size or links[frozenset((one, other))] != -link:
            continue
        yield -link, one, other
        gone = size.pop(other)
        for third in size:
            if third != one:
                both = links[frozenset((one, third))] * size[one] + links[frozenset((other, third))] * gone
                links[frozenset((one, third))] = average = both / (size[one] + gone)
                heappush(heap, (-average, min(one, third), max(one, third)))
        size[one] += gone


def _end_to_end(
    one: tuple[str, ...], other: tuple[str, ...], alike: Mapping[frozenset[str], float]
) -> tuple[str, ...]:
    ways = [(a, b) for a in (one, one[::-1]) for b in (other, other[::-1])]
    first, second = max(ways, key=lambda way: alike[frozenset((way[0][-1], way[1][0]))])
    return (*first, *second)


def _mean(values: Collection[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _spread(values: Collection[float]) -> float:
    mean = _mean(values)
    return math.sqrt(_mean([(value - mean) ** 2 for value in values]))
