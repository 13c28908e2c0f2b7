"""Reads plain text and Markdown: finds the encoding, then lines, pages, headings and table rows."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from delegations.said import N_, Said
from delegations.study_guides.guide import Finding
from delegations.study_guides.reading.lines import GuideText, Line, Unreadable

CONTROLS = N_("{count} control characters were dropped from the text.")
NOT_UTF8 = N_("Line {line} is not valid UTF-8; the file was read as Windows-1252, so letters may be wrong.")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\u2028\u2029]")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_RULE_ROW = set("|:- \t")
_CONTROL = dict.fromkeys((*range(9), 14, 15, *range(16, 32), 127))


def read_plain(data: bytes, form: str) -> GuideText:
    """Return the lines of text or Markdown in `data`; a form feed begins a new page.

    Raises Unreadable when the bytes are no text.
    """
    text, findings = decode(data)
    if not text.strip():
        raise Unreadable("empty")
    return GuideText(tuple(_lines(text)), form, tuple(findings))


def decode(data: bytes) -> tuple[str, list[Finding]]:
    """Return the text in `data` and what was doubtful about its encoding.

    UTF-8, UTF-16 (by its mark, or by where its zero bytes stand), else Windows-1252.
    Raises Unreadable when more than one character in fifty is a control character.
    """
    findings: list[Finding] = []
    text = _by_encoding(data, findings)
    controls = sum(text.count(chr(code)) for code in _CONTROL)
    if controls * 50 > len(text):
        raise Unreadable("binary", seen="it is full of characters that no text has")
    if controls:
        findings.append(Finding("warn", 0, Said(CONTROLS, count=controls)))
        text = text.translate(_CONTROL)
    return text, findings


def _by_encoding(data: bytes, findings: list[Finding]) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if guessed := _unmarked_utf16(data):
        findings.append(Finding("warn", 0, N_("The file does not name its encoding; it was read as UTF-16.")))
        return data.decode(guessed, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
    findings.append(Finding("warn", line, Said(NOT_UTF8, line=line)))
    return data.decode("cp1252", errors="replace")


def _unmarked_utf16(data: bytes) -> str | None:
    sample = data[:4096]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.6 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.6 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _lines(text: str) -> Iterator[Line]:
    page = 1
    for number, raw in enumerate(_BREAK.split(text), start=1):
        pieces = raw.split("\f")
        words = " ".join(piece for piece in pieces if piece) if len(pieces) > 1 else raw
        page += len(pieces) - 1 if not pieces[0].strip() else 0
        yield _line(number, page, words)
        page += len(pieces) - 1 if pieces[0].strip() else 0


def _line(number: int, page: int, raw: str) -> Line:
    if heading := _HEADING.match(raw):
        words = raw[heading.end() :].rstrip().rstrip("#").rstrip()
        return Line(number, page, words, f"heading{len(heading[1])}")
    stripped = raw.strip()
    if stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 2:
        if set(stripped) <= _RULE_ROW:
            return Line(number, page, "")
        cells = [cell.strip() for cell in stripped[1:-1].split("|")]
        return Line(number, page, "\t".join(cells), "row")
    return Line(number, page, raw.rstrip())
