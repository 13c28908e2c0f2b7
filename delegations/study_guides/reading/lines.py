"""A guide as numbered lines, and the reasons for which a file cannot become that."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from delegations.said import N_, Said
from delegations.study_guides.guide import Finding

MAX_BYTES = 20 * 1024 * 1024
MAX_PAGES = 300
MAX_LINES = 200_000

_WRITTEN_AS_ONE = re.compile("[\ufb00-\ufb06\xad]")

Progress = Callable[[int, int], None]  # called with the page that has been read, and how many there are


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; a table row is one line with a TAB between cells.

    `number` and `page` count from 1. `style` is "" or what the format says of the line: "title",
    "heading1" to "heading6" (in a PDF by size), "bold", "list", "toc", "row", "note" (in small type at the
    foot of a PDF's page). `bold` says where the parts in bold begin and end, in turn, when not all is bold.
    """

    number: int
    page: int
    text: str
    style: str = ""
    bold: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class GuideText:
    """All lines of a file, the format it was read as ("pdf", "docx", "odt", "html", "markdown", "text")."""

    lines: tuple[Line, ...]
    format: str
    findings: tuple[Finding, ...] = field(default=())


def without_ligatures(line: Line) -> Line:
    """Return the line with the letters that a ligature's character stands for, and without soft hyphens."""
    if not _WRITTEN_AS_ONE.search(line.text):
        return line
    bold = tuple(len(_letters(line.text[:edge])) for edge in line.bold)
    return replace(line, text=_letters(line.text), bold=bold)


def _letters(text: str) -> str:
    text = f"{text[:-1]}-" if text.endswith("\xad") else text
    return _WRITTEN_AS_ONE.sub(lambda found: unicodedata.normalize("NFKC", found[0]).strip("\xad"), text)


def filled(cells: list[str]) -> Iterator[str]:
    """Yield the line of the cells before or after a table in a table, where there are words in any."""
    if any(cells):
        yield "\t".join(cells).strip("\t")


_SENTENCES = {
    "empty": N_("This file is empty."),
    "no-text": N_(
        "This file holds no text that can be read; if it is a scan, please use a version with text."
    ),
    "too-big": N_("This file has {megabytes} MB; a guide may have at most {limit} MB."),
    "too-many-pages": N_("This file has {pages} pages; a guide may have at most {limit}."),
    "too-many-lines": N_("This file has more than {limit} lines, too many for a guide."),
    "binary": N_("This file is not text that can be read: {seen}."),
    "bomb": N_("This {format} file was refused because it would unpack to far more than its size."),
    "not-word": N_("This file is a ZIP archive but not a Word document ({seen})."),
    "encrypted": N_("This PDF is locked with a password; please save it without one."),
    "encrypted-word": N_(
        "This Word file is locked or in an old format; save it as .docx without a password."
    ),
    "legacy-doc": N_("This is an old Word file (.doc); please save it as .docx or PDF."),
    "rtf": N_("This is a Rich Text file (.rtf); please save it as .docx or PDF."),
    "damaged": N_("This {format} file is damaged and cannot be opened."),
    "too-slow": N_("Reading this file took longer than {seconds} seconds and was stopped."),
    "too-heavy": N_("Reading this file needed more memory than is allowed and was stopped."),
    "cancelled": N_("Reading this file was stopped, as you asked."),
    "reader-failed": N_("This file made the reader fail; please try it in another format."),
}


SEEN = (
    N_("it has no word/document.xml"),
    N_("it is full of characters that no text has"),
    N_("it is a PNG picture"),
    N_("it is a JPEG picture"),
    N_("it is a GIF picture"),
    N_("it is a gzip archive"),
    N_("it is a 7z archive"),
    N_("it is a RAR archive"),
    N_("it is a program"),
    N_("it is a database"),
)
"""What may stand in a sentence as `seen`."""


class Unreadable(Exception):
    """A file that cannot be read; `message` is an id, `values` fill its sentence."""

    def __init__(self, message: str, **values: str | int) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def sentence(self) -> Said:
        """Return the reason, one sentence for the person who chose the file."""
        seen = {name: Said(value) if value in SEEN else value for name, value in self.values.items()}
        return Said(_SENTENCES[self.message], **seen)
