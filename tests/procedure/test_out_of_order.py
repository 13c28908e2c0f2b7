"""What is out of order in debate, one press at a time: each refusal beside the press that is in order."""

from __future__ import annotations

import pytest

from app.procedure.appeals import AppealRuling
from app.procedure.clocks import AdjustClock, PauseClock, StartClock
from app.procedure.granting import GrantMotion
from app.procedure.hearings import EntertainMotion, SpeakOnMotion
from app.procedure.information import TakePoints
from app.procedure.motions import WithdrawMotion
from app.procedure.points import RaisePoint, WithdrawPoint, open_to_points
from app.procedure.raised_placards import LowerPlacard, RaisePlacard
from app.procedure.replies import AskReply, DenyReply, GrantReply
from app.procedure.ruling_motions import RuleMotionOut
from app.procedure.ruling_points import RulePoint
from app.procedure.sittings import SuspendMeeting
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList, LeaveSpeakersList
from app.procedure.speeches import CallSpeaker, EndSpeech
from app.procedure.yields import YieldFloor, yields_now
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, called_to_order, in_debate
from tests.procedure.moving import after_a_speech

FREE = house(points={"available": ("order", "inquiry", "information")})


def speaking(seat: str = "peru") -> Meeting:
    """Peru has the floor on the general list, and Ghana waits."""
    meeting = in_debate(rulebook=FREE)
    meeting.do(JoinSpeakersList(), by="ghana")
    meeting.do(CallSpeaker(seat))
    return meeting


def in_a_caucus() -> Meeting:
    """Peru speaks in a moderated caucus."""
    meeting = in_debate(rulebook=FREE)
    meeting.carry("moderated_caucus", "spain", topic="Returns", total_seconds=600, speech_seconds=60)
    meeting.do(CallSpeaker("peru"))
    return meeting


# --- what is gone, or not there yet ---


def test_a_motion_that_is_gone_is_handled_by_nobody() -> None:
    meeting = in_debate(rulebook=house(handling={"seconds": "none"}))
    number = meeting.motion("suspend_meeting", "peru")
    for command in (GrantMotion(99, True), EntertainMotion(99), WithdrawMotion(99), RuleMotionOut(99, "No")):
        assert meeting.rules(command) == ("motion.gone",)
    assert meeting.rules(WithdrawMotion(number), by="ghana") == ("motion.not_yours",)
    meeting.motion("close_speakers_list", "ghana")
    assert meeting.rules(WithdrawMotion(number), by="ghana") == ("motion.not_yours",)
    meeting.do(WithdrawMotion(number), by="peru")


def test_a_point_that_is_gone_is_handled_by_nobody() -> None:
    meeting = in_debate()
    meeting.do(RaisePoint("order"), by="peru")
    assert meeting.rules(WithdrawPoint(99)) == ("point.gone",)
    assert meeting.rules(RulePoint(99, "Noted")) == ("point.gone",)


def test_a_reply_that_nobody_asked_for_is_neither_granted_nor_declined() -> None:
    meeting = after_a_speech(house())
    meeting.do(AskReply("An insult"), by="peru")
    assert meeting.rules(GrantReply("spain", 30)) == meeting.rules(DenyReply("spain")) == ("reply.none",)
    assert meeting.rules(AskReply("Again"), by="peru") == ("reply.asked",)
    meeting.do(DenyReply("peru"))
    assert meeting.floor.replies.of("peru") is None


@pytest.mark.parametrize(
    ("seconds", "rules"),
    [(0, ("seconds.positive",)), (-5, ("seconds.positive",)), (3601, ("seconds.positive",)), (1, ())],
)
def test_a_reply_lasts_some_time(seconds: int, rules: tuple[str, ...]) -> None:
    meeting = after_a_speech(house())
    meeting.do(AskReply("An insult"), by="peru")
    if rules:
        assert meeting.rules(GrantReply("peru", seconds), insist="It is long") == rules
        return
    meeting.do(GrantReply("peru", seconds))
    assert meeting.floor.clocks["speech"].total == 1000 * seconds


def test_a_reply_of_an_hour_is_granted_on_insistence_and_of_a_minute_without() -> None:
    meeting = after_a_speech(house())
    meeting.do(AskReply("An insult"), by="peru")
    assert (
        meeting.rules(GrantReply("peru", 61)) == meeting.rules(GrantReply("peru", 3600)) == ("reply.seconds",)
    )
    meeting.do(GrantReply("peru", 3600), insist="It was grave")


def test_a_clock_that_is_not_there_is_not_set() -> None:
    meeting = speaking()
    for command in (PauseClock("caucus"), StartClock("caucus"), AdjustClock("caucus", 30)):
        assert meeting.rules(command) == ("clock.unknown",)
    assert meeting.rules(StartClock("speech")) == ("clock.runs_already",)
    meeting.do(PauseClock("speech"))
    assert meeting.rules(PauseClock("speech")) == ("clock.held_already",)
    for seconds in (0, 3601, -3601):
        assert meeting.rules(AdjustClock("speech", seconds)) == ("clock.adjust_range",)
    meeting.do(AdjustClock("speech", 3600))
    meeting.do(AdjustClock("speech", -3600))


def test_a_placard_is_lowered_by_who_raised_it() -> None:
    meeting = in_a_caucus()
    assert meeting.rules(RaisePlacard(), by="ghana") == ("placard.nothing",)
    meeting.do(CloseSpeakersList())
    meeting.do(RaisePlacard(), by="ghana")
    assert meeting.rules(RaisePlacard(), by="ghana") == ("placard.raised",)
    assert meeting.rules(LowerPlacard("spain")) == ("placard.down",)
    assert meeting.rules(LowerPlacard(), by="spain")[0] == "placard.down"
    meeting.do(LowerPlacard(), by="ghana")
    assert meeting.floor.speeches.raised == ()


def test_points_of_information_are_taken_for_the_speech_that_is_held() -> None:
    meeting = speaking()
    assert not open_to_points(meeting.floor)
    assert meeting.rules(TakePoints(seat="ghana")) == ("speech.other",)
    assert meeting.rules(TakePoints(), by="ghana")[0] == "point.not_speaking"
    meeting.do(TakePoints(), by="peru")
    assert open_to_points(meeting.floor)
    assert meeting.rules(TakePoints(), by="peru") == ("point.taken_already",)
    meeting.do(TakePoints(False), by="peru")
    meeting.do(EndSpeech("peru"))
    assert not open_to_points(meeting.floor), "nobody speaks"
    assert meeting.rules(TakePoints(), by="peru") == ("speech.none",)


def test_an_appeal_comes_at_once_after_the_ruling() -> None:
    meeting = in_debate()
    for words in ("Noted", "Noted as well"):
        meeting.do(RaisePoint("order"), by="peru")
        meeting.do(RulePoint(meeting.floor.points.pending[0].number, words))
    first, second = (ruling.number for ruling in meeting.floor.rulings.made)
    assert meeting.rules(AppealRuling(first), by="peru") == ("appeal.late",)
    meeting.do(AppealRuling(second), by="peru")


def test_who_asked_to_speak_on_a_motion_waits_once_and_only_where_somebody_is_heard() -> None:
    meeting = in_debate()
    number = meeting.motion("adjourn_debate", "peru")
    other = meeting.motion("close_speakers_list", "ghana")
    assert meeting.rules(SpeakOnMotion(number, "for"), by="spain") == ("question.none", "question.none")[:1]
    meeting.do(EntertainMotion(number))
    assert meeting.rules(EntertainMotion(number)) == ("question.entertained",)
    assert meeting.rules(SpeakOnMotion(other, "for"), by="spain") == ("question.none",)
    meeting.do(SpeakOnMotion(number, "for"), by="spain")
    assert meeting.rules(SpeakOnMotion(number, "against"), by="spain") == ("question.asked",)
    assert meeting.rules(SpeakOnMotion(number, "for", "spain")) == ("question.asked",)


# --- lists ---


def test_nobody_leaves_a_list_in_a_break_or_before_there_is_one() -> None:
    meeting = speaking()
    meeting.do(SuspendMeeting())
    assert "meeting.suspended" in meeting.rules(LeaveSpeakersList(), by="ghana")
    assert "list.no_debate" in called_to_order().rules(LeaveSpeakersList("ghana"))
    going = speaking()
    assert going.rules(LeaveSpeakersList("spain")) == ("list.not_on",)
    assert going.rules(LeaveSpeakersList("ghana"), by="spain")[0] == "list.not_on"
    going.do(LeaveSpeakersList("ghana"))
    assert going.floor.speeches.general.queue == ()


def test_to_whom_a_speech_may_be_yielded_is_known_while_one_is_held_on_a_list() -> None:
    assert yields_now(in_debate().floor) == ()
    assert yields_now(speaking().floor) == ("chair", "delegate", "questions")
    assert yields_now(in_a_caucus().floor) == (), "not in a caucus [DUM] [JAM]"
    lets = in_debate(rulebook=house(yields={"in_caucus": True}))
    lets.carry("moderated_caucus", "spain", topic="Returns", total_seconds=600, speech_seconds=60)
    lets.do(CallSpeaker("peru"))
    assert yields_now(lets.floor) == ("chair", "delegate", "questions")
    answered = speaking()
    answered.do(YieldFloor("questions"), by="peru")
    assert yields_now(answered.floor) == (), "its time is given to questions"
    replying = after_a_speech(house())
    replying.do(AskReply("An insult"), by="peru")
    replying.do(GrantReply("peru", 30))
    assert yields_now(replying.floor) == ()
