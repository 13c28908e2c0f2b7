"""Puts the cells of a table row on one line again, from where their lines stand on the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_MOST_LINES = 6
_MOST_CHARACTERS = 110


class Printed(NamedTuple):
    """A line on its page, in points: font size, foot above the page's foot, left and right edge."""

    page: int
    text: str
    size: float = 0.0
    bold: bool = False
    foot: float = 0.0
    left: float = 0.0
    right: float = 0.0


def with_cells(lines: Iterable[Printed]) -> list[Printed]:
    """Return the lines of one page with each table row's first lines joined by a TAB.

    A line that stands to the right of the lines before it, and not below them, begins the next cell of
    their row; those lines are the cell before it, when they are few and short. A long column of text is
    left alone.
    """
    kept: list[Printed] = []
    for line in lines:
        first = _first_of_cell(kept, line)
        if first is None:
            kept.append(line)
            continue
        cell = " ".join(one.text for one in kept[first:])
        top = kept[first]
        del kept[first:]
        kept.append(top._replace(text=f"{cell}\t{line.text}", foot=line.foot, bold=False, right=line.right))
    return kept


def _first_of_cell(kept: list[Printed], line: Printed) -> int | None:
    first = len(kept)
    length = 0
    while first > 0 and line.size and _is_beside(kept[first - 1], line):
        first -= 1
        length += len(kept[first].text)
    if first == len(kept) or len(kept) - first > _MOST_LINES or length > _MOST_CHARACTERS:
        return None
    return first


def _is_beside(one: Printed, line: Printed) -> bool:
    return bool(one.text) and one.right < line.left and one.foot <= line.foot + 0.4 * line.size
