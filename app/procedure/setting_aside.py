"""Drafts that leave the floor undecided: referred, postponed, outside the body's competence, contradicted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    against,
    chair_between_votes,
    impossible,
    reason,
)
from app.procedure.before_the_committee import is_before
from app.procedure.documents import stepped, with_amendment

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Cause = Literal["referred", "postponed", "not_competent", "no_action", "contradiction", "topic_ended"]


@dataclass(frozen=True, slots=True)
class PaperSetAside:
    """A draft leaves the floor without a decision; `words` say where to, until when, or why.

    It may be introduced again.
    """

    paper: str
    cause: Cause
    words: str = ""


@dataclass(frozen=True, slots=True)
class AmendmentSetAside:
    """The committee takes no action on an amendment (no-action motion [OUT])."""

    amendment: str


@dataclass(frozen=True, slots=True)
class DeclareContradiction:
    """Declare that a draft contradicts one that was adopted on the topic: it is not put to the vote [PAC]."""

    paper: str
    adopted: str
    reason: str


def settle_contradiction(floor: Floor, by: str, at: int, command: DeclareContradiction) -> Outcome:
    """Where only drafts that do not contradict each other may pass."""
    paper, other = floor.papers.get(command.paper), floor.papers.get(command.adopted)
    if paper is None or paper.stage != "introduced":
        yield from is_before(paper, "paper")
        return
    if other is None or other.stage != "adopted" or other.topic != paper.topic:
        yield impossible("paper.not_adopted", "adopted")
    if floor.rulebook.action.several_drafts != "non_contradictory_only":
        yield against("paper.contradiction_allowed")
    yield from reason(command.reason, LONGEST_REASON)
    yield PaperSetAside(paper.key, "contradiction", command.reason.strip())


def topic_ended(floor: Floor, adopted: str) -> Outcome:
    """Where the first adopted draft ends its topic, the others are not voted on [CDMV] (T46)."""
    paper = floor.papers.get(adopted)
    if paper is not None and floor.rulebook.action.several_drafts == "first_to_pass_ends_topic":
        for other in floor.papers.before_the_committee(paper.topic):
            if other.key != adopted:
                yield PaperSetAside(other.key, "topic_ended")


def apply_set_aside(floor: Floor, event: PaperSetAside, at: int) -> Floor:
    """Off the floor; what would have changed it has nothing left to change."""
    floor = stepped(floor, event.paper, "set_aside", aside=event.cause)
    papers = floor.papers.without_amendments(event.paper, "paper_set_aside").without_parts(event.paper)
    return replace(floor, papers=papers, action=floor.action.answered(event.paper))


def apply_amendment_set_aside(floor: Floor, event: AmendmentSetAside, at: int) -> Floor:
    """Not put to the vote, nor what would have amended it."""
    floor = with_amendment(floor, event.amendment, stage="moot", standing="moot", reason="no_action")
    return replace(floor, papers=floor.papers.without_second_degree(event.amendment))


ACTS = {DeclareContradiction: Act(chair_between_votes, settle_contradiction)}
APPLY = {PaperSetAside: apply_set_aside, AmendmentSetAside: apply_amendment_set_aside}
