"""Explanations of vote: who gives them, when, for how long, and never a sponsor of the draft."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.agenda import EndVoting
from app.procedure.explanations import HearExplanation
from app.procedure.results import AnnounceResult, CloseVote
from app.procedure.speeches import EndSpeech
from app.procedure.steps import Step, next_step
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, ballot, before_the_vote, roll_call

VOTERS = house(action={"explanations": "any_voter_before_or_after"})
THREE = house(action={"explanations": "three_speakers", "explanation_seconds": 45})


def counted(rulebook: Any = None, rights: tuple[str, ...] = (), **answers: str) -> Meeting:
    """The roll was called on WP-1 of Ghana and Peru, and is counted; `rights` voted with rights."""
    meeting = roll_call(rulebook)
    while called := meeting.vote.next():
        seat = called[0]
        meeting.do(ballot(meeting, answers.get(seat, "yes"), seat, rights=seat in rights))
    meeting.do(CloseVote(meeting.vote.number))
    return meeting


def heard(meeting: Meeting, seat: str) -> None:
    meeting.do(HearExplanation("WP-1", seat))
    meeting.do(EndSpeech(seat))


def test_who_voted_with_rights_explains_before_the_result_is_announced() -> None:
    meeting = counted(rights=("canada", "spain"), spain="no")
    number = meeting.vote.number
    assert next_step(meeting.floor) == Step("explanation", "canada")
    assert meeting.rules(AnnounceResult(number)) == ("explanation.first",)
    meeting.do(HearExplanation("WP-1", "canada"))
    speech = meeting.floor.speeches.now
    assert speech is not None and (speech.list, speech.ms) == ("explanation", 30_000)
    meeting.do(HearExplanation("WP-1", "spain", after="canada"))
    meeting.do(AnnounceResult(number))
    assert meeting.floor.speeches.now is None and "speech" not in meeting.floor.clocks


def test_who_voted_without_rights_does_not() -> None:
    meeting = counted(rights=("canada",))
    assert meeting.rules(HearExplanation("WP-1", "france")) == ("explanation.with_rights",)
    heard(meeting, "canada")
    again = meeting.rules(HearExplanation("WP-1", "canada"))
    assert again == ("explanation.given", "explanation.with_rights")
    meeting.do(HearExplanation("WP-1", "france"), insist="It was named in debate")


@pytest.mark.parametrize("book", [VOTERS, THREE])
def test_never_a_sponsor_of_the_draft(book: Any) -> None:
    meeting = counted(book)
    assert meeting.rules(HearExplanation("WP-1", "ghana")) == ("explanation.sponsor",)
    heard(meeting, "canada")


def test_nobody_speaks_into_a_vote_and_nobody_about_another_question() -> None:
    meeting = roll_call(VOTERS)
    assert "vote.open_now" in meeting.rules(HearExplanation("WP-1", "canada"))
    meeting = counted(VOTERS)
    assert meeting.rules(HearExplanation("WP-9", "canada")) == ("explanation.nothing",)
    assert meeting.rules(HearExplanation("WP-1", "dais-2")) == ("seat.name_one",)
    assert meeting.rules(HearExplanation("WP-1", "canada"), by="canada") == ("dais.only",)


def test_elsewhere_any_voter_explains_before_or_after_once() -> None:
    meeting = before_the_vote(VOTERS)
    heard(meeting, "canada")
    assert meeting.rules(HearExplanation("WP-1", "aclu")) == ("explanation.voters",)
    meeting.put("paper", "WP-1")
    meeting.hands(5, 3)
    assert meeting.rules(HearExplanation("WP-1", "canada")) == ("explanation.given",)
    heard(meeting, "france")
    meeting.do(HearExplanation("WP-1", "spain"))
    meeting.do(EndVoting())
    assert meeting.floor.speeches.now is None


def test_elsewhere_three_speakers_after_the_vote_one_of_each_side() -> None:
    meeting = counted(THREE, spain="no", mexico="no", honduras="abstain")
    meeting.do(AnnounceResult(meeting.vote.number))
    heard(meeting, "canada")
    assert meeting.rules(HearExplanation("WP-1", "france")) == ("explanation.three",)
    heard(meeting, "spain")
    assert meeting.rules(HearExplanation("WP-1", "mexico")) == ("explanation.three",)
    heard(meeting, "honduras")
    spoken = [speech.list for speech in meeting.floor.speeches.heard[-3:]]
    assert spoken == ["explanation"] * 3


def test_by_placards_three_are_heard_whatever_their_side_and_none_before_the_vote() -> None:
    meeting = before_the_vote(THREE)
    assert meeting.rules(HearExplanation("WP-1", "canada")) == ("explanation.voters",)
    meeting.put("paper", "WP-1")
    meeting.hands(5, 3)
    for seat in ("canada", "france", "mexico"):
        heard(meeting, seat)
    assert meeting.rules(HearExplanation("WP-1", "spain")) == ("explanation.three",)


def test_a_question_that_is_put_ends_the_explanation_on_the_floor() -> None:
    meeting = before_the_vote(VOTERS)
    meeting.do(HearExplanation("WP-1", "canada"))
    meeting.put("paper", "WP-1")
    assert meeting.floor.speeches.now is None
