"""After the roll call: late arrivals, changes of status, those who never came, houses without a roll call."""

from typing import Any

import pytest

from app.procedure.agenda import OpenDebate
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.floor import permitted
from app.procedure.late_arrivals import AnswerNote, AskStatus, MarkNeverCame
from app.procedure.quorum import electorate, must_vote, quorum_to_open, quorum_to_vote
from app.procedure.sittings import OpenMeeting, ResumeMeeting, SuspendMeeting
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker
from app.procedure.votes import CastBallot
from tests.procedure.houses import house
from tests.procedure.meeting import (
    CHAIR,
    MEMBERS,
    Meeting,
    ballot,
    before_the_vote,
    called_to_order,
    committee,
    in_debate,
    roll_call,
)


def without_a_roll_call() -> Meeting:
    """A house where members come and go, with two of them here."""
    meeting = committee(house(attendance={"statuses": ()}))
    for seat in ("ghana", "peru"):
        meeting.do(SetStatus("present"), by=seat)
    meeting.do(OpenMeeting())
    return meeting


def test_t14_a_late_delegation_asks_by_a_note_and_the_dais_confirms_in_one_press() -> None:
    meeting = in_debate(absent=["peru"])
    meeting.do(AskStatus("present_and_voting"), by="peru")
    assert not meeting.floor.attendance.here("peru")  # absent until the note is answered [SRP]
    assert meeting.rules(JoinSpeakersList(), by="peru") == ("seat.absent",)
    meeting.do(AnswerNote("peru"))
    assert meeting.floor.attendance.statuses["peru"] == "present_and_voting"
    assert "peru" in electorate(meeting.floor, "draft")
    assert not meeting.floor.attendance.notes


def test_a_note_may_be_declined_and_written_again() -> None:
    meeting = in_debate(absent=["peru"])
    assert meeting.rules(AnswerNote("peru")) == ("note.none",)
    meeting.do(AskStatus("present"), by="peru")
    assert meeting.rules(AskStatus("present"), by="peru") == ("note.same",)
    assert meeting.rules(AnswerNote("spain")) == ("note.none",)
    meeting.do(AnswerNote("peru", granted=False), by="assistant-1")
    assert meeting.floor.attendance.statuses["peru"] == "absent"
    meeting.do(AskStatus("present"), by="peru")
    meeting.do(SetStatus("present", "peru"))  # the dais may as well enter it by itself
    assert not meeting.floor.attendance.notes


def test_who_leaves_by_a_note_gives_up_the_floor() -> None:
    meeting = in_debate()
    meeting.do(JoinSpeakersList(), by="peru")
    meeting.do(CallNextSpeaker())
    meeting.do(AskStatus("absent"), by="peru")
    meeting.do(AnswerNote("peru"))
    assert meeting.floor.speeches.now is None and not meeting.floor.attendance.here("peru")


@pytest.mark.parametrize(("by", "rule"), [(CHAIR, "delegation.only"), ("atlantis", "seat.unknown")])
def test_only_a_delegation_writes_notes(by: str, rule: str) -> None:
    assert in_debate().rules(AskStatus("present_and_voting"), by=by)[0] == rule


def test_what_could_not_be_entered_is_not_asked_for() -> None:
    meeting = in_debate()
    assert meeting.rules(AskStatus("present"), by="peru") == ("status.same",)
    assert meeting.rules(AskStatus("never_came"), by="peru") == ("status.unknown",)
    assert meeting.rules(AskStatus("present_and_voting"), by="aclu") == ("status.members_only",)
    meeting.do(StartRollCall())
    assert meeting.rules(AskStatus("present"), by="peru") == ("note.answer_directly",)


def test_where_the_chair_recognises_late_arrivals_no_note_and_no_assistant_does_it() -> None:
    meeting = called_to_order(["peru"], rulebook=house(attendance={"late_arrival": "chair_recognises"}))
    assert meeting.rules(AskStatus("present"), by="peru") == ("status.chair_recognises",)
    assert meeting.rules(SetStatus("present", "peru"), by="assistant-1") == ("status.chair_recognises",)
    meeting.do(SetStatus("present", "peru"))


def test_where_late_arrivals_are_automatic_the_device_enters_them() -> None:
    meeting = called_to_order(["peru"], rulebook=house(attendance={"late_arrival": "automatic"}))
    meeting.do(SetStatus("present"), by="peru")
    assert meeting.rules(SetStatus("present_and_voting"), by="peru") == ("roll_call.closed",)


@pytest.mark.parametrize(
    ("rule", "upward", "downward"),
    [
        ("next_session_only", ("status.next_session",), ("status.next_session",)),
        ("to_present_and_voting_only", (), ("status.upward_only",)),
        ("any_time_before_voting", (), ()),
    ],
)
def test_houses_differ_on_changing_a_status(
    rule: str, upward: tuple[str, ...], downward: tuple[str, ...]
) -> None:
    meeting = in_debate(present_and_voting=["ghana"], rulebook=house(attendance={"change": rule}))
    for seat, status, rules in (
        ("peru", "present_and_voting", upward),
        ("ghana", "present", downward),
    ):
        command: Any = AskStatus(status)  # type: ignore[arg-type]
        if rules:
            assert meeting.rules(command, by=seat) == rules
            meeting.do(SetStatus(status, seat), insist="It was entered wrongly")  # type: ignore[arg-type]
        else:
            meeting.do(command, by=seat)
            meeting.do(AnswerNote(seat))


def test_a_status_is_kept_while_the_committee_votes() -> None:
    meeting = before_the_vote()
    assert meeting.rules(AskStatus("present_and_voting"), by="peru") == ("status.before_voting",)
    assert meeting.rules(SetStatus("present_and_voting", "peru")) == ("status.before_voting",)


def test_a_note_from_before_the_vote_is_too_late_in_it() -> None:
    meeting = in_debate()
    meeting.introduced()
    meeting.do(AskStatus("present_and_voting"), by="peru")
    meeting.carry("close_debate", "ghana")
    assert meeting.rules(AnswerNote("peru")) == ("status.before_voting",)
    meeting.do(AnswerNote("peru", granted=False))


def test_t71_who_comes_while_a_vote_is_open_counts_from_the_next_question() -> None:
    meeting = roll_call(house(action={"doors_closed": False}), absent=["viet-nam"])
    meeting.do(AskStatus("present_and_voting"), by="viet-nam")
    meeting.do(AnswerNote("viet-nam"))
    assert "viet-nam" not in meeting.vote.order
    assert meeting.rules(ballot(meeting, "yes", "viet-nam")) == ("vote.not_yours",)
    assert "viet-nam" in electorate(meeting.floor, "draft")


def test_t72_who_leaves_before_the_vote_is_in_no_base() -> None:
    meeting = before_the_vote(present_and_voting=["ghana"])
    meeting.do(SetStatus("absent", "ghana"))
    vote = meeting.put("paper", "WP-1", "roll_call")
    assert "ghana" not in vote.order and not must_vote(meeting.floor, vote.order)
    meeting.call_roll({"canada": "no"})
    meeting.announce()
    tally = meeting.floor.votes.past[-1].counted()
    assert (tally.yes, tally.no, tally.abstain, tally.not_voting) == (6, 1, 0, 0)


def test_t72_who_leaves_during_the_vote_stays_in_its_electorate() -> None:
    """The mirror: the question was put while it was here."""
    meeting = roll_call()
    meeting.do(SetStatus("absent", "viet-nam"))
    assert "viet-nam" in meeting.vote.order
    while (called := meeting.vote.next()) and called[0] != "viet-nam":
        meeting.do(CastBallot(meeting.vote.number, "yes", seat=called[0]))


def test_t74_several_that_never_came_are_marked_in_one_press() -> None:
    absent = MEMBERS[4:]
    meeting = called_to_order(absent=absent)
    assert (quorum_to_open(meeting.floor), quorum_to_vote(meeting.floor)) == (2, 5)
    meeting.do(MarkNeverCame(absent[1:]), by="assistant-1")
    assert (quorum_to_open(meeting.floor), quorum_to_vote(meeting.floor)) == (2, 3)
    meeting.do(SetStatus("present", absent[1]))
    assert quorum_to_vote(meeting.floor) == 4


def test_who_was_here_cannot_be_said_never_to_have_come() -> None:
    meeting = called_to_order(absent=["peru"])
    meeting.do(SetStatus("absent", "ghana"))
    assert meeting.rules(MarkNeverCame(("peru", "ghana"))) == ("status.came",)
    assert meeting.rules(SetStatus("never_came", "ghana")) == ("status.came",)
    assert meeting.rules(MarkNeverCame(())) == ("seat.name_one",)
    assert meeting.rules(MarkNeverCame((CHAIR,))) == ("seat.name_one",)
    meeting.do(MarkNeverCame(("peru",)))
    assert meeting.rules(MarkNeverCame(("peru",))) == ("status.same",)


def test_t70_present_and_voting_that_does_not_return_is_absent_and_never_came_stays() -> None:
    meeting = called_to_order(absent=["spain"], present_and_voting=["ghana"])
    meeting.do(MarkNeverCame(("spain",)))
    meeting.do(AskStatus("absent"), by="peru")
    meeting.do(SuspendMeeting())
    meeting.do(ResumeMeeting())
    meeting.do(SetStatus("present", "peru"))
    meeting.do(CloseRollCall())
    statuses = meeting.floor.attendance.statuses
    assert (statuses["ghana"], statuses["spain"], statuses["peru"]) == ("absent", "never_came", "present")
    assert not meeting.floor.attendance.notes


def test_t14_where_no_roll_is_called_members_come_and_go() -> None:
    meeting = without_a_roll_call()
    assert meeting.rules(SetStatus("present_and_voting"), by="spain") == ("status.unknown",)
    meeting.do(SetStatus("present"), by="spain")
    meeting.do(SetStatus("absent"), by="ghana")
    assert electorate(meeting.floor, "procedure") == ("peru", "spain")
    assert meeting.rules(AskStatus("absent"), by="peru") == ("note.answer_directly",)
    meeting.do(MarkAllPresent())
    assert len(electorate(meeting.floor, "procedure")) == 8  # all but Ghana, which left
    meeting.do(OpenDebate())


def test_where_no_roll_is_called_none_is_started_and_the_next_session_goes_straight_on() -> None:
    meeting = without_a_roll_call()
    assert meeting.rules(StartRollCall()) == ("roll_call.not_used",)
    assert meeting.rules(OpenMeeting()) == ("meeting.open_already",)
    meeting.do(SuspendMeeting())
    meeting.do(ResumeMeeting())
    assert not meeting.floor.attendance.calling and meeting.floor.attendance.here("peru")
    meeting.do(StartRollCall(), insist="The delegations asked for it")
    meeting.do(SetStatus("present"), by="spain")
    meeting.do(CloseRollCall())
    assert meeting.floor.attendance.statuses["peru"] == "absent"


def test_where_a_roll_is_called_the_meeting_begins_with_it() -> None:
    meeting = committee()
    assert meeting.rules(OpenMeeting()) == ("roll_call.not_started",)
    assert permitted(meeting.floor, "peru")[OpenMeeting][0].rule == "chair.only"
