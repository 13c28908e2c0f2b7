"""What is tried in each field of a form: what is there on this floor, likely ones first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from app.procedure.amendment_order import OrderAmendments
from app.procedure.amendments import ProposeAmendment
from app.procedure.appeals import AppealRuling
from app.procedure.attendance import SetStatus
from app.procedure.candidates import candidates
from app.procedure.clocks import AdjustClock, PauseClock
from app.procedure.consultations import AgreeParagraph, TakeParagraph
from app.procedure.debate_stages import EndDebateStage
from app.procedure.hearings import SpeakOnMotion
from app.procedure.late_arrivals import AnswerNote, AskStatus, MarkNeverCame
from app.procedure.motions import RaiseMotion
from app.procedure.placards import EnterCount
from app.procedure.points import RaisePoint
from app.procedure.quorum_challenges import RecordQuorum
from app.procedure.replies import AskReply, GrantReply
from app.procedure.ruling_points import RulePoint
from app.procedure.seats import AddSeat, CloseSeat
from app.procedure.sharing import SharePaper
from app.procedure.shortening import ShortenMotion
from app.procedure.speakers_lists import JoinSpeakersList, MoveInSpeakersList, OpenSpeakersList
from app.procedure.speaking_time import SetSpeakingTime
from app.procedure.speeches import CallSpeaker, EndSpeech
from app.procedure.timetable import SetTimetable
from app.procedure.turns import CallOnQuestion
from app.procedure.votes import CastBallot
from app.procedure.voting import OpenVote
from app.procedure.yields import YieldFloor
from resolutions.document import digest
from tests.procedure.changes import LONG_TEXT, offered
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, MEMBERS, Meeting, called_to_order, in_debate
from tests.procedure.scenes_of_acts import (
    answering,
    appealed,
    consulted,
    counted,
    debated,
    listed,
    overtaken,
    pointed,
    recognising,
    ruled,
)

IN_THE_ROOM = [seat for seat in MEMBERS if seat not in ("peru", "spain")]
OPERATIVE = ("o1", "o2", "o3", "")


def tried(meeting: Meeting, command: type, field: str, by: str = CHAIR, **filled: Any) -> list[Any]:
    return list(candidates(meeting.floor, by, command, field, filled))


def noted() -> Meeting:
    meeting = in_debate(absent=["peru", "spain"])
    meeting.do(AskStatus("present"), by="spain")
    return meeting


def asked() -> Meeting:
    meeting = listed()
    meeting.do(AskReply("An insult"), by="ghana")
    return meeting


def two_moved() -> Meeting:
    """Two motions wait, the caucus of the second is timed."""
    meeting = in_debate()
    meeting.motion("suspend_meeting", "ghana")
    meeting.motion("unmoderated_caucus", "peru", total_seconds=600)
    return meeting


@pytest.mark.parametrize(
    ("scene", "command", "field", "expected"),
    [
        (in_debate, JoinSpeakersList, "seat", [*MEMBERS, "aclu"]),
        (noted, JoinSpeakersList, "seat", [*IN_THE_ROOM, "aclu", "peru", "spain"]),
        (listed, CallSpeaker, "after", ["mexico"]),
        (in_debate, CallSpeaker, "after", [""]),
        (listed, EndSpeech, "seat", ["mexico"]),
        (listed, PauseClock, "clock", ["speech"]),
        (recognising, PauseClock, "clock", ["caucus", "speech"]),
        (listed, AdjustClock, "seconds", [30, -30]),
        (listed, MoveInSpeakersList, "seat", ["ghana", "peru"]),
        (listed, MoveInSpeakersList, "place", [1, 2]),
        (listed, MoveInSpeakersList, "order", [("ghana", "peru")]),
        (recognising, MoveInSpeakersList, "seat", []),
        (in_debate, OpenSpeakersList, "seconds", [0, 60, 90]),
        (in_debate, SetSpeakingTime, "seconds", [90, 60]),
        (counted, EnterCount, "yes", [8]),
        (counted, EnterCount, "no", [0, 1]),
        (in_debate, EnterCount, "yes", []),
        (in_debate, EnterCount, "vote", []),
        (answering, CastBallot, "seat", ["france"]),
        (in_debate, CastBallot, "seat", [""]),
        (in_debate, SetTimetable, "times", [(540, 750, 810, 1020), ()]),
        (in_debate, RaisePoint, "kind", list(house().points.available)),
        (in_debate, RecordQuorum, "here", [8]),
        (noted, RecordQuorum, "here", [6, 8]),
        (noted, AnswerNote, "seat", ["spain"]),
        (noted, MarkNeverCame, "seats", [("peru",), ("spain",)]),
        (asked, GrantReply, "seat", ["ghana"]),
        (overtaken, OpenVote, "subject", ["WP-1"]),
        (overtaken, ProposeAmendment, "paper", ["WP-1"]),
        (overtaken, ProposeAmendment, "amendment", [""]),
        (overtaken, SharePaper, "reader", [*MEMBERS, "aclu"]),
        (overtaken, OrderAmendments, "order", [()]),
        (in_debate, ProposeAmendment, "clause", [""]),
        (in_debate, ProposeAmendment, "base", []),
    ],
)
def test_what_is_tried(scene: Callable[[], Meeting], command: type, field: str, expected: list[Any]) -> None:
    meeting = scene()
    assert tried(meeting, command, field) == expected


def test_a_vote_is_of_the_number_that_is_on() -> None:
    meeting = counted()
    assert tried(meeting, EnterCount, "vote") == [meeting.vote.number]


def test_a_delegation_is_asked_for_itself_and_for_the_statuses_it_may_say() -> None:
    meeting = in_debate()
    assert tried(meeting, JoinSpeakersList, "seat", by="peru") == [""]
    assert tried(meeting, SetStatus, "status", by="peru") == ["present", "present_and_voting", "absent"]
    assert tried(meeting, SetStatus, "status")[-1] == "never_came"


def test_a_question_is_tried_by_what_it_is_about() -> None:
    moved = two_moved()
    suspend, caucus = sorted(motion.number for motion in moved.floor.motions.pending)
    assert sorted(tried(moved, OpenVote, "subject", about="motion")) == [str(suspend), str(caucus)]
    assert sorted(tried(moved, CallOnQuestion, "number", about="motion")) == [suspend, caucus]
    assert tried(moved, OpenVote, "subject", about="ruling") == []
    assert tried(moved, CallOnQuestion, "number", about="ruling") == []
    assert sorted(tried(moved, SpeakOnMotion, "motion")) == [suspend, caucus]
    assert tried(moved, ShortenMotion, "motion") == [caucus]
    appeal = appealed()
    (ruling,) = (one.number for one in appeal.floor.rulings.made)
    assert tried(appeal, OpenVote, "subject", about="ruling") == [str(ruling)]
    assert tried(appeal, CallOnQuestion, "number", about="ruling") == [ruling]
    assert tried(ruled(), AppealRuling, "ruling") == [ruling]
    point = pointed()
    assert tried(point, RulePoint, "point") == [point.floor.points.pending[0].number]
    texts = overtaken()
    assert tried(texts, OpenVote, "subject", about="amendment") == ["A1", "A2", "A3"]
    assert tried(texts, OpenVote, "subject", about="part") == []


def test_a_change_is_tried_on_the_text_as_it_is() -> None:
    meeting = overtaken()
    text = meeting.paper("WP-1").text
    assert text is not None and text != LONG_TEXT
    assert tried(meeting, ProposeAmendment, "base", paper="WP-1") == [digest(text)]
    assert tried(meeting, ProposeAmendment, "clause", paper="WP-1") == list(OPERATIVE)
    assert tried(meeting, ProposeAmendment, "base", amendment="A2") == [digest(text)]
    assert tried(meeting, ProposeAmendment, "clause", paper="WP-9") == [""]
    offered(meeting, "strike", "o3")
    assert tried(meeting, OrderAmendments, "order", paper="WP-1") == [("A3", "A2")]
    meeting.do(OrderAmendments("WP-1", ("A3", "A2"), "So ruled"))
    assert meeting.rules(OrderAmendments("WP-1", ("A3", "A2"), "So ruled")) == ("amendment.order_same",)


def test_what_a_motion_takes_is_tried_and_what_it_may_leave_out_first_without() -> None:
    meeting = in_debate()
    assert tried(meeting, RaiseMotion, "total_seconds", kind="suspend_meeting") == [0]
    assert tried(meeting, RaiseMotion, "total_seconds", kind="unmoderated_caucus")[:3] == [600, 300, 900]
    assert tried(meeting, RaiseMotion, "until", kind="suspend_meeting")[0] == ""
    speeches = tried(meeting, RaiseMotion, "speech_seconds", kind="moderated_caucus", total_seconds=180)
    assert speeches == [60, 30, 45, 90, 120], "all of which divide it or are tried last"
    assert tried(meeting, RaiseMotion, "topic_number", kind="resume_debate") == [1, 2]
    assert tried(meeting, RaiseMotion, "paper", kind="introduce_draft") == []
    orders = tried(called_to_order(topics=("A", "B", "C")), RaiseMotion, "order", kind="set_agenda")
    assert orders == [("3", "2", "1"), ("1", "2", "3"), ("2", "1", "3"), ("3", "1", "2")]


def test_seats_are_added_under_new_keys_and_open_ones_are_closed() -> None:
    meeting = in_debate()
    assert tried(meeting, AddSeat, "key") == [f"seat-{meeting.floor.number}"]
    assert tried(meeting, AddSeat, "order") == [len(meeting.floor.seats)]
    meeting.do(CloseSeat("aclu"))
    assert "aclu" not in tried(meeting, CloseSeat, "seat") and CHAIR in tried(meeting, CloseSeat, "seat")


def test_the_rest_of_a_speech_is_offered_to_those_in_the_room_and_to_nobody_else() -> None:
    meeting = listed()
    assert tried(meeting, YieldFloor, "seat", to="chair") == [""]
    assert tried(meeting, YieldFloor, "seat", to="delegate") == [*MEMBERS, "aclu"]


def test_paragraphs_and_stages_are_those_in_hand() -> None:
    assert tried(consulted(), AgreeParagraph, "clause") == ["o1", "p1", "o2"]
    assert tried(consulted(), TakeParagraph, "clause")[0] == "o1"
    assert tried(debated(), EndDebateStage, "subject") == ["WP-1"]
    assert tried(in_debate(), EndDebateStage, "subject") == []
