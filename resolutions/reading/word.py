"""Reads a Word file (.docx), also as Google Docs writes it: paragraphs with the numbers of their lists."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from resolutions.reading.cleaning import printable
from resolutions.reading.damaged import MOST_UNPACKED, DamagedFile
from resolutions.reading.lines import LONGEST_READ, Line, line_of, listed_line
from resolutions.reading.numbered import Numbered, Numbering, indent_of
from resolutions.reading.tables import columns_of_names, row_lines

_NOT_READ = {
    qn(f"w:{tag}") for tag in ("del", "moveFrom", "pPr", "rPr", "footnoteReference", "instrText")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_MARKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_SET_OFF = tuple(qn(f"w:{tag}") for tag in ("i", "b", "u"))


def word_lines(data: bytes) -> tuple[Line, ...]:
    """Give the lines of a Word file in reading order, an empty one behind each paragraph.

    Deleted text of tracked changes, headers, footers and notes are left out. Raises DamagedFile, also when
    the archive would unpack to more than 64 MB.
    """
    try:
        unpacked = sum(entry.file_size for entry in zipfile.ZipFile(io.BytesIO(data)).infolist())
        if unpacked > MOST_UNPACKED:
            raise DamagedFile("This Word file would unpack to far more than a resolution needs.")
        document = docx.Document(io.BytesIO(data))
        numbering = Numbering(_part(document, "numbering"), _part(document, "styles"))
        return tuple(_lines(document.element.body, numbering))
    except DamagedFile:
        raise
    # A damaged file fails in many ways inside the library; for the person they are all one.
    except Exception as error:
        raise DamagedFile("This Word file is damaged and cannot be opened.") from error


def _part(document: Any, name: str) -> Any:
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{name}"):
            part = relation.target_part
            # python-docx leaves the numbering of some writers as bytes
            return part.element if hasattr(part, "element") else parse_xml(part.blob)
    return None


def _lines(body: Any, numbering: Numbering) -> Iterator[Line]:
    read = 0
    for number, found in enumerate(_blocks(body, numbering), start=1):
        for line in found:
            read += len(line.words)
            if read > LONGEST_READ:
                return
            yield replace(line, number=number)
        yield Line(number, 0, "")


def _blocks(holder: Any, numbering: Numbering) -> Iterator[Iterable[Line]]:
    """The lines of each paragraph and of each row in a body, a content control or a cell."""
    for block in _inside(holder, "w:p", "w:tbl"):
        if block.tag == qn("w:p"):
            yield _paragraph(block, numbering)
        else:
            yield from _table(block, numbering)


def _inside(holder: Any, *tags: str) -> Iterator[Any]:
    """The children with these tags, also those that stand in content controls."""
    for child in holder.iterchildren(*map(qn, tags), qn("w:sdt")):
        if child.tag == qn("w:sdt"):
            for content in child.iterchildren(qn("w:sdtContent")):
                yield from _inside(content, *tags)
        else:
            yield child


def _table(table: Any, numbering: Numbering) -> Iterator[Iterable[Line]]:
    rows = [list(_inside(row, "w:tc")) for row in _inside(table, "w:tr")]
    said = [[_cell(cell) for cell in row] for row in rows]
    if named := columns_of_names(said):
        yield from ([line_of(0, words)] for words in named)
        return
    for row, cells in zip(rows, said, strict=True):
        filled = [cell for cell, words in zip(row, cells, strict=True) if words]
        if len(filled) == 1:  # a frame around paragraphs
            yield from _blocks(filled[0], numbering)
        else:
            yield from ([line_of(0, words)] for words in row_lines(cells))


def _cell(cell: Any) -> list[str]:
    """The paragraphs of a cell, those of a table in it in their place."""
    said: list[str] = []
    for block in _inside(cell, "w:p", "w:tbl"):
        if block.tag == qn("w:tbl"):
            said += [
                words
                for row in _inside(block, "w:tr")
                for one in _inside(row, "w:tc")
                for words in _cell(one)
            ]
        else:
            said += [
                words for text in printable(_text(block)).split("\n") if (words := " ".join(text.split()))
            ]
    return said


def _paragraph(element: Any, numbering: Numbering) -> Iterator[Line]:
    placed = numbering.place(element)
    texts = printable(_text(element)).split("\n")
    for at, text in enumerate(texts):
        words = re.sub(r" *\t *", "   ", " ".join(text.split(" "))).strip()
        if not words:
            continue
        line = _marked(0, words, indent_of(element), placed) if at == 0 else line_of(0, words)
        slanted = _slanted(element) if at == 0 else None
        yield replace(line, slanted=slanted, whole=at == 0, is_title=_is_title(element))


def _marked(number: int, words: str, indent: int, placed: Numbered | None) -> Line:
    if placed is None:
        return replace(line_of(number, words), indent=indent)
    return listed_line(number, words, placed.marker, (placed.name, placed.depth), indent or placed.indent)


def _text(element: Any) -> str:
    said: list[str] = []
    for child in element.iterchildren():
        if child.tag in _NOT_READ:
            continue
        if child.tag == qn("w:t"):
            said.append(child.text or "")
        elif child.tag in _MARKS:
            said.append(_MARKS[child.tag])
        else:
            said.append(_text(child))
    return "".join(said)


def _slanted(paragraph: Any) -> int:
    """Count the characters at the start whose runs are italic, bold or underlined."""
    count = 0
    for run in paragraph.iter(qn("w:r")):
        text = _text(run)
        properties = run.find(qn("w:rPr"))
        set_off = properties is not None and any(_is_on(properties.find(tag)) for tag in _SET_OFF)
        if text.strip() and not set_off:
            break
        count += len(text)
    return count


def _is_title(paragraph: Any) -> bool:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val")) == "Title"


def _is_on(element: Any) -> bool:
    return element is not None and element.get(qn("w:val")) not in ("0", "false", "none", "off")
