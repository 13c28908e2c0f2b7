"""Mergers: two working papers become one before introduction, and every sponsor of either stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, against, forbidden, impossible, is_dais, stale
from app.procedure.documents import stepped, with_paper
from app.procedure.drafting import may_draft
from app.procedure.quorum import most_sponsors
from resolutions.lifecycle import WRITABLE, allowed

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class MergePapers:
    """Join paper `other` into `paper`, which goes on; a sponsor of both does it, or the dais [JAMW]."""

    paper: str
    other: str


@dataclass(frozen=True, slots=True)
class PapersMerged:
    """Two papers are one; these stand on it."""

    paper: str
    other: str
    sponsors: tuple[str, ...]
    signatories: tuple[str, ...]


def settle_merge(floor: Floor, by: str, at: int, command: MergePapers) -> Outcome:
    """Into a paper that is still written, out of one that is not introduced."""
    paper, other = floor.papers.get(command.paper), floor.papers.get(command.other)
    if paper is None or other is None or paper is other:
        yield impossible("paper.unknown", "other")
        return
    if not is_dais(floor, by) and not (by in paper.sponsors and by in other.sponsors):
        yield forbidden("paper.sponsors_of_both")
    if paper.stage not in WRITABLE:
        yield stale("paper.not_written", "paper", paper=paper.name)
    if not allowed(other.stage, "merge"):
        yield stale("paper.cannot_merge", "other", paper=other.name, stage=other.stage)
    sponsors = tuple(dict.fromkeys((*paper.sponsors, *other.sponsors)))
    most = most_sponsors(floor)
    if most is not None and len(sponsors) > most:
        yield against("paper.sponsors_max", most=most)
    signed = dict.fromkeys((*paper.signatories, *other.signatories))
    signatories = tuple(seat for seat in signed if seat not in sponsors)
    yield PapersMerged(paper.key, other.key, sponsors, signatories)


def apply_merged(floor: Floor, event: PapersMerged, at: int) -> Floor:
    """One goes on, with all names and readers but those from whom it was taken; the other is over."""
    other = floor.papers.get(event.other)
    paper = floor.papers.get(event.paper)
    assert other is not None and paper is not None
    come = [key for key in (*other.shared, *other.editors) if key not in paper.taken]
    shared = tuple(dict.fromkeys((*paper.shared, *(key for key in other.shared if key in come))))
    floor = with_paper(
        floor,
        event.paper,
        sponsors=event.sponsors,
        signatories=event.signatories,
        shared=shared,
        editors=tuple(dict.fromkeys((*paper.editors, *(key for key in other.editors if key in come)))),
        taken=tuple(dict.fromkeys((*paper.taken, *(key for key in other.taken if key not in shared)))),
    )
    return stepped(floor, event.other, "merge")


ACTS = {MergePapers: Act(may_draft, settle_merge)}
APPLY = {PapersMerged: apply_merged}
