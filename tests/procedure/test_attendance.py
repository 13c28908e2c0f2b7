"""Attendance: roll call, statuses, late arrivals, those who never came, and the quorums."""

from dataclasses import replace

import pytest

from app.procedure.agenda import OpenDebate
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.quorum import electorate, members_here, quorum_to_open, quorum_to_vote
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load
from app.procedure.rules import QuorumRules, Share
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from app.procedure.voting import OpenVote
from tests.procedure.meeting import MEMBERS, Meeting, called_to_order, committee, in_debate, many

HARVARD = load("harvard")


def registered() -> Rulebook:
    """A house that counts its quorums from all registered members."""
    rules = QuorumRules(open_base="registered", vote_base="registered")
    return replace(HARVARD, quorum=rules)


def fifty(present: int, book: Rulebook | None = None) -> Meeting:
    """Fifty members, of whom the first so many answer the roll call."""
    meeting = committee(book, many(50), others=())
    meeting.do(StartRollCall())
    for seat in many(50)[:present]:
        meeting.do(SetStatus("present"), by=seat)
    meeting.do(CloseRollCall())
    return meeting


def test_the_roll_is_called_and_silence_is_absence() -> None:
    meeting = committee()
    meeting.do(StartRollCall())
    meeting.do(SetStatus("present_and_voting"), by="ghana")
    meeting.do(SetStatus("present", "peru"))
    meeting.do(CloseRollCall())
    assert members_here(meeting.floor) == ("ghana", "peru")
    assert meeting.floor.attendance.statuses["spain"] == "absent"
    assert meeting.floor.meeting.state == "sitting"


def test_all_present_then_untick() -> None:
    meeting = committee()
    meeting.do(StartRollCall())
    meeting.do(SetStatus("present_and_voting"), by="ghana")
    meeting.do(MarkAllPresent())
    assert meeting.rules(MarkAllPresent()) == ("roll_call.all_answered",)
    meeting.do(SetStatus("absent", "spain"))
    meeting.do(CloseRollCall())
    assert set(members_here(meeting.floor)) == set(MEMBERS) - {"spain"}
    assert meeting.floor.attendance.statuses["ghana"] == "present_and_voting"


def test_an_ngo_answers_present_and_no_more() -> None:
    meeting = committee()
    meeting.do(StartRollCall())
    assert meeting.rules(SetStatus("present_and_voting"), by="aclu") == ("status.members_only",)
    meeting.do(SetStatus("present"), by="aclu")
    assert meeting.rules(SetStatus("present"), by="aclu") == ("status.same",)


def test_no_delegation_answers_for_another_and_none_says_it_never_came() -> None:
    meeting = committee()
    meeting.do(StartRollCall())
    assert meeting.rules(SetStatus("absent", "peru"), by="spain") == ("seat.not_yours",)
    assert meeting.rules(SetStatus("present", "dais-2")) == ("seat.name_one",)
    assert meeting.rules(SetStatus("present")) == ("seat.name_one",)
    assert meeting.rules(SetStatus("present", "atlantis")) == ("seat.name_one",)
    assert meeting.rules(SetStatus("never_came"), by="spain") == ("status.unknown",)


def test_t14_a_late_arrival_is_entered_by_the_dais_and_counts_at_once() -> None:
    meeting = called_to_order(absent=["peru"])
    assert meeting.rules(SetStatus("present"), by="peru") == ("roll_call.closed",)
    before = len(electorate(meeting.floor, "procedure"))
    meeting.do(SetStatus("present_and_voting", "peru"))
    assert len(electorate(meeting.floor, "procedure")) == before + 1


def test_t28_twelve_of_fifty_do_not_open_debate_and_thirteen_do() -> None:
    meeting = fifty(12)
    assert quorum_to_open(meeting.floor) == 13
    assert meeting.rules(OpenDebate()) == ("quorum.open",)
    fifty(13).do(OpenDebate())


def test_t28_the_chair_may_open_debate_against_the_quorum_with_a_reason() -> None:
    meeting = fifty(12)
    assert meeting.rules(OpenDebate(), insist=" ") == ("quorum.open",)
    events = meeting.do(OpenDebate(), insist="Two delegations wait in the corridor")
    assert (events[0].rule, events[0].reason) == ("quorum.open", "Two delegations wait in the corridor")


def test_t29_half_the_members_debate_and_do_not_vote_on_substance() -> None:
    meeting = fifty(25, registered())
    meeting.do(OpenDebate())
    key = meeting.introduced(many(10))
    meeting.carry("close_debate", many(50)[0])
    assert quorum_to_vote(meeting.floor) == 26
    assert meeting.rules(OpenVote("paper", key, "roll_call")) == ("quorum.vote",)
    meeting.do(SetStatus("present", many(50)[49]), insist="It was on the stairs")
    meeting.do(OpenVote("paper", key, "roll_call"))


def test_t74_who_never_came_is_out_of_the_base_until_it_comes() -> None:
    meeting = fifty(25)
    assert quorum_to_vote(meeting.floor) == 26
    for seat in many(50)[43:]:
        meeting.do(SetStatus("never_came", seat))
    assert (quorum_to_open(meeting.floor), quorum_to_vote(meeting.floor)) == (11, 22)
    meeting.do(SetStatus("present", many(50)[43]))
    assert quorum_to_vote(meeting.floor) == 23


def test_t74_registered_houses_count_the_no_shows() -> None:
    meeting = fifty(25, registered())
    meeting.do(SetStatus("never_came", many(50)[49]))
    assert quorum_to_vote(meeting.floor) == 26


def test_t70_the_second_day_asks_again_and_keeps_lists_papers_and_motions() -> None:
    meeting = in_debate(present_and_voting=["ghana"])
    for seat in ("spain", "ghana"):
        meeting.do(JoinSpeakersList(), by=seat)
    key = meeting.approved()
    number = meeting.motion("introduce_draft", "peru", paper=key)
    meeting.do(SuspendMeeting("Nine tomorrow"))
    meeting.do(ResumeMeeting(), by="dais-2", after=14 * 3600)
    assert meeting.floor.attendance.calling and not meeting.floor.attendance.statuses
    meeting.do(MarkAllPresent())
    meeting.do(SetStatus("absent", "ghana"))
    meeting.do(CloseRollCall())
    assert meeting.floor.meeting.session == 2 and meeting.floor.meeting.debate == "open"
    assert meeting.floor.speeches.general.queue == ("spain",)
    assert meeting.floor.motions.find(number) and meeting.paper(key).stage == "approved"
    assert meeting.floor.attendance.statuses["ghana"] == "absent"


def test_a_house_that_asks_once_keeps_its_statuses_overnight() -> None:
    book = replace(HARVARD, attendance=replace(HARVARD.attendance, asked_again="once"))
    meeting = in_debate(present_and_voting=["ghana"], rulebook=book)
    meeting.do(SuspendMeeting())
    meeting.do(ResumeMeeting())
    assert not meeting.floor.attendance.calling
    assert meeting.floor.attendance.statuses["ghana"] == "present_and_voting"


def test_a_roll_call_does_not_run_through_a_suspension() -> None:
    """The last answer once reopened a suspended meeting by itself."""
    meeting = in_debate()
    meeting.do(StartRollCall())
    meeting.do(SuspendMeeting(), insist="Fire alarm")
    for command in (CloseRollCall(), MarkAllPresent(), StartRollCall(), SetStatus("present", "peru")):
        assert "meeting.suspended" in meeting.rules(command)
    assert meeting.floor.meeting.state == "suspended"


def test_who_leaves_is_off_the_lists_and_gives_up_the_floor() -> None:
    meeting = in_debate()
    for seat in ("spain", "peru"):
        meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(CallNextSpeaker())
    meeting.do(SetStatus("absent", "peru"))
    assert meeting.floor.speeches.general.queue == ()
    assert meeting.floor.speeches.now is not None
    meeting.do(SetStatus("absent", "spain"))
    assert meeting.floor.speeches.now is None and meeting.floor.clocks == {}


def test_during_a_roll_call_other_business_waits_for_the_chair_to_insist() -> None:
    meeting = in_debate()
    meeting.do(StartRollCall())
    assert meeting.rules(JoinSpeakersList(), by="peru") == ("roll_call.running", "seat.absent")
    assert meeting.rules(StartRollCall()) == ("roll_call.running",)


def test_no_roll_call_while_a_question_is_put() -> None:
    meeting = in_debate()
    meeting.put("motion", meeting.motion("suspend_meeting", "peru"))
    assert meeting.rules(StartRollCall()) == ("vote.open_now",)


@pytest.mark.parametrize("command", [StartRollCall(), MarkAllPresent(), CloseRollCall()])
def test_a_delegation_does_not_call_the_roll(command: object) -> None:
    assert "dais.only" in committee().rules(command, by="france")


@pytest.mark.parametrize(
    ("share", "base", "expected"),
    [
        (Share(1, 5), 34, 7),  # T25
        (Share(1, 5, "floor"), 34, 6),  # T25, JAMUN
        (Share(1, 8), 30, 4),  # T26
        (Share(1, 10, "floor"), 34, 3),  # T27
        (Share(1, 2, "more_than"), 50, 26),  # T29
    ],
)
def test_shares_are_whole_delegations(share: Share, base: int, expected: int) -> None:
    assert share.count(base) == expected
