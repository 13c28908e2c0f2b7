"""The minutes read as a record of what happened, whoever entered it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.procedure.floor import EVENTS
from app.procedure.rulebook_files import load, names
from app.words import act_sentences, event_sentence, motion_detail, motion_kind_name, motion_title, names_on
from app.words.motion_names import KIND_NAMES, PHRASES
from app.words.told import TELLERS
from tests.procedure.meeting import committee
from tests.words.afternoon import CAUCUS, in_debate, with_amendment, with_draft
from tests.words.reading import NAMES, faults
from tests.words.samples import samples

ALL = sorted({*EVENTS, "ActUndone"})


def test_every_event_can_be_told() -> None:
    assert set(TELLERS) == set(ALL)
    assert set(samples()) == set(ALL), "tests/words/samples.py lacks an event"


@pytest.mark.parametrize("name", ALL)
def test_each_is_a_sentence_even_where_the_floor_knows_nothing_of_it(name: str) -> None:
    said = event_sentence(samples()[name], committee().floor, NAMES)
    assert faults(said) == [], said


@settings(max_examples=60)
@given(
    st.text(st.characters(categories=("L", "N", "P", "Zs"), exclude_characters="{}!_"), max_size=80),
    st.integers(0, 90_000),
)
def test_whatever_was_typed_it_ends_once_and_stands_on_one_line(words: str, count: int) -> None:
    floor = committee().floor
    for event in samples(words, count).values():
        said = event_sentence(event, floor, NAMES)
        assert said.endswith(".") and not said.endswith("..") and "  " not in said and "{" not in said


def test_a_motion_is_told_with_its_parameters() -> None:
    afternoon = in_debate()
    assert afternoon.does("RaiseMotion", "moderated_caucus", by="ghana", **CAUCUS) == (
        "Ghana moved a moderated caucus of 10 minutes with speeches of 60 seconds on notice before flights.",
    )
    assert afternoon.does("RaiseMotion", "moderated_caucus", by="peru", **CAUCUS) == (
        "Peru moved the same: a moderated caucus of 10 minutes with speeches of 60 seconds "
        "on notice before flights.",
    )
    assert afternoon.does("RaiseMotion", "unmoderated_caucus", "mexico", total_seconds=900) == (
        "Mexico moved an unmoderated caucus of 15 minutes (entered by the dais).",
    )


def test_what_follows_from_a_vote_is_told_in_its_order() -> None:
    afternoon = in_debate()
    afternoon.does("RaiseMotion", "suspend_meeting", by="viet-nam", until="until 14:00.")
    afternoon.does("RaiseMotion", "moderated_caucus", by="ghana", **CAUCUS)
    opened = afternoon.does("OpenVote", "motion", str(afternoon.meeting.floor.motions.pending[0].number))
    assert opened == (
        "The committee voted by placards on the suspension of the meeting until 14:00. "
        "More Yes than No: 5 of 9 if everybody votes.",
    )
    assert afternoon.counts(5, 3) == (
        "The result was announced. Passed, 5-3. Needed 5 of 8 votes cast. 1 did not vote.",
        "The motion “Suspend the meeting” passed.",
        "These motions fell without a vote: “Moderated caucus”.",
        "The meeting was suspended until 14:00.",
    )


def test_the_dais_that_calls_a_speaker_acts_for_itself() -> None:
    afternoon = in_debate()
    assert afternoon.does("JoinSpeakersList", by="ghana") == ("Ghana joined the speakers' list.",)
    assert afternoon.does("JoinSpeakersList", "peru") == (
        "Peru joined the speakers' list (entered by the dais).",
    )
    assert afternoon.does("CallNextSpeaker") == ("Ghana took the floor for 90 seconds.",)


def test_a_rule_that_was_overruled_is_named_with_the_reason() -> None:
    afternoon = in_debate()
    said = afternoon.does(
        "RaiseMotion", "unmoderated_caucus", "ghana", total_seconds=1500, insist="The sponsors asked for it."
    )
    assert said[0] == "The chair went on against the rule “the longest caucus”: The sponsors asked for it."
    assert said[1] == "Ghana moved an unmoderated caucus of 25 minutes (entered by the dais)."


def test_papers_are_called_by_their_symbol_once_they_have_one() -> None:
    minutes = [sentence for act in with_amendment().minutes for sentence in act]
    assert "Ghana began the working paper WP-1, “Notice and return”." in minutes
    assert "The chair approved WP-1 as draft resolution DR 1.1." in minutes
    assert "DR 1.1 was introduced to the committee." in minutes
    assert "Peru proposed amendment A1 to DR 1.1." in minutes
    assert "Amendment A1 to DR 1.1 was introduced to the committee." in minutes


def test_a_roll_call_is_told_answer_by_answer_without_remarks() -> None:
    afternoon = with_draft()
    afternoon.carries("close_debate", "spain")
    opened = afternoon.does("OpenVote", "paper", "WP-1", "roll_call")
    assert opened[0].startswith("The committee voted by roll call on DR 1.1. More Yes than No: 5 of 8")
    vote = afternoon.meeting.floor.votes.now
    assert vote is not None
    assert afternoon.does("CastBallot", vote.number, "pass", seat="canada") == ("Canada passed.",)
    assert afternoon.does("NoAnswer", vote.number, "france") == ("France was called and did not answer.",)
    assert afternoon.does("CastBallot", vote.number, "no", True, "ghana", insist="asked for it") == (
        "The chair went on against the rule “sponsors do not explain their vote”: asked for it.",
        "Ghana voted no, with rights.",
    )


def test_every_sentence_of_the_afternoon_is_for_people() -> None:
    for act in with_amendment().minutes:
        for said in act:
            assert faults(said) == [], said


def test_minutes_can_be_told_from_a_later_floor() -> None:
    afternoon = with_amendment()
    for _, _, by, _, _, events in afternoon.meeting.said:
        for said in act_sentences(by, events, afternoon.meeting.floor, NAMES):
            assert faults(said) == [], said


def test_every_kind_of_motion_that_ships_has_a_name_and_a_phrase() -> None:
    kinds = {rule.kind for name in names() for rule in load(name).motions}
    assert kinds <= set(KIND_NAMES) and kinds <= set(PHRASES)


def test_a_kind_that_only_one_house_has_is_still_readable() -> None:
    assert motion_kind_name("silent_reading", {}) == "Silent reading"


def test_titles_for_the_ladder() -> None:
    afternoon = with_draft()
    floor = afternoon.meeting.floor
    known = names_on(floor, NAMES)
    afternoon.does("RaiseMotion", "moderated_caucus", by="ghana", **CAUCUS)
    motion = afternoon.meeting.floor.motions.pending[0]
    assert motion_title(motion.kind, motion.terms, known) == "Moderated caucus, 10 min of 60 s"
    assert motion_detail(motion.kind, motion.terms, known) == "10 speakers, notice before flights"
    introduced = floor.motions.decided[0].motion
    assert motion_title(introduced.kind, introduced.terms, known) == "Introduce a draft resolution, DR 1.1"
    assert motion_detail(introduced.kind, introduced.terms, known) == ""
