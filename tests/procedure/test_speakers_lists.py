"""Speakers' lists and speeches: asking for the floor, getting it, and the clocks of it."""

import pytest

from app.procedure.attendance import StartRollCall
from app.procedure.clocks import (
    AdjustClock,
    ClocksHeld,
    ClocksResumed,
    PauseClock,
    ReopenRoom,
    StartClock,
    TimeUp,
)
from app.procedure.floor import permitted
from app.procedure.sittings import SuspendMeeting
from app.procedure.speakers_lists import (
    CloseSpeakersList,
    JoinSpeakersList,
    LeaveSpeakersList,
    MoveInSpeakersList,
    OpenSpeakersList,
)
from app.procedure.speaking_time import SetSpeakingTime
from app.procedure.speeches import CallNextSpeaker, CallSpeaker, EndSpeech
from tests.procedure.meeting import CHAIR, Meeting, before_the_vote, called_to_order, in_debate


def waiting(*seats: str) -> Meeting:
    """A debate with these delegations on the general list."""
    meeting = in_debate()
    for seat in seats:
        meeting.do(JoinSpeakersList(), by=seat)
    return meeting


def queue(meeting: Meeting) -> tuple[str, ...]:
    return meeting.floor.speeches.general.queue


def test_delegations_speak_in_the_order_in_which_they_asked() -> None:
    meeting = waiting("spain", "peru")
    meeting.do(CallNextSpeaker())
    meeting.do(CallNextSpeaker(after="spain"), after=40)
    assert meeting.floor.speeches.now is not None and meeting.floor.speeches.now.seat == "peru"
    assert [(heard.seat, heard.ms) for heard in meeting.floor.speeches.heard] == [("spain", 40_000)]
    assert meeting.floor.clocks["speech"].total == 90_000


def test_t56_a_delegation_stands_on_the_list_once_and_again_after_it_spoke() -> None:
    meeting = waiting("spain", "peru")
    assert meeting.rules(JoinSpeakersList(), by="peru") == ("list.once",)
    assert meeting.rules(JoinSpeakersList("peru")) == ("list.once",)
    meeting.do(CallNextSpeaker())
    meeting.do(JoinSpeakersList(), by="spain")
    assert queue(meeting) == ("peru", "spain")


def test_nobody_enters_another_delegation_but_the_dais() -> None:
    meeting = waiting()
    assert meeting.rules(JoinSpeakersList("peru"), by="spain") == ("seat.not_yours",)
    meeting.do(JoinSpeakersList("peru"), by="assistant-1")
    assert meeting.rules(LeaveSpeakersList("peru"), by="spain")[0] == "list.not_on"
    assert meeting.rules(JoinSpeakersList("dais-2"))[0] == "seat.name_one"
    meeting.do(LeaveSpeakersList("peru"))
    assert queue(meeting) == ()


def test_the_absent_are_on_no_list_even_if_the_chair_insists() -> None:
    meeting = in_debate(absent=["peru"])
    assert meeting.rules(JoinSpeakersList(), by="peru") == ("seat.absent",)
    assert meeting.rules(JoinSpeakersList("peru"), insist="It is coming") == ("seat.absent",)
    assert meeting.rules(CallSpeaker("peru"), insist="It is coming") == ("seat.absent",)


def test_a_closed_list_takes_names_only_from_an_insisting_chair() -> None:
    meeting = waiting("spain")
    meeting.do(CloseSpeakersList())
    assert meeting.rules(JoinSpeakersList(), by="peru") == ("list.closed",)
    assert meeting.rules(JoinSpeakersList("peru"), by="assistant-1", insist="Please") == ("list.closed",)
    meeting.do(JoinSpeakersList("peru"), insist="It asked in time")
    assert queue(meeting) == ("spain", "peru")
    assert meeting.rules(CloseSpeakersList()) == ("list.closed_already",)
    meeting.do(OpenSpeakersList())
    assert meeting.rules(OpenSpeakersList()) == ("list.open_already",)


def test_reordering_is_of_the_list_as_it_is() -> None:
    meeting = waiting("spain", "peru", "ghana")
    seen = queue(meeting)
    meeting.do(MoveInSpeakersList("ghana", 1, seen))
    assert queue(meeting) == ("ghana", "spain", "peru")
    assert meeting.rules(MoveInSpeakersList("peru", 1, seen)) == ("list.changed",)
    assert meeting.rules(MoveInSpeakersList("peru", 4, queue(meeting))) == ("list.place_range",)
    assert meeting.rules(MoveInSpeakersList("france", 1, queue(meeting))) == ("list.not_on",)


@pytest.mark.parametrize("seconds", [0, -1, 24 * 3600 + 1, 10**30])
def test_no_speech_lasts_nothing_or_more_than_a_day(seconds: int) -> None:
    assert waiting().rules(SetSpeakingTime(seconds), insist="Please") == ("seconds.positive",)


@pytest.mark.parametrize("seconds", [9, 601])
def test_speeches_keep_to_the_house_unless_the_chair_insists(seconds: int) -> None:
    meeting = waiting("spain")
    assert meeting.rules(SetSpeakingTime(seconds)) == ("speech.seconds",)
    meeting.do(SetSpeakingTime(seconds), insist="By agreement")
    meeting.do(CallNextSpeaker())
    assert meeting.floor.clocks["speech"].total == seconds * 1000


def test_two_chairs_call_and_one_speaks() -> None:
    meeting = waiting("spain", "peru")
    meeting.do(CallNextSpeaker(after=""))
    assert meeting.rules(CallNextSpeaker(after=""), by="dais-2") == ("speech.other",)
    assert meeting.rules(EndSpeech("peru")) == ("speech.other",)
    meeting.do(EndSpeech("spain"), by="dais-2")
    assert meeting.rules(EndSpeech("spain")) == ("speech.none",)


def test_a_raised_placard_is_recognised_without_the_list() -> None:
    meeting = waiting("spain")
    meeting.do(CallSpeaker("ghana"))
    assert queue(meeting) == ("spain",)
    assert meeting.rules(CallSpeaker("dais-2", after="ghana"))[0] == "seat.name_one"


def test_nobody_is_called_into_a_vote() -> None:
    meeting = waiting("spain")
    meeting.put("motion", meeting.motion("suspend_meeting", "peru"))
    assert meeting.rules(CallNextSpeaker()) == ("vote.open_now",)
    assert meeting.rules(CallSpeaker("ghana")) == ("vote.open_now",)


def test_an_empty_list_calls_nobody_and_no_debate_has_no_list() -> None:
    assert waiting().rules(CallNextSpeaker()) == ("list.empty",)
    assert called_to_order().rules(JoinSpeakersList(), by="peru") == ("list.no_debate", "list.closed")
    assert before_the_vote().rules(JoinSpeakersList(), by="peru") == ("list.debate_closed", "list.closed")


def test_the_general_list_goes_with_its_debate() -> None:
    meeting = waiting("spain")
    meeting.carry("adjourn_debate", "peru")
    assert queue(meeting) == () and not meeting.floor.speeches.general.open


def test_pages_may_be_asked_for_anybody_at_all() -> None:
    """The room and the organizer have no seat; their pages once broke on an open list."""
    meeting = waiting("spain")
    for by in ("room", "organizer", "atlantis", ""):
        assert permitted(meeting.floor, by)[JoinSpeakersList][0].rule == "seat.unknown"
        assert permitted(meeting.floor, by)[LeaveSpeakersList][0].rule == "seat.unknown"


# --- clocks -----------------------------------------------------------------------------------------------


def speaking() -> Meeting:
    meeting = waiting("spain", "peru")
    meeting.do(CallNextSpeaker())
    return meeting


def test_a_held_clock_keeps_what_was_left() -> None:
    meeting = speaking()
    meeting.do(PauseClock("speech"), after=30)
    assert meeting.rules(PauseClock("speech")) == ("clock.held_already",)
    meeting.do(StartClock("speech"), after=600)
    assert meeting.floor.clocks["speech"].left(meeting.at) == 60_000
    assert meeting.rules(StartClock("speech")) == ("clock.runs_already",)
    assert meeting.rules(StartClock("caucus")) == ("clock.unknown",)


def test_time_is_added_to_what_runs() -> None:
    meeting = speaking()
    meeting.do(AdjustClock("speech", 15), after=30)
    assert meeting.floor.clocks["speech"].left(meeting.at) == 75_000
    for seconds in (0, 3601, -3601, 10**30):
        assert meeting.rules(AdjustClock("speech", seconds)) == ("clock.adjust_range",)


def test_no_clock_grows_beyond_a_day() -> None:
    meeting = speaking()
    for _ in range(23):
        meeting.do(AdjustClock("speech", 3600))
    assert meeting.rules(AdjustClock("speech", 3600)) == ("clock.adjust_range",)


def test_in_a_suspended_meeting_no_clock_runs_and_none_is_started() -> None:
    meeting = speaking()
    meeting.do(SuspendMeeting(), after=30)
    assert not meeting.floor.clocks["speech"].running
    for command in (StartClock("speech"), AdjustClock("speech", 5), EndSpeech("spain")):
        assert meeting.rules(command) == ("meeting.suspended",)
    assert meeting.floor.clocks["speech"].left(meeting.at + 10**6) == 60_000


def test_p10_a_late_alarm_never_touches_the_next_speech() -> None:
    meeting = speaking()
    first = meeting.floor.clocks["speech"].generation
    meeting.do(CallNextSpeaker(after="spain"), after=95)
    assert meeting.rules(TimeUp("speech", first), by="room") == ("clock.late_alarm",)
    second = meeting.floor.clocks["speech"].generation
    assert meeting.rules(TimeUp("speech", second), by="room") == ("clock.early_alarm",)
    meeting.do(TimeUp("speech", second), by="room", after=90)
    assert meeting.floor.speeches.now is not None and meeting.floor.clocks["speech"].rang
    assert meeting.rules(TimeUp("speech", second), by="room") == ("clock.late_alarm",)


@pytest.mark.parametrize("by", ["spain", CHAIR, "organizer", "atlantis"])
def test_only_the_room_says_that_time_is_up(by: str) -> None:
    meeting = speaking()
    assert meeting.rules(TimeUp("speech", 1), by=by) == ("room.only",)
    assert meeting.rules(ReopenRoom(0), by=by) == ("room.only",)


def test_a_short_stop_of_the_server_runs_on_and_a_long_one_is_held() -> None:
    meeting = speaking()
    alive = meeting.at + 10_000
    assert meeting.do(ReopenRoom(alive), by="room", after=40) == (ClocksResumed(30_000),)
    assert meeting.floor.clocks["speech"].running
    alive = meeting.at + 10_000
    assert meeting.do(ReopenRoom(alive), by="room", after=41) == (ClocksHeld(alive, 31_000),)
    assert meeting.floor.clocks["speech"].left(meeting.at) == 40_000
    assert meeting.rules(ReopenRoom(alive), by="room") == ("clock.none_runs",)


def test_a_stop_never_gives_a_speaker_time_back() -> None:
    """What the room says about its last moment is held against its last act."""
    meeting = speaking()
    meeting.do(ReopenRoom(-(10**12)), by="room", after=60)
    assert meeting.floor.clocks["speech"].left(meeting.at) == 90_000
    later = speaking()
    assert later.rules(ReopenRoom(later.at + 10**9), by="room") == ("clock.gap",)


def test_a_speech_may_be_ended_while_the_roll_is_called() -> None:
    meeting = speaking()
    meeting.do(StartRollCall())
    meeting.do(EndSpeech("spain"))
