"""The decision on a draft, and what may open it again: reconsideration, a divided house."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Act, Outcome
from app.procedure.documents import stepped, with_amendment, with_paper
from app.procedure.setting_aside import topic_ended

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Way = Literal["vote", "acclamation", "consensus", "parts"]


@dataclass(frozen=True, slots=True)
class PaperDecided:
    """The committee adopted the draft or did not; `digest` is of the text that was decided on.

    `way`: by a vote; without one by acclamation or consensus, then there is no tally; or because no operative
    clause was left after its parts were voted on.
    """

    paper: str
    adopted: bool
    digest: str
    way: Way = "vote"


@dataclass(frozen=True, slots=True)
class PaperReconsidered:
    """A decided draft is before the committee again."""

    paper: str


@dataclass(frozen=True, slots=True)
class ImportanceDeclared:
    """The draft is an important question: it, its amendments and its parts need two thirds [R475]."""

    paper: str


@dataclass(frozen=True, slots=True)
class HouseDivided:
    """The vote on a draft or an amendment is repeated, and nobody may abstain [TIME] [PORG]."""

    about: Literal["amendment", "paper"]
    subject: str


def paper_decided(floor: Floor, key: str, adopted: bool, digest: str, way: Way = "vote") -> Outcome:
    """The decision on a draft, with what it means for the others on its topic."""
    yield PaperDecided(key, adopted, digest, way)
    if adopted:
        yield from topic_ended(floor, key)


def apply_decided(floor: Floor, event: PaperDecided, at: int) -> Floor:
    """Adopted or failed; what was not put to the vote has nothing left to change."""
    floor = stepped(floor, event.paper, "adopt" if event.adopted else "fail")
    papers = floor.papers.without_amendments(event.paper, "paper_decided")
    papers = papers.without_parts(event.paper)
    if not event.adopted:
        papers = papers.with_annexes(event.paper, "annexed", "fell")
    return replace(floor, papers=papers, action=floor.action.answered(event.paper))


def apply_reconsidered(floor: Floor, event: PaperReconsidered, at: int) -> Floor:
    """As it was before the decision; an annex that fell with it is back."""
    floor = stepped(floor, event.paper, "reconsider", tied=0)
    return replace(floor, papers=floor.papers.with_annexes(event.paper, "fell", "annexed"))


def apply_important(floor: Floor, event: ImportanceDeclared, at: int) -> Floor:
    """From the next vote on."""
    return with_paper(floor, event.paper, important=True)


def apply_house_divided(floor: Floor, event: HouseDivided, at: int) -> Floor:
    """The question is open again, without abstention."""
    if event.about == "paper":
        floor = apply_reconsidered(floor, PaperReconsidered(event.subject), at)
    else:
        floor = with_amendment(floor, event.subject, stage="introduced")
    divided = (*floor.action.divided, event.subject)
    return replace(floor, action=replace(floor.action, divided=divided))


ACTS: dict[type, Act] = {}
APPLY = {
    PaperDecided: apply_decided,
    PaperReconsidered: apply_reconsidered,
    ImportanceDeclared: apply_important,
    HouseDivided: apply_house_divided,
}
