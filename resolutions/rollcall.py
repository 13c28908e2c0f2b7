"""The roll-call vote: who is called next, and which answers each seat may give."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal

from resolutions.counting import Ballot, Choice, Electorate

SecondRound = Literal["yes_no_only", "round1_without_pass", "no_pass_round"]


@dataclass(frozen=True, slots=True)
class BallotRules:
    """Which answers a rulebook offers (rules reference, A, among others ``roll_call_options_round1``).

    ``roll_call``: answers are called, so that a pass is possible at all. ``procedural_abstain``: abstaining
    is in order on procedure. ``divided``: the house was divided, nobody may abstain. ``statuses_bind``:
    those who answered "present and voting" may not abstain on substance. ``abstaining``: an abstention is
    among the answers at all. ``rights``: the answers that may go with the right to explain the vote.
    """

    roll_call: bool = True
    passing: bool = True
    second_round: SecondRound = "yes_no_only"
    procedural_abstain: bool = False
    statuses_bind: bool = True
    divided: bool = False
    abstaining: bool = True
    rights: tuple[Choice, ...] = ("yes", "no")

    @property
    def with_rights(self) -> bool:
        """Whether any answer may go with the right to explain."""
        return bool(self.rights)


def roll_call_order(seats: Sequence[str], start: str | None = None) -> tuple[str, ...]:
    """Give the calling order: ``seats`` as they stand (alphabetical), from ``start`` on and round to it.

    Raises ValueError when ``start`` (the member drawn by lot) is not one of the seats.
    """
    if start is None:
        return tuple(seats)
    first = list(seats).index(start)
    return (*seats[first:], *seats[:first])


def next_to_call(
    order: Sequence[str], ballots: Mapping[str, Ballot], unanswered: Set[str] = frozenset()
) -> tuple[str, int] | None:
    """Give the next seat and the round it is called in, or None when the roll call is complete.

    Everybody is called once; then those who passed are called again, in the same order. ``unanswered`` holds
    seats that were called and gave no answer: they are not called again.
    """
    for seat in order:
        if seat not in ballots and seat not in unanswered:
            return seat, 1
    for seat in order:
        if seat in ballots and ballots[seat].choice == "pass" and seat not in unanswered:
            return seat, 2
    return None


def choices_for(
    seat: str,
    electorate: Electorate,
    round: int,  # noqa: A002 - the field's word
    procedural: bool = False,
    rules: BallotRules = BallotRules(),
) -> tuple[Choice, ...]:
    """Give the answers a seat may give; none at all when it is not in the electorate.

    Round 1 offers yes, no, abstain and pass; round 2 only yes and no unless the rulebook says otherwise.
    Sources: rules reference, section 6 and cases T13, T32, T66.
    """
    if seat not in electorate.seats or (round > 1 and not _comes_back(rules)):
        return ()
    choices: list[Choice] = ["yes", "no"]
    if _may_abstain(seat, electorate, round, procedural, rules):
        choices.append("abstain")
    if round == 1 and rules.roll_call and _comes_back(rules):
        choices.append("pass")
    return tuple(choices)


def may_explain(seat: str, sponsors: Set[str], rules: BallotRules = BallotRules()) -> bool:
    """Say whether a seat may vote "with rights": not sponsors on their own draft [DUM]."""
    return rules.with_rights and rules.roll_call and seat not in sponsors


def _comes_back(rules: BallotRules) -> bool:
    return rules.passing and rules.second_round != "no_pass_round"


def _may_abstain(
    seat: str, electorate: Electorate, called: int, procedural: bool, rules: BallotRules
) -> bool:
    if rules.divided or not rules.abstaining or (called > 1 and rules.second_round == "yes_no_only"):
        return False
    if procedural:
        return rules.procedural_abstain
    return not (rules.statuses_bind and seat in electorate.must_vote)
