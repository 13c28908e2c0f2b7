"""Reads a Word document (.docx) in document order, with tables as rows."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from delegations.study_guides.reading.archives import part_names
from delegations.study_guides.reading.bold import joined, lines_of
from delegations.study_guides.reading.lines import GuideText, Line, Unreadable
from delegations.study_guides.reading.word_parts import row_lines, settle

_LONGEST_CHAIN = 8
_BREAKS = ".//w:lastRenderedPageBreak | .//w:br[@w:type='page'] | ./w:pPr/w:pageBreakBefore"


def read_word(data: bytes) -> GuideText:
    """Return the paragraphs and table rows of the Word document in `data`. Raises Unreadable."""
    if "word/document.xml" not in part_names(data):
        raise Unreadable("not-word", seen="it has no word/document.xml")
    try:
        document = Document(io.BytesIO(data))
        settle(document.element.body)
        blocks = list(_blocks(document))
    # A damaged document fails in many ways inside the library; for the person they are all one.
    except Exception as error:
        raise Unreadable("damaged", format="Word") from error
    lines = tuple(Line(number, *block) for number, block in enumerate(blocks, start=1))
    return GuideText(lines, "docx")


def _blocks(document: Any) -> Iterator[tuple[int, str, str, tuple[int, ...]]]:
    page = 1
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            told: set[Any] = set()
            for row in block.rows:
                page += len(row._tr.xpath(".//w:lastRenderedPageBreak"))
                for line in row_lines(row, told):
                    yield page, line, "row", ()
            yield page, "", "", ()
            continue
        page += len(block._p.xpath(_BREAKS))
        for boxed in _boxes(block):
            yield page, " ".join(boxed.text.split()), _style(boxed), ()
        style = _style(block)
        for text, bold in _paragraph_lines(block, style):
            yield page, text, style, bold
        yield page, "", "", ()


def _paragraph_lines(paragraph: Any, style: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The lines of a paragraph; a tab inside one is an indent, not a table."""
    if style == "toc":
        yield from ((text, ()) for text in paragraph.text.split("\n"))
        return
    chain = list(_styles(paragraph))
    pieces = [(run.text, _is_bold(run, chain)) for run in paragraph.runs]
    for line in lines_of(pieces):
        text, bold = joined(line)
        yield text, bold if style in ("", "list") else ()


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The paragraphs of text boxes that hang on `paragraph`, as on many covers; each box is stored twice."""
    seen: set[str] = set()
    for element in paragraph._p.xpath(".//*[local-name()='txbxContent']/w:p"):
        boxed = Paragraph(element, paragraph._parent)
        if boxed.text.strip() and boxed.text not in seen:
            seen.add(boxed.text)
            yield boxed


def _style(paragraph: Any) -> str:
    chain = list(_styles(paragraph))
    for name in (str(style.name or "").lower() for style in chain):
        if name.startswith("heading") and name[-1:].isdigit():
            return "heading" + name[-1]
        if name.startswith("toc"):
            return "toc"
        if name == "title":
            return "title"
    runs = [run for run in paragraph.runs if run.text.strip()]
    if runs and all(_is_bold(run, chain) for run in runs):
        return "bold"
    listed = paragraph._p.xpath("./w:pPr/w:numPr") or any(str(s.name).startswith("List") for s in chain)
    return "list" if listed else ""


def _styles(paragraph: Any) -> Iterator[Any]:
    """The paragraph's style and those that it is based on."""
    style = paragraph.style
    for _ in range(_LONGEST_CHAIN):
        if style is None:
            return
        yield style
        style = style.base_style


def _is_bold(run: Any, chain: Sequence[Any]) -> bool:
    said = (run.bold, run.style.font.bold if run.style is not None else None, *(s.font.bold for s in chain))
    return bool(next((bold for bold in said if bold is not None), False))
