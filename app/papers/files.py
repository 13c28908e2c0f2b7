"""Resolutions in files: one is read from PDF, Word, HTML, Markdown or text, and written in five forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Literal, assert_never

from app.printing.faces import FACES
from delegations.study_guides.command import read_path
from delegations.study_guides.limits import read_limited
from delegations.study_guides.reading import GuideText, Unreadable
from delegations.study_guides.reading.plain import decode
from resolutions.document import Document
from resolutions.findings import Finding
from resolutions.reading import (
    DamagedFile,
    ReadResolution,
    read,
    read_html,
    read_open_document,
    read_word,
)
from resolutions.rendering.akn import render_akn
from resolutions.rendering.html import render_page
from resolutions.rendering.layout import Heading
from resolutions.rendering.pdf import render_pdf
from resolutions.rendering.text import render_text
from resolutions.rendering.word import render_word
from resolutions.rendering.words import WORDS

Form = Literal["docx", "pdf", "html", "text", "akn"]
_CALLED = {"docx": "Word", "odt": "OpenDocument"}


def read_resolution(data: bytes, file_name: str) -> ReadResolution:
    """Read a resolution from the bytes of a file; a text that is none gives no document and says so.

    The confined reader of strange files goes first: it judges the format, opens PDF and Word in a process
    with little time and memory, and refuses what is no text. Only what it got through is opened here.
    Raises Unreadable, which has a sentence.
    """
    return _from(read_limited(data, file_name), data)


def read_resolution_at(path: Path) -> ReadResolution:
    """Read a resolution from the file at `path`, as `read_resolution` does; raises OSError as well."""
    text = read_path(path)
    return _from(text, path.read_bytes())


def written(
    document: Document,
    heading: Heading,
    form: Form,
    at: datetime,
    line_numbers: bool = False,
    language: str = "en",
) -> bytes:
    """Write a document in one of the five forms; `at` is the time of its making, with its zone."""
    words = WORDS.get(language, WORDS["en"])
    match form:
        case "docx":
            return render_word(document, heading, at, line_numbers, words, language)
        case "pdf":
            return render_pdf(document, heading, str(FACES), at, line_numbers, words, language)
        case "html":
            return render_page(document, heading, words, language).encode()
        case "text":
            return render_text(document, heading, line_numbers, words).encode()
        case "akn":
            return render_akn(document, heading, at.date(), language)
        case _:
            assert_never(form)


def heading_of(found: ReadResolution) -> Heading:
    """The head of what was read."""
    return Heading(found.committee, found.symbol, found.sponsors, found.signatories)


def _from(text: GuideText, data: bytes) -> ReadResolution:
    try:
        found = _read_as(text, data)
    except DamagedFile as error:  # in a part that only the lists need
        raise Unreadable("damaged", format=_CALLED[text.format]) from error
    of_the_file = tuple(
        Finding("of_the_file", finding.severity, finding.line, values={"words": finding.text})
        for finding in text.findings
    )
    return replace(found, findings=(*of_the_file, *found.findings))


def _read_as(text: GuideText, data: bytes) -> ReadResolution:
    match text.format:
        case "docx":
            return read_word(data)
        case "odt":
            return read_open_document(data)
        case "html":
            return read_html(decode(data)[0])
        case "pdf":
            return read("\n".join(line.text for line in text.lines))
        case _:
            return read(decode(data)[0])
