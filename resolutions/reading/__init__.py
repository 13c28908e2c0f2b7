"""Reading: the text of a resolution becomes a document, its names and findings; it never fails.

``read`` takes plain text as it is pasted, ``read_html`` a fragment of a page, ``read_word`` a Word file,
``read_open_document`` an OpenDocument text. The library of a format is loaded when its first text comes.
"""

from dataclasses import dataclass, replace

from resolutions.document import MOST_CLAUSES, Document, arranged
from resolutions.findings import Finding
from resolutions.phrases import Language, language_of, part_opened
from resolutions.reading.bare_items import with_bare_items, with_bare_numbers, without_titles
from resolutions.reading.blocks import NUMBERS, Read
from resolutions.reading.cleaning import cleaned
from resolutions.reading.damaged import DamagedFile
from resolutions.reading.form import departures
from resolutions.reading.heading import Head, Heading
from resolutions.reading.labels import labelled
from resolutions.reading.likeness import is_resolution
from resolutions.reading.lines import Line, line_of, with_lone_markers
from resolutions.reading.making import NewUid, doubts, made_of
from resolutions.reading.organ import split_organ
from resolutions.reading.paragraphs import read_clauses

__all__ = [
    "DamagedFile",
    "ReadResolution",
    "read",
    "read_html",
    "read_lines",
    "read_open_document",
    "read_word",
]

_LONGEST_HEAD = 400  # lines; what has no clause by then is another text


@dataclass(frozen=True, slots=True)
class ReadResolution:
    """What was read: the document (None when the text is no resolution), its head, and what was noticed.

    ``findings`` are doubts about the reading; ``form`` is where the source departs from the form of a
    resolution (marks, numbers, italics), all of which the layout has put right.
    """

    document: Document | None
    title: str = ""
    committee: str = ""
    symbol: str = ""
    sponsors: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    form: tuple[Finding, ...] = ()
    language: Language = "en"


def read(text: str, new_uid: NewUid = "c{}".format, language: Language | None = None) -> ReadResolution:
    """Read a resolution from plain text or Markdown with numbered, lettered, roman, bulleted or bare clauses.

    Args:
        text: what was pasted; numbers in it decide the tree and are then computed anew.
        new_uid: gives the uid of the n-th clause, counting from one.
        language: of its opening phrases; None finds it out.

    Returns:
        The best tree there is with findings. ``read(render_text(d))`` gives ``d`` back (but for uids) when
        its paragraphs open with known phrases.
    """
    raw, findings = cleaned(text)
    return read_lines(tuple(line_of(line.number, line.text) for line in raw), new_uid, language, findings)


def read_html(text: str, new_uid: NewUid = "c{}".format, language: Language | None = None) -> ReadResolution:
    """Read a resolution from HTML as it is pasted: the numbers of its lists are counted, not read."""
    from resolutions.reading.markup import html_lines

    return read_lines(html_lines(text), new_uid, language)


def read_word(
    data: bytes, new_uid: NewUid = "c{}".format, language: Language | None = None
) -> ReadResolution:
    """Read a resolution from the bytes of a Word file, as Word or Google Docs wrote it.

    Raises DamagedFile when they are none.
    """
    from resolutions.reading.word import word_lines  # docx is loaded when a Word file comes

    return read_lines(word_lines(data), new_uid, language)


def read_open_document(
    data: bytes, new_uid: NewUid = "c{}".format, language: Language | None = None
) -> ReadResolution:
    """Read a resolution from the bytes of an OpenDocument text (.odt), as LibreOffice writes it.

    Raises DamagedFile when they are none.
    """
    from resolutions.reading.open_document import open_document_lines

    return read_lines(open_document_lines(data), new_uid, language)


def read_lines(
    lines: tuple[Line, ...],
    new_uid: NewUid = "c{}".format,
    language: Language | None = None,
    noticed: list[Finding] | None = None,
) -> ReadResolution:
    """Read a resolution from lines, as ``read`` does; ``noticed`` are findings of the step before."""
    lines = with_lone_markers(lines)
    language = language or language_of(line.words for line in lines)
    lines, titles = without_titles(with_bare_items(with_bare_numbers(lines, language)), language)
    head, body = _split(lines, language)
    clauses, findings = read_clauses(body, head, language)
    heading = head.closed()
    if not is_resolution(clauses, head.plain, heading, findings, language):
        return ReadResolution(None, findings=(Finding("no_resolution", "error"),), language=language)
    return _assembled(clauses, heading, [*(noticed or []), *titles, *findings], new_uid, language)


def _assembled(
    clauses: list[Read], heading: Heading, noticed: list[Finding], new_uid: NewUid, language: Language
) -> ReadResolution:
    made = made_of(clauses[:MOST_CLAUSES], new_uid, language)
    return ReadResolution(
        arranged(Document(heading.title, heading.organ, tuple(made.clauses))),
        heading.title,
        heading.committee,
        heading.symbol.strip(),
        heading.sponsors,
        heading.signatories,
        (*noticed, *doubts(clauses, made, heading)),
        tuple(departures(clauses[:MOST_CLAUSES], made.clauses, heading, language)),
        language,
    )


def _split(lines: tuple[Line, ...], language: Language) -> tuple[Head, tuple[Line, ...]]:
    """Split a text into its head and its body, which begins at the first clause."""
    head = Head()
    for at, line in enumerate(lines[:_LONGEST_HEAD]):
        organ, rest = split_organ(line.words) if line.wrap is None else ("", "")
        if organ and part_opened(rest, language):
            head.said = replace(head.said, organ_line=organ)
            return head, (replace(line, words=rest), *lines[at + 1 :])
        if _opens_body(line, head, language):
            return head, lines[at:]
        head.take(line)
    return head, ()


def _opens_body(line: Line, head: Head, language: Language) -> bool:
    if line.wrap is None and labelled(line.words)[0]:
        return False
    if part_opened(line.words, language) is not None:
        return True
    if line.wrap is None and line.words[:1].isupper() and head.names_organ:
        return True  # what follows "The Council," is its first paragraph, however it opens
    names = head.open_label in ("sponsors", "signatories")
    return line.wrap in NUMBERS and line.value == 1 and not names
