"""The agenda: topics are opened, tabled, taken up again, closed and voted."""

import pytest

from app.procedure.agenda import EndVoting, OpenDebate
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.motions import RaiseMotion
from app.procedure.papers import StartPaper
from app.procedure.phases import on_offer, phase
from app.procedure.seats import AddSeat
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.voting import OpenVote
from tests.procedure.meeting import called_to_order, in_debate


def test_debate_opens_on_a_topic_of_the_agenda_and_once() -> None:
    meeting = called_to_order()
    for topic in (0, 3, -1, 10**30):
        assert meeting.rules(OpenDebate(topic)) == ("topic.unknown",)
    meeting.do(OpenDebate(2))
    assert meeting.floor.speeches.general.open
    assert meeting.rules(OpenDebate(1)) == ("debate.open_already",)


@pytest.mark.parametrize("by", ["peru", "assistant-1", "room", "organizer"])
def test_only_a_chair_opens_suspends_and_ends(by: str) -> None:
    meeting = called_to_order()
    for command in (OpenDebate(), SuspendMeeting(), EndVoting()):
        assert "chair.only" in meeting.rules(command, by=by)


def test_between_two_topics_the_committee_may_break_and_goes_on_sitting() -> None:
    meeting = called_to_order()
    meeting.do(SuspendMeeting("After lunch"))
    assert meeting.rules(SuspendMeeting()) == ("meeting.suspended",)
    assert meeting.rules(OpenDebate()) == ("meeting.suspended",)
    assert meeting.rules(SuspendMeeting("x" * 201))[0] == "meeting.suspended"
    meeting.do(ResumeMeeting())
    assert meeting.rules(ResumeMeeting()) == ("meeting.not_suspended",)
    meeting.do(MarkAllPresent())
    meeting.do(CloseRollCall())
    meeting.do(OpenDebate())


def test_what_the_room_is_told_about_the_break_is_bounded() -> None:
    assert called_to_order().rules(SuspendMeeting("x" * 201)) == ("text.too_long",)
    assert called_to_order().rules(SuspendMeeting(), insist="x" * 201) == ("text.too_long",)


def test_after_the_end_nothing_goes_on() -> None:
    meeting = in_debate()
    meeting.carry("adjourn_meeting", "peru")
    assert meeting.floor.meeting.state == "adjourned"
    for command in (OpenDebate(), SuspendMeeting(), SetStatus("absent", "peru"), StartPaper("Late", "peru")):
        assert "meeting.adjourned" in meeting.rules(command, insist="Once more")
    assert meeting.rules(ResumeMeeting()) == ("meeting.not_suspended",)
    meeting.do(AddSeat("chad", "member", 1))


def test_t53_debate_is_not_closed_before_a_draft_is_introduced() -> None:
    meeting = in_debate()
    assert meeting.rules(RaiseMotion("close_debate"), by="peru") == ("motion.phase", "debate.no_draft")
    meeting.introduced()
    meeting.carry("close_debate", "peru")
    assert meeting.floor.meeting.debate == "closed"


def test_debate_that_is_not_open_cannot_be_closed_by_any_insistence() -> None:
    meeting = called_to_order()
    refused = meeting.rules(RaiseMotion("close_debate", "peru"), insist="Please")
    assert refused == ("motion.phase", "motion.needs_debate")


def test_in_voting_procedure_only_the_vote_goes_on() -> None:
    meeting = in_debate()
    meeting.introduced()
    meeting.carry("close_debate", "peru")
    assert phase(meeting.floor) == "voting"
    assert all("voting" in rule.phases for rule in on_offer(meeting.floor))
    assert meeting.rules(RaiseMotion("unmoderated_caucus", total_seconds=60), by="peru") == ("motion.phase",)
    assert meeting.rules(EndVoting()) == ("voting.drafts_left",)


def test_a_tabled_topic_comes_back_by_a_motion_and_once() -> None:
    meeting = in_debate()
    meeting.carry("adjourn_debate", "peru")
    assert meeting.floor.meeting.tabled == (1,)
    assert meeting.rules(OpenDebate(1)) == ("topic.tabled",)
    meeting.do(OpenDebate(2))
    assert meeting.rules(RaiseMotion("resume_debate", topic_number=2), by="peru") == ("topic.not_tabled",)
    meeting.carry("resume_debate", "peru", topic_number=1)
    assert (meeting.floor.meeting.topic, meeting.floor.meeting.tabled) == (1, (2,))


def test_the_drafts_of_a_tabled_topic_wait_with_it() -> None:
    """A draft of the first topic once kept the second from ending its voting."""
    meeting = in_debate()
    first = meeting.introduced()
    meeting.carry("adjourn_debate", "peru")
    meeting.do(OpenDebate(2))
    assert phase(meeting.floor) == "list"
    second = meeting.introduced(("spain", "peru"))
    meeting.carry("close_debate", "peru")
    assert "paper.other_topic" in meeting.rules(OpenVote("paper", first))
    meeting.put("paper", second)
    meeting.hands(8, 0)
    meeting.do(EndVoting())
    assert meeting.paper(first).stage == "introduced"
    assert [meeting.paper(key).symbol for key in (first, second)] == ["DR 1.1", "DR 2.1"]


def test_debate_does_not_open_while_the_roll_is_called() -> None:
    meeting = called_to_order()
    meeting.do(StartRollCall())
    assert "roll_call.running" in meeting.rules(OpenDebate())
