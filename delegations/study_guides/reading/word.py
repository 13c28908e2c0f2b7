"""Reads a Word document (.docx) in document order, with tables as rows; checks the ZIP before opening it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.table import Table

from delegations.study_guides.reading.lines import GuideText, Line, Unreadable

_MAX_ENTRIES = 2000
_MAX_UNPACKED = 200 * 1024 * 1024
_MAX_RATIO = 100
_SMALL = 2 * 1024 * 1024
_BREAKS = ".//w:lastRenderedPageBreak | .//w:br[@w:type='page'] | ./w:pPr/w:pageBreakBefore"


def read_word(data: bytes) -> GuideText:
    """Return the paragraphs and table rows of the Word document in `data`. Raises Unreadable."""
    _check_archive(data)
    try:
        document = Document(io.BytesIO(data))
        blocks = list(_blocks(document))
    # A damaged document fails in many ways inside the library; for the person they are all one.
    except Exception as error:
        raise Unreadable("damaged", format="Word") from error
    lines = tuple(Line(number, *block) for number, block in enumerate(blocks, start=1))
    return GuideText(lines, "docx")


def _check_archive(data: bytes) -> None:
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except Exception as error:
        raise Unreadable("damaged", format="Word") from error
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MAX_ENTRIES:
        raise Unreadable("bomb", why=f"{len(entries)} parts")
    if unpacked > _MAX_UNPACKED:
        raise Unreadable("bomb", why=f"{unpacked // 2**20} MB")
    for entry in entries:
        if entry.file_size > _SMALL and entry.file_size > _MAX_RATIO * max(entry.compress_size, 1):
            raise Unreadable("bomb", why=f"more than {_MAX_RATIO} times in one part")
    if unpacked > _SMALL and unpacked > _MAX_RATIO * len(data):
        raise Unreadable("bomb", why=f"more than {_MAX_RATIO} times")
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise Unreadable("not-word", seen="it has no word/document.xml")


def _blocks(document: Any) -> Iterator[tuple[int, str, str]]:
    page = 1
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                page += len(row._tr.xpath(".//w:lastRenderedPageBreak"))
                yield page, _row(row), "row"
            yield page, "", ""
            continue
        page += len(block._p.xpath(_BREAKS))
        style = _style(block)
        for text in block.text.split("\n"):
            # A tab inside a paragraph is an indent, not a table.
            yield page, text if style == "toc" else " ".join(text.split()), style
        yield page, "", ""


def _row(row: Any) -> str:
    cells: list[str] = []
    seen: set[int] = set()
    for cell in row.cells:
        if id(cell._tc) not in seen:
            seen.add(id(cell._tc))
            cells.append(" ".join(cell.text.split()))
    return "\t".join(cells) if len(cells) > 1 else "".join(cells)


def _style(paragraph: Any) -> str:
    name = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if name.startswith("heading") and name[-1:].isdigit():
        return "heading" + name[-1]
    if name.startswith("toc"):
        return "toc"
    if name == "title":
        return "title"
    if paragraph._p.xpath("./w:pPr/w:numPr") or name.startswith("list"):
        return "list"
    runs = [run for run in paragraph.runs if run.text.strip()]
    return "bold" if runs and all(run.bold for run in runs) else ""
