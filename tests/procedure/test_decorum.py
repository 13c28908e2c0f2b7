"""Warnings, the right of reply, devices, straw polls and the minute of silence."""

from typing import Any

import pytest

from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus
from app.procedure.devices import devices_allowed
from app.procedure.floor import permitted
from app.procedure.granting import GrantMotion
from app.procedure.minute_of_silence import EndSilence, KeepSilence
from app.procedure.motions import RaiseMotion
from app.procedure.papers import StartPaper
from app.procedure.replies import AskReply, DenyReply, GrantReply
from app.procedure.rulebook import MotionRule
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, CallSpeaker, EndSpeech
from app.procedure.straw_polls import CountStrawPoll, TakeStrawPoll
from app.procedure.voting import OpenVote
from app.procedure.warnings import WarnDelegation
from app.procedure.yields import YieldFloor
from tests.procedure.houses import house, with_motions
from tests.procedure.meeting import Meeting, ballot, before_the_vote, in_debate

# --- warnings ---------------------------------------------------------------------------------------------


def warned(times: int, **warnings: Any) -> Meeting:
    """Spain, which waits on the list, was warned so often, where two warnings are the limit."""
    meeting = in_debate(rulebook=house(warnings={"used": True, "limit": 2, **warnings}))
    meeting.do(JoinSpeakersList(), by="spain")
    for _ in range(times):
        meeting.do(WarnDelegation("spain", "Spoke without the floor"))
    return meeting


def test_warnings_are_counted_and_the_limit_takes_the_floor() -> None:
    assert warned(1).floor.speeches.general.queue == ("spain",)
    meeting = warned(2)
    assert meeting.floor.warnings.counts == {"spain": 2}
    assert meeting.floor.speeches.general.queue == ()
    for command, by in ((JoinSpeakersList(), "spain"), (JoinSpeakersList("spain"), "dais-1")):
        assert meeting.rules(command, by=by) == ("seat.no_floor",)
    assert meeting.rules(CallSpeaker("spain")) == ("seat.no_floor",)
    meeting.do(CallSpeaker("spain"), insist="An apology")


def test_who_loses_the_floor_stops_speaking_and_receives_no_time() -> None:
    meeting = warned(1)
    meeting.do(CallNextSpeaker())
    meeting.do(WarnDelegation("spain", "Insulted the chair"))
    assert meeting.floor.speeches.now is None
    meeting.do(CallSpeaker("peru"))
    assert meeting.rules(YieldFloor("delegate", "spain"), by="peru") == ("seat.no_floor",)


def test_who_is_sent_out_is_absent_until_the_next_session() -> None:
    meeting = warned(2, consequence="leaves_the_room")
    assert not meeting.floor.attendance.here("spain")
    assert meeting.rules(SetStatus("present", "spain")) == ("warning.sent_out",)
    meeting.do(SuspendMeeting())
    meeting.do(ResumeMeeting())
    meeting.do(MarkAllPresent())
    meeting.do(CloseRollCall())
    assert meeting.floor.attendance.here("spain")
    assert meeting.floor.warnings.counts == {"spain": 2}


def test_a_house_may_count_warnings_and_do_nothing() -> None:
    meeting = warned(3, consequence="none")
    assert meeting.floor.speeches.general.queue == ("spain",)


def test_only_a_chair_warns_with_a_reason_where_the_house_counts() -> None:
    meeting = warned(0)
    command = WarnDelegation("spain", "Noise")
    assert meeting.rules(command, by="assistant-1") == ("chair.only",)
    assert meeting.rules(WarnDelegation("spain", " ")) == ("reason.needed",)
    assert meeting.rules(WarnDelegation("dais-2", "Noise")) == ("seat.name_one",)
    assert in_debate().rules(command) == ("warning.not_used",)


# --- right of reply ---------------------------------------------------------------------------------------


def insulted(**replies: Any) -> Meeting:
    """Spain has insulted Peru, which asks for a reply."""
    meeting = in_debate(rulebook=house(replies=replies))
    meeting.do(CallSpeaker("spain"))
    meeting.do(AskReply("It called us liars"), by="peru")
    return meeting


def test_a_reply_follows_the_speech_on_a_clock_of_its_own() -> None:
    meeting = insulted(seconds=60)
    assert meeting.rules(GrantReply("peru", 60)) == ("reply.after_speech",)
    meeting.do(EndSpeech("spain"))
    assert meeting.rules(GrantReply("peru", 61)) == ("reply.seconds",)
    assert meeting.rules(GrantReply("ghana", 30)) == ("reply.none",)
    assert meeting.rules(GrantReply("peru", 30), by="assistant-1") == ("chair.only",)
    meeting.do(GrantReply("peru", 45))
    now = meeting.floor.speeches.now
    assert now is not None and (now.seat, now.kind, now.ms) == ("peru", "reply", 45_000)
    assert not meeting.floor.replies.asked
    assert meeting.rules(YieldFloor("chair"), by="peru") == ("yield.not_here",)


@pytest.mark.parametrize(("allowed", "rules"), [(False, ("reply.to_reply",)), (True, ())])
def test_t61_a_reply_to_a_reply(allowed: bool, rules: tuple[str, ...]) -> None:
    meeting = insulted(reply_to_reply=allowed)
    meeting.do(EndSpeech("spain"))
    meeting.do(GrantReply("peru", 30))
    meeting.do(EndSpeech("peru"))
    command = AskReply("It called us liars in return")
    assert not rules or meeting.rules(command, by="spain") == rules
    assert rules or meeting.do(command, by="spain")


def test_a_reply_is_asked_for_in_writing_where_the_house_says_so() -> None:
    meeting = in_debate()
    assert meeting.rules(AskReply("An insult"), by="peru") == ("reply.nothing",)
    meeting.do(CallSpeaker("spain"))
    assert meeting.rules(AskReply(), by="peru") == ("reply.written",)
    assert meeting.rules(AskReply("x" * 201), by="peru") == ("text.too_long",)
    meeting.do(AskReply("An insult", "peru"), by="assistant-1")
    assert meeting.rules(AskReply("An insult"), by="peru") == ("reply.asked",)
    assert meeting.rules(AskReply("An insult"), by="spain") == ("reply.to_itself",)
    aloud = in_debate(rulebook=house(replies={"written": False}))
    aloud.do(CallSpeaker("spain"))
    aloud.do(AskReply(), by="peru")


def test_the_chair_may_decline_a_reply() -> None:
    meeting = insulted()
    meeting.do(DenyReply("peru"))
    assert meeting.rules(DenyReply("peru")) == ("reply.none",)


# --- devices ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("formal", "caucus", "unmoderated", "allowed"),
    [
        ("allowed", "allowed", "allowed", (True, True, True)),
        ("informal_only", "informal_only", "informal_only", (False, False, True)),
        ("off", "allowed", "off", (False, True, False)),
    ],
)
def test_devices_by_what_the_committee_does(
    formal: str, caucus: str, unmoderated: str, allowed: tuple[bool, ...]
) -> None:
    rules = {"formal": formal, "caucus": caucus, "unmoderated": unmoderated}
    meeting = in_debate(rulebook=house(devices=rules))
    seen = [devices_allowed(meeting.floor)]
    kinds: tuple[tuple[str, Any], ...] = (
        ("moderated_caucus", {"total_seconds": 600, "speech_seconds": 60, "topic": "Notice"}),
        ("unmoderated_caucus", {"total_seconds": 600}),
    )
    for kind, terms in kinds:
        meeting.do(RaiseMotion(kind, "peru", **terms), insist="The chair so rules")
        meeting.put("motion", meeting.floor.number)
        meeting.hands(9, 0)
        seen.append(devices_allowed(meeting.floor))
    assert tuple(seen) == allowed


def test_where_devices_are_off_the_dais_enters_what_a_delegation_does() -> None:
    meeting = in_debate(rulebook=house(devices={"formal": "off"}))
    for command in (JoinSpeakersList(), RaiseMotion("suspend_meeting"), StartPaper("Reintegration")):
        assert meeting.rules(command, by="peru")[0] == "devices.off"
    assert permitted(meeting.floor, "peru")[JoinSpeakersList][0].rule == "devices.off"
    meeting.do(JoinSpeakersList("peru"))
    meeting.do(RaiseMotion("suspend_meeting", "peru"))
    meeting.do(SuspendMeeting())
    meeting.do(StartPaper("Reintegration"), by="peru")  # between sittings nobody minds


def test_no_votes_by_devices_where_they_are_off_in_voting() -> None:
    meeting = before_the_vote(house(devices={"voting": "off"}))
    assert meeting.rules(OpenVote("paper", "WP-1", "devices")) == ("devices.no_vote",)
    meeting.put("paper", "WP-1", "roll_call")
    open_ = before_the_vote(house(devices={"caucus": "off"}))
    open_.put("paper", "WP-1", "devices")
    open_.do(ballot(open_, "yes"), by="peru")


# --- straw polls and silence ------------------------------------------------------------------------------


def test_a_straw_poll_shows_what_the_room_thinks_and_nothing_follows() -> None:
    meeting = in_debate(absent=["peru"])
    assert meeting.rules(CountStrawPoll(1, 1)) == ("straw_poll.none",)
    assert meeting.rules(TakeStrawPoll(" ")) == ("straw_poll.no_question",)
    meeting.do(TakeStrawPoll("Shall we merge the drafts?"))
    assert meeting.rules(TakeStrawPoll("Again?")) == ("straw_poll.open",)
    assert meeting.rules(CountStrawPoll(5, 3, 1)) == ("straw_poll.range",)
    before = meeting.floor.votes
    meeting.do(CountStrawPoll(5, 2, 1), by="assistant-1")
    assert meeting.floor.straw_poll is None and meeting.floor.votes == before


def test_a_straw_poll_by_motion_is_for_the_chair_to_grant() -> None:
    row = MotionRule("straw_poll", "straw_poll", ("list",), ("topic",), majority="chair", ordered=False)
    meeting = in_debate(rulebook=with_motions(house(), row))
    meeting.do(GrantMotion(meeting.motion("straw_poll", "peru", topic="Lunch first?"), True))
    assert meeting.floor.straw_poll is not None and meeting.floor.straw_poll.question == "Lunch first?"


def test_nothing_goes_on_during_a_minute_of_silence() -> None:
    meeting = in_debate()
    meeting.do(JoinSpeakersList("peru"))
    assert meeting.rules(EndSilence()) == ("silence.none",)
    assert meeting.rules(KeepSilence(), by="assistant-1") == ("chair.only",)
    meeting.do(KeepSilence())
    assert meeting.floor.clocks["silence"].left(meeting.at) == 60_000
    assert meeting.rules(CallNextSpeaker()) == ("silence.kept",)
    meeting.do(EndSilence(), after=60)
    meeting.do(CallNextSpeaker())
