"""The second vote on a draft whose vote was tied, where the house has it: at a later meeting, and once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, against
from app.procedure.decisions import paper_decided
from app.procedure.documents import Paper, with_paper
from app.procedure.questions import Vote

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class SecondVoteDue:
    """The vote on the draft was tied; it is put once more at a later meeting (GA 95)."""

    paper: str


def draft_decided(floor: Floor, vote: Vote, passed: bool) -> Outcome:
    """What the announced vote means for its draft: the first tie brings a second vote, the next rejects."""
    paper = floor.papers.get(vote.subject)
    tied = vote.tally is not None and vote.tally.yes == vote.tally.no > 0
    comes_back = floor.rulebook.votes.tie == "second_vote_then_fails"
    if not passed and tied and comes_back and paper is not None and not paper.tied:
        yield SecondVoteDue(vote.subject)
    else:
        yield from paper_decided(floor, vote.subject, passed, vote.digest)


def later_meeting(floor: Floor, paper: Paper) -> Refusals:
    """What stands against the second vote now: it belongs to a later meeting."""
    if paper.tied == floor.meeting.session:
        yield against("vote.second_later", "subject", paper=paper.name)


def apply_due(floor: Floor, event: SecondVoteDue, at: int) -> Floor:
    """It stays before the committee."""
    return with_paper(floor, event.paper, tied=floor.meeting.session)


ACTS: dict[type, Act] = {}
APPLY = {SecondVoteDue: apply_due}
