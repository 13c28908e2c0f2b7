"""Placards: the count that the dais enters, and what "present and voting" owes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, against, dais, impossible
from app.procedure.questions import Vote, this_vote, with_vote
from resolutions.voting import ImpossibleCount, Tally, count_hands

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class EnterCount:
    """Enter the placards that the dais counted."""

    vote: int
    yes: int
    no: int
    abstain: int = 0


@dataclass(frozen=True, slots=True)
class HandsCounted:
    """The dais counted placards; the vote is counted."""

    vote: int
    hands: tuple[int, int, int]
    tally: Tally


def settle_count(floor: Floor, by: str, at: int, command: EnterCount) -> Outcome:
    """Figures that add up to no more than the electorate; a later count takes the place of an earlier."""
    yield from this_vote(floor, command.vote)
    now = floor.votes.now
    if now is None or now.number != command.vote:
        return
    if now.mode != "placards":
        yield impossible("vote.not_by_placards")
    hands = (command.yes, command.no, command.abstain)
    may_abstain = not now.procedural or now.ballot_rules.procedural_abstain
    if command.abstain and not may_abstain:
        yield impossible("vote.no_abstention", "abstain")
    try:
        tally = count_hands(now.rule, len(now.order), *hands)
    except ImpossibleCount:
        yield impossible("vote.count_range", "yes", counted=sum(hands), electorate=len(now.order))
        return
    yield from _must_have_voted(now, tally)
    yield HandsCounted(now.number, hands, tally)


def _must_have_voted(now: Vote, tally: Tally) -> Refusals:
    """Who answered "present and voting" owes a vote on substance (T16)."""
    free = len(now.order) - len(now.must_vote)
    if tally.abstain + tally.not_voting > free:
        yield against("vote.must_vote_missing", missing=tally.abstain + tally.not_voting - free)


def apply_counted(floor: Floor, event: HandsCounted, at: int) -> Floor:
    """Counted."""
    return with_vote(floor, hands=event.hands, tally=event.tally)


ACTS = {EnterCount: Act(dais, settle_count)}
APPLY = {HandsCounted: apply_counted}
