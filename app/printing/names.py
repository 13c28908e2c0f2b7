"""Names on placards: which name, and how it may be broken into lines, so that the largest type fits."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

MOST_LINES = 4
_FEWEST = 12
"""A name of fewer characters is never broken."""


def placard_name(name: str, short_name: str) -> str:
    """The name for a placard: the short one, but written out where it is cut off for small screens.

    "Bosnia and Herz." is "Bosnia and Herzegovina" again.
    """
    return name if short_name.endswith(".") and not name.endswith(".") else short_name


def breaks(name: str) -> list[list[str]]:
    """The best way to set `name` in one line, in two, in three and in four, as far as it can be broken.

    The best way has the shortest longest line. A name breaks at blanks and after hyphens.
    """
    pieces = _pieces(name)
    most = MOST_LINES if len(name) >= _FEWEST else 1
    found = (_best(pieces, lines) for lines in range(1, min(len(pieces), most) + 1))
    return [lines for lines in found if lines]


def _pieces(name: str) -> list[str]:
    """The name cut wherever it may be broken, each piece with the blank that follows it."""
    pieces = []
    for word in name.split():
        parts = [part for part in re.split(r"(?<=-)(?=\w)", word) if part]
        pieces += [*parts[:-1], parts[-1] + " "]
    return pieces[:24] + (["".join(pieces[24:])] if len(pieces) > 24 else [])


def _best(pieces: list[str], lines: int) -> list[str]:
    ways = combinations(range(1, len(pieces)), lines - 1)
    return min((_cut(pieces, way) for way in ways), key=lambda way: (max(map(len, way)), -len(way[0])))


def _cut(pieces: list[str], way: tuple[int, ...]) -> list[str]:
    edges = (0, *way, len(pieces))
    return ["".join(pieces[start:end]).strip() for start, end in pairwise(edges)]
