"""The library: what there is to read, what a search finds, and one text with what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.shown import Who, who
from app.words import clock_time
from delegations.collection import Text
from delegations.searching import Hit, Piece, pieces, search, words_wanted
from delegations.study_guides.guide import Instrument
from resolutions.lifecycle import WRITABLE


@dataclass(frozen=True, slots=True)
class Sent:
    """That an item was sent to every screen: when, whether the wall shows it, and how many have read it."""

    at: str
    wall: bool
    read: int
    of: int


@dataclass(frozen=True, slots=True)
class Shelved:
    """A text as a row of a list. `number` is the item's, 0 for a chapter; `names` are those it speaks of.

    `shared` is whether the whole conference has it.
    """

    key: str
    number: int
    title: str
    source: str
    page: int
    names: tuple[str, ...]
    sent: Sent | None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """Everything there is to read, or what was found; `keeps` is whether the viewer adds and sends items."""

    template: ClassVar[str] = "library/page.html"
    coalesced: ClassVar[bool] = False

    committee: int
    query: str
    hits: tuple[Hit, ...]
    items: tuple[Shelved, ...]
    chapters: tuple[Shelved, ...]
    delegations: tuple[Who, ...]
    instruments: tuple[Instrument, ...]
    keeps: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text, counted from 0, in pieces."""

    place: int
    heading: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a quotation can go: "speech", or the key of a paper that the viewer writes."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class TextPage:
    """One text to read, and where its words can be quoted. `unread`: sent, and not marked as read here."""

    template: ClassVar[str] = "library/text.html"
    coalesced: ClassVar[bool] = False

    committee: int
    shelved: Shelved
    kind: str
    citation: str
    paragraphs: tuple[Paragraph, ...]
    delegations: tuple[Who, ...]
    instruments: tuple[str, ...]
    targets: tuple[Target, ...]
    keeps: bool
    unread: bool


def library_page(floor: Floor, directory: Directory, query: str, keeps: bool) -> LibraryPage:
    """The library, searched for `query` ("" for all of it)."""
    query = " ".join(query.split())
    texts = directory.collection.texts
    rows = {text.key: shelved(floor, directory, text) for text in texts if text.kind != "position"}
    return LibraryPage(
        directory.committee,
        query,
        search(directory.index, query) if query else (),
        tuple(row for row in rows.values() if row.number),
        tuple(row for row in rows.values() if not row.number),
        tuple(who(directory, key) for key in directory.entries),
        directory.collection.instruments,
        keeps,
    )


def text_page(
    floor: Floor, directory: Directory, text: Text, query: str, seat: str, dais: bool, keeps: bool
) -> TextPage:
    """One text, with the words of `query` marked, for the holder of `seat` ("" for none)."""
    wanted, row = words_wanted(query), shelved(floor, directory, text)
    update = directory.update(row.number)
    return TextPage(
        directory.committee,
        row,
        text.kind,
        text.citation,
        tuple(
            Paragraph(place, place in text.headings, pieces(part, wanted))
            for place, part in enumerate(text.paragraphs)
        ),
        tuple(who(directory, key) for key in text.delegations),
        text.instruments,
        targets(floor, directory, seat, dais),
        keeps,
        update is not None and seat in directory.entries and seat not in update.read_by,
    )


def targets(floor: Floor, directory: Directory, seat: str, dais: bool) -> tuple[Target, ...]:
    """Where the holder of `seat` may put a quotation: its speech note, and the papers that it writes."""
    own = (Target("speech", ""),) if seat in directory.entries else ()
    papers = (paper for paper in floor.papers.papers if may_quote_in(paper, seat, dais))
    return (*own, *(Target(paper.key, paper.name) for paper in papers))


def may_quote_in(paper: Paper, seat: str, dais: bool) -> bool:
    """Whether a paper is written by the holder of `seat`: by its writers, and by the dais for them."""
    return paper.stage in WRITABLE and (dais or seat in paper.writers)


def shelved(floor: Floor, directory: Directory, text: Text) -> Shelved:
    """A text as a row."""
    number = int(text.key.removeprefix("item-")) if text.kind == "item" else 0
    source = text.source.removeprefix(text.title).lstrip(", ") if text.kind == "item" else ""
    names = tuple(directory.entry(key).short_name for key in text.delegations)
    sent, shared = _sent(floor, directory, number), number in directory.shared
    return Shelved(text.key, number, text.title, source, text.page, names, sent, shared)


def _sent(floor: Floor, directory: Directory, number: int) -> Sent | None:
    update = directory.update(number)
    if update is None:
        return None
    at = clock_time(update.at, directory.time_zone)
    return Sent(at, update.wall, len(update.read_by), len(directory.entries))
