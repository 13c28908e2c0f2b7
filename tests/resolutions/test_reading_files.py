"""Resolutions in files: what cannot be read is refused with a sentence, what is no resolution says so."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from app.commands.resolutions import check_command, read_command, render_command
from app.papers.files import read_resolution, read_resolution_at
from delegations.study_guides.reading import Unreadable
from resolutions.checking import Terms
from resolutions.reading import DamagedFile, read, read_html, read_open_document, read_word
from resolutions.reading.contract import to_json
from resolutions.reading.word import word_lines
from tests.resolutions.papers import PASTED
from tests.resolutions.test_shapes import SHAPES
from tests.resolutions.wordfiles import open_document, open_document_file, word_file

ROOT = Path(__file__).parent.parent.parent
KEYS = {"title", "body", "preambular", "operative", "sponsors", "signatories", "findings"}


def test_a_word_file_and_a_page_are_read_from_their_bytes(tmp_path: Path) -> None:
    found = read(PASTED)
    assert found.document is not None
    assert read_resolution(word_file(found.document), "paper.docx").document is not None
    path = tmp_path / "paper.html"
    path.write_text(
        "<html><body><p>The Council,</p><ol><li>Urges <b>peace</b>.</li></ol></body></html>", "utf-8"
    )
    page = read_resolution_at(path)
    assert page.document is not None
    assert page.document.clauses[0].text == "peace"


def test_a_word_file_that_is_broken_only_in_its_lists_is_refused_with_a_sentence() -> None:
    found = read(PASTED)
    assert found.document is not None
    whole, broken = zipfile.ZipFile(io.BytesIO(word_file(found.document))), io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name, b"<w:broken" if name == "word/numbering.xml" else whole.read(name))
    with pytest.raises(Unreadable) as refusal:
        read_resolution(broken.getvalue(), "paper.docx")
    assert refusal.value.sentence() == "This Word file is damaged and cannot be opened."


def test_a_word_file_that_unpacks_to_too_much_is_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (65 * 2**20))
    with pytest.raises(DamagedFile, match="unpack"):
        read_word(bomb.getvalue())


def test_commands_print_json_text_and_files(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(PASTED, "utf-8")
    code, text = read_command(path, as_json=True)
    plain = json.loads(text)
    assert code == 0
    assert set(plain) >= KEYS
    assert plain["operative"][1]["number"] == 2
    assert [s["label"] for s in plain["operative"][1]["subclauses"]] == ["(a)", "(b)", "(c)"]
    assert read_command(path, as_json=False)[1].startswith("Draft resolution DR 1.2")
    code, text = check_command(path, True, Terms(organ="The General Assembly"))
    assert (code, "L05") == (0, next(f["rule"] for f in json.loads(text)["findings"] if f["fix"]))
    assert render_command(path, "pdf", line_numbers=True)[1].startswith(b"%PDF")
    path.write_text("Lunch is at noon.", "utf-8")
    for answer in (
        read_command(path, False),
        check_command(path, False, Terms()),
        render_command(path, "pdf", False),
    ):
        assert answer[0] == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        bytes(range(256)) * 40,
    ],
)
def test_bytes_that_are_no_text_end_in_one_sentence(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_resolution(data, "paper.docx")
    assert refusal.value.sentence().endswith(".")
    path = tmp_path / "paper.docx"
    path.write_bytes(data)
    command = [sys.executable, "-m", "app", "resolution", "read", str(path), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_of_word_files_break(data: bytes) -> None:
    with pytest.raises(DamagedFile):
        read_word(data)
    with pytest.raises(DamagedFile):
        read_word(b"PK\x03\x04" + data)


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet=st.sampled_from("<>/olipbr ='\"a1.;:&\x00\ud800Urges "), max_size=300))
def test_no_markup_makes_the_reader_of_pages_break(text: str) -> None:
    to_json(read_html("<ol><li>Urges peace:<ol type='a'><li>now" + text))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.stem)
def test_a_text_cut_anywhere_is_still_read(shape: Path) -> None:
    text = shape.read_text("utf-8")
    for end in range(0, len(text), 7):
        to_json(read(text[:end]))
        to_json(read(text[end:]))


def test_a_deeply_nested_page_and_a_huge_clause_are_read_and_what_was_cut_is_said() -> None:
    deep = read_html("<p>The Council,</p><ol><li>Urges:" + "<ol><li>more:" * 3_000)
    assert deep.document is not None
    assert "too_deep" in {f.rule for f in deep.findings}
    huge = read("The Council,\n\n1. Urges " + "peace " * 3_000 + ";\n2. Asks more.")
    assert huge.document is not None
    assert "clause_too_long" in {f.rule for f in huge.findings}


def test_an_open_document_is_read_with_its_numbers_and_a_damaged_one_is_called_by_its_name() -> None:
    found = read(PASTED)
    assert found.document is not None
    data = open_document(found.document, [f"Title: {found.title}"])
    assert read_resolution(data, "paper.odt").document == found.document
    for cut in (data[:120], data[:300]):
        with pytest.raises(Unreadable) as refusal:
            read_resolution(cut + b"\x00" * 60, "paper.odt")
        assert refusal.value.sentence() == "This OpenDocument file is damaged and cannot be opened."


def test_an_open_document_is_read_without_notes_and_with_what_its_levels_say() -> None:
    body = (
        "<text:p>The Council,</text:p>"
        "<text:list text:style-name='L1'><text:list-item><text:p>Urges<text:note><text:note-body><text:p>not"
        " this</text:p></text:note-body></text:note> peace;</text:p></text:list-item></text:list>"
        "<text:list text:style-name='L1' text:continue-numbering='true'><text:list-item><text:p>Asks:"
        "</text:p><text:list><text:list-item><text:p>for calm;</text:p></text:list-item></text:list>"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Sponsors:</text:p>"
        "</table:table-cell><table:table-cell><text:p>Ghana, Haiti</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    plain = to_json(read_open_document(open_document_file(body)))
    assert [(c["number"], c["text"], len(c["subclauses"])) for c in plain["operative"]] == [
        (1, "peace", 0),
        (2, "", 1),
    ]
    assert plain["sponsors"] == ["Ghana", "Haiti"]


def test_a_table_within_a_table_is_read_once() -> None:
    made = docx.Document()
    cell = made.add_table(1, 1).cell(0, 0)
    cell.text = "The Council,"
    cell.add_table(1, 1).cell(0, 0).text = "Noting the sea,"
    made.add_paragraph("1. Urges peace.")
    file = io.BytesIO()
    made.save(file)
    said = " ".join(line.words for line in word_lines(file.getvalue()))
    assert said.count("Noting the sea") == 1


def test_a_page_deeper_than_the_parser_likes_keeps_what_stands_behind() -> None:
    found = read_html("<p>The Council,</p>" + "<div>" * 1_000 + "<ol><li>Urges peace.</li></ol>")
    assert found.document is not None
    assert found.document.clauses[0].text == "peace"


def test_a_list_that_begins_at_nought_is_counted_from_one() -> None:
    found = read_html(
        "<p>The Council,</p><ol start=0><li>Urges peace:<ol type=a start=0><li>now.</li></ol></ol>"
    )
    assert found.document is not None
    assert [c.text for c in found.document.clauses] == ["peace", "now"]
    assert "L11" not in {f.code for f in found.findings}


def test_reading_text_loads_no_library_of_another_format() -> None:
    said = "import sys, resolutions.reading; sys.exit(any(m in sys.modules for m in ('docx', 'lxml')))"
    assert subprocess.run([sys.executable, "-c", said], cwd=ROOT, check=False).returncode == 0


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "line", ["a" * 200_000 + "\nb-\nc", "Sponsors" + " " * 200_000 + "x", "Sponsors (" + "1" * 99_000]
)
def test_a_long_line_is_read_in_time_that_grows_with_its_length(line: str) -> None:
    to_json(read(line))


def test_a_word_that_a_pdf_breaks_between_two_lines_is_put_together() -> None:
    page = b'#set page(width: 62mm, height: 80mm, margin: 8mm)\n#set text(lang: "en", hyphenate: true)\n'
    page += b"#set par(justify: true)\nThe Council,\n\nRecalling the self-determination of all peoples,\n\n"
    page += b"1\\. Requests the internationalization of administrations, universities and telecommunications."
    clauses = to_json(read_resolution(typst.compile(page), "broken.pdf"))
    assert clauses["preambular"][0]["text"] == "the self-determination of all peoples"
    assert clauses["operative"][0]["text"] == (
        "the internationalization of administrations, universities and telecommunications"
    )
