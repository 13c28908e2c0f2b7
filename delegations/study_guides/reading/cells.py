"""Puts together what a PDF's text has torn: lines cut at a raised mark, and the cells of a table row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_MOST_LINES = 6
_MOST_CHARACTERS = 110
_HIGHEST_CELL = 200.0  # points


class Gap(NamedTuple):
    """A blank that may part two cells: where it stands in its line, its width, where the next word begins."""

    at: int
    width: float
    left: float


class Printed(NamedTuple):
    """A line on its page, in points: font size, foot above the page's foot, left and right edge."""

    page: int
    text: str
    size: float = 0.0
    bold: bool = False
    foot: float = 0.0
    left: float = 0.0
    right: float = 0.0
    bold_words: tuple[int, ...] = ()
    gaps: tuple[Gap, ...] = ()


def on_one_line(lines: Iterable[Printed]) -> list[Printed]:
    """Return the lines with those joined that stand side by side on one foot, a word's gap apart.

    A raised footnote number between them becomes "[1]".
    """
    kept: list[Printed] = []
    for line in lines:
        last = kept[-1] if kept else None
        if last and _is_raised_mark(last, line):
            kept[-1] = last._replace(text=f"{last.text.rstrip()}[{line.text.strip()}]", right=line.right)
        elif last and _goes_on(last, line):
            kept[-1] = last._replace(text=f"{last.text.rstrip()} {line.text}", right=line.right)
        else:
            kept.append(line)
    return kept


def _is_raised_mark(last: Printed, line: Printed) -> bool:
    beside = -0.5 * last.size < line.left - last.right < 0.7 * last.size
    raised = -0.2 * last.size < line.foot - last.foot < 0.9 * last.size
    return (line.text.strip().isdigit() and len(line.text.strip()) <= 3 and line.size < 0.8 * last.size) and (
        bool(last.text) and beside and raised
    )


def _goes_on(last: Printed, line: Printed) -> bool:
    level = abs(line.foot - last.foot) < 0.25 * line.size and abs(line.size - last.size) < 0.6
    return bool(last.text and line.text) and level and -1.0 < line.left - last.right < 0.9 * line.size


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
        cell = _joined(one.text for one in kept[first:])
        top = kept[first]
        del kept[first:]
        kept.append(top._replace(text=f"{cell}\t{line.text}", foot=line.foot, bold=False, right=line.right))
    return kept


def _joined(texts: Iterable[str]) -> str:
    """The lines of a cell as one; a word that was cut at a line's end is whole again."""
    cell = ""
    for text in texts:
        if not (cell[-1:] == "-" and cell[-2:-1].isalpha()):
            cell = f"{cell} {text}".lstrip()
        else:
            cell = (cell[:-1] if text[:1].islower() else cell) + text
    return cell


def _first_of_cell(kept: list[Printed], line: Printed) -> int | None:
    first = len(kept)
    length = 0
    while first > 0 and line.size and _is_beside(kept[first - 1], line):
        first -= 1
        length += len(kept[first].text)
    if first == len(kept) or len(kept) - first > _MOST_LINES or length > _MOST_CHARACTERS:
        return None
    # A running header may come last in the file although it stands above all rows of the page.
    above_its_row = first > 0 and line.foot > kept[first - 1].foot + 0.4 * line.size
    return None if above_its_row or line.foot - kept[first].foot > _HIGHEST_CELL else first


def _is_beside(one: Printed, line: Printed) -> bool:
    return bool(one.text) and one.right < line.left and one.foot <= line.foot + 0.4 * line.size
