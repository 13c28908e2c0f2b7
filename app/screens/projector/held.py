"""The board of one wall: what the dais put there, else what the floor asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.projector import meeting, texts
from app.screens.projector.board import Board, draw
from app.screens.projector.paging import pages
from app.screens.shown import Option, told
from app.screens.walls import FOLLOWS
from app.words.language import capital

ON_WALL = ("introduced", "adopted")
"""Stages of a paper that the whole room may read from a wall."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Nothing at all."""

    template: ClassVar[str] = "projector/blank.html"
    coalesced: ClassVar[bool] = False


Held: TypeAlias = Board | Blank


def on(wall: int) -> Callable[[Floor, Directory], Held]:
    """Draws the board of this wall."""

    def drawn(floor: Floor, directory: Directory) -> Held:
        return held(floor, directory, wall) or draw(floor, directory)

    return drawn


def held(floor: Floor, directory: Directory, wall: int) -> Held | None:
    """What the dais put on a wall; None where that follows the floor, or where the text is gone."""
    showing = directory.walls.get(wall, FOLLOWS)
    match showing.content:
        case "blank":
            return Blank()
        case "join":
            return meeting.join(floor, directory)
        case "text":
            return _text(floor, directory, showing.subject, showing.page)
        case "floor":
            return None


def offered(floor: Floor, directory: Directory) -> tuple[Option, ...]:
    """The texts that can be put on a wall: drafts, adopted ones, and amendments before the committee."""
    context, found = told(floor, directory), []
    for paper in _papers(floor):
        found.append(Option(paper.key, capital(context.paper(paper.key))))
        changes = floor.papers.pending_amendments(paper.key)
        fit = (one for one in changes if one.stage == "introduced" and one.standing != "conflict")
        found += [Option(one.key, capital(context.amendment(one.key))) for one in fit]
    return tuple(found)


def page_of(floor: Floor, directory: Directory, wall: int) -> tuple[int, int]:
    """The page that a wall shows and how many its text has; 0 of 0 where it shows no draft."""
    showing = directory.walls.get(wall, FOLLOWS)
    paper = _paper(floor, showing.subject) if showing.content == "text" else None
    if paper is None or paper.text is None:
        return 0, 0
    found = pages(paper.text)
    return texts.page_at(found, showing.page), len(found)


def _text(floor: Floor, directory: Directory, key: str, page: int) -> Held | None:
    amendment = floor.papers.amendment(key)
    if amendment is not None:
        return texts.redline(floor, directory, amendment) if amendment.stage == "introduced" else None
    paper = _paper(floor, key)
    return texts.document_page(floor, directory, paper, page) if paper else None


def _paper(floor: Floor, key: str) -> Paper | None:
    return next((paper for paper in _papers(floor) if paper.key == key), None)


def _papers(floor: Floor) -> tuple[Paper, ...]:
    return tuple(paper for paper in floor.papers.papers if paper.stage in ON_WALL and paper.text)
