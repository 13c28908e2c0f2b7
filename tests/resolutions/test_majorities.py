"""Every majority for every number of voters up to 200, against the fractions that the rules say."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import get_args

import pytest

from resolutions.voting import CountedFrom, MajorityKind, MajorityRule, could_change, count_hands, needed

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)
Carries = Callable[[Fraction, Fraction, int, int], bool]
CARRIES: dict[str, Carries] = {
    # yes, no, who may vote, all members
    "simple_cast": lambda yes, no, here, members: yes + no > 0 and yes / (yes + no) > HALF,
    "two_thirds_cast": lambda yes, no, here, members: yes + no > 0 and yes / (yes + no) >= TWO_THIRDS,
    "simple_present": lambda yes, no, here, members: yes / here > HALF,
    "two_thirds_present": lambda yes, no, here, members: yes / here >= TWO_THIRDS,
    "simple_members": lambda yes, no, here, members: yes / members > HALF,
    "two_thirds_members": lambda yes, no, here, members: yes / members >= TWO_THIRDS,
    "unanimous": lambda yes, no, here, members: yes + no > 0 and yes / (yes + no) == 1,
    "consensus": lambda yes, no, here, members: yes > 0 and not no > 0,
}
STEP = 7
"""Of the counts of each size every seventh is tried, beside those next to the threshold."""


def counts(here: int, rule: MajorityRule) -> set[tuple[int, int]]:
    """(yes, no) of `here` voters: some of all, and those where one vote decides."""
    tried = {(yes, no) for yes in range(0, here + 1, STEP) for no in range(0, here + 1 - yes, STEP)}
    for no in range(0, here + 1, STEP):
        for yes in range(here + 1 - no):
            if abs(yes - needed(rule, yes + no, here)) <= 1:
                tried.add((yes, no))
    return tried


@pytest.mark.parametrize("kind", get_args(MajorityKind))
@pytest.mark.parametrize("away", [0, 1, 13])
def test_every_majority_for_every_number_up_to_200(kind: MajorityKind, away: int) -> None:
    """`away` members are not here."""
    for here in range(1, 201):
        rule = MajorityRule(kind, members=here + away)
        for yes, no in counts(here, rule):
            passed = count_hands(rule, here, yes, no).passed
            assert passed == CARRIES[kind](Fraction(yes), Fraction(no), here, here + away), (yes, no, here)


@pytest.mark.parametrize("kind", ["simple_cast", "two_thirds_cast", "unanimous"])
def test_what_stands_falls_only_if_the_other_side_has_the_majority(kind: MajorityKind) -> None:
    """ "Shall the ruling be upheld?" is the mirror of "shall it be overruled?" (T30, T31)."""
    keeps, overturns = MajorityRule(kind, keeps=True), MajorityRule(kind)
    for here in range(1, 201):
        for no, yes in counts(here, overturns):
            stands = count_hands(keeps, here, yes, no).passed
            assert stands == (not count_hands(overturns, here, no, yes).passed), (yes, no, here)


def test_a_tie_and_silence_keep_what_stands_and_carry_nothing() -> None:
    for kind in get_args(MajorityKind):
        assert not count_hands(MajorityRule(kind), 40, 0, 0).passed
        assert not count_hands(MajorityRule(kind), 40, 15, 15).passed
        assert count_hands(MajorityRule(kind, keeps=True), 40, 0, 0).passed
        assert count_hands(MajorityRule(kind, keeps=True), 40, 15, 15).passed


def test_the_mirrors_of_an_appeal() -> None:
    def upheld(kind: MajorityKind, yes: int, no: int) -> bool:
        return count_hands(MajorityRule(kind, keeps=True), 30, yes, no).passed

    assert [upheld("simple_cast", *votes) for votes in ((15, 15), (14, 16))] == [True, False]
    assert [upheld("two_thirds_cast", *votes) for votes in ((11, 19), (10, 20))] == [True, False]
    assert [upheld("unanimous", *votes) for votes in ((1, 29), (0, 30))] == [True, False]
    assert count_hands(MajorityRule("simple_cast", keeps=True), 30, 14, 16).reason == "overturned"


def test_members_are_counted_whether_they_are_here_or_not() -> None:
    rule = MajorityRule("simple_members", members=50)
    tally = count_hands(rule, 30, 25, 0, 5)
    assert (tally.needed, tally.base, tally.counted_from, tally.passed) == (26, 50, "members", False)
    assert count_hands(rule, 30, 26, 4).passed
    assert not count_hands(MajorityRule("two_thirds_members", members=50), 40, 33, 0).passed
    assert count_hands(MajorityRule("two_thirds_members", members=50), 40, 34, 0).passed


def test_one_objection_breaks_a_consensus() -> None:
    assert count_hands(MajorityRule("consensus"), 30, 29, 0).passed
    assert count_hands(MajorityRule("consensus"), 30, 29, 1).reason == "objected"


def test_required_yes_stands_beside_the_majority() -> None:
    nine = MajorityRule("simple_cast", required_yes=9)
    assert [count_hands(nine, 15, yes, 4).passed for yes in (8, 9)] == [False, True]
    assert not count_hands(nine, 20, 9, 10).passed


def test_missing_votes_that_could_turn_it_are_noticed_for_what_stands_too() -> None:
    keeps = MajorityRule("simple_cast", keeps=True)
    assert could_change(keeps, count_hands(keeps, 30, 14, 14))
    assert not could_change(keeps, count_hands(keeps, 30, 16, 12))


def test_the_base_of_each_kind() -> None:
    bases: dict[str, CountedFrom] = {kind: MajorityRule(kind).counted_from for kind in get_args(MajorityKind)}
    assert bases["simple_members"] == "members" and bases["two_thirds_present"] == "present"
    assert {bases["unanimous"], bases["consensus"], bases["simple_cast"]} == {"votes_cast"}
