"""Reads a PDF through PDFium: lines with page numbers, and which are larger or bolder than the rest."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from delegations.study_guides.reading.cells import Gap, Printed, on_one_line, with_cells
from delegations.study_guides.reading.gaps import NARROW, with_tabs
from delegations.study_guides.reading.lines import MAX_LINES, MAX_PAGES, GuideText, Line, Progress, Unreadable
from delegations.study_guides.reading.type_sizes import body_size, footnotes, heading_levels

_WORD = re.compile(r"\S+")
# PDFium marks a hyphen at a line's end that it takes for a break, and sets the next line right behind it.
_BROKEN_WORD = re.compile("(?<=[\ufffe\x02])(?=\\S)")
_RAISED = re.compile(r"(\d{1,3})\s*(?=\D)")
_RAISED_SIZE = 0.8
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD of fpdfview.h
_PARAGRAPH_GAP = 1.3
_SINGLE, _DOUBLE = 1.2, 2.6


def read_pdf(data: bytes, progress: Progress | None = None) -> GuideText:
    """Return the lines of the PDF in `data`; a wide gap between two lines becomes an empty line.

    `progress` is called after each page.

    Raises Unreadable: locked with a password, damaged, over 300 pages, no text.
    """
    document = _open(data)
    try:
        if len(document) > MAX_PAGES:
            raise Unreadable("too-many-pages", pages=len(document), limit=MAX_PAGES)
        printed: list[Printed] = []
        for number in range(len(document)):
            printed.extend(_page(document, number))
            if progress:
                progress(number + 1, len(document))
    except pypdfium2.PdfiumError as error:
        raise Unreadable("damaged", format="PDF") from error
    finally:
        document.close()
    if not any(line.text for line in printed):
        raise Unreadable("no-text")
    return GuideText(tuple(_styled(printed)[: MAX_LINES + 1]), "pdf")


def _open(data: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR or "password" in str(error).lower():
            raise Unreadable("encrypted") from error
        raise Unreadable("damaged", format="PDF") from error


def _page(document: Any, number: int) -> Iterator[Printed]:
    page = document[number]
    text_page = page.get_textpage()
    try:
        start = 0
        lines: list[Printed] = []
        for raw in text_page.get_text_range().split("\r\n"):
            for piece in _BROKEN_WORD.split(raw):
                lines.append(_look(text_page, number + 1, start, piece))
                start += len(piece)
            start += 2
        yield from with_cells(on_one_line(with_tabs(lines)))
    finally:
        text_page.close()
        page.close()


def _look(text_page: Any, page: int, start: int, raw: str) -> Printed:
    inked = [start + at for at, char in enumerate(raw) if not char.isspace()]
    # Characters outside the basic plane make the text longer than PDFium's count of them.
    if not inked or inked[-1] >= text_page.count_chars():
        return Printed(page, _clean(raw))
    first, middle = inked[0], inked[len(inked) // 2]
    sizes = [pdfium.FPDFText_GetFontSize(text_page, at) * _scale(text_page, at) for at in (first, middle)]
    size = round(max(sizes), 1)
    left = text_page.get_charbox(first, loose=True)[0]
    # A raised footnote mark says little about where its line stands.
    raised = _RAISED.match(raw.lstrip()) if sizes[0] < _RAISED_SIZE * sizes[1] else None
    foot = text_page.get_charbox(middle if raised else first, loose=True)[1]
    right = text_page.get_charbox(inked[-1])[2]
    bold = _is_bold(text_page, first)
    words = _bold_words(text_page, start, raw)
    text, gaps = _clean(raw), () if raised else tuple(_gaps(text_page, start, raw, size))
    text = _RAISED.sub(r"[\1] ", text.lstrip(), count=1) if raised else text
    bold = bold and words == (inked[0] - start, inked[-1] + 1 - start)
    return Printed(page, text, size, bold, foot, left, right, () if bold or raised else words, gaps)


def _bold_words(text_page: Any, start: int, raw: str) -> tuple[int, ...]:
    """Where the bold words of `raw` begin and end, in turn, that begin with one in capitals as names do."""
    edges: list[int] = []
    was_bold = False
    for word in _WORD.finditer(raw):
        may_begin = (
            was_bold
            or not word[0].lstrip("(“\"'").islower()
            or word[0][1:2] in ("'", "’")
            or word.start() == 0
        )
        begin = word.start() + (2 if word[0][1:2] in ("'", "’") else 0)
        was_bold = may_begin and begin < word.end() and _is_bold(text_page, start + begin)
        if was_bold and edges and not raw[edges[-1] : begin].strip():
            edges[-1] = word.end()
        elif was_bold:
            edges += [begin, word.end()]
    return tuple(edges)


def _clean(raw: str) -> str:
    return raw.replace("\ufffe", "-").replace("\x02", "-").replace("\x00", "").rstrip()


def _gaps(text_page: Any, start: int, raw: str, size: float) -> Iterator[Gap]:
    """The blanks of a line that are wide enough to part two columns."""
    for at in range(1, len(raw) - 1):
        if raw[at] == " " and raw[at - 1] != " " and raw[at + 1] != " ":
            before = text_page.get_charbox(start + at - 1)[2]
            after = text_page.get_charbox(start + at + 1)[0]
            if after - before > NARROW * size:
                yield Gap(at, after - before, after)


def _scale(text_page: Any, at: int) -> float:
    # Many programs write every font at size 1 and scale it by the matrix.
    matrix = pdfium.FS_MATRIX()
    return abs(matrix.d) or 1.0 if pdfium.FPDFText_GetMatrix(text_page, at, matrix) else 1.0


def _is_bold(text_page: Any, at: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text_page, at) >= 600:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, at, name, 128, flags)
    return b"bold" in name.value.lower() or b"black" in name.value.lower()


def _styled(printed: list[Printed]) -> list[Line]:
    sizes: Counter[float] = Counter()
    for line in printed:
        sizes[line.size] += len(line.text)
    levels = heading_levels(sizes)
    notes = _notes(printed, body_size(sizes))
    lines: list[Line] = []
    above: Printed | None = None
    far = _PARAGRAPH_GAP * _line_spacing(printed)
    for at, line in enumerate(printed):
        gap = above.foot - line.foot if above and above.page == line.page else 0.0
        if above and (line.page != above.page or gap > far * max(line.size, above.size, 1.0)):
            lines.append(Line(len(lines) + 1, line.page, ""))
        level = levels.get(line.size)
        style = "note" if at in notes else f"heading{level}" if level else "bold" if line.bold else ""
        lines.append(Line(len(lines) + 1, line.page, line.text, style, () if style else line.bold_words))
        above = line
    return lines


def _notes(printed: list[Printed], body: float) -> set[int]:
    found: set[int] = set()
    for _, group in groupby(enumerate(printed), key=lambda numbered: numbered[1].page):
        page = [(at, line) for at, line in group if line.text]
        notes = footnotes([(line.text, line.size) for _, line in page], body)
        found.update(page[at][0] for at in notes)
    return found


def _line_spacing(printed: list[Printed]) -> float:
    """How far below a line the next one usually stands, in sizes of its type: 1.2, or 2.0 when double."""
    steps: Counter[float] = Counter()
    for above, line in pairwise(printed):
        if above.page == line.page and line.size == above.size > 0 and line.foot < above.foot:
            steps[round((above.foot - line.foot) / line.size, 1)] += 1
    usual = steps.most_common(1)[0][0] if steps else _SINGLE
    return min(max(usual, _SINGLE), _DOUBLE)
