"""Pages of a text for the room: what fits on the board at 64 pixels, as a clause is never scrolled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from resolutions.document import Document
from resolutions.rendering.layout import LaidOut, laid_out

LINE, LINES = 54, 9
"""Characters of a line at 64 pixels, and lines of a page (what the last row of a hall can read)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph on the board: `number` where it stands under another, `level` from 1."""

    number: str
    opening: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page: the paragraph it belongs to (`clause` from 1, 0 in the preamble) and whether that goes on."""

    number: str
    lines: tuple[Line, ...]
    clause: int
    goes_on: bool


def pages(document: Document) -> tuple[Page, ...]:
    """Every page of a document: each paragraph begins one, a long one takes several."""
    found: list[Page] = []
    clause = 0
    for paragraph in laid_out(document):
        clause += paragraph.part == "operative"
        place = clause if paragraph.part == "operative" else 0
        filled = tuple(_filled(tuple(_lines(paragraph))))
        for turn, lines in enumerate(filled, 1):
            found.append(Page(paragraph.number, lines, place, turn < len(filled)))
    return tuple(found)


def _lines(clause: LaidOut) -> Iterator[Line]:
    """The paragraph and everything under it, each cut into pieces that fit on one page."""
    number = clause.number if clause.level > 1 else ""
    text = clause.text + clause.mark
    whole = Line(number, clause.opening, text, clause.level)
    yield from _cut(whole)
    for below in clause.children:
        yield from _lines(below)
    if clause.text_after:
        yield from _cut(Line("", "", clause.words_after(), clause.level))


def _cut(line: Line) -> Iterator[Line]:
    """The line, or several where it is longer than a page; only the first keeps number and opening."""
    if _height(line) <= LINES:
        yield line
        return
    first, *rest = wrap(line.text, LINE * (LINES - 1))
    yield Line(line.number, line.opening, first, line.level)
    yield from (Line("", "", piece, line.level) for piece in rest)


def _filled(lines: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    """The lines page by page."""
    page: list[Line] = []
    for line in lines:
        if page and sum(map(_height, (*page, line))) > LINES:
            yield tuple(page)
            page = []
        page.append(line)
    if page:
        yield tuple(page)


def _height(line: Line) -> int:
    """How many lines of the board it takes."""
    width = LINE - 4 * (line.level - 1)
    return -(-(len(line.number) + len(line.opening) + len(line.text) + 2) // width)
