"""Who stands near whom, by what the guide says of each: a matrix in order, groups, the words behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.screens.directory import Directory
from app.screens.shown import Who, who
from delegations.standing import MIN_WORDS, Near

NEAREST = 3
SHADES = (0.25, 0.5, 0.75)
"""Ranks, from the least alike pair (0) to the most alike (1), at which a cell gets the next shade."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another delegation with the words that both use, and those that only one of the two uses."""

    who: Who
    shared: tuple[str, ...]
    own: tuple[str, ...]
    theirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a delegation stands: its own words, the nearest, the furthest. `silent`: too little is said."""

    who: Who
    silent: bool
    words: tuple[str, ...]
    nearest: tuple[Neighbour, ...]
    furthest: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the matrix: shades 1 to 4 against those above it in the order, 4 the most alike."""

    who: Who
    shades: tuple[int, ...]
    nearest: tuple[Who, ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Delegations of whom the guide speaks alike, and the words that most of them use."""

    members: tuple[Who, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StandingPage:
    """The committee by its positions. `least` is how many counted words are needed to be compared."""

    template: ClassVar[str] = "library/standing.html"
    coalesced: ClassVar[bool] = False

    committee: int
    rows: tuple[Row, ...]
    groups: tuple[Group, ...]
    silent: tuple[Who, ...]
    least: int


def standing_page(directory: Directory) -> StandingPage:
    """The matrix, the groups and those of whom too little is said."""
    found = directory.standing
    return StandingPage(
        directory.committee,
        _rows(directory),
        tuple(_group(directory, group) for group in found.groups),
        tuple(who(directory, key) for key in found.silent if key in directory.entries),
        MIN_WORDS,
    )


def place_of(directory: Directory, key: str) -> Place:
    """Where a delegation stands."""
    found = directory.standing
    return Place(
        who(directory, key),
        key not in found.weights,
        _others(found.words(key), who(directory, key)),
        tuple(_neighbour(directory, key, near) for near in found.nearest(key, NEAREST)),
        tuple(_neighbour(directory, key, near) for near in found.furthest(key, NEAREST)),
    )


def _rows(directory: Directory) -> tuple[Row, ...]:
    order, alike = directory.standing.order, directory.standing.likeness
    pairs = sorted(alike(one, other) for at, one in enumerate(order) for other in order[:at])
    limits = [pairs[int(len(pairs) * share)] for share in SHADES] if pairs else []
    near = {key: directory.standing.nearest(key, NEAREST) for key in order}
    return tuple(
        Row(
            who(directory, key),
            tuple(1 + sum(alike(key, other) >= limit for limit in limits) for other in order[:at]),
            tuple(who(directory, one.other) for one in near[key]),
            next((one.shared for one in near[key]), ()),
        )
        for at, key in enumerate(order)
    )


def _group(directory: Directory, group: tuple[str, ...]) -> Group:
    """The words of a group: the heaviest of those that more than half of it use."""
    weights = [directory.standing.weights[key] for key in group]
    common: dict[str, float] = {}
    for word in {word for one in weights for word in one}:
        used = [one[word] for one in weights if word in one]
        if 2 * len(used) > len(group):
            common[word] = sum(used)
    heaviest = sorted(common, key=lambda word: (-common[word], word))[:6]
    spelled = directory.standing.spelled
    return Group(tuple(who(directory, key) for key in group), tuple(spelled[word] for word in heaviest))


def _neighbour(directory: Directory, key: str, near: Near) -> Neighbour:
    mine, theirs = who(directory, key), who(directory, near.other)
    return Neighbour(theirs, near.shared, _others(near.own, mine), _others(near.theirs, theirs))


def _others(words: tuple[str, ...], one: Who) -> tuple[str, ...]:
    """Words without the delegation's own name, which says nothing."""
    return tuple(word for word in words if word != one.name)
