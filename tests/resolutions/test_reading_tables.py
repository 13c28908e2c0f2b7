"""Tables in files: columns of names, labels beside values, numbers beside clauses, frames around a text."""

import io
from collections.abc import Sequence

import docx

from resolutions.reading import ReadResolution, read_html, read_open_document, read_word
from tests.resolutions.test_drafts import outline
from tests.resolutions.wordfiles import open_document_file

BODY = ["The Council,", "Noting the sea,", "1. Urges peace."]
NAMES = [["Sponsors", "Signatories"], ["Ghana", "Peru"], ["India", "Chile"]]
LABELS = [
    ["Committee", "Legal"],
    ["Topic", "Art"],
    ["Sponsors:", "Ghana, India"],
    ["Signatories", "Peru\nChile"],
]
CLAUSES = [["1.", "Urges peace;"], ["2", "Asks:\n(a) for calm;\n(b) for rest;"], ["3.", "Hopes for more."]]


def word(rows: Sequence[Sequence[str]], behind: Sequence[str], before: Sequence[str] = ()) -> ReadResolution:
    made = docx.Document()
    for text in before:
        made.add_paragraph(text)
    table = made.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    for text in behind:
        made.add_paragraph(text)
    file = io.BytesIO()
    made.save(file)
    return read_word(file.getvalue())


def page(rows: Sequence[Sequence[str]], behind: Sequence[str]) -> ReadResolution:
    cells = ["".join(f"<td><p>{c.replace(chr(10), '</p><p>')}</p></td>" for c in row) for row in rows]
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    return read_html(f"<table>{table}</table>" + "".join(f"<p>{text}</p>" for text in behind))


def office(rows: Sequence[Sequence[str]], behind: Sequence[str]) -> ReadResolution:
    table = ""
    for row in rows:
        cells = ["</text:p><text:p>".join(cell.split("\n")) for cell in row]
        filled = "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in cells)
        table += f"<table:table-row>{filled}</table:table-row>"
    text = "".join(f"<text:p>{words}</text:p>" for words in behind)
    return read_open_document(open_document_file(f"<table:table>{table}</table:table>{text}"))


def test_columns_of_names_are_lists_of_names() -> None:
    for read_as in (word, page, office):
        found = read_as(NAMES, BODY)
        assert (found.sponsors, found.signatories) == (("Ghana", "India"), ("Peru", "Chile")), read_as


def test_a_label_beside_its_value_is_a_line_of_the_head() -> None:
    for read_as in (word, page, office):
        found = read_as(LABELS, BODY)
        assert (found.committee, found.title) == ("Legal", "Art"), read_as
        assert (found.sponsors, found.signatories) == (("Ghana", "India"), ("Peru", "Chile")), read_as


def test_numbers_in_a_column_of_their_own_count_the_clauses() -> None:
    tree = list(outline(word(CLAUSES, (), BODY[:2])))
    assert tree[1:] == [
        "P Noting | the sea",
        "O Urges | peace",
        "O Asks | ",
        "  - for calm",
        "  - for rest",
        "O Hopes | for more",
    ]


def test_a_frame_around_the_text_is_no_row() -> None:
    assert list(outline(word([["\n".join(BODY)]], ()))) == [
        "body: The Council",
        "P Noting | the sea",
        "O Urges | peace",
    ]


def test_a_paragraph_with_the_style_of_a_title_that_names_the_paper_is_its_symbol() -> None:
    made = docx.Document()
    made.add_heading("Draft Resolution 1.2", 0)
    for text in ("Topic: Street vendors", *BODY):
        made.add_paragraph(text)
    file = io.BytesIO()
    made.save(file)
    found = read_word(file.getvalue())
    assert (found.symbol, found.title) == ("1.2", "Street vendors")
