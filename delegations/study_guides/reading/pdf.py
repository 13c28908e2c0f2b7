"""Reads a PDF through PDFium: lines with page numbers, and which are larger or bolder than the rest."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from delegations.study_guides.reading.cells import Printed, with_cells
from delegations.study_guides.reading.lines import MAX_LINES, MAX_PAGES, GuideText, Line, Unreadable

_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD of fpdfview.h
_HEADING_SIZE = 1.12
_PARAGRAPH_GAP = 1.55
_COLUMN_GAP = 1.4


def read_pdf(data: bytes) -> GuideText:
    """Return the lines of the PDF in `data`; a wide gap between two lines becomes an empty line.

    Raises Unreadable: locked with a password, damaged, over 300 pages, no text.
    """
    document = _open(data)
    try:
        if len(document) > MAX_PAGES:
            raise Unreadable("too-many-pages", pages=len(document), limit=MAX_PAGES)
        printed = [line for number in range(len(document)) for line in _page(document, number)]
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
            lines.append(_look(text_page, number + 1, start, raw))
            start += len(raw) + 2
        yield from with_cells(lines)
    finally:
        text_page.close()
        page.close()


def _look(text_page: Any, page: int, start: int, raw: str) -> Printed:
    inked = [start + at for at, char in enumerate(raw) if not char.isspace()]
    # Characters outside the basic plane make the text longer than PDFium's count of them.
    if not inked or inked[-1] >= text_page.count_chars():
        return Printed(page, _clean(raw))
    sampled = (inked[0], inked[len(inked) // 2])
    size = round(max(pdfium.FPDFText_GetFontSize(text_page, at) * _scale(text_page, at) for at in sampled), 1)
    left, foot, _, _ = text_page.get_charbox(inked[0], loose=True)
    right = text_page.get_charbox(inked[-1])[2]
    bold = all(_is_bold(text_page, at) for at in sampled)
    return Printed(page, _clean(_with_tabs(text_page, start, raw, size)), size, bold, foot, left, right)


def _clean(raw: str) -> str:
    # PDFium marks a hyphen at a line's end that it takes for a break with U+FFFE or U+0002.
    return raw.replace("\ufffe", "-").replace("\x02", "-").replace("\x00", "").rstrip()


def _with_tabs(text_page: Any, start: int, raw: str, size: float) -> str:
    """The line with a TAB where the gap between two words is that between two columns."""
    chars = list(raw)
    for at in range(1, len(raw) - 1):
        if raw[at] == " " and raw[at - 1] != " " and raw[at + 1] != " ":
            before = text_page.get_charbox(start + at - 1)[2]
            after = text_page.get_charbox(start + at + 1)[0]
            if after - before > _COLUMN_GAP * max(size, 6.0):
                chars[at] = "\t"
    return "".join(chars)


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
    body = sizes.most_common(1)[0][0] or 1.0
    lines: list[Line] = []
    above: Printed | None = None
    for line in printed:
        gap = above.foot - line.foot if above and above.page == line.page else 0.0
        if above and (line.page != above.page or gap > _PARAGRAPH_GAP * max(line.size, above.size, 1.0)):
            lines.append(Line(len(lines) + 1, line.page, ""))
        style = "heading" if line.size > _HEADING_SIZE * body else "bold" if line.bold else ""
        lines.append(Line(len(lines) + 1, line.page, line.text, style))
        above = line
    return lines
