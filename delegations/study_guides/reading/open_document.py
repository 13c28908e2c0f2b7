"""Reads an OpenDocument text (.odt), as LibreOffice writes it: headings with levels, lists, table rows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from delegations.study_guides.reading.archives import part_names
from delegations.study_guides.reading.bold import Piece, all_bold, joined
from delegations.study_guides.reading.lines import GuideText, Line, Unreadable, filled

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SKIPPED = (f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation")
_WORDS = (f"{_TEXT}p", f"{_TEXT}h")
_DEEPEST = 40


def read_open_document(data: bytes) -> GuideText:
    """Return the paragraphs and table rows of the OpenDocument text in `data`. Raises Unreadable."""
    if "content.xml" not in part_names(data, "OpenDocument"):
        raise Unreadable("damaged", format="OpenDocument")
    try:
        content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml")
        # No entities, no network: what a stranger wrote is only parsed.
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except Exception as error:
        raise Unreadable("damaged", format="OpenDocument") from error
    bold = _bold_styles(root)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    blocks = () if body is None else _blocks(body, bold)
    return GuideText(tuple(Line(number, 1, *block) for number, block in enumerate(blocks, start=1)), "odt")


def _bold_styles(root: etree._Element) -> frozenset[str]:
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for text in style.iter(f"{_STYLE}text-properties")
        if "bold" in [value for key, value in text.attrib.items() if str(key).endswith("}font-weight")]
    )


def _blocks(
    holder: etree._Element, bold: frozenset[str], depth: int = 0
) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    for element in holder.iterchildren(f"{_TEXT}*", f"{_TABLE}*"):
        match str(element.tag).rpartition("}")[2]:
            case "h":
                level = element.get(f"{_TEXT}outline-level", "1")
                yield _words(element), f"heading{level if level in '123456' else 6}", ()
                yield "", "", ()
            case "p":
                yield _paragraph(element, bold, listed="list" in str(holder.tag))
                yield "", "", ()
            case "table-row":
                for line in _row_lines(element):
                    yield line, "row", ()
            case _ if depth < _DEEPEST and element.tag not in _SKIPPED:
                yield from _blocks(element, bold, depth + 1)


def _row_lines(row: etree._Element) -> Iterator[str]:
    """One line with TABs between the cells, and the lines of a table inside a cell in its place."""
    line: list[str] = []
    nested = False
    for cell in row.iterchildren(f"{_TABLE}table-cell"):
        line.append("")
        for block in _cell_blocks(cell):
            if str(block.tag) == f"{_TABLE}table":
                yield from filled(line)
                line, nested = [""], True
                for inner in block.iter(f"{_TABLE}table-row"):
                    if next(inner.iterancestors(f"{_TABLE}table")) is block:
                        yield from _row_lines(inner)
            else:
                line[-1] = f"{line[-1]} {_words(block)}".strip()
    if nested:
        yield from filled(line)
    else:
        yield "\t".join(line)


def _cell_blocks(holder: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs, headings and tables of a cell, also those in lists and sections, in order."""
    for element in holder.iterchildren(f"{_TEXT}*", f"{_TABLE}*"):
        if element.tag in (*_WORDS, f"{_TABLE}table"):
            yield element
        elif element.tag not in _SKIPPED:
            yield from _cell_blocks(element)


def _paragraph(
    element: etree._Element, bold: frozenset[str], *, listed: bool
) -> tuple[str, str, tuple[int, ...]]:
    pieces = list(_pieces(element, bold, heavy=element.get(f"{_TEXT}style-name") in bold))
    words, edges = joined(pieces)
    if all_bold(pieces):
        return words, "bold", ()
    return words, "list" if listed else "", edges


def _words(element: etree._Element) -> str:
    """The text of a paragraph without its notes, blanks single."""
    return joined(_pieces(element))[0]


def _pieces(
    element: etree._Element, bold: frozenset[str] = frozenset(), *, heavy: bool = False
) -> Iterator[Piece]:
    yield element.text or "", heavy
    for child in element:
        if child.tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"):
            yield " ", heavy
        elif child.tag not in _SKIPPED and isinstance(child.tag, str):
            yield " " if child.tag in _WORDS else "", heavy  # paragraphs of a box stand apart
            yield from _pieces(child, bold, heavy=heavy or child.get(f"{_TEXT}style-name") in bold)
        yield child.tail or "", heavy
