"""What is a delegation's own: its motions that wait, the papers with its name, its amendments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.words import motion_title, names_on


@dataclass(frozen=True, slots=True)
class OwnMotion:
    """A motion of this delegation that waits."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """A paper with this delegation's name; `role` is sponsor or signatory."""

    key: str
    name: str
    title: str
    stage: str
    role: str


@dataclass(frozen=True, slots=True)
class OwnAmendment:
    """An amendment that this delegation moved and that is not decided."""

    key: str
    paper: str
    paper_name: str
    stage: str


@dataclass(frozen=True, slots=True)
class Mine:
    """All that carries the seat's name and is not over."""

    template: ClassVar[str] = "phone/mine.html"
    coalesced: ClassVar[bool] = False

    committee: int
    motions: tuple[OwnMotion, ...]
    papers: tuple[OwnPaper, ...]
    amendments: tuple[OwnAmendment, ...]


def mine(floor: Floor, directory: Directory, key: str) -> Mine:
    """A seat's own motions, papers and amendments."""
    names = names_on(floor, directory.short_names)
    motions = tuple(
        OwnMotion(motion.number, motion_title(motion.kind, motion.terms, names))
        for motion in floor.motions.pending
        if motion.seat == key
    )
    return Mine(directory.committee, motions, _papers(floor, key), _amendments(floor, key))


def _papers(floor: Floor, key: str) -> tuple[OwnPaper, ...]:
    return tuple(
        OwnPaper(paper.key, paper.name, paper.title, paper.stage, _role(paper, key))
        for paper in floor.papers.papers
        if key in (*paper.sponsors, *paper.signatories)
    )


def _role(paper: Paper, key: str) -> str:
    return "sponsor" if key in paper.sponsors else "signatory"


def _amendments(floor: Floor, key: str) -> tuple[OwnAmendment, ...]:
    found = []
    for one in floor.papers.amendments:
        paper = floor.papers.get(one.paper)
        if one.seat == key and one.stage in ("proposed", "introduced") and paper is not None:
            found.append(OwnAmendment(one.key, one.paper, paper.name, one.stage))
    return tuple(found)
