"""What is a delegation's own: its points and motions that wait, the papers with its name, its amendments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.documents import PENDING, Paper
from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.disclosure import FOLLOWED
from app.screens.shown import told
from app.words import motion_title
from app.words.language import capital
from app.words.names import POINTS, code_name


@dataclass(frozen=True, slots=True)
class OwnMotion:
    """A motion of this delegation that waits."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class OwnPaper:
    """A paper with this delegation's name, or shared with it: `role` is sponsor, signatory or reader."""

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
class OwnPoint:
    """A point of this delegation that waits for the chair."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Mine:
    """All that carries the seat's name and is not over."""

    template: ClassVar[str] = "phone/mine.html"
    coalesced: ClassVar[bool] = False

    committee: int
    motions: tuple[OwnMotion, ...]
    papers: tuple[OwnPaper, ...]
    amendments: tuple[OwnAmendment, ...]
    points: tuple[OwnPoint, ...]


def mine(floor: Floor, directory: Directory, key: str) -> Mine:
    """A seat's own points, motions, papers and amendments."""
    context = told(floor, directory)
    motions = tuple(
        OwnMotion(motion.number, motion_title(motion.kind, motion.terms, context.names, context.gettext))
        for motion in floor.motions.pending
        if motion.seat == key
    )
    points = tuple(
        OwnPoint(point.number, capital(code_name(POINTS, point.kind, context.gettext)))
        for point in floor.points.pending
        if point.seat == key
    )
    return Mine(directory.committee, motions, _papers(floor, key), _amendments(floor, key), points)


def _papers(floor: Floor, key: str) -> tuple[OwnPaper, ...]:
    return tuple(
        OwnPaper(paper.key, paper.name, paper.title, paper.stage, _role(paper, key))
        for paper in floor.papers.papers
        if key in (*paper.sponsors, *paper.signatories) or _is_shared(paper, key)
    )


def _role(paper: Paper, key: str) -> str:
    if key in paper.sponsors:
        return "sponsor"
    return "signatory" if key in paper.signatories else "reader"


def _is_shared(paper: Paper, key: str) -> bool:
    """Whether a delegation reads it because its sponsors let it, while others may not."""
    return key in paper.readers and not paper.is_public and paper.stage in FOLLOWED


def _amendments(floor: Floor, key: str) -> tuple[OwnAmendment, ...]:
    found = []
    for one in floor.papers.amendments:
        paper = floor.papers.get(one.paper)
        if one.seat == key and one.stage in PENDING and paper is not None:
            found.append(OwnAmendment(one.key, one.paper, paper.name, one.stage))
    return tuple(found)
