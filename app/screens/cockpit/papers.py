"""The panel of papers: what is with the dais, the drafts with their names and amendments, and new ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from app.procedure.amendments import ProposeAmendment, WithdrawAmendment
from app.procedure.documents import Amendment, Paper
from app.procedure.floor import Floor
from app.procedure.papers import StartPaper, WithdrawPaper
from app.procedure.sponsorship import enough_names, signatures
from app.screens.cockpit.common import Option, Who, closed, refused, who
from app.screens.directory import Directory
from resolutions.amendments import DoesNotApply, apply, operations_from_json
from resolutions.document import Clause, Document, MalformedDocument, arranged, digest, numbering
from resolutions.lifecycle import WRITABLE
from resolutions.rendering.html import clauses_html, redline_html

SHOWN = 60
"""Characters of a clause in the list of clauses."""
ORDER = ("submitted", "introduced", "approved", "returned", "working_paper", "adopted", "failed", "withdrawn")
"""Stages as the dais needs them: what waits for it first, what is done last."""


@dataclass(frozen=True, slots=True)
class AmendmentRow:
    """An amendment: its redline (markup made by the renderer), and how many names it has of those needed."""

    key: str
    stage: str
    mover: Who
    signatories: tuple[Who, ...]
    have: int
    needed: int
    redline: str
    standing: str
    reason: str
    pending: bool
    why_not_withdraw: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper as the dais handles it; `text` is markup made by the renderer, "" while it is drafted."""

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
    over = paper.stage in ("adopted", "failed", "withdrawn")
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
        text=clauses_html(paper.text) if paper.text else "",
        base=digest(paper.text) if paper.text else "",
        clauses=_clauses(paper.text) if paper.text and paper.stage == "introduced" else (),
        amendments=tuple(_amendment(floor, directory, paper, one) for one in amendments),
        returned_because=paper.returned_because,
        writable=paper.stage in WRITABLE,
        nameable=not over and paper.stage != "introduced",
        withdrawable=not over,
        why_not_withdraw="" if over else refused(floor, directory, WithdrawPaper(paper.key)),
    )


def _clauses(text: Document) -> tuple[Option, ...]:
    """The clauses to choose from: number and first words."""
    numbers = numbering(text)
    return tuple(Option(clause.uid, _first_words(clause, numbers)) for clause in arranged(text).clauses)


def _first_words(clause: Clause, numbers: Mapping[str, str]) -> str:
    words = " ".join(filter(None, (numbers.get(clause.uid, ""), clause.opening, clause.text)))
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rpartition(" ")[0] + "…"


def _amendment(floor: Floor, directory: Directory, paper: Paper, one: Amendment) -> AmendmentRow:
    have, needed = enough_names(floor, one)
    pending = one.stage in ("proposed", "introduced")
    return AmendmentRow(
        one.key,
        one.stage,
        who(directory, one.seat),
        tuple(who(directory, key) for key in one.signatories),
        have,
        needed,
        _redline(paper, one),
        one.standing,
        one.reason,
        pending,
        refused(floor, directory, WithdrawAmendment(one.key)) if pending else "",
    )


def _redline(paper: Paper, one: Amendment) -> str:
    """What the amendment changes in the text as it is now; "" where it does not apply any more."""
    if paper.text is None or one.stage not in ("proposed", "introduced"):
        return ""
    try:
        changed = apply(paper.text, operations_from_json(list(one.operations)))
    except (DoesNotApply, MalformedDocument):
        return ""
    return redline_html(paper.text, changed, only_changed=True)
