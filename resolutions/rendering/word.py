"""Word file of a document; its numbers are Word's own, so that what is moved there is renumbered."""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from resolutions.document import Document
from resolutions.rendering.layout import Heading, LaidOut, listed_names, masthead, with_organ
from resolutions.rendering.word_lists import Lists
from resolutions.rendering.word_styles import styled
from resolutions.rendering.words import ENGLISH

_WIDTH = Cm(15.3)


def render_word(
    document: Document,
    heading: Heading,
    at: datetime,
    line_numbers: bool = False,
    words: Mapping[str, str] = ENGLISH,
    language: str = "en",
) -> bytes:
    """Write a document as a Word file (.docx) on A4.

    Args:
        document: what is written.
        heading: what stands above it; its note stands at the foot of each page.
        at: the time that the file names as that of its making.
        line_numbers: count the lines of the file in the margin.
        words: for what the page adds itself.
        language: of the text, for Word's spelling.
    """
    made = docx.Document()
    styled(made, language)
    _properties(made, document, heading, at, language)
    _page(made, heading, line_numbers, words)
    _head(made, document, heading, words)
    lists = Lists(made)
    for row in with_organ(document, heading, language):
        if isinstance(row, str):
            _paragraph(made, "Preambular").add_run(row).italic = True
            continue
        for clause in _with_children(row):
            _clause(made, clause, lists)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _properties(made: Any, document: Document, heading: Heading, at: datetime, language: str) -> None:
    properties = made.core_properties
    properties.title, properties.subject = document.title[:255], heading.symbol[:255]
    properties.author = properties.last_modified_by = heading.committee[:255]
    properties.comments = ""
    properties.language = language
    properties.created = properties.modified = at.astimezone(UTC)  # the library writes no zone


def _page(made: Any, heading: Heading, line_numbers: bool, words: Mapping[str, str]) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2.7)
    section.top_margin, section.bottom_margin = Cm(2.7), Cm(2.5)
    section.different_first_page_header_footer = True
    _line(section.header.paragraphs[0], *masthead(heading, words))
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        _line(paragraph, heading.note, "")
        _field(paragraph, "PAGE")
        paragraph.add_run(" / ")
        _field(paragraph, "NUMPAGES")
    if line_numbers:
        number = f'<w:lnNumType {nsdecls("w")} w:countBy="1" w:restart="continuous" w:distance="400"/>'
        _before(section._sectPr, parse_xml(number), "w:pgNumType", "w:cols", "w:titlePg", "w:docGrid")


def _before(parent: Any, element: Any, *followers: str) -> None:
    """Put an element where the schema wants it: before the first of those that follow it."""
    tags = {qn(tag) for tag in followers}
    follower = next((child for child in parent if child.tag in tags), None)
    if follower is None:
        parent.append(element)
    else:
        follower.addprevious(element)


def _line(paragraph: Any, left: str, right: str) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{left}\t{right}")


def _field(paragraph: Any, name: str) -> None:
    field = f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))


def _head(made: Any, document: Document, heading: Heading, words: Mapping[str, str]) -> None:
    if heading.committee or heading.symbol:
        _line(_paragraph(made, "Masthead"), *masthead(heading, words))
    if document.title:
        _paragraph(made, "Title").add_run(document.title)
    rows = (
        (words["sponsors"], heading.sponsors),
        (words["signatories"], heading.signatories),
    )
    for label, names in rows:
        if names:
            _named(_paragraph(made, "Names"), label, names)


def _paragraph(made: Any, style: str) -> Any:
    """Add a paragraph; its style goes by id, as python-docx looks a name up through all styles."""
    paragraph = made.add_paragraph()
    paragraph._p.style = style
    return paragraph


def _named(paragraph: Any, label: str, names: Sequence[str]) -> None:
    run = paragraph.add_run(f"{label}: ")
    run.font.color.rgb = RGBColor(0x46, 0x4B, 0x57)
    paragraph.add_run(listed_names(names))
    paragraph.paragraph_format.space_after = Pt(3)


def _with_children(row: LaidOut) -> Iterator[LaidOut | tuple[LaidOut, str]]:
    """A clause, its list, and the words behind the list, in reading order."""
    yield row
    for below in row.children:
        yield from _with_children(below)
    if row.text_after:
        yield row, row.words_after()


def _clause(made: Any, clause: LaidOut | tuple[LaidOut, str], lists: Lists) -> None:
    if isinstance(clause, tuple):
        row, words = clause
        paragraph = _paragraph(made, "Clause")
        paragraph.add_run(words)
        paragraph.paragraph_format.left_indent = lists.indent(row)
        return
    paragraph = _paragraph(made, "Clause" if clause.number else "Preambular")
    if clause.opening:
        paragraph.add_run(clause.opening).italic = True
    paragraph.add_run(clause.words()[len(clause.opening) :])
    paragraph.paragraph_format.keep_with_next = bool(clause.children) or None
    lists.count(paragraph, clause)
