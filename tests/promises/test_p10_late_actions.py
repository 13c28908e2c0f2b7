"""P-10 (in the rules): a late alarm or a late press never touches a later vote or a later speaker."""

import pytest

from app.procedure.clocks import TimeUp
from app.procedure.placards import EnterCount
from app.procedure.results import AnnounceResult, CloseVote, VoidVote
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.votes import CastBallot, CorrectBallot, NoAnswer
from tests.procedure.meeting import Meeting, in_debate


def with_a_second_vote(mode: str) -> tuple[Meeting, int]:
    """A vote is over and another one is open; returns the number of the first."""
    meeting = in_debate()
    number = meeting.put("motion", meeting.motion("suspend_meeting", "peru")).number
    meeting.hands(0, 9)
    meeting.put("motion", meeting.motion("suspend_meeting", "spain"), mode)
    return meeting, number


@pytest.mark.parametrize("mode", ["placards", "devices", "roll_call"])
def test_p10_what_was_meant_for_the_first_vote_is_refused_in_the_second(mode: str) -> None:
    meeting, first = with_a_second_vote(mode)
    before = meeting.floor
    for command, by in (
        (CastBallot(first, "yes"), "peru"),
        (CastBallot(first, "yes", seat="canada"), "dais-1"),
        (NoAnswer(first, "canada"), "dais-1"),
        (CorrectBallot(first, "canada", "no", "Heard wrongly"), "dais-1"),
        (EnterCount(first, 9, 0), "dais-1"),
        (CloseVote(first), "dais-1"),
        (AnnounceResult(first), "dais-1"),
        (VoidVote(first, "Wrong text"), "dais-1"),
    ):
        (refusal, *_) = meeting.refused(command, by=by)
        assert (refusal.rule, refusal.ground) == ("vote.over", "stale")
    assert meeting.floor == before


def test_p10_the_alarm_of_one_speech_does_not_ring_in_the_next() -> None:
    meeting = in_debate()
    for seat in ("spain", "peru"):
        meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(CallNextSpeaker())
    alarm = TimeUp("speech", meeting.floor.clocks["speech"].generation)
    meeting.do(CallNextSpeaker(after="spain"), after=89)
    meeting.at += 90_000
    (refusal,) = meeting.refused(alarm, by="room")
    assert (refusal.rule, refusal.ground) == ("clock.late_alarm", "stale")
    assert meeting.rules(EndSpeech("spain")) == ("speech.other",)
    assert meeting.floor.speeches.now is not None and meeting.floor.speeches.now.seat == "peru"
