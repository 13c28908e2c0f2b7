"""Collects the entries of a guide's list of sources, each in one line, whatever shape the list has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from delegations.names import fold
from delegations.study_guides.understanding.composed import perhaps_sources
from delegations.study_guides.understanding.furniture import is_source
from delegations.study_guides.understanding.headings import Heading
from delegations.study_guides.understanding.joining import continued
from delegations.study_guides.understanding.rows import Row

_DATED = re.compile(r"\((?:(?:18|19|20)\d\d|n\. ?d\.|s\. ?f\.)")
_NUMBER = re.compile(r"\s*[\[(]?(\d{1,3})[\]).:]{0,2}\s+\S")
_MARKED = re.compile(r"\s*(?:\[\^?\d{1,3}\]|\(\d{1,3}\)\s|[¹²³⁰⁴-⁹]|\d{1,3}[.)]\s|[-•]\s)")
_ADDRESS = re.compile(r"(?:https?:|www\.|doi[:. ])", re.IGNORECASE)
_ENDS_IN_YEAR = re.compile(r"\b(?:18|19|20)\d\d[)\]]?$")
# What stands at the end of a source and never begins one.
_TAIL = re.compile(
    r"(?:retrieved|accessed|available|last (?:visited|accessed)|recuperado|disponible|disponível|consult[ée]"
    r"|abgerufen|verfügbar|pp?\. \d|vol\. \d|no\. \d|[A-Z][\w .-]{2,24}: [A-Z](?!.*\((?:19|20)\d\d))"
)
_HEADS = frozenset((
    "author", "authors", "title", "year", "source", "sources", "link", "links", "url", "publisher", "date",
    "publication", "website", "organization", "organisation", "type", "document", "no", "nr", "reference",
    "autor", "autores", "titulo", "ano", "fuente", "enlace", "editorial", "fecha",
    "auteur", "auteurs", "titre", "annee", "lien", "editeur", "titel", "jahr", "quelle",
))  # fmt: skip
_GROUPS = re.compile(
    r"(?:books?|articles?|news(?:papers?)?|web ?(?:sites?|pages?)|reports?|journals?|videos?|documents?"
    r"|(?:primary|secondary|online|internet|academic|official|un|united nations) (?:sources|documents"
    r"|articles|resolutions)|libros|articulos|paginas web|documentos|livres|sites? web|rapports|bucher)"
)
_ANNOTATED = frozenset(("annotated", "comentada", "commentee", "raisonnee", "kommentierte"))
_SOURCES_IN = 3
_FULL = 0.8
_FEW_WORDS = 3
_LONGEST_ENTRY = 4000
_OPEN = (":", ",", ";", "&", "–", "-", " and", " of", " the", " de", " et", " y")


@dataclass(slots=True)
class _List:
    """A chapter of sources; `set_off` says of each row whether it looks like a heading."""

    title: str
    level: int
    rows: list[Row] = field(default_factory=list)
    set_off: list[bool] = field(default_factory=list)

    def without_groups(self) -> list[Row]:
        """The rows but for titles of groups, which hold no source where most other rows do."""
        plain = [row for row, title in zip(self.rows, self.set_off, strict=True) if not title]
        if sum(is_source(row.text) for row in plain) * _SOURCES_IN <= len(plain):
            return self.rows
        both = zip(self.rows, self.set_off, strict=True)
        return [row for row, title in both if not title or is_source(row.text)]


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a list is written: each entry with a bullet or number, a bracketed year, an empty line before it.

    `width` is the length of its longest line, `indent` the blanks before its least indented one.
    """

    marked: bool
    dated: bool
    spaced: bool
    width: int
    indent: int

    @classmethod
    def of(cls, rows: Sequence[Row]) -> _Shape:
        lines = [row for row in rows if not _ADDRESS.match(row.text)] or rows
        marks = sum(map(_is_marked, rows))
        dated = sum(bool(_DATED.search(row.text)) for row in rows)
        gaps = sum(row.gap for row in rows[1:])
        return cls(
            marked=_is_marked(rows[0]) and (marks > 1 or len(rows) < _FEW_WORDS + 1),
            dated=bool(_DATED.search(rows[0].text)) and dated * 3 >= len(rows),
            spaced=gaps > 0 and gaps * 4 >= len(rows),
            width=max(len(row.text) for row in lines),
            indent=min(_indent(row) for row in rows),
        )


def references(rows: Sequence[Row], found: Mapping[int, Heading], notes: Sequence[Row]) -> tuple[str, ...]:
    """Return the entries of the lists of sources in order, and after them the footnotes' texts.

    "Further reading" is a list of sources only in a guide that has no other.
    """
    lists = [one for one in _lists(rows, found) if one.rows]
    sure = [one for one in lists if not perhaps_sources(fold(one.title))]
    entries = (entry for one in sure or lists for entry in _entries(one))
    return (*entries, *(note.text for note in notes))


def _lists(rows: Sequence[Row], found: Mapping[int, Heading]) -> Iterator[_List]:
    """The chapters of sources, each with its rows but for the titles of groups inside it."""
    one = _List("", 0)
    by_topic = False
    for at, row in enumerate(rows):
        heading = found.get(at)
        if heading and heading.role == "references" and not 0 < one.level < row.level:
            yield one
            one, by_topic = _List(heading.title, row.level), False
        elif one.title and heading and _stays_inside(row, heading, one.level):
            continue
        elif one.title and heading and heading.role == "topic" and (by_topic or not one.rows):
            by_topic = True  # a list for each topic under one heading
        elif heading and (heading.role is not None or heading.level == 1):
            yield one
            one = _List("", 0)
        elif one.title and not row.contents and not _is_head(row):
            one.rows.append(row)
            one.set_off.append(heading is not None)
    yield one


def _stays_inside(row: Row, heading: Heading, level: int) -> bool:
    """Whether a heading only groups the sources below it: "Books", or one of a lower level."""
    if is_source(row.text):
        return False
    lower = 0 < level < row.level
    return lower or (heading.role is None and bool(_GROUPS.fullmatch(fold(heading.title))))


def _is_head(row: Row) -> bool:
    cells = [fold(cell) for cell in row.text.split("\t")]
    return len(cells) > 1 and _HEADS.issuperset(cells)


def _entries(one: _List) -> list[str]:
    rows = one.without_groups()
    if not rows:
        return []
    shape, numbers = _Shape.of(rows), _numbered(rows)
    annotated = not _ANNOTATED.isdisjoint(fold(one.title).split())
    entries: list[str] = []
    last = ""
    for at, row in enumerate(rows):
        text = row.text.replace("\t", " ")
        if annotated and entries and is_source(entries[-1]) and not (is_source(text) or row.bullet):
            continue  # what the guide says of the source
        if not entries or (at in numbers if numbers else _begins(shape, entries[-1], last, row)):
            entries.append(text)
        elif len(entries[-1]) < _LONGEST_ENTRY:
            entries[-1] = continued(entries[-1], text)
        last = text
    return entries


def _numbered(rows: Sequence[Row]) -> frozenset[int]:
    """The rows that carry the numbers of a list that counts from its first row on, empty when it does not."""
    first = _NUMBER.match(rows[0].raw)
    if not first:
        return frozenset()
    wanted, found = int(first[1]), []
    for at, row in enumerate(rows):
        number = _NUMBER.match(row.raw)
        if number and int(number[1]) == wanted:
            found.append(at)
            wanted += 1
    return frozenset(found) if len(found) > 1 else frozenset()


def _begins(shape: _Shape, entry: str, last: str, row: Row) -> bool:
    """Whether `row` begins a source; `entry` is the one before as far as it goes, `last` its last line."""
    text = row.text
    if _is_marked(row) or "\t" in text:
        return True
    if _indent(row) >= shape.indent + 2 and not row.gap:
        return False  # a hanging indent: only an entry's first line begins at the margin
    if _ADDRESS.match(text):
        return bool(_ADDRESS.match(entry) and (row.gap or _ADDRESS.match(last)))
    if _TAIL.match(text) or not _is_capital(text):
        return False
    if row.gap and not entry.endswith(_OPEN):
        return shape.spaced or _ended(entry) or (is_source(text) and is_source(entry))
    if shape.marked:
        return False
    if not _ended(entry):
        return _after_an_open_end(shape, entry, last, text)
    return _after_a_full_stop(shape, entry, last, text)


def _after_an_open_end(shape: _Shape, entry: str, last: str, text: str) -> bool:
    """In lists without full stops a whole source ends where its line is short or ends in a year."""
    if entry.endswith(_OPEN) and not shape.dated:
        return False
    if shape.dated:
        return bool(_DATED.search(text))
    if not is_source(entry):
        return len(last) < shape.width * _FULL * _FULL
    ends = bool(_ENDS_IN_YEAR.search(last)) or len(last) < shape.width * _FULL
    return bool(_DATED.search(text)) or (is_source(text) and ends)


def _after_a_full_stop(shape: _Shape, entry: str, last: str, text: str) -> bool:
    """A line that is not full was not wrapped; of what follows a full one, tails are told by their words."""
    if "http" in last.rsplit(" ", 1)[-1]:
        return True
    if len(last) < shape.width * _FULL:
        return not (shape.spaced and not is_source(text))
    if len(text.split()) <= _FEW_WORDS and not _DATED.search(text):
        return False
    if _DATED.search(text[:200]):
        return True
    if shape.dated or shape.spaced:
        return is_source(entry) and is_source(text)
    short = len(text) * 2 < shape.width
    return is_source(entry) or not (short and is_source(text))


def _ended(entry: str) -> bool:
    return entry.endswith((".", ".)", ".”", '."')) or "http" in entry.rsplit(" ", 1)[-1]


def _is_capital(text: str) -> bool:
    first = text.lstrip("\"“”‘’«„'([¿¡ ")[:1]
    return first.isupper() or first.isdigit() or first in "—–_-"


def _is_marked(row: Row) -> bool:
    return row.bullet or bool(_MARKED.match(row.raw)) or (row.note and row.text.lstrip("[")[:1].isdigit())


def _indent(row: Row) -> int:
    return len(row.raw) - len(row.raw.lstrip(" \t"))
