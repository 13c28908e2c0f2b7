"""A speech from its first word to its last: its clock, who was heard, and what it leaves behind."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.caucuses import EndCaucus
from app.procedure.clocks import PauseClock
from app.procedure.information import TakePoints
from app.procedure.points import RaisePoint, WithdrawPoint
from app.procedure.question_time import CallQuestioner
from app.procedure.raised_placards import RaisePlacard
from app.procedure.replies import AskReply, GrantReply, replies_to
from app.procedure.ruling_points import RulePoint
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList
from app.procedure.speeches import (
    CallNextSpeaker,
    CallSpeaker,
    Comments,
    EndSpeech,
    Heard,
    Speech,
    SpeechBegan,
    SpeechEnded,
    last_speaker,
)
from app.procedure.yields import CallComment, FloorYielded, YieldFloor
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, in_debate

CAUCUS: dict[str, Any] = {"topic": "Returns", "total_seconds": 600, "speech_seconds": 60}
POINTS = {"available": ("order", "personal_privilege", "inquiry", "information")}


def now(meeting: Meeting) -> Speech:
    assert meeting.floor.speeches.now is not None, "nobody speaks"
    return meeting.floor.speeches.now


def raised(meeting: Meeting) -> list[str]:
    """Whose placards are up."""
    return list(meeting.floor.speeches.raised)


def waiting(meeting: Meeting) -> list[str]:
    """Who waits on the general list."""
    return list(meeting.floor.speeches.general.queue)


def slot(meeting: Meeting) -> str:
    """What the proposer of the caucus chose."""
    assert meeting.floor.caucus is not None
    return meeting.floor.caucus.slot


def caucus(**rules: Any) -> Meeting:
    """A moderated caucus of ten minutes runs, moved by Spain."""
    meeting = in_debate(rulebook=house(**rules))
    meeting.carry("moderated_caucus", "spain", **CAUCUS)
    return meeting


def test_a_speech_begins_with_its_clock_and_ends_with_its_length() -> None:
    meeting = in_debate()
    meeting.do(JoinSpeakersList(), by="peru")
    assert meeting.do(CallNextSpeaker()) == (SpeechBegan("peru", "general", 90_000),)
    assert now(meeting) == Speech("peru", "general", 90_000, meeting.at)
    clock = meeting.floor.clocks["speech"]
    assert (clock.total, clock.left(meeting.at), clock.generation) == (90_000, 90_000, meeting.floor.number)
    assert meeting.do(EndSpeech("peru"), after=40) == (SpeechEnded("peru", 40_000),)
    assert meeting.floor.speeches.heard == (Heard("peru", "general", 40_000, meeting.at),)
    assert "speech" not in meeting.floor.clocks and meeting.floor.speeches.now is None
    assert meeting.floor.speeches.general.used


def test_over_time_counts_as_held_and_a_held_clock_does_not() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    meeting.do(EndSpeech("peru"), after=100)
    meeting.do(CallSpeaker("ghana"))
    meeting.do(PauseClock("speech"), after=20)
    meeting.do(EndSpeech("ghana"), after=500)
    assert [one.ms for one in meeting.floor.speeches.heard] == [100_000, 20_000]


def test_who_is_called_has_its_placard_down_and_its_place_taken_once() -> None:
    meeting = in_debate(rulebook=house(speeches={"entries_per_delegation": 2}))
    for seat in ("peru", "ghana", "peru"):
        meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(CallNextSpeaker())
    assert waiting(meeting) == ["ghana", "peru"]
    meeting.do(CallSpeaker("peru", "peru"))
    assert waiting(meeting) == ["ghana"]


def test_placards_in_a_caucus_come_down_one_by_one() -> None:
    meeting = caucus()
    meeting.do(CloseSpeakersList())
    for seat in ("peru", "ghana", "mexico"):
        meeting.do(RaisePlacard(), by=seat)
    meeting.do(CallSpeaker("ghana"))
    assert raised(meeting) == ["peru", "mexico"]
    meeting.do(EndCaucus())
    assert raised(meeting) == [] and meeting.floor.speeches.now is None


def test_the_first_speech_of_a_caucus_waives_a_slot_that_nobody_chose() -> None:
    meeting = caucus()
    assert slot(meeting) == "asked"
    meeting.do(CallSpeaker("peru"))
    assert slot(meeting) == "waived"
    assert now(meeting).list == "caucus" and now(meeting).ms == 60_000


@pytest.mark.parametrize(("policy", "lapsed"), [("lapse", 40_000), ("return_to_total", 0)])
def test_t55_what_a_speaker_leaves_is_lost_to_its_caucus_or_returns(policy: str, lapsed: int) -> None:
    meeting = caucus(speeches={"unused_time": policy})
    meeting.do(CallSpeaker("peru"))
    left = meeting.floor.clocks["caucus"].left(meeting.at)
    assert meeting.do(EndSpeech("peru"), after=20) == (SpeechEnded("peru", 20_000, lapsed),)
    assert meeting.floor.clocks["caucus"].left(meeting.at) == left - 20_000 - lapsed
    assert meeting.floor.clocks["caucus"].total == 600_000


def test_more_than_the_caucus_has_left_is_never_lost() -> None:
    meeting = caucus(speeches={"unused_time": "lapse"})
    meeting.do(CallSpeaker("peru"))
    meeting.do(EndSpeech("peru"), after=10)
    clock = meeting.floor.clocks["caucus"]
    meeting.at += clock.left(meeting.at) - 15_000
    meeting.do(CallSpeaker("ghana"), after=0)
    assert meeting.do(EndSpeech("ghana"), after=5) == (SpeechEnded("ghana", 5_000, 10_000),)
    assert meeting.floor.clocks["caucus"].left(meeting.at) == 0


def test_a_speech_on_the_general_list_lapses_nothing_and_closes_the_last_caucus() -> None:
    meeting = caucus()
    meeting.do(EndCaucus())
    assert meeting.floor.last_caucus is not None and meeting.floor.last_caucus.topic == "Returns"
    meeting.do(CallSpeaker("peru"))
    assert meeting.floor.last_caucus is None
    assert meeting.do(EndSpeech("peru"), after=20) == (SpeechEnded("peru", 20_000),)


def test_a_caucus_keeps_its_list_empty_for_its_extension() -> None:
    meeting = caucus()
    meeting.do(JoinSpeakersList(), by="peru")
    meeting.do(EndCaucus())
    last = meeting.floor.last_caucus
    assert last is not None and last.speakers is not None and last.speakers.queue == ()
    assert last.speakers.seconds == 60


def test_a_yield_to_a_delegate_is_a_speech_of_what_is_left_that_nothing_lapses_of() -> None:
    meeting = caucus(yields={"in_caucus": True}, speeches={"unused_time": "lapse"})
    meeting.do(CallSpeaker("peru"))
    events = meeting.do(YieldFloor("delegate", "ghana"), by="peru", after=20)
    assert events == (
        FloorYielded("peru", "delegate", "ghana"),
        SpeechEnded("peru", 20_000),
        SpeechBegan("ghana", "caucus", 40_000, "yielded", 1),
    )
    assert (now(meeting).kind, now(meeting).yields) == ("yielded", 1)
    assert meeting.rules(YieldFloor("chair"), by="ghana") == ("yield.chain",)


def test_a_yield_to_questions_holds_the_clock_until_the_first_is_asked() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    meeting.do(YieldFloor("questions"), by="peru", after=30)
    assert not meeting.floor.clocks["speech"].running
    assert (now(meeting).kind, now(meeting).yields) == ("questions", 1)
    meeting.do(RaisePlacard(), by="ghana")
    meeting.do(RaisePlacard(), by="mexico")
    meeting.do(CallQuestioner("ghana"), after=60)
    assert meeting.floor.clocks["speech"].running
    assert meeting.floor.clocks["speech"].left(meeting.at) == 60_000
    assert (meeting.floor.speeches.asking, meeting.floor.speeches.raised) == ("ghana", ("mexico",))
    meeting.do(EndSpeech("peru"), after=15)
    assert (meeting.floor.speeches.asking, meeting.floor.speeches.raised) == ("", ())
    assert meeting.floor.speeches.heard[-1] == Heard("peru", "general", 45_000, meeting.at, "questions")


def test_comments_follow_a_speech_until_the_list_goes_on() -> None:
    book: dict[str, Any] = {
        "yields": {"to": ("chair", "delegate"), "comments_if_none": True, "comments_max": 2}
    }
    meeting = in_debate(rulebook=house(**book))
    meeting.do(CallSpeaker("peru"))
    meeting.do(EndSpeech("peru"))
    assert meeting.floor.speeches.comments == Comments("peru", 2)
    meeting.do(CallComment("ghana"))
    assert meeting.floor.speeches.comments == Comments("peru", 1) and now(meeting).kind == "comment"
    meeting.do(CallSpeaker("mexico", "ghana"))
    assert meeting.floor.speeches.comments is None
    yielded = in_debate(rulebook=house(**book))
    yielded.do(CallSpeaker("peru"))
    yielded.do(YieldFloor("chair"), by="peru")
    assert yielded.floor.speeches.comments is None, "it was yielded"


def test_a_reply_answers_who_speaks_or_spoke_and_a_reply_is_known_as_one() -> None:
    meeting = in_debate()
    assert replies_to(meeting.floor) == ("", False)
    meeting.do(CallSpeaker("peru"))
    assert replies_to(meeting.floor) == ("peru", False)
    assert meeting.rules(AskReply("An insult"), by="peru") == ("reply.to_itself",)
    meeting.do(AskReply(" An insult "), by="ghana")
    reply = meeting.floor.replies.of("ghana")
    assert reply is not None and (reply.to, reply.grounds) == ("peru", "An insult")
    assert meeting.rules(GrantReply("ghana", 30)) == ("reply.after_speech",)
    meeting.do(EndSpeech("peru"))
    assert replies_to(meeting.floor) == ("peru", False)
    meeting.do(GrantReply("ghana", 30))
    assert (now(meeting).list, now(meeting).kind, now(meeting).ms) == ("reply", "reply", 30_000)
    assert replies_to(meeting.floor) == ("ghana", True)
    assert meeting.rules(AskReply("Again"), by="peru") == ("reply.to_reply",)
    meeting.do(EndSpeech("ghana"))
    assert replies_to(meeting.floor) == ("ghana", True) and last_speaker(meeting.floor) == "peru"


def test_a_point_into_a_speech_holds_what_runs_until_it_is_ruled_on() -> None:
    meeting = in_debate(rulebook=house(points={**POINTS, "order_may_interrupt": True}))
    meeting.carry("moderated_caucus", "spain", **CAUCUS)
    meeting.do(CallSpeaker("peru"))
    meeting.do(RaisePoint("order"), by="ghana", after=10)
    meeting.do(RaisePoint("order"), by="mexico", after=10)
    first, second = meeting.floor.points.pending
    assert (first.held, second.held) == (("speech", "caucus"), ())
    assert not any(clock.running for clock in meeting.floor.clocks.values())
    meeting.do(RulePoint(first.number, "Noted"), after=30)
    assert all(clock.running for clock in meeting.floor.clocks.values())
    assert meeting.floor.clocks["speech"].left(meeting.at) == 50_000
    meeting.do(WithdrawPoint(second.number), by="mexico")
    assert meeting.floor.points.pending == ()
    assert meeting.rules(RaisePoint("inquiry"), by="ghana") == ("point.interrupts",)
    assert meeting.rules(RaisePoint("information"), by="ghana") == ("point.not_open",)
    meeting.do(TakePoints(), by="peru")
    meeting.do(RaisePoint("information", "Who pays?"), by="ghana")
    assert meeting.rules(RaisePoint("information", "Why?"), by="ghana") == ("point.same",)
