"""Word files whose tables hold content controls and tables: nothing is lost or run together."""

import io
from typing import Any

import docx
from docx.oxml import OxmlElement

from resolutions.reading.word import word_lines


def words(document: Any) -> list[str]:
    """What is read of a Word file, without empty lines."""
    file = io.BytesIO()
    document.save(file)
    return [line.words for line in word_lines(file.getvalue()) if line.words]


def controlled(element: Any) -> None:
    """Put an element into a content control, in its place."""
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    element.addprevious(control)
    control.append(content)
    content.append(element)


def test_cells_and_rows_in_content_controls_are_read() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for at, text in enumerate(("Committee:", "Council of Ports", "Topic:", "Harbours")):
        table.cell(at // 2, at % 2).text = text
    controlled(table.rows[0].cells[0]._tc)
    controlled(table.rows[1]._tr)
    assert words(document) == ["Committee: Council of Ports", "Topic: Harbours"]


def test_the_words_of_a_table_in_a_cell_stay_apart() -> None:
    document = docx.Document()
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text = "1"
    inner = row.cells[1].add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Urges", "all states to act"
    assert words(document) == ["Urges", "all states to act"], "the number is no word"
