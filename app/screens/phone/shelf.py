"""The drafts that are before everybody: approved, introduced, adopted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.procedure.sharing import shows_names
from app.screens.directory import Directory
from app.screens.shown import tongue
from app.words import name_of

SHOWN = ("introduced", "approved", "adopted", "failed")
"""The stages on the shelf, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft: what it is called, its title, its stage (a code) and its sponsors' names."""

    key: str
    name: str
    title: str
    stage: str
    sponsors: tuple[str, ...]
    amendments: int


@dataclass(frozen=True, slots=True)
class Shelf:
    """The drafts of the committee."""

    template: ClassVar[str] = "phone/shelf.html"
    coalesced: ClassVar[bool] = False

    committee: int
    rows: tuple[Draft, ...]


def shelf(floor: Floor, directory: Directory) -> Shelf:
    """What is on the shelf, by stage."""
    found = [paper for paper in floor.papers.papers if paper.stage in SHOWN]
    found.sort(key=lambda paper: SHOWN.index(paper.stage))
    return Shelf(directory.committee, tuple(draft_row(floor, directory, paper) for paper in found))


def draft_row(floor: Floor, directory: Directory, paper: Paper) -> Draft:
    """A paper as a row of a list."""
    speak = tongue(directory)
    shown = paper.sponsors if shows_names(floor, paper) else ()
    sponsors = tuple(name_of(key, directory.short_names, speak) for key in shown)
    title = paper.text.title if paper.text else paper.title
    pending = len(floor.papers.pending_amendments(paper.key))
    return Draft(paper.key, paper.name, title, paper.stage, sponsors, pending)
