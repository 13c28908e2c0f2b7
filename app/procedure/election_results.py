"""Who is elected: a pure function of what the ballots say (rules 93, 94 and 132 of the General Assembly)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Needed = Literal["majority", "most"]
"""What elects: more than half of the ballots that name somebody (GA 93, 94), or simply the most votes (K)."""
INCONCLUSIVE = 3
"""After so many inconclusive ballots votes may be cast for any candidate again (GA 94)."""


@dataclass(frozen=True, slots=True)
class Ballots:
    """What the ballots of one election say.

    `named` is how many name each candidate, `valid` how many ballots name at least one.
    """

    named: Mapping[str, int]
    valid: int


@dataclass(frozen=True, slots=True)
class Decided:
    """What a ballot decides.

    `elected` in the order of their votes. Where places are left, `lot` are those among whom the chair draws
    lots for them; else `again` are the candidates of the next ballot. Both are empty when all is decided.
    """

    elected: tuple[str, ...] = ()
    lot: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


def decided(ballots: Ballots, places: int, needed: Needed, ballot: int, slate: tuple[str, ...]) -> Decided:
    """Who is elected to `places` (a count), and how it goes on.

    `ballot` counts from 1; `slate` are all who stood in the first one. Of more candidates with enough votes
    than places the first are elected; who is equal for the last place stands again, alone with its equals. In
    a second ballot that is divided equally the chair draws lots (GA 93).
    """
    ranked = sorted(ballots.named, key=lambda key: -ballots.named[key])
    enough = [key for key in ranked if _enough(ballots.named[key], ballots.valid, needed)]
    elected, equal = _first(enough, ballots.named, places)
    left = places - len(elected)
    if not left:
        return Decided(elected)
    if ballot > 1 and ballots.valid and len(set(ballots.named.values())) == 1 and len(ranked) > left:
        return Decided(elected, lot=tuple(ranked))
    if equal:
        return Decided(elected, again=equal)
    if ballot >= INCONCLUSIVE:
        return Decided(elected, again=tuple(key for key in slate if key not in elected))
    standing = [key for key in ranked if key not in elected]
    return Decided(elected, again=_with_equals(standing, ballots.named, 2 * left))


def _enough(votes: int, valid: int, needed: Needed) -> bool:
    """Whether so many votes elect."""
    return 2 * votes > valid if needed == "majority" else votes > 0


def _first(
    ranked: list[str], named: Mapping[str, int], places: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those who surely have a place, and those who are equal for the last ones."""
    if len(ranked) <= places:
        return tuple(ranked), ()
    last = named[ranked[places - 1]]
    if named[ranked[places]] < last:
        return tuple(ranked[:places]), ()
    sure = tuple(key for key in ranked if named[key] > last)
    return sure, tuple(key for key in ranked if named[key] == last)


def _with_equals(ranked: list[str], named: Mapping[str, int], most: int) -> tuple[str, ...]:
    """The first `most` and whoever is equal to the last of them."""
    last = named[ranked[most - 1]] if len(ranked) > most else 0
    return tuple(key for key in ranked if named[key] >= last)
