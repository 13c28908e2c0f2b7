"""Placards: the count that the dais enters, and what "present and voting" owes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, against, impossible
from app.procedure.questions import Vote, may_handle, this_vote, with_vote
from resolutions.voting import ImpossibleCount, Tally, could_change, count_hands

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
    if command.abstain:
        yield from _may_abstain(now)
    try:
        tally = count_hands(now.rule, len(now.order), *hands)
    except ImpossibleCount:
        yield impossible("vote.count_range", "yes", counted=sum(hands), electorate=len(now.order))
        return
    yield from _must_have_voted(now, tally)
    if now.mode == "placards":
        yield from _taken_again(now, tally)
    yield HandsCounted(now.number, hands, tally)


def _may_abstain(now: Vote) -> Refusals:
    """Nobody abstains in a divided house (T66), nor on procedure but where the house lets it."""
    if now.ballot_rules.divided:
        yield impossible("vote.house_divided", "abstain")
    elif now.procedural and not now.ballot_rules.procedural_abstain:
        yield impossible("vote.no_abstention", "abstain")


def _must_have_voted(now: Vote, tally: Tally) -> Refusals:
    """Who answered "present and voting" owes a vote on substance (T16)."""
    free = len(now.order) - len(now.must_vote)
    if tally.abstain + tally.not_voting > free:
        yield against("vote.must_vote_missing", missing=tally.abstain + tally.not_voting - free)


def _taken_again(now: Vote, tally: Tally) -> Refusals:
    """On procedure nobody abstains: a count that missing placards could turn is taken again (T16)."""
    if now.procedural and not now.ballot_rules.procedural_abstain and could_change(now.rule, tally):
        yield against("vote.hands_missing", missing=tally.not_voting)


def apply_counted(floor: Floor, event: HandsCounted, at: int) -> Floor:
    """Counted."""
    return with_vote(floor, hands=event.hands, tally=event.tally)


ACTS = {EnterCount: Act(may_handle, settle_count)}
APPLY = {HandsCounted: apply_counted}
