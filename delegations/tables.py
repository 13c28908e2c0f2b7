"""Tables that people bring: CSV of any spreadsheet, or rows pasted from one, under known heads."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from delegations.names import fold

DELIMITERS = "\t;,|"
MOST_ROWS = 1000
"""Rows of a table that are looked at."""
_BLANKS, _SIGNS = r"[^\S\t\r\n]*\ufeff*", r"[=+\-@＝＋－＠]"  # no blank is a mark too: that would be slow
FORMULA = re.compile(rf"[\s\ufeff]*{_SIGNS}")
"""How a cell begins that a spreadsheet would run as a formula (OWASP, CSV injection)."""
_RUNS = re.compile(rf"(^|[;\t|\r\n\"])({_BLANKS})(?={_SIGNS})")
_ESCAPED = re.compile(rf"(^|[;\t|\r\n\"])({_BLANKS})'(?={_SIGNS})")
"""The same within a cell: where another mark parts cells, as in many countries, a new one begins there."""
_SAMPLE = 40


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table: each with its number in the file (from 1) and its cells.

    `columns` are the known names of its heads, "" for a head that means nothing here; without a row of heads
    (`has_heads` is False) they are the expected ones in their order.
    """

    columns: tuple[str, ...]
    has_heads: bool
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def fields(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells of one row under the names of their columns; the first column of a name counts."""
        found: dict[str, str] = {}
        for column, cell in zip(self.columns, cells, strict=False):
            if column:
                found.setdefault(column, cell)
        return found


def read_table(text: str, heads: Mapping[str, str], needed: Collection[str], usual: Sequence[str]) -> Table:
    """Read the cells of `text`: comma, semicolon, TAB or bar between them, or one cell a line.

    `heads` gives a column's name by its folded head, in whatever language; a first row that has all of
    `needed` is a row of heads. Without one the columns are `usual`. Empty rows are left out.
    """
    rows = [(number, cells) for number, cells in enumerate(records(text), start=1) if any(cells)]
    first = rows[0][1] if rows else ()
    names = tuple(heads.get(fold(cell), "") for cell in first)
    has_heads = bool(names) and set(needed) <= set(names)
    kept = tuple(rows[1 if has_heads else 0 :][:MOST_ROWS])
    return Table(names if has_heads else tuple(usual), has_heads, kept)


def records(text: str) -> Iterator[tuple[str, ...]]:
    """The records of `text`, cells without blanks around them and without an escaping apostrophe."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    lines = text.split("\n")
    if lines[0].lower().startswith("sep=") and len(lines[0]) == 5:  # how one spreadsheet names it
        yield from _split("\n".join(lines[1:]), lines[0][4])
        return
    yield from _split(text, _delimiter([line for line in lines if line.strip()][:_SAMPLE]))


def csv_of(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV in which no cell is a formula, for any spreadsheet: an apostrophe goes before it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run this cell."""
    return FORMULA.match(cell) is not None


def _harmless(cell: str) -> str:
    return _RUNS.sub(r"\1\2'", cell.replace("\0", ""))


def _delimiter(lines: Sequence[str]) -> str:
    """The mark that cuts these lines into the most alike rows; "" where none does."""
    found = {mark: _columns(lines, mark) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: found[mark])
    return best if found[best] > (0, 0) else ""


def _columns(lines: Sequence[str], mark: str) -> tuple[int, int]:
    """How many lines have as many cells as the first, if it has several; and how many cells that is."""
    try:
        cells = [len(row) for row in csv.reader(lines, delimiter=mark)]
    except csv.Error:
        return (0, 0)
    return (cells.count(cells[0]), cells[0]) if cells and cells[0] > 1 else (0, 0)


def _split(text: str, mark: str) -> Iterator[tuple[str, ...]]:
    if not mark or mark in '"\n':
        yield from ((_cell(line),) for line in text.split("\n"))
        return
    try:
        found = [tuple(map(_cell, row)) for row in csv.reader(StringIO(text, newline=""), delimiter=mark)]
    except csv.Error:
        found = [tuple(map(_cell, line.split(mark))) for line in text.split("\n")]
    yield from found


def _cell(cell: str) -> str:
    return " ".join(_ESCAPED.sub(r"\1\2", cell).split())
