"""The panel of papers: what is with the dais, the drafts with their names and amendments, and new ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from app.procedure.amendments import ProposeAmendment
from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.procedure.papers import StartPaper, WithdrawPaper
from app.procedure.sponsorship import DECIDED, signatures
from app.screens.cockpit.amendments import AmendmentRow, amendment_row
from app.screens.cockpit.common import closed, refused
from app.screens.directory import Directory
from app.screens.shown import Option, Who, who
from resolutions.document import Clause, Document, arranged, digest, numbering
from resolutions.lifecycle import WRITABLE, allowed
from resolutions.rendering.html import clauses_html

SHOWN = 60
"""Characters of a clause in the list of clauses."""
ORDER = (
    "submitted",
    "introduced",
    "approved",
    "returned",
    "working_paper",
    "adopted",
    "failed",
    "withdrawn",
    "set_aside",
    "merged",
)
"""Stages as the dais needs them: what waits for it first, what is done last."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper as the dais handles it; `text` is markup made by the renderer, "" while it is drafted.

    `others` are the papers that can be merged into it.
    """

    key: str
    name: str
    title: str
    stage: str
    sponsors: tuple[Who, ...]
    signatories: tuple[Who, ...]
    sponsors_needed: int
    have: int
    needed: int
    text: str
    base: str
    clauses: tuple[Option, ...]
    amendments: tuple[AmendmentRow, ...]
    others: tuple[Option, ...]
    returned_because: str
    writable: bool
    nameable: bool
    withdrawable: bool
    why_not_withdraw: str


@dataclass(frozen=True, slots=True)
class PapersView:
    """All papers of the committee."""

    template: ClassVar[str] = "cockpit/papers.html"
    coalesced: ClassVar[bool] = False
    committee: int
    papers: tuple[PaperRow, ...]
    why_not_start: str
    why_not_amend: str


def draw_papers(floor: Floor, directory: Directory) -> PapersView:
    """What waits for the dais first."""
    papers = sorted(floor.papers.papers, key=lambda paper: ORDER.index(paper.stage))
    return PapersView(
        directory.committee,
        tuple(_row(floor, directory, paper) for paper in papers),
        closed(floor, directory, StartPaper),
        closed(floor, directory, ProposeAmendment),
    )


def _row(floor: Floor, directory: Directory, paper: Paper) -> PaperRow:
    have, needed = signatures(floor, paper)
    amendments = (one for one in floor.papers.amendments if one.paper == paper.key)
    return PaperRow(
        key=paper.key,
        name=paper.name,
        title=paper.title,
        stage=paper.stage,
        sponsors=tuple(who(directory, key) for key in paper.sponsors),
        signatories=tuple(who(directory, key) for key in paper.signatories),
        sponsors_needed=floor.rulebook.papers.sponsors_min,
        have=have,
        needed=needed,
        text=clauses_html(paper.text, f"{paper.key}-") if paper.text else "",
        base=digest(paper.text) if paper.text else "",
        clauses=_clauses(paper.text) if paper.text and paper.stage == "introduced" else (),
        amendments=tuple(amendment_row(floor, directory, paper, one) for one in amendments),
        others=_others(floor, paper),
        returned_because=paper.returned_because,
        writable=paper.stage in WRITABLE,
        nameable=paper.stage not in DECIDED,
        withdrawable=allowed(paper.stage, "withdraw"),
        why_not_withdraw=_why_not_withdraw(floor, directory, paper),
    )


def _why_not_withdraw(floor: Floor, directory: Directory, paper: Paper) -> str:
    if not allowed(paper.stage, "withdraw"):
        return ""
    return refused(floor, directory, WithdrawPaper(paper.key))


def _others(floor: Floor, paper: Paper) -> tuple[Option, ...]:
    """The papers that could go into this one, which goes on being written."""
    if paper.stage not in WRITABLE:
        return ()
    rest = (one for one in floor.papers.papers if one.key != paper.key and allowed(one.stage, "merge"))
    return tuple(Option(one.key, f"{one.name} {one.title}") for one in rest)


def _clauses(text: Document) -> tuple[Option, ...]:
    """The clauses to choose from: number and first words."""
    numbers = numbering(text)
    return tuple(Option(clause.uid, _first_words(clause, numbers)) for clause in arranged(text).clauses)


def _first_words(clause: Clause, numbers: Mapping[str, str]) -> str:
    words = " ".join(filter(None, (numbers.get(clause.uid, ""), clause.opening, clause.text)))
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rpartition(" ")[0] + "…"
