"""What office programs put around words: tables inside tables, content controls, tracked changes, boxes."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from delegations.study_guides.reading import read

ODT = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
)


def lines_of(document: Any) -> list[str]:
    """The lines of a Word document that python-docx has built, without the empty ones."""
    held = io.BytesIO()
    document.save(held)
    return [line.text for line in read(held.getvalue(), "guide.docx").lines if line.text]


def odt_lines(body: str) -> list[str]:
    """The lines of an OpenDocument text with this body, without the empty ones."""
    held = io.BytesIO()
    content = (
        f"<office:document-content {SPACES}><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("mimetype", ODT)
        file.writestr("content.xml", content)
    return [line.text for line in read(held.getvalue(), "guide.odt").lines if line.text]


def wrapped(tag: str, *elements: Any) -> Any:
    """These elements inside a content control or a tracked change, in their place."""
    wrapper = OxmlElement(tag)
    elements[0].addprevious(wrapper)
    holder = wrapper
    if tag == "w:sdt":
        holder = OxmlElement("w:sdtContent")
        wrapper.append(holder)
    holder.extend(elements)
    return wrapper


def cell(*inside: str) -> str:
    """A cell of an OpenDocument table."""
    return f"<table:table-cell>{''.join(inside)}</table:table-cell>"


def p(words: str) -> str:
    """A paragraph of an OpenDocument text."""
    return f"<text:p>{words}</text:p>"


def table(*rows: str) -> str:
    """An OpenDocument table of rows, each of cells."""
    return (
        f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
    )


def test_a_table_inside_a_word_table_is_read_in_its_place() -> None:
    document = docx.Document()
    outer = document.add_table(rows=2, cols=2)
    outer.cell(0, 0).text, outer.cell(0, 1).text = "Country", "Position"
    outer.cell(1, 0).text = "Ghana"
    holder = outer.cell(1, 1)
    holder.text = "In short"
    inner = holder.add_table(rows=2, cols=2)
    for at, words in enumerate(("Harbours", "Asks for help.", "Trade", "Wants it free.")):
        inner.cell(at // 2, at % 2).text = words
    holder.add_paragraph("That is all.")
    document.add_paragraph("After the table.")
    assert lines_of(document) == [
        "Country\tPosition",
        "Ghana\tIn short",
        "Harbours\tAsks for help.",
        "Trade\tWants it free.",
        "That is all.",
        "After the table.",
    ]


def test_a_whole_guide_in_one_cell_of_a_word_table_keeps_its_tables_in_tables_in_tables() -> None:
    document = docx.Document()
    frame = document.add_table(rows=1, cols=1).cell(0, 0)
    middle = frame.add_table(rows=1, cols=1).cell(0, 0)
    middle.add_table(rows=1, cols=2).cell(0, 0).text = "Togo"
    middle.tables[0].cell(0, 1).text = "Agrees with Ghana."
    assert lines_of(document) == ["Togo\tAgrees with Ghana."]


def test_a_table_in_merged_cells_is_read_once() -> None:
    document = docx.Document()
    outer = document.add_table(rows=3, cols=2)
    merged = outer.cell(0, 0).merge(outer.cell(2, 0))
    merged.add_table(rows=1, cols=1).cell(0, 0).text = "Kenya"
    for at, words in enumerate(("one", "two", "three")):
        outer.cell(at, 1).text = words
    assert lines_of(document) == ["Kenya", "one", "two", "three"]


def test_content_controls_in_word_lose_nothing_wherever_they_stand() -> None:
    document = docx.Document()
    document.add_paragraph("Committee: ").add_run("Council of Ports")
    wrapped("w:sdt", document.paragraphs[0].runs[1]._r)
    rows = document.add_table(rows=2, cols=2)
    for at, words in enumerate(("Ghana", "Asks for help.", "Togo", "Agrees.")):
        rows.cell(at // 2, at % 2).text = words
    wrapped("w:sdt", rows.rows[0].cells[0]._tc)
    wrapped("w:sdt", rows.rows[1]._tr)
    assert lines_of(document) == ["Committee: Council of Ports", "Ghana\tAsks for help.", "Togo\tAgrees."]


def test_tracked_changes_in_word_are_read_as_they_would_be_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Ghana asks for ")
    added, gone, moved = (paragraph.add_run(words) for words in ("help", "loans", "elsewhere"))
    paragraph.add_run(" today.")
    wrapped("w:ins", added._r)
    wrapped("w:moveFrom", moved._r)
    for text in wrapped("w:del", gone._r).iter(qn("w:t")):
        text.tag = qn("w:delText")
    assert lines_of(document) == ["Ghana asks for help today."]


def test_a_link_counts_for_what_is_bold() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    link: Any = parse_xml(
        f"<w:hyperlink {nsdecls('w')}><w:r><w:t>as the paper says</w:t></w:r></w:hyperlink>"
    )
    paragraph._p.append(link)
    paragraph.add_run(" Ghana").bold = True
    held = io.BytesIO()
    document.save(held)
    first = next(line for line in read(held.getvalue(), "guide.docx").lines if line.text)
    assert (first.text, first.style, first.bold) == ("as the paper says Ghana", "", (18, 23))


def test_a_table_inside_an_open_document_table_is_read_in_its_place() -> None:
    inner = table(cell(p("Harbours")) + cell(p("Asks for help.")), cell(p("Trade")) + cell(p("Free.")))
    body = table(
        cell(p("Country")) + cell(p("Position")),
        cell(p("Ghana")) + cell(p("In short"), inner, p("That is all.")),
    )
    assert odt_lines(body + p("After.")) == [
        "Country\tPosition",
        "Ghana\tIn short",
        "Harbours\tAsks for help.",
        "Trade\tFree.",
        "That is all.",
        "After.",
    ]


def test_words_of_a_list_and_of_a_box_in_an_open_document_stay_apart() -> None:
    items = "".join(f"<text:list-item>{p(one)}</text:list-item>" for one in ("First point.", "Second point."))
    box = f"<draw:frame><draw:text-box>{p('One line')}{p('and another')}</draw:text-box></draw:frame>"
    body = table(cell(p("Ghana")) + cell(f"<text:list>{items}</text:list>")) + p(f"Before {box}")
    assert odt_lines(body) == ["Ghana\tFirst point. Second point.", "Before One line and another"]
