"""Timed debate step by step: who asks and is called, what is taken up, which clock runs, what is reopened."""

from __future__ import annotations

from app.procedure.amendments import WithdrawAmendment
from app.procedure.attendance import SetStatus
from app.procedure.debate_speakers import CallDebater, JoinDebate, LeaveDebate, side_called
from app.procedure.motions import RaiseMotion
from app.procedure.papers import WithdrawPaper
from app.procedure.speeches import EndSpeech
from app.procedure.taking_up import TakeUpAmendment, TakeUpDraft
from app.procedure.yields import YieldFloor, yields_now
from tests.procedure.debates import (
    amendment,
    debate,
    end_stage,
    grant,
    in_hand,
    left,
    speech,
    thimun,
    with_a_draft,
)
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, in_debate


def with_amendments() -> Meeting:
    """In open debate Spain moved an amendment, which is debated, and Peru one to it."""
    meeting = in_hand(mode="open")
    meeting.do(amendment(meeting, "spain", "States to give notice of ninety days"), by="spain")
    meeting.do(TakeUpAmendment("A1"))
    meeting.do(amendment(meeting, "peru", "States to give notice of sixty days", "A1"), by="peru")
    return meeting


# --- who asks, who is called ---


def test_a_delegation_asks_once_on_the_side_whose_time_it_is() -> None:
    meeting = in_hand()
    meeting.do(SetStatus("absent", "mexico"))
    assert meeting.rules(JoinDebate("against"), by="spain") == ("timed.side",)
    meeting.do(JoinDebate("for"), by="spain")
    assert meeting.rules(JoinDebate("for"), by="spain") == ("timed.asked",)
    assert meeting.rules(JoinDebate("for", "spain")) == ("timed.asked",)
    assert meeting.rules(JoinDebate("for", "mexico")) == ("seat.absent",)
    assert meeting.rules(JoinDebate("for", "peru"), by="canada") == ("seat.not_yours",)
    meeting.do(JoinDebate("for", "peru"), by="assistant-1")
    assert debate(meeting).now.hearing.waiting_for == ("ghana", "spain", "peru")


def test_who_asked_may_leave_and_nobody_else() -> None:
    meeting = in_hand(mode="open")
    meeting.do(JoinDebate("against"), by="spain")
    assert meeting.rules(LeaveDebate(), by="peru")[0] == "timed.not_asked"
    assert meeting.rules(LeaveDebate("peru")) == ("timed.not_asked",)
    meeting.do(LeaveDebate("spain"))
    meeting.do(LeaveDebate(), by="ghana")
    assert meeting.rules(LeaveDebate("ghana")) == ("timed.not_asked",)
    assert debate(meeting).now.hearing.waiting_for == debate(meeting).now.hearing.waiting_against == ()


def test_who_leaves_the_room_waits_on_no_side_of_any_question() -> None:
    meeting = in_hand(mode="open")
    for seat, side in (("spain", "against"), ("peru", "against"), ("mexico", "for")):
        meeting.do(JoinDebate(side), by=seat)  # type: ignore[arg-type]
    meeting.do(amendment(meeting, "spain", "States to give notice of ninety days"), by="spain")
    meeting.do(TakeUpAmendment("A1"))
    meeting.do(JoinDebate("for"), by="peru")
    meeting.do(SetStatus("absent", "peru"))
    now = debate(meeting)
    assert now.draft.hearing.waiting_against == ("spain",)
    assert now.draft.hearing.waiting_for == ("ghana", "mexico")
    assert now.now.hearing.waiting_for == ("spain",)


def test_the_chair_calls_the_next_or_somebody_who_did_not_ask() -> None:
    meeting = in_hand(mode="open")
    assert meeting.rules(CallDebater("against")) == ("timed.nobody",)
    assert meeting.rules(CallDebater("against", "spain")) == ("timed.submitter_first",)
    speech(meeting, "for", "ghana")
    meeting.do(CallDebater("against", "spain"))
    assert meeting.floor.speeches.now and meeting.floor.speeches.now.list == "debate"
    assert meeting.floor.speeches.now.ms == 1000 * meeting.floor.rulebook.timed_debate.speech_seconds
    assert meeting.rules(CallDebater("for", "peru")) == ("speech.other",)
    meeting.do(CallDebater("for", "peru", "spain"))
    assert meeting.floor.speeches.now and meeting.floor.speeches.now.seat == "peru"


def test_nobody_debates_into_a_caucus_nor_into_a_vote() -> None:
    meeting = in_hand(house("thimun", amendments={}), mode="open")
    end_stage(meeting)
    assert meeting.rules(CallDebater("for", "ghana"))[0] == "timed.to_the_vote"
    assert meeting.rules(JoinDebate("for"), by="peru") == ("timed.to_the_vote",)


def test_whose_side_is_called_next_follows_the_stage_and_who_waits() -> None:
    closed = in_hand()
    assert side_called(debate(closed).now) == "for"
    end_stage(closed)
    assert side_called(debate(closed).now) == "against"
    opened = in_hand(mode="open")
    opened.do(JoinDebate("against"), by="spain")
    assert side_called(debate(opened).now) == "for", "the submitter opens"
    speech(opened, "for", "ghana")
    assert side_called(debate(opened).now) == "against"
    speech(opened, "against", "spain")
    assert side_called(debate(opened).now) == "for"
    nobody = in_hand(mode="open")
    nobody.do(LeaveDebate(), by="ghana")
    assert side_called(debate(nobody).now) == "for"
    nobody.do(JoinDebate("against"), by="spain")
    assert side_called(debate(nobody).now) == "against"


def test_a_speech_of_the_debate_may_be_yielded_as_the_house_has_it() -> None:
    meeting = in_hand(mode="open")
    assert yields_now(meeting.floor) == ()
    meeting.do(CallDebater("for"))
    assert yields_now(meeting.floor) == meeting.floor.rulebook.yields.to == ("delegate", "chair")
    meeting.do(YieldFloor("delegate", "mexico"), by="ghana")
    assert yields_now(meeting.floor) == ("delegate", "chair")


# --- clocks ---


def test_the_clock_of_the_question_runs_while_somebody_speaks_on_it() -> None:
    meeting = in_hand(mode="open")
    assert not meeting.floor.clocks["debate"].running
    meeting.do(CallDebater("for"))
    assert meeting.floor.clocks["debate"].running
    meeting.do(YieldFloor("chair"), by="ghana", after=30)
    assert not meeting.floor.clocks["debate"].running and left(meeting, "debate") == 1200 - 30


# --- what is taken up ---


def test_a_draft_is_taken_up_while_nothing_else_is_on() -> None:
    meeting = with_a_draft(drafts=2)
    assert meeting.rules(TakeUpDraft("WP-9")) == ("paper.not_introduced",)
    meeting.do(TakeUpDraft("WP-2"), insist="The room has agreed")
    assert meeting.rules(TakeUpDraft("WP-1")) == ("timed.in_hand",)
    idle = in_debate(rulebook=thimun())
    assert "timed.no_draft" in idle.rules(TakeUpDraft("WP-1"))


def test_the_main_submitter_waits_first_unless_it_is_away() -> None:
    meeting = with_a_draft()
    meeting.do(SetStatus("absent", "ghana"))
    meeting.do(TakeUpDraft("WP-1"))
    assert debate(meeting).now.hearing.waiting_for == ()
    meeting.do(CallDebater("for", "peru"))


def test_amendments_are_taken_up_to_what_is_debated() -> None:
    meeting = with_amendments()
    assert meeting.rules(TakeUpAmendment("A9")) == ("amendment.gone",)
    assert meeting.rules(TakeUpAmendment("A1")) == ("timed.other_text",)
    meeting.do(WithdrawAmendment("A2"), by="peru")
    assert meeting.rules(TakeUpAmendment("A2")) == ("amendment.gone",)
    assert debate(meeting).now.subject == "A1"


def test_debate_on_an_amendment_ends_with_it_and_with_the_draft() -> None:
    meeting = with_amendments()
    meeting.do(TakeUpAmendment("A2"))
    assert debate(meeting).clock == "second_degree"
    meeting.do(WithdrawAmendment("A1"), by="spain")
    assert debate(meeting).now.subject == "WP-1" and set(meeting.floor.clocks) == {"debate"}
    meeting.do(WithdrawPaper("WP-1"), by="ghana")
    assert meeting.floor.resolution_debate is None and not meeting.floor.clocks


# --- motions about the debate ---


def test_debate_is_extended_within_a_day_and_its_mode_changed_to_another() -> None:
    meeting = in_hand(mode="open")
    longest = RaiseMotion("extend_debate_time", total_seconds=24 * 3600)
    assert "clock.adjust_range" in meeting.rules(longest, by="peru")
    same = RaiseMotion("open_or_closed_debate", mode="open", total_seconds=600)
    assert meeting.rules(same, by="peru") == ("timed.mode_same",)
    meeting.do(amendment(meeting, "spain", "States to give notice of ninety days"), by="spain")
    meeting.do(TakeUpAmendment("A1"))
    closed = RaiseMotion("open_or_closed_debate", mode="closed", total_seconds=600)
    assert meeting.rules(closed, by="peru") == ("timed.amendment_on",)
    assert "timed.none" in with_a_draft().rules(
        RaiseMotion("extend_debate_time", total_seconds=60), by="peru"
    )


def test_an_extension_adds_to_what_is_left() -> None:
    meeting = in_hand(mode="open")
    speech(meeting, "for", "ghana", 100)
    grant(meeting, "extend_debate_time", "peru", total_seconds=300)
    assert left(meeting, "debate") == 1200 - 100 + 300
    assert meeting.floor.clocks["debate"].total == 1000 * (1200 + 300)


def test_another_speech_than_one_on_the_draft_stops_its_clock() -> None:
    meeting = in_hand(mode="open")
    meeting.do(CallDebater("for"))
    meeting.do(EndSpeech("ghana"), after=45)
    assert left(meeting, "debate") == 1155
    held = left(meeting, "debate")
    meeting.at += 60_000
    assert left(meeting, "debate") == held
