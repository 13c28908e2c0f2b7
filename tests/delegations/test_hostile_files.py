"""Files that no organiser means to send: each gives one clear sentence, or is read with a finding."""

import io
import json
import os
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from delegations.study_guides.command import guide_command
from delegations.study_guides.guide import from_json, to_json
from delegations.study_guides.limits import read_limited
from delegations.study_guides.reading import GuideText, Unreadable, read
from delegations.study_guides.understanding import understand

GUIDE = "Topic: Rain\n\nCountry positions\n\nGhana: It wants rain.\n\nPeru: It wants less of it.\n"
# A PDF whose trailer names an encryption dictionary: nobody knows the password, not even this test.
LOCKED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[(aaaaaaaaaaaaaaaa)(aaaaaaaaaaaaaaaa)]/Size 4>>\n%%EOF\n"
)


def word_file(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def archive(entries: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name, data)
    return held.getvalue()


def refusal(data: bytes, name: str = "guide.txt") -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(data, name)
    sentence = caught.value.sentence()
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return caught.value


REFUSED = {
    "empty": (b"", "guide.txt"),
    "only blanks": (b" \n\t\n ", "guide.txt"),
    "binary": (bytes(range(256)) * 64, "guide.txt"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "guide.pdf"),
    "bomb": (archive({"word/document.xml": b"\x00" * 60_000_000}), "guide.docx"),
    "bomb of many": (archive({f"word/{n}.xml": b"" for n in range(2100)}), "guide.docx"),
    "zip": (archive({"notes.txt": b"hello"}), "guide.docx"),
    "torn zip": (b"PK\x03\x04 and then nothing", "guide.docx"),
    "locked": (LOCKED, "guide.pdf"),
    "torn pdf": (b"%PDF-1.7\nnothing follows", "guide.pdf"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, "guide.doc"),
    "rich text": (b"{\\rtf1 Ghana}", "guide.rtf"),
    "many nuls": (b"G\x00\x00\x00h\x00\x00\x00" * 50, "guide.txt"),
    "empty page": (b"<html><body><script>1</script></body></html>", "guide.html"),
}
IDS = {
    "empty": "empty", "only blanks": "empty", "binary": "binary", "picture": "binary", "bomb": "bomb",
    "bomb of many": "bomb", "zip": "not-word", "torn zip": "damaged", "locked": "encrypted",
    "torn pdf": "damaged",
    "old word": "legacy-doc", "rich text": "rtf", "many nuls": "binary", "empty page": "no-text",
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_each_is_refused_with_its_own_sentence(case: str, tmp_path: Path) -> None:
    data, name = REFUSED[case]
    assert refusal(data, name).message == IDS[case]
    path = tmp_path / name
    path.write_bytes(data)
    for as_json in (False, True):
        assert guide_command(path, as_json) == (2, refusal(data, name).sentence())


def test_thirty_megabytes_are_too_many(tmp_path: Path) -> None:
    path = tmp_path / "guide.txt"
    path.write_bytes(b"Ghana wants rain. \n" * (30 * 2**20 // 19))
    assert guide_command(path, as_json=True) == (2, "This file has 30 MB; a guide may have at most 20 MB.")


def test_a_missing_file_a_folder_and_a_pipe_are_said_plainly(tmp_path: Path) -> None:
    assert guide_command(tmp_path / "none.pdf", False)[0] == 2
    assert guide_command(tmp_path / "no\x00ne.pdf", False)[0] == 2
    assert guide_command(tmp_path, False) == (2, f"{tmp_path.name} is a folder; name a file.")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert guide_command(pipe, False)[0] == 2


def test_a_file_is_judged_by_its_content_and_the_wrong_ending_is_said() -> None:
    text = read(word_file("Country positions", "Ghana", "It wants rain."), "guide.txt")
    assert text.format == "docx"
    assert "ends in" in text.findings[0].text
    assert [one.iso2 for one in understand(text).stakeholders] == ["GH"]
    assert read(GUIDE.encode(), "guide.pdf").findings[0].severity == "warn"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (GUIDE.encode("utf-8-sig"), ""),
        (GUIDE.encode("utf-16"), ""),
        (GUIDE.encode("utf-16-le"), "read as UTF-16"),
        (GUIDE.replace("Peru", "Perú").encode("cp1252"), "Windows-1252"),
        (GUIDE.replace("rain.", "ra\x00in.").encode(), "dropped"),
        (GUIDE.replace("\n", "\r\n").encode(), ""),
    ],
)
def test_odd_encodings_are_read_and_said(data: bytes, said: str) -> None:
    text = read(data, "guide.txt")
    assert any(said in finding.text for finding in text.findings) if said else text.findings == ()
    assert next(one.iso2 for one in understand(text).stakeholders) == "GH"


def test_one_line_of_200_kilobytes_is_read() -> None:
    line = "Country positions. " + "Ghana wants rain, and Peru does not. " * 5500
    guide = understand(read(line.encode(), "guide.txt"))
    assert guide.stakeholders == ()


def test_text_from_right_to_left_is_read() -> None:
    arabic = "المواقف\n\nغانا\n\nتريد المطر.\n" * 20
    guide = understand(read(arabic.encode(), "guide.txt"))
    assert guide.stakeholders == ()
    assert from_json(json.loads(json.dumps(to_json(guide)))) == guide


def test_the_limited_reader_gives_the_same_lines_and_the_same_refusals() -> None:
    assert read_limited(GUIDE.encode(), "guide.txt") == read(GUIDE.encode(), "guide.txt")
    with pytest.raises(Unreadable) as caught:
        read_limited(LOCKED, "guide.pdf")
    assert caught.value.message == "encrypted"


def test_a_reader_that_takes_too_long_or_too_much_is_stopped() -> None:
    heavy = b"\n".join(b"Ghana %d wants rain." % n for n in range(190_000))
    with pytest.raises(Unreadable) as caught:
        read_limited(heavy, "guide.txt", megabytes=40)
    assert caught.value.message in ("too-heavy", "reader-failed")
    page = b"<html>" + b"<p>Ghana wants rain</p>" * 800_000
    with pytest.raises(Unreadable) as caught:
        read_limited(page, "guide.html", seconds=1, megabytes=4096)
    assert caught.value.message in ("too-slow", "too-many-lines")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(
        st.binary(max_size=3000),
        st.text(max_size=1500).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.binary(max_size=400).map(lambda tail: b"%PDF-1.4\n" + tail),
        st.binary(max_size=400).map(lambda tail: b"PK\x03\x04" + tail),
        st.binary(max_size=400).map(lambda tail: b"<html><body>" + tail),
        st.binary(max_size=400).map(lambda tail: word_file("Ghana")[:-200] + tail),
    ),
    st.sampled_from(["a.txt", "a.pdf", "a.docx", "a.html", "a.md", "", "\x00", "a.doc"]),
)
@example(b"<?xml version='1.0'?><html>", "a.html")
@example(b"\xff\xfe", "a.txt")
@example(b"\x0c\x0c\x0c", "a.txt")
def test_any_bytes_at_all_give_a_guide_or_a_sentence(data: bytes, name: str) -> None:
    try:
        text = read(data, name)
    except Unreadable as refused:
        assert refused.sentence().endswith(".")
        return
    assert isinstance(text, GuideText)
    guide = understand(text)
    assert from_json(json.loads(json.dumps(to_json(guide)))) == guide


PIECES = st.sampled_from(
    [
        "Country positions", "# Positions", "## Ghana", "Ghana", "Ghana: It wants rain.",
        "**Peru** Wants none.", "",
        "Western Bloc", "Members: France, Germany,", "Spain and Italy", "Korea", "Unites States",
        "Country\tPosition",
        "Chad\tWaits.", "\tgoes on", "[1] See the note.", "____", "12", "Page 3 of 9", "***",
        "- a point (IOM, 2024)",
        "Guiding questions", "1. Why?", "References", "Smith, J. (2019). Rain.", "inter-", "national", "\x0c",
        "France, Spain and Portugal. They agree.", "((((", "A/RES/1/2", "Contents", "Ghana .... 4",
        "NGOs", "RAIN (R)",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_any_order_of_a_guides_parts_is_understood_somehow(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    if not text.strip():
        return
    guide = understand(read(text.encode(), "guide.md"))
    printed = " ".join(text.split())
    for one in guide.stakeholders:
        assert one.line >= 1
        assert one.iso2 is None or one.name_as_printed.split()[0] in printed
    assert from_json(json.loads(json.dumps(to_json(guide)))) == guide
