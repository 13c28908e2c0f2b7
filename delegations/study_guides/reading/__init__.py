"""Reads the bytes of a guide into numbered lines, judging the format by the content.

PDF, DOCX, ODT, HTML, Markdown and plain text are read. Refused, each with a sentence of `Unreadable`: a file
that is empty, binary, over 20 MB, over 300 pages or 200 000 lines; a ZIP that would unpack to more than
100 times its size, 200 MB or 2000 entries, or is no Word document; a PDF with a password; old .doc; .rtf;
a PDF of pictures without text. Read with a finding: a name whose ending says another format than the
content; text that is not UTF-8 (UTF-16 with or without its mark, else Windows-1252); single NUL
characters, which are dropped (many of them make the file binary).

Ligatures that a program wrote as one character (U+FB00 to U+FB06, as in "ﬁnance") are read as their letters,
and soft hyphens inside a line are dropped; one at its end is a hyphen.
"""

from __future__ import annotations

from pathlib import PurePath

from delegations.said import N_, Said
from delegations.study_guides.guide import Finding
from delegations.study_guides.reading.lines import (
    MAX_BYTES,
    MAX_LINES,
    GuideText,
    Line,
    Progress,
    Unreadable,
    without_ligatures,
)

__all__ = ["GuideText", "Line", "Progress", "Unreadable", "read"]

_ENDINGS = {
    "pdf": ("pdf",), "docx": ("docx", "docm", "dotx"), "html": ("html", "htm", "xhtml"),
    "odt": ("odt",), "markdown": ("md", "markdown"), "text": ("txt", "text", ""),
}  # fmt: skip
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
WRONG_ENDING = N_("The file's name ends in “.{ending}” but its content is {form}; it was read as {form}.")
_PICTURES = {
    b"\x89PNG": "it is a PNG picture", b"\xff\xd8\xff": "it is a JPEG picture",
    b"GIF8": "it is a GIF picture",
    b"\x1f\x8b": "it is a gzip archive", b"7z\xbc\xaf": "it is a 7z archive", b"Rar!": "it is a RAR archive",
    b"\x7fELF": "it is a program", b"MZ\x90": "it is a program", b"SQLite": "it is a database",
}  # fmt: skip


def read(data: bytes, file_name: str, progress: Progress | None = None) -> GuideText:
    """Return the lines of the guide in `data`; `file_name` only helps to tell text from Markdown or HTML.

    `progress` is called after each page of a PDF; other formats are read at once.
    Any bytes at all give a result or `Unreadable`. Raises Unreadable.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable("too-big", megabytes=-(-len(data) // 2**20), limit=MAX_BYTES // 2**20)
    ending = PurePath(file_name.replace("\x00", "")).suffix.lower().lstrip(".")
    text = _read_as(_format(data, ending), data, progress)
    if len(text.lines) > MAX_LINES:
        raise Unreadable("too-many-lines", limit=MAX_LINES)
    if not any(line.text.strip() for line in text.lines):
        raise Unreadable("no-text" if text.format in ("pdf", "docx", "odt", "html") else "empty")
    lines = tuple(map(without_ligatures, text.lines))
    return GuideText(lines, text.format, (*_wrong_ending(text.format, ending), *text.findings))


def _format(data: bytes, ending: str) -> str:
    if not data:
        raise Unreadable("empty")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
        return "odt" if _OPEN_DOCUMENT in data[:200] else "docx"
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise Unreadable("legacy-doc" if ending == "doc" else "encrypted-word")
    if data.startswith(b"{\\rtf"):
        raise Unreadable("rtf")
    for magic, seen in _PICTURES.items():
        if data.startswith(magic):
            raise Unreadable("binary", seen=seen)
    return _text_format(data, ending)


def _text_format(data: bytes, ending: str) -> str:
    beginning = data[:2048].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if beginning.startswith((b"<!doctype html", b"<html")) or (ending in _ENDINGS["html"] and b"<" in data):
        return "html"
    return "markdown" if ending in _ENDINGS["markdown"] else "text"


def _read_as(form: str, data: bytes, progress: Progress | None) -> GuideText:
    # Each library is loaded only when its format comes: a text guide must not pay for PDFium.
    match form:
        case "pdf":
            from delegations.study_guides.reading.pdf import read_pdf

            return read_pdf(data, progress)
        case "docx":
            from delegations.study_guides.reading.word import read_word

            return read_word(data)
        case "odt":
            from delegations.study_guides.reading.open_document import read_open_document

            return read_open_document(data)
        case "html":
            from delegations.study_guides.reading.html import read_html

            return read_html(data)
        case _:
            from delegations.study_guides.reading.plain import read_plain

            return read_plain(data, form)


def _wrong_ending(form: str, ending: str) -> tuple[Finding, ...]:
    if ending in _ENDINGS[form] or (form == "text" and ending not in sum(_ENDINGS.values(), ())):
        return ()
    return (Finding("warn", 0, Said(WRONG_ENDING, ending=ending, form=form)),)
