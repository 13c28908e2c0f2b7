"""Promise 9: a tally is a recount, everybody is in it once, and the outcome follows the integer rule."""

from collections import Counter
from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolutions.voting import (
    Ballot,
    Choice,
    Electorate,
    MajorityKind,
    MajorityRule,
    count,
    count_hands,
    needed,
)

# The majorities once more, by cross-multiplying instead of by shares (rules reference, section 1).
CARRIES: dict[str, Callable[[int, int, int], bool]] = {
    "simple_cast": lambda yes, no, present: yes > no,
    "two_thirds_cast": lambda yes, no, present: yes > 0 and 3 * yes >= 2 * (yes + no),
    "simple_present": lambda yes, no, present: 2 * yes > present,
    "two_thirds_present": lambda yes, no, present: 3 * yes >= 2 * present,
    "simple_members": lambda yes, no, present: 2 * yes > present,  # where all members are present
    "two_thirds_members": lambda yes, no, present: 3 * yes >= 2 * present,
    "unanimous": lambda yes, no, present: yes > 0 and no == 0,
    "consensus": lambda yes, no, present: yes > 0 and no == 0,
}

YES: Choice = "yes"
NO: Choice = "no"
ABSTAIN: Choice = "abstain"


def test_the_oracle_knows_every_majority() -> None:
    assert set(CARRIES) == set(get_args(MajorityKind))


@pytest.mark.parametrize("kind", get_args(MajorityKind))
def test_the_outcome_is_the_rule_for_all_electorates_up_to_200(kind: MajorityKind) -> None:
    rule, carries = MajorityRule(kind), CARRIES[kind]
    for present in range(1, 201):
        last_passed = dict.fromkeys(range(present + 1), False)
        for yes in range(present + 1):
            for no in range(present + 1 - yes):
                passed = yes >= needed(rule, yes + no, present)
                if passed != carries(yes, no, present):
                    pytest.fail(f"{kind}: {yes} yes and {no} no of {present} present: {passed}")
                if last_passed[no] and not passed:
                    pytest.fail(f"{kind}: one more yes lost the vote at {yes}-{no} of {present}")
                last_passed[no] = passed


@pytest.mark.parametrize("kind", get_args(MajorityKind))
def test_placards_and_ballots_give_one_tally(kind: MajorityKind) -> None:
    rule = MajorityRule(kind)
    for size in range(1, 25):
        electorate = Electorate(tuple(f"S{n}" for n in range(size)))
        for yes in range(size + 1):
            for no in range(size + 1 - yes):
                abstain = (size - yes - no) // 2
                answers = [YES] * yes + [NO] * no + [ABSTAIN] * abstain
                named = {s: Ballot(s, c) for s, c in zip(electorate.seats, answers, strict=False)}
                assert count(rule, electorate, named) == count_hands(rule, size, yes, no, abstain)


@given(
    st.dictionaries(st.integers(0, 60), st.sampled_from(("yes", "no", "abstain", "pass")), max_size=60),
    st.sampled_from(get_args(MajorityKind)),
    st.none() | st.integers(1, 60),
    st.frozensets(st.integers(0, 60), max_size=5),
)
def test_everybody_is_counted_once(
    answers: dict[int, Choice], kind: MajorityKind, required: int | None, veto: frozenset[int]
) -> None:
    electorate = Electorate(tuple(f"S{n}" for n in range(61)))
    ballots = {f"S{n}": Ballot(f"S{n}", choice) for n, choice in answers.items()}
    rule = MajorityRule(kind, required, frozenset(f"S{n}" for n in veto))
    tally = count(rule, electorate, ballots)
    recount = Counter(answers.values())
    assert (tally.yes, tally.no, tally.abstain) == tuple(recount[c] for c in ("yes", "no", "abstain"))
    assert tally.yes + tally.no + tally.abstain + tally.not_voting == tally.electorate == 61
    vetoed = any(answers.get(n) == "no" for n in veto)
    enough = CARRIES[kind](tally.yes, tally.no, 61) and tally.yes >= (required or 0)
    assert tally.passed == (enough and not vetoed)
    assert tally.passed == (tally.reason == "carried")
    assert count(rule, electorate, dict(reversed(ballots.items()))) == tally


def test_half_is_no_simple_majority_and_exactly_two_thirds_is_enough() -> None:
    assert not count_hands(MajorityRule("simple_cast"), 10, yes=5, no=5).passed
    assert count_hands(MajorityRule("two_thirds_cast"), 15, yes=10, no=5).passed
