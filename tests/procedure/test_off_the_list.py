"""Time off the general list: slots, uneven totals, unused time, panels, questions, guests, rounds."""

from typing import Any

import pytest

from app.procedure.agenda import OpenDebate
from app.procedure.attendance import SetStatus
from app.procedure.caucuses import EndCaucus
from app.procedure.motions import RaiseMotion
from app.procedure.opening_speeches import BeginOpeningSpeeches
from app.procedure.proposer_slots import TakeSlot
from app.procedure.question_time import CallQuestioner
from app.procedure.raised_placards import RaisePlacard
from app.procedure.rulebook import MotionRule
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, CallSpeaker, EndSpeech
from app.words import chairs_line, event_sentence
from tests.procedure.houses import house, with_motions
from tests.procedure.meeting import Meeting, called_to_order, in_debate
from tests.words.reading import NAMES

TEN = {"total_seconds": 600, "speech_seconds": 60, "topic": "Notice"}


def in_caucus(**caucuses: Any) -> Meeting:
    """Peru's moderated caucus of ten minutes."""
    meeting = in_debate(rulebook=house(caucuses=caucuses))
    meeting.carry("moderated_caucus", "peru", **TEN)
    return meeting


def queue(meeting: Meeting) -> tuple[str, ...]:
    caucus = meeting.floor.caucus
    assert caucus is not None and caucus.speakers is not None
    return caucus.speakers.queue


def row(kind: str, effect: Any, *parameters: Any, **settings: Any) -> MotionRule:
    return MotionRule(kind, effect, ("list", "resolution"), parameters, ordered=False, **settings)


# --- the proposer's slot ----------------------------------------------------------------------------------


def test_the_proposer_speaks_first() -> None:
    meeting = in_caucus()
    meeting.do(JoinSpeakersList("spain"))
    assert meeting.rules(TakeSlot("first"), by="spain") == ("slot.not_yours",)
    meeting.do(TakeSlot("first"), by="peru")
    assert queue(meeting) == ("peru", "spain")
    assert meeting.rules(TakeSlot("last"), by="peru") == ("slot.not_asked",)


def test_the_proposer_speaks_last_whoever_joins_after() -> None:
    meeting = in_caucus()
    meeting.do(TakeSlot("last"), by="assistant-1")
    for seat in ("spain", "ghana"):
        meeting.do(JoinSpeakersList(seat))
    assert queue(meeting) == ("spain", "ghana", "peru")


def test_t64_a_proposer_that_does_not_answer_has_waived_its_slot() -> None:
    meeting = in_caucus()
    meeting.do(JoinSpeakersList("spain"))
    meeting.do(CallNextSpeaker())
    assert meeting.floor.caucus is not None and meeting.floor.caucus.slot == "waived"
    assert meeting.rules(TakeSlot("first"), by="peru") == ("slot.not_asked",)


@pytest.mark.parametrize(("policy", "rules"), [("first", "slot.first_only"), ("none", "slot.not_asked")])
def test_houses_differ_on_the_slot(policy: str, rules: str) -> None:
    assert in_caucus(proposer_slot=policy).rules(TakeSlot("last"), by="peru") == (rules,)


def test_a_proposer_that_left_is_asked_for_nothing() -> None:
    meeting = in_caucus()
    meeting.do(SetStatus("absent", "peru"))
    assert meeting.rules(TakeSlot("first")) == ("seat.absent",)
    meeting.do(TakeSlot("waived"))


# --- time -------------------------------------------------------------------------------------------------


def test_t17_a_house_that_rounds_up_adds_what_the_last_speech_needs() -> None:
    meeting = in_debate(rulebook=house(caucuses={"uneven_time": "round_up_total"}))
    meeting.carry("moderated_caucus", "peru", total_seconds=600, speech_seconds=45, topic="Notice")
    assert meeting.floor.clocks["caucus"].total == 630_000
    even = in_debate(rulebook=house(caucuses={"uneven_time": "round_up_total"}))
    even.carry("moderated_caucus", "peru", total_seconds=540, speech_seconds=45, topic="Notice")
    assert even.floor.clocks["caucus"].total == 540_000


@pytest.mark.parametrize(("policy", "left"), [("lapse", 540), ("return_to_total", 555)])
def test_t55_fifteen_seconds_that_a_speaker_leaves(policy: str, left: int) -> None:
    meeting = in_debate(rulebook=house(speeches={"unused_time": policy}))
    meeting.carry("moderated_caucus", "peru", **TEN)
    meeting.do(JoinSpeakersList("spain"), after=0)
    meeting.do(CallNextSpeaker(), after=0)
    meeting.do(EndSpeech("spain"), after=45)
    assert meeting.floor.clocks["caucus"].left(meeting.at) == left * 1000
    assert meeting.floor.clocks["caucus"].total == 600_000


def test_t55_over_time_gives_nothing_back() -> None:
    meeting = in_caucus()
    meeting.do(JoinSpeakersList("spain"), after=0)
    meeting.do(CallNextSpeaker(), after=0)
    meeting.do(EndSpeech("spain"), after=70)
    assert meeting.floor.clocks["caucus"].left(meeting.at) == 530_000


def test_placards_are_raised_while_the_list_of_a_caucus_is_closed() -> None:
    meeting = in_caucus()
    assert meeting.rules(RaisePlacard(), by="spain") == ("placard.nothing",)
    meeting.do(CloseSpeakersList())
    for seat in ("spain", "ghana"):
        meeting.do(RaisePlacard(), by=seat)
    meeting.do(CallSpeaker("ghana"))
    assert meeting.floor.speeches.raised == ("spain",)
    meeting.do(EndCaucus())
    assert not meeting.floor.speeches.raised


# --- panels and questions ---------------------------------------------------------------------------------

PANEL = row("authors_panel", "open_panel", "total_seconds", optional=("paper",))
QUESTIONS = row("extraordinary_session_of_questions", "open_questions", "count")
GUEST = row("invite_guest_speaker", "hear_guest", "name", "total_seconds")


def test_the_authors_of_a_draft_answer_questions() -> None:
    meeting = in_debate(rulebook=with_motions(house(), PANEL))
    refused = meeting.rules(RaiseMotion("authors_panel", total_seconds=300), by="spain")
    assert refused == ("paper.not_introduced",)
    meeting.introduced(("ghana", "peru"))
    meeting.carry("authors_panel", "spain", total_seconds=300)
    assert meeting.rules(CallQuestioner("ghana")) == ("question_time.own",)
    meeting.do(RaisePlacard(), by="canada")
    assert chairs_line(meeting.floor, NAMES) == "Canada, your question to Ghana and Peru."
    meeting.do(CallQuestioner("canada"))
    meeting.at += 300_000
    assert meeting.rules(CallQuestioner("mexico")) == ("question_time.time_up",)
    meeting.do(EndCaucus())
    assert meeting.rules(CallQuestioner("mexico")) == ("question_time.none",)


def test_so_many_questions_go_to_the_last_speaker_and_follow_ups_are_not_counted() -> None:
    meeting = in_debate(rulebook=with_motions(house(), QUESTIONS))
    refused = meeting.rules(RaiseMotion(QUESTIONS.kind, count=2), by="peru")
    assert refused == ("question_time.no_speaker",)
    meeting.do(JoinSpeakersList("spain"))
    meeting.do(CallNextSpeaker())
    meeting.do(EndSpeech("spain"))
    meeting.carry(QUESTIONS.kind, "peru", count=2)
    assert meeting.rules(CallQuestioner("spain")) == ("question_time.own",)
    meeting.do(CallQuestioner("ghana"))
    meeting.do(CallQuestioner("ghana", follow_up=True))
    meeting.do(CallQuestioner("canada"))
    assert meeting.rules(CallQuestioner("mexico")) == ("question_time.all_asked",)
    meeting.do(CallQuestioner("canada", follow_up=True))
    extension = RaiseMotion("extend_caucus", "peru", total_seconds=60)
    assert meeting.rules(extension)[-1] == "caucus.none_to_extend"


def test_a_guest_speaks_without_a_seat_and_does_not_vote() -> None:
    meeting = in_debate(rulebook=with_motions(house(), GUEST))
    meeting.carry(GUEST.kind, "peru", name="The Director General", total_seconds=300)
    now = meeting.floor.speeches.now
    assert now is not None and (now.seat, now.ms) == ("guest:The Director General", 300_000)
    assert chairs_line(meeting.floor, NAMES) == "The Director General has the floor for 5 minutes."
    assert meeting.rules(CallNextSpeaker(after=now.seat)) == ("list.empty",)
    meeting.do(EndSpeech(now.seat), after=200)
    assert meeting.floor.speeches.heard[-1].list == "guest"
    assert not any(
        "guest" in seat for seat in meeting.put("motion", meeting.motion("suspend_meeting", "peru")).order
    )


# --- rounds and a house's own caucus ----------------------------------------------------------------------


def test_every_delegation_opens_with_a_speech_before_debate() -> None:
    meeting = called_to_order(["peru"], rulebook=house(speeches={"opening_seconds": 60}))
    meeting.do(BeginOpeningSpeeches())
    assert queue(meeting)[0] == "canada" and "peru" not in queue(meeting)
    assert meeting.rules(JoinSpeakersList("spain")) == ("list.closed", "list.once")
    meeting.do(CallNextSpeaker())
    assert meeting.floor.clocks["speech"].total == 60_000
    assert meeting.rules(BeginOpeningSpeeches()) == ("opening.other_caucus",)
    meeting.do(EndSpeech("canada"))
    meeting.do(EndCaucus())
    assert meeting.rules(BeginOpeningSpeeches()) == ("opening.done",)
    meeting.do(OpenDebate())
    assert meeting.floor.caucus is None


def test_opening_debate_ends_the_opening_speeches() -> None:
    meeting = called_to_order(rulebook=house(speeches={"opening_seconds": 60}))
    meeting.do(BeginOpeningSpeeches())
    meeting.do(CallNextSpeaker())
    names = [type(event).__name__ for event in meeting.do(OpenDebate())]
    assert names == ["SpeechEnded", "CaucusEnded", "DebateOpened"]


def test_a_house_without_opening_speeches_has_none() -> None:
    assert called_to_order().rules(BeginOpeningSpeeches()) == ("opening.not_used",)


def test_a_caucus_of_the_house_keeps_its_own_title() -> None:
    silent = row("silent_reading", "open_unmoderated_caucus", "total_seconds", title="Silent reading caucus")
    meeting = in_debate(rulebook=with_motions(house(), silent))
    meeting.carry("silent_reading", "peru", total_seconds=600)
    assert meeting.floor.caucus is not None and meeting.floor.caucus.opened_as == "silent_reading"
    opened = meeting.said[-1][-1][-1]
    assert event_sentence(opened, meeting.floor, NAMES) == "“Silent reading caucus” began for 10 minutes."
    assert "Silent reading caucus" in chairs_line(meeting.floor, NAMES)
