"""Votes as they are on the floor: the question, the frozen electorate, ballots, hands, the tally."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    forbidden,
    impossible,
    is_dais,
    on_behalf,
    reason,
    stale,
)
from app.procedure.questions import (
    Vote,
    a_vote_is_on,
    may_choose,
    may_handle,
    takes_votes,
    this_vote,
    with_vote,
)
from resolutions.voting import (
    Ballot,
    Choice,
    choices_for,
)

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class CastBallot:
    """Vote: from the own device in a vote by devices; the dais enters the answer in a roll call."""

    vote: int
    choice: Choice
    with_rights: bool = False
    seat: str = ""


@dataclass(frozen=True, slots=True)
class BallotCast:
    """A seat's choice; a later one takes its place."""

    vote: int
    ballot: Ballot


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The delegation was called and gave no answer."""

    vote: int
    seat: str


@dataclass(frozen=True, slots=True)
class NoAnswerNoted:
    """A delegation was called and is not voting."""

    vote: int
    seat: str


@dataclass(frozen=True, slots=True)
class CorrectBallot:
    """Correct what was recorded for a seat, before the result is announced, with a reason."""

    vote: int
    seat: str
    choice: Choice
    reason: str


@dataclass(frozen=True, slots=True)
class BallotCorrected:
    """What was recorded for a seat was corrected."""

    vote: int
    ballot: Ballot
    reason: str


def may_cast(floor: Floor, by: str) -> Refusals:
    """While a question is put, those who vote on it; the dais enters a roll call."""
    yield from anyone(floor, by)
    yield from a_vote_is_on(floor)
    now = floor.votes.now
    if now is not None and by in floor.seats and not is_dais(floor, by) and by not in now.order:
        yield forbidden("vote.not_yours", seat=by)


def settle_cast(floor: Floor, by: str, at: int, command: CastBallot) -> Outcome:
    """One ballot for each seat of the electorate, from the right hand, among the choices it has."""
    yield from acts_for(floor, by, command.seat)
    yield from takes_votes(floor, command.vote)
    seat, now = on_behalf(floor, by, command.seat), floor.votes.now
    if now is None or now.number != command.vote or not now.is_open:
        return
    if seat not in now.order:
        yield forbidden("vote.not_yours", seat=seat)
        return
    yield from _right_hand(floor, by, now, seat)
    yield from _right_choice(floor, now, seat, command)
    if command.with_rights:
        yield from _may_explain(floor, now, seat, command)
    yield BallotCast(now.number, Ballot(seat, command.choice, command.with_rights, now.round_of(seat)))


def _right_hand(floor: Floor, by: str, now: Vote, seat: str) -> Refusals:
    """Devices vote for themselves; the dais enters a roll call; placards are counted, not cast."""
    match now.mode:
        case "placards":
            yield impossible("vote.by_placards")
        case "devices":
            if is_dais(floor, by):
                yield forbidden("vote.by_devices")
        case "roll_call":
            called = now.next()
            if called is None or called[0] != seat:
                yield stale("vote.not_called", seat=called[0] if called else "")
        case _:
            assert_never(now.mode)


def _right_choice(floor: Floor, now: Vote, seat: str, command: CastBallot) -> Refusals:
    """Among the seat's choices; a second one only where the rulebook lets it (vote_change_until)."""
    rules = floor.rulebook.votes
    yield from may_choose(now, seat, command.choice, now.choices(seat))
    given = now.ballots.get(seat)
    if given and now.mode == "devices":
        if rules.change_until == "never":
            yield impossible("vote.once", seat=seat)
        elif given.choice == command.choice:
            yield stale("vote.same", seat=seat)


def _may_explain(floor: Floor, now: Vote, seat: str, command: CastBallot) -> Refusals:
    """Rights go with a yes or a no of a roll call, and not to sponsors of the draft [DUM]."""
    paper = floor.papers.get(now.subject) if now.about == "paper" else None
    if now.procedural or command.choice not in now.ballot_rules.rights:
        yield impossible("vote.no_rights", "with_rights")
    elif paper is not None and seat in paper.sponsors:
        yield against("vote.sponsor_rights", "with_rights", seat=seat)


def settle_no_answer(floor: Floor, by: str, at: int, command: NoAnswer) -> Outcome:
    """Only who is called can fail to answer."""
    yield from takes_votes(floor, command.vote)
    now = floor.votes.now
    called = now.next() if now and now.mode == "roll_call" else None
    if called is None or called[0] != command.seat:
        yield stale("vote.not_called", seat=called[0] if called else "")
    yield NoAnswerNoted(command.vote, command.seat)


def settle_correct(floor: Floor, by: str, at: int, command: CorrectBallot) -> Outcome:
    """A roll-call answer that was heard wrongly; never a vote that a device cast."""
    yield from this_vote(floor, command.vote)
    now = floor.votes.now
    if now is None or now.number != command.vote:
        return
    if now.mode != "roll_call":
        yield impossible("vote.correct_roll_call")
    given = now.ballots.get(command.seat)
    if given is None and command.seat not in now.silent:
        yield impossible("vote.nothing_to_correct", "seat")
        return
    called = given.round if given else 1
    choices = choices_for(command.seat, now.electorate, called, now.procedural, now.ballot_rules)
    yield from may_choose(now, command.seat, command.choice, tuple(one for one in choices if one != "pass"))
    yield from reason(command.reason, LONGEST_REASON)
    rights = given is not None and given.with_rights and command.choice in ("yes", "no")
    ballot = Ballot(command.seat, command.choice, rights, called)
    yield BallotCorrected(now.number, ballot, command.reason.strip())


def _with_ballot(floor: Floor, ballot: Ballot) -> Floor:
    now = floor.votes.now
    assert now is not None
    silent = tuple(seat for seat in now.silent if seat != ballot.seat)
    return with_vote(floor, ballots={**now.ballots, ballot.seat: ballot}, silent=silent)


def apply_cast(floor: Floor, event: BallotCast, at: int) -> Floor:
    """The seat's present choice."""
    return _with_ballot(floor, event.ballot)


def apply_no_answer(floor: Floor, event: NoAnswerNoted, at: int) -> Floor:
    """Called, silent."""
    assert floor.votes.now is not None
    return with_vote(floor, silent=(*floor.votes.now.silent, event.seat))


def apply_corrected(floor: Floor, event: BallotCorrected, at: int) -> Floor:
    """Corrected, and marked."""
    floor = recounted(floor, event.ballot)
    assert floor.votes.now is not None
    return with_vote(floor, corrected=(*floor.votes.now.corrected, event.ballot.seat))


def recounted(floor: Floor, ballot: Ballot) -> Floor:
    """The floor with another answer of a seat; a vote that was counted is counted again with it."""
    floor = _with_ballot(floor, ballot)
    now = floor.votes.now
    assert now is not None
    return with_vote(floor, tally=None if now.is_open else now.counted())


ACTS = {
    CastBallot: Act(may_cast, settle_cast),
    NoAnswer: Act(may_handle, settle_no_answer),
    CorrectBallot: Act(may_handle, settle_correct),
}
APPLY = {
    BallotCast: apply_cast,
    NoAnswerNoted: apply_no_answer,
    BallotCorrected: apply_corrected,
}
