"""A question put to the committee, as it is on the floor: frozen electorate, ballots, hands, tally."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Refusals, dais, impossible, stale
from app.procedure.copies import replace
from resolutions.voting import (
    Ballot,
    BallotRules,
    Choice,
    Electorate,
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


About = Literal["motion", "ruling", "amendment", "part", "paper"]


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
    """The vote on the floor (open, or counted and not yet announced) and those that are done.

    `fresh` says that nothing has begun since the last result was announced: the room still looks at it.
    """

    now: Vote | None = None
    past: tuple[Vote, ...] = ()
    fresh: bool = False

    def about(self, what: About, subject: str) -> bool:
        """Whether the vote on the floor is about this."""
        return self.now is not None and (self.now.about, self.now.subject) == (what, subject)


def this_vote(floor: Floor, number: int) -> Refusals:
    """The page must show the vote that is on the floor (promise P-10)."""
    if floor.votes.now is None or floor.votes.now.number != number:
        yield stale("vote.over", "vote")


def a_vote_is_on(floor: Floor) -> Refusals:
    """What stands against acts on a vote while none is on the floor."""
    if floor.votes.now is None:
        yield stale("vote.over", "vote")


def may_handle(floor: Floor, by: str) -> Refusals:
    """The dais takes a vote that is on the floor."""
    yield from dais(floor, by)
    yield from a_vote_is_on(floor)


def takes_votes(floor: Floor, number: int) -> Refusals:
    """The vote must be the one on the floor, and still open."""
    yield from this_vote(floor, number)
    now = floor.votes.now
    if now is not None and now.number == number and not now.is_open:
        yield stale("vote.closed", "vote")


def may_choose(now: Vote, seat: str, choice: Choice, choices: tuple[Choice, ...]) -> Refusals:
    """What stands against this answer of a seat; `choices` are those that it has."""
    if choice == "abstain" and now.ballot_rules.divided:
        yield impossible("vote.house_divided", "choice")
    elif choice not in choices:
        yield impossible("vote.choice", "choice", choice=choice, seat=seat)


def with_vote(floor: Floor, **changes: object) -> Floor:
    """The floor with fields of the vote on it changed."""
    assert floor.votes.now is not None
    now = replace(floor.votes.now, **changes)
    return replace(floor, votes=replace(floor.votes, now=now))
