"""Counting: electorates, ballots and tallies, in integers only; the result is a pure function."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, assert_never

from resolutions.majorities import CountedFrom, MajorityRule, base_of, needed

Choice = Literal["yes", "no", "abstain", "pass"]
Reason = Literal[
    "carried",
    "nobody_in_favour",
    "tie",
    "short_of_majority",
    "short_of_two_thirds",
    "not_unanimous",
    "objected",
    "overturned",
    "short_of_required_yes",
    "vetoed",
]


class UnknownVoter(ValueError):
    """A ballot stands under a seat that is not in the electorate, or under another seat than its own."""


class ImpossibleCount(ValueError):
    """A count by hands has a negative figure or more votes than there are voters."""


@dataclass(frozen=True, slots=True)
class Electorate:
    """Who may vote on one question, in calling order; ``must_vote`` promised at roll call not to abstain."""

    seats: tuple[str, ...]
    must_vote: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ballot:
    """One seat's present choice; ``round`` is 1, or 2 after a pass; ``with_rights`` asks to explain later."""

    seat: str
    choice: Choice
    with_rights: bool = False
    round: int = 1


@dataclass(frozen=True, slots=True)
class Tally:
    """The result of a vote: yes + no + abstain + not_voting = electorate, always.

    ``needed`` is the number of yes that carries, counted from ``base`` persons: the votes cast (yes and no),
    the members present, or all members, as ``counted_from`` says. ``vetoed_by`` names the seats whose no
    defeated what would else have carried. ``reason`` is a message id for why it passed or failed.
    """

    yes: int
    no: int
    abstain: int
    not_voting: int
    electorate: int
    needed: int
    base: int
    passed: bool
    vetoed_by: tuple[str, ...]
    reason: Reason
    counted_from: CountedFrom = "votes_cast"


def count(rule: MajorityRule, electorate: Electorate, ballots: Mapping[str, Ballot]) -> Tally:
    """Count named ballots; a pass that was never followed by an answer is not voting.

    Raises UnknownVoter when a ballot does not belong to a seat of the electorate.
    """
    seats = set(electorate.seats)
    for seat, ballot in ballots.items():
        if seat not in seats or ballot.seat != seat:
            raise UnknownVoter(f"{ballot.seat} has no vote on this question")
    choices = [ballots[seat].choice for seat in electorate.seats if seat in ballots]
    against = [seat for seat in electorate.seats if seat in ballots and ballots[seat].choice == "no"]
    yes, no, abstain = (choices.count(choice) for choice in ("yes", "no", "abstain"))
    vetoes = tuple(seat for seat in against if seat in rule.veto)
    return _tally(rule, len(electorate.seats), yes, no, abstain, vetoes)


def count_hands(rule: MajorityRule, electorate_size: int, yes: int, no: int, abstain: int = 0) -> Tally:
    """Count raised placards, without names; whoever raised none is not voting.

    Raises ImpossibleCount for negative figures, or more votes than voters. A veto needs names: use ``count``.
    """
    if min(yes, no, abstain) < 0:
        raise ImpossibleCount("A count cannot be below zero.")
    if yes + no + abstain > electorate_size:
        raise ImpossibleCount(
            f"{yes + no + abstain} votes were counted, but only {electorate_size} may vote."
        )
    return _tally(rule, electorate_size, yes, no, abstain, ())


def could_change(rule: MajorityRule, tally: Tally) -> bool:
    """Say whether those who did not vote could still turn the result, so that a count should be retaken.

    Both extremes suffice, because every majority grows with yes and shrinks with no. Where there is a veto,
    any missing vote might be one.
    """
    missing = tally.not_voting
    if missing == 0 or tally.vetoed_by:
        return False
    if rule.veto and tally.passed:
        return True
    best = _tally(rule, tally.electorate, tally.yes + missing, tally.no, tally.abstain, ())
    worst = _tally(rule, tally.electorate, tally.yes, tally.no + missing, tally.abstain, ())
    return best.passed != tally.passed or worst.passed != tally.passed


def _tally(
    rule: MajorityRule, electorate: int, yes: int, no: int, abstain: int, vetoes: tuple[str, ...]
) -> Tally:
    least = needed(rule, yes + no, electorate)
    # A no that would have been defeated anyway is no veto: the count alone decides then.
    vetoed_by = vetoes if yes >= least else ()
    reason = _reason(rule, yes, no, least, bool(vetoed_by))
    return Tally(
        yes=yes,
        no=no,
        abstain=abstain,
        not_voting=electorate - yes - no - abstain,
        electorate=electorate,
        needed=least,
        base=base_of(rule, yes + no, electorate),
        passed=reason == "carried",
        vetoed_by=vetoed_by,
        reason=reason,
        counted_from=rule.counted_from,
    )


def _reason(rule: MajorityRule, yes: int, no: int, least: int, vetoed: bool) -> Reason:
    if vetoed:
        return "vetoed"
    if yes >= least:
        return "carried"
    if rule.keeps:
        return "overturned"
    if yes == 0:
        return "nobody_in_favour"
    if rule.required_yes == least:
        return "short_of_required_yes"
    match rule.kind:
        case "unanimous":
            return "not_unanimous"
        case "consensus":
            return "objected"
        case "two_thirds_cast" | "two_thirds_present" | "two_thirds_members":
            return "short_of_two_thirds"
        case "simple_cast" | "simple_present" | "simple_members":
            return "tie" if yes == no else "short_of_majority"
        case _:
            assert_never(rule.kind)
