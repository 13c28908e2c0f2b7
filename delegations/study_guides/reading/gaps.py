"""Tells the gap between two columns of a PDF's table from a wide blank between two words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from delegations.study_guides.reading.cells import Gap, Printed

NARROW = 0.6
"""How wide a blank is at least that may stand between two columns, in sizes of its type."""
_WIDE, _SURELY_WIDE = 1.4, 2.5
_SMALLEST = 6.0  # points
_SAME_LEFT = 0.5  # points
_NEAR = 90.0  # points


@dataclass(slots=True)
class _Columns:
    """Where cells begin on a page: their left edges with how many lines have them, and at which heights."""

    edges: dict[int, set[int]] = field(default_factory=dict)
    often: Counter[int] = field(default_factory=Counter)
    shared: bool = False

    def add(self, line: Printed) -> None:
        """Take the left edge of a line, and those of its words behind a wide gap."""
        self.often[round(line.left)] += 1
        for gap in line.gaps:
            if gap.width > _WIDE * max(line.size, _SMALLEST):
                edge = round(gap.left)
                self.edges.setdefault(edge, set()).add(_height(line))
                self.often[edge] += 1
                self.shared = self.shared or self.often[edge] > 1

    def parts(self, line: Printed, gap: Gap) -> bool:
        """Return whether a gap of the line parts two cells: a wide one, or one before a column's edge."""
        size = max(line.size, _SMALLEST)
        edges = [edge for edge in _around(gap.left) if self.often[edge] > 1]
        if gap.width > _SURELY_WIDE * size:
            return True
        if gap.width > _WIDE * size:
            return not self.shared or bool(edges)
        near = {_height(line) + step for step in (-1, 0, 1)}
        return any(self.edges.get(edge, set()) & near for edge in edges)


def with_tabs(lines: Sequence[Printed]) -> Iterator[Printed]:
    """Yield the lines of a page with a TAB where a gap parts two columns.

    A gap narrower than usual parts them where its next word begins below or above another cell.
    """
    columns = _Columns()
    for line in lines:
        columns.add(line)
    for line in lines:
        at = {gap.at for gap in line.gaps if columns.parts(line, gap)}
        text = "".join("\t" if place in at else char for place, char in enumerate(line.text))
        yield line._replace(text=text) if at else line


def _height(line: Printed) -> int:
    return round(line.foot / _NEAR)


def _around(left: float) -> tuple[int, ...]:
    return tuple({round(left - _SAME_LEFT), round(left), round(left + _SAME_LEFT)})
