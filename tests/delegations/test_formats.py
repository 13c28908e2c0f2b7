"""The same positions from a Word file, a web page and a PDF: the layout of a file is not its content."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from delegations.study_guides.reading import GuideText, read
from delegations.study_guides.reading.cells import Printed, with_cells
from delegations.study_guides.understanding import understand

ROWS = [
    ("Republic of Ghana", "Asks for help with harbours. Togo agrees with it."),
    ("Korea (South)", "Builds ships that burn ammonia."),
    ("Bosnia & Herzegovina", "Has twenty kilometres of coast."),
]


def codes(text: GuideText) -> list[tuple[str | None, str]]:
    return [(one.iso2, one.position) for one in understand(text).stakeholders]


EXPECTED = [("GH", ROWS[0][1]), ("KR", ROWS[1][1]), ("BA", ROWS[2][1])]


def word(document: object) -> GuideText:
    held = io.BytesIO()
    document.save(held)  # type: ignore[attr-defined]
    return read(held.getvalue(), "guide.docx")


def test_a_word_table() -> None:
    document = docx.Document()
    document.add_heading("Country Positions", 1)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Country", "Position"
    for name, position in ROWS:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, position
    document.add_heading("References", 1)
    document.add_paragraph("Lloyd, A. (2021). Ships. Press.")
    text = word(document)
    assert "Republic of Ghana\tAsks for help with harbours. Togo agrees with it." in [
        line.text for line in text.lines
    ]
    assert codes(text) == EXPECTED


def test_a_word_file_whose_headings_are_plain_capitals() -> None:
    document = docx.Document()
    for paragraph in (
        "COUNTRY POSITIONS",
        *(part for name, said in ROWS for part in (name.upper(), said)),
        "SOURCES",
        "None.",
    ):
        document.add_paragraph(paragraph)
    assert codes(word(document)) == EXPECTED


def test_a_web_page_with_headings_and_one_with_a_table() -> None:
    headed = "".join(f"<h3>{name}</h3><p>{said}</p>" for name, said in ROWS).replace("&", "&amp;")
    rows = "".join(f"<tr><td>{name}</td><td><p>{said}</p></td></tr>" for name, said in ROWS).replace(
        "&", "&amp;"
    )
    for body in (headed, f"<table><tr><th>Country</th><th>Position</th></tr>{rows}</table>"):
        page = f"<!doctype html><h2>Positions</h2>{body}<h2>Sources</h2><script>x</script>"
        assert codes(read(page.encode(), "guide.html")) == EXPECTED


def minimal_pdf(lines: list[tuple[int, int, str, str]]) -> bytes:
    """A one-page PDF with each line at (x, y) in font F1 or, bold, F2."""
    drawn = "".join(f"BT /{font} 11 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, font, text in lines)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 "
        "R/F2 6 0 R>>>>>>",
        f"<</Length {len(drawn)}>>stream\n{drawn}endstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>",
    ]  # fmt: skip
    body = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Root 1 0 R/Size 7>>\nstartxref\n{len(body)}\n%%EOF\n"
    body += f"xref\n0 7\n0000000000 65535 f \n{table}{end}"
    return body.encode("latin-1")


def test_a_pdf_with_a_heading_for_each_state() -> None:
    lines, height = [(50, 800, "F2", "Country Positions")], 770
    for name, said in ROWS:
        lines += [(50, height, "F2", name), (50, height - 14, "F1", said)]
        height -= 50
    text = read(minimal_pdf(lines), "guide.pdf")
    assert text.format == "pdf"
    assert {line.page for line in text.lines} == {1}
    assert codes(text) == EXPECTED


def test_a_pdf_with_a_table() -> None:
    lines, height = (
        [(50, 800, "F2", "Country Positions"), (50, 770, "F2", "Country"), (250, 770, "F2", "Position")],
        740,
    )
    for name, said in ROWS:
        first, last = name.rsplit(" ", 1)
        lines += [(50, height, "F1", first), (50, height - 14, "F1", last), (250, height, "F1", said)]
        height -= 50
    assert codes(read(minimal_pdf(lines), "guide.pdf")) == EXPECTED


def test_two_columns_of_prose_are_no_table() -> None:
    left = [
        Printed(1, "Ghana asks for help with its harbours and more.", 11, False, 700.0 - 14 * n, 50, 280)
        for n in range(20)
    ]
    right = [
        Printed(1, "Togo agrees with Ghana in all of these matters.", 11, False, 700.0 - 14 * n, 300, 540)
        for n in range(20)
    ]
    assert with_cells([*left, *right]) == [*left, *right]


@pytest.mark.parametrize("mark", ["**", ""])
def test_three_states_in_one_paragraph(mark: str) -> None:
    paragraph = " ".join(f"{mark}{name}{mark} {said}" for name, said in (
        ("Republic of Ghana", "Asks for help with harbours. Togo agrees with it."), ("Japan",
        "Builds ships that burn ammonia."),
        ("The Bahamas", "Hold a large register."),
    ))  # fmt: skip
    assert codes(read(f"Country positions\n\n{paragraph}\n".encode(), "a.txt")) == [
        ("GH", ROWS[0][1]), ("JP", ROWS[1][1]), ("BS", "Hold a large register."),
    ]  # fmt: skip


def test_a_word_file_with_a_content_control_and_a_text_box() -> None:
    document = docx.Document()
    cover = document.add_paragraph("Background Guide")
    boxed = (
        f'<w:r {nsdecls("w")}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>Committee on Fisheries</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    )
    cover._p.append(parse_xml(boxed))  # type: ignore[arg-type]
    document.add_heading("Country Positions", 1)
    for name, said in ROWS:
        heading, text = document.add_heading(name, 2), document.add_paragraph(said)
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
        heading._p.addprevious(control)
        control[0].extend([heading._p, text._p])
    text_of = word(document)
    assert codes(text_of) == EXPECTED
    assert understand(text_of).committee == "Committee on Fisheries"


def open_document(body: str) -> bytes:
    """An OpenDocument text as LibreOffice packs it, with `body` as its content."""
    names = {
        "office": "office", "text": "text", "table": "table", "style": "style", "fo": "xsl-fo-compatible",
    }  # fmt: skip
    spaces = " ".join(
        f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for key, n in names.items()
    )
    styles = (
        '<office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/>'
        "</style:style></office:automatic-styles>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        content = f"<office:body><office:text>{body}</office:text></office:body>"
        file.writestr(
            "content.xml", f"<office:document-content {spaces}>{styles}{content}</office:document-content>"
        )
    return held.getvalue()


def test_an_open_document_with_headings_with_a_table_and_with_bold_beginnings() -> None:
    title = '<text:h text:outline-level="1">Country Positions</text:h>'
    end = '<text:h text:outline-level="1">References</text:h><text:p>None.</text:p>'
    safe = [(name.replace("&", "&amp;"), said) for name, said in ROWS]
    headed = "".join(
        f'<text:h text:outline-level="2">{name}</text:h><text:p>{said}</text:p>' for name, said in safe
    )
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = [
        f"<table:table-row>{cell.format(a)}{cell.format(b)}</table:table-row>"
        for a, b in [("Country", "Position"), *safe]
    ]
    table = f"<table:table>{''.join(rows)}</table:table>"
    note = "<text:note><text:note-citation>1</text:note-citation></text:note>"
    leads = "".join(
        f'<text:list><text:list-item><text:p><text:span text:style-name="T1">{name}:</text:span> '
        f"{said}{note}</text:p></text:list-item></text:list>"
        for name, said in safe
    )
    for body in (headed, table, leads):
        text = read(open_document(title + body + end), "guide.odt")
        assert (text.format, text.findings) == ("odt", ())
        assert codes(text) == EXPECTED
