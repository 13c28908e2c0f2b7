"""The chair's line in voting procedure: one sentence for every step."""

from __future__ import annotations

from app.procedure.consensus import AskConsensus
from app.procedure.granting import GrantMotion
from app.procedure.motions import RaiseMotion
from app.procedure.results import CloseVote
from app.words import chairs_line
from tests.procedure.changes import LONG_TEXT, introduced, on_a_draft
from tests.procedure.divisions import divided
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, ballot, before_the_vote, roll_call
from tests.words.reading import NAMES, faults


def line(meeting: Meeting) -> str:
    said = chairs_line(meeting.floor, NAMES)
    assert faults(said, ".?") == [], said
    return said


def test_voting_is_entered_where_it_is_a_step_of_its_own() -> None:
    meeting = before_the_vote(house(action={"own_step": True}))
    assert line(meeting) == "Debate is closed. Is there a motion to enter voting procedure?"


def test_a_part_is_called_by_its_paragraphs() -> None:
    asked = "We are in voting procedure. The next question is part P1 of DR 1.1 (paragraphs 2)."
    assert line(divided()) == asked


def test_a_motion_in_voting_procedure_is_read_out_first() -> None:
    meeting = before_the_vote()
    number = meeting.motion("division", "spain", paper="WP-1", clauses=("o2",))
    assert line(meeting) == "There is a motion by Spain for the division of DR 1.1. Are there any objections?"
    meeting.do(GrantMotion(number, True))
    assert "part P1" in line(meeting)


def test_an_amendment_in_conflict_waits_for_its_mover() -> None:
    meeting = on_a_draft(text=LONG_TEXT)
    introduced(meeting, "modify", "o2", "an annual report")
    introduced(meeting, "modify", "o2", "no report at all")
    meeting.put("amendment", "A1")
    meeting.hands(8, 0)
    meeting.carry("close_debate", "peru")
    assert line(meeting) == (
        "Amendment A2 to DR 1.1 contradicts the text as it is now. Will its mover restate it?"
    )


def test_consensus_is_asked_for_and_objections_after_it() -> None:
    meeting = before_the_vote(house(action={"consensus_first": True}))
    assert line(meeting) == "Can DR 1.1 be adopted without a vote?"
    meeting.do(AskConsensus("WP-1"))
    assert line(meeting) == "Does anybody object to adopting DR 1.1 without a vote?"
    meeting = before_the_vote()
    meeting.do(RaiseMotion("acclamation", paper="WP-1"), by="peru")
    assert line(meeting) == "Does anybody object to adopting DR 1.1 without a vote?"


def test_who_voted_with_rights_is_asked_before_the_result() -> None:
    meeting = roll_call()
    meeting.do(ballot(meeting, "no", "canada", rights=True))
    meeting.call_roll()
    meeting.do(CloseVote(meeting.vote.number))
    assert line(meeting) == "Canada, you may explain your vote."
