"""Lists as they come from files and the clipboard: by styles, in tables, with marks of Word and Google."""

import io
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from resolutions.reading import ReadResolution, read, read_html, read_word
from resolutions.rendering.text import render_text

PASTED = Path(__file__).parent / "pasted"
WANTED = """\
Title: Notice of flights
Sponsors: Ghana; Peru

The Council,

Recalling the Compact of 2018,

1. Requests States to give notice of:
    (a) flights:
        (i) by day;
        (ii) by night;
    (b) medical needs;

2. Urges donors to pay.
"""


def written(found: ReadResolution) -> str:
    assert found.document is not None
    names = "; ".join(found.sponsors)
    return render_text(found.document).replace("\n\n", f"\nSponsors: {names}\n\n", 1)


@pytest.mark.parametrize("page", sorted(PASTED.glob("*.html")), ids=lambda page: page.stem)
def test_a_list_pasted_from_elsewhere_gives_the_same_tree(page: Path) -> None:
    assert written(read_html(page.read_text("utf-8"))) == WANTED


def test_lists_by_styles_and_a_head_in_a_table() -> None:
    made = docx.Document()
    made.add_paragraph("Notice of flights", style="Title")
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Sponsors:", "Ghana; Peru"
    made.add_paragraph("The Council,")
    made.add_paragraph("Recalling the Compact of 2018,")
    made.add_paragraph("Requests States to give notice of:", style="List Number")
    for text, depth in (("flights:", 1), ("by day;", 2), ("by night;", 2), ("medical needs;", 1)):
        made.add_paragraph(text, style="List Bullet 3" if depth == 2 else "List Bullet 2")
    made.add_paragraph("Urges donors to pay.", style="List Number")
    assert written(read_word(saved(made))) == WANTED


def test_tracked_changes_are_read_as_if_they_were_accepted() -> None:
    made = docx.Document()
    made.add_paragraph("The Council,")
    paragraph = made.add_paragraph("1. Urges ")
    paragraph._p.append(
        parse_xml(
            f"<w:ins {nsdecls('w')} w:id='1' w:author='a'><w:r><w:t>peace</w:t></w:r></w:ins>"  # type: ignore[arg-type]
        )
    )
    paragraph._p.append(
        parse_xml(
            f"<w:del {nsdecls('w')} w:id='2' w:author='a'><w:r><w:delText>war</w:delText></w:r></w:del>"  # type: ignore[arg-type]
        )
    )
    made.sections[0].header.paragraphs[0].text = "1. Urges nothing;"
    found = read_word(saved(made))
    assert found.document is not None
    assert [(c.opening, c.text) for c in found.document.clauses] == [("Urges", "peace")]


def test_what_is_typed_and_what_is_counted_can_stand_in_one_file() -> None:
    made = docx.Document()
    made.add_paragraph("The Council,")
    made.add_paragraph("1.\tRequests notice of:")
    for text in ("flights;", "needs;"):
        made.add_paragraph(text, style="List Bullet")
    made.add_paragraph("2.\tUrges peace.")
    found = read_word(saved(made))
    assert found.document is not None
    assert render_text(found.document).endswith(
        "1. Requests notice of:\n    (a) flights;\n    (b) needs;\n\n2. Urges peace.\n"
    )


def test_an_annex_and_notes_behind_the_text_are_left_out_and_it_is_said() -> None:
    found = read("The Council,\n\n1. Urges peace.\n\nAnnex I\n\n1. Lists\n2. More lists")
    assert found.document is not None
    assert len(found.document.clauses) == 1
    assert [f.rule for f in found.findings] == ["L10p", "annex"] or "annex" in {
        f.rule for f in found.findings
    }


def saved(made: "docx.document.Document") -> bytes:
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()
