"""Times, places, results and majorities as they are read out."""

from __future__ import annotations

from typing import get_args
from zoneinfo import ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.words import (
    clock_time,
    duration,
    duration_ms,
    listed,
    minutes_and_seconds,
    ordinal,
    result_sentence,
    short_duration,
    speech_length,
    threshold_sentence,
)
from resolutions.voting import Ballot, Electorate, MajorityKind, MajorityRule, count, count_hands
from tests.words.reading import faults

KINDS: tuple[MajorityKind, ...] = get_args(MajorityKind)
UN_WORDS = {"f": "France"}


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (45, "45 seconds"),
        (60, "1 minute"),
        (90, "1 min 30 s"),
        (720, "12 minutes"),
        (3600, "1 hour"),
        (5400, "90 minutes"),
        (-30, "30 seconds"),
    ],
)
def test_a_time_in_words(seconds: int, said: str) -> None:
    assert duration(seconds) == said
    assert duration_ms(seconds * 1000 + (400 if seconds >= 0 else -400)) == said


def test_speeches_are_counted_in_seconds_up_to_two_minutes() -> None:
    assert [speech_length(s) for s in (1, 60, 90, 120, 180)] == [
        "1 second",
        "60 seconds",
        "90 seconds",
        "120 seconds",
        "3 minutes",
    ]


def test_a_time_in_a_title_and_on_a_clock() -> None:
    assert [short_duration(s) for s in (60, 600, 45, 585)] == ["1 min", "10 min", "45 s", "9 min 45 s"]
    assert [minutes_and_seconds(s) for s in (585, 5, -12)] == ["9:45", "0:05", "+0:12"]


@given(st.integers(0, 24 * 3600))
def test_the_clock_shows_the_whole_time(seconds: int) -> None:
    minutes, rest = minutes_and_seconds(seconds).split(":")
    assert int(minutes) * 60 + int(rest) == seconds


def test_the_time_of_day_is_that_of_the_committee() -> None:
    at = 1_763_732_520_000  # 21 November 2025, 13:42 UTC
    assert clock_time(at, "UTC") == "13:42"
    assert clock_time(at, "Europe/Berlin") == "14:42"
    assert clock_time(at, "Asia/Kolkata") == "19:12"
    with pytest.raises(ZoneInfoNotFoundError):
        clock_time(at, "Europe/Nowhere")


def test_places_in_an_order() -> None:
    assert [ordinal(n) for n in (1, 3, 10, 11, 12, 21, 22, 23, 101, 111)] == [
        "first",
        "third",
        "tenth",
        "11th",
        "12th",
        "21st",
        "22nd",
        "23rd",
        "101st",
        "111th",
    ]


def test_names_one_after_the_other() -> None:
    assert listed(()) == "nobody"
    assert listed(("Ghana",)) == "Ghana"
    assert listed(("Ghana", "Kenya", "Norway")) == "Ghana, Kenya and Norway"


def test_a_result_says_figures_and_what_was_needed() -> None:
    rule = MajorityRule("simple_cast")
    assert (
        result_sentence(count_hands(rule, 31, 17, 9, 5), rule)
        == "Adopted, 17-9-5. Needed 14 of 26 votes cast."
    )
    assert (
        result_sentence(count_hands(rule, 34, 17, 17), rule, "Close debate", procedural=True)
        == "Close debate: failed, 17-17. Needed 18 of 34 votes cast."
    )
    assert (
        result_sentence(count_hands(rule, 30, 12, 8, 7), rule, "DR 1.1")
        == "DR 1.1: adopted, 12-8-7. Needed 11 of 20 votes cast. 3 did not vote."
    )
    assert result_sentence(count_hands(rule, 30, 0, 0, 30), rule) == "Not adopted, 0-0-30. Nobody voted Yes."


def test_two_thirds_of_those_present_are_counted_from_those_present() -> None:
    rule = MajorityRule("two_thirds_present")
    assert (
        result_sentence(count_hands(rule, 30, 14, 7, 9), rule)
        == "Not adopted, 14-7-9. Needed 20 of 30 present."
    )


def test_a_veto_is_named() -> None:
    rule = MajorityRule("simple_cast", 9, frozenset({"f"}))
    seats = tuple("abcdefghijklmno")
    ballots = {seat: Ballot(seat, "no" if seat == "f" else "yes") for seat in seats}
    tally = count(rule, Electorate(seats), ballots)
    assert result_sentence(tally, rule, names=UN_WORDS) == "Not adopted, 14-1-0. Vetoed by France."


def test_a_majority_before_the_vote_does_not_promise_a_number() -> None:
    rule = MajorityRule("simple_cast")
    assert threshold_sentence(rule, 28) == "More Yes than No: 15 of 28 if nobody abstains."
    assert threshold_sentence(rule, 28, may_abstain=False) == "More Yes than No: 15 of 28 if everybody votes."
    two_thirds = MajorityRule("two_thirds_cast")
    assert threshold_sentence(two_thirds, 28) == "Two thirds of the votes cast: 19 of 28 if nobody abstains."
    council = MajorityRule("simple_cast", 9, frozenset({"f"}))
    assert threshold_sentence(council, 15).endswith(
        "At least 9 must vote Yes. A No of a permanent member defeats it."
    )


@given(
    st.sampled_from(KINDS),
    st.integers(0, 60),
    st.integers(0, 60),
    st.integers(0, 60),
    st.integers(0, 20),
    st.booleans(),
)
def test_every_result_reads_well(
    kind: MajorityKind, yes: int, no: int, abstain: int, silent: int, procedural: bool
) -> None:
    rule = MajorityRule(kind)
    tally = count_hands(rule, yes + no + abstain + silent, yes, no, abstain)
    said = result_sentence(tally, rule, "DR 1.1", procedural=procedural)
    assert faults(said) == [], said
    assert f"{yes}-{no}" in said and (tally.passed != (" not adopted" in said or " failed" in said))
    assert faults(threshold_sentence(rule, tally.electorate)) == []
