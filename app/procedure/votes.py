"""Votes as they are on the floor: the question, the frozen electorate, ballots, hands, the tally."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    dais,
    forbidden,
    impossible,
    is_dais,
    on_behalf,
    stale,
)
from resolutions.voting import (
    Ballot,
    BallotRules,
    Choice,
    Electorate,
    ImpossibleCount,
    MajorityRule,
    Tally,
    choices_for,
    count,
    count_hands,
    next_to_call,
)

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Mode = Literal["placards", "devices", "roll_call"]
About = Literal["motion", "amendment", "paper"]


@dataclass(frozen=True, slots=True)
class Vote:
    """One question put to the committee.

    Electorate, rule and promises are copied in when it opens; what changes later never alters it.
    `number` is the act that opened it, `order` the calling order of a roll call (else the electorate),
    `digest` of the text that is voted on, `hands` the count of placards as (yes, no, abstain).
    """

    number: int
    about: About
    subject: str
    mode: Mode
    procedural: bool
    rule: MajorityRule
    order: tuple[str, ...]
    must_vote: frozenset[str]
    ballot_rules: BallotRules
    digest: str
    opened: int
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    silent: tuple[str, ...] = ()
    hands: tuple[int, int, int] | None = None
    tally: Tally | None = None
    corrected: tuple[str, ...] = ()

    @property
    def electorate(self) -> Electorate:
        """Who votes, in calling order."""
        return Electorate(self.order, self.must_vote)

    @property
    def is_open(self) -> bool:
        """Whether votes are still taken (it is not counted yet)."""
        return self.tally is None

    def next(self) -> tuple[str, int] | None:
        """Who is called now in a roll call, and in which round; None when everybody was."""
        return next_to_call(self.order, self.ballots, frozenset(self.silent))

    def choices(self, seat: str) -> tuple[Choice, ...]:
        """The answers this seat may give now."""
        called = self.round_of(seat)
        return choices_for(seat, self.electorate, called, self.procedural, self.ballot_rules)

    def round_of(self, seat: str) -> int:
        """The round in which this seat answers next: 2 after a pass once round 1 is over."""
        given = self.ballots.get(seat)
        if given is None:
            return 1
        return 2 if given.choice == "pass" and self.next() == (seat, 2) else given.round

    def counted(self) -> Tally:
        """The tally of what was given so far."""
        if self.hands is not None:
            return count_hands(self.rule, len(self.order), *self.hands)
        return count(self.rule, self.electorate, self.ballots)


@dataclass(frozen=True, slots=True)
class Votes:
    """The vote on the floor (open, or counted and not yet announced) and those that are done."""

    now: Vote | None = None
    past: tuple[Vote, ...] = ()

    def about(self, what: About, subject: str) -> bool:
        """Whether the vote on the floor is about this."""
        return self.now is not None and (self.now.about, self.now.subject) == (what, subject)


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


def this_vote(floor: Floor, number: int) -> Refusals:
    """The page must show the vote that is on the floor (trust.md P-10)."""
    if floor.votes.now is None or floor.votes.now.number != number:
        yield stale("vote.over", "vote")


def takes_votes(floor: Floor, number: int) -> Refusals:
    """The vote must be the one on the floor, and still open."""
    yield from this_vote(floor, number)
    now = floor.votes.now
    if now is not None and now.number == number and not now.is_open:
        yield stale("vote.closed", "vote")


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


def _right_choice(floor: Floor, now: Vote, seat: str, command: CastBallot) -> Refusals:
    """Among the seat's choices; a second one only where the rulebook lets it (vote_change_until)."""
    rules = floor.rulebook.votes
    if command.choice not in now.choices(seat):
        yield impossible("vote.choice", "choice", choice=command.choice, seat=seat)
    if command.with_rights and (now.procedural or not now.ballot_rules.with_rights):
        yield impossible("vote.no_rights", "with_rights")
    given = now.ballots.get(seat)
    if given and now.mode == "devices":
        if rules.change_until == "never":
            yield impossible("vote.once", seat=seat)
        elif given.choice == command.choice:
            yield stale("vote.same", seat=seat)


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
    if command.seat not in now.ballots and command.seat not in now.silent:
        yield impossible("vote.nothing_to_correct", "seat", seat=command.seat)
    if command.choice not in choices_for(
        command.seat, now.electorate, 1, now.procedural, replace(now.ballot_rules, passing=False)
    ):
        yield impossible("vote.choice", "choice", choice=command.choice, seat=command.seat)
    if not command.reason.strip():
        yield impossible("reason.needed", "reason")
    if len(command.reason) > 200:
        yield impossible("text.too_long", "reason", limit=200)
    given = now.ballots.get(command.seat)
    ballot = Ballot(command.seat, command.choice, False, given.round if given else 1)
    yield BallotCorrected(now.number, ballot, command.reason.strip())


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
        total = sum(hands)
        yield impossible("vote.count_range", "yes", counted=total, electorate=len(now.order))
        return
    if not now.procedural and tally.not_voting and now.must_vote:
        yield from _must_have_voted(now, tally)
    yield HandsCounted(now.number, hands, tally)


def _must_have_voted(now: Vote, tally: Tally) -> Refusals:
    """Who answered "present and voting" owes a vote on substance (T16)."""
    free = len(now.order) - len(now.must_vote)
    if tally.abstain + tally.not_voting > free:
        yield against("vote.must_vote_missing", missing=tally.abstain + tally.not_voting - free)


def with_vote(floor: Floor, **changes: object) -> Floor:
    """The floor with fields of the vote on it changed."""
    assert floor.votes.now is not None
    now = replace(floor.votes.now, **changes)  # type: ignore[arg-type]
    return replace(floor, votes=replace(floor.votes, now=now))


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
    """A vote that was counted is counted again with the correction."""
    floor = _with_ballot(floor, event.ballot)
    now = floor.votes.now
    assert now is not None
    tally = None if now.is_open else now.counted()
    return with_vote(floor, tally=tally, corrected=(*now.corrected, event.ballot.seat))


def apply_counted(floor: Floor, event: HandsCounted, at: int) -> Floor:
    """Counted."""
    return with_vote(floor, hands=event.hands, tally=event.tally)


ACTS = {
    CastBallot: Act(anyone, settle_cast),
    NoAnswer: Act(dais, settle_no_answer),
    CorrectBallot: Act(dais, settle_correct),
    EnterCount: Act(dais, settle_count),
}
APPLY = {
    BallotCast: apply_cast,
    NoAnswerNoted: apply_no_answer,
    BallotCorrected: apply_corrected,
    HandsCounted: apply_counted,
}
