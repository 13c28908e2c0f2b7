"""Important questions, and decided drafts that the committee takes up again."""

from __future__ import annotations

import pytest

from app.procedure.motions import RaiseMotion
from app.procedure.steps import Step, next_step
from app.procedure.voting import OpenVote
from tests.procedure.changes import introduced, on_a_draft
from tests.procedure.meeting import Meeting, before_the_vote


def voted(meeting: Meeting, yes: int, no: int) -> Meeting:
    meeting.put("paper", "WP-1")
    meeting.hands(yes, no)
    return meeting


@pytest.mark.parametrize(("yes", "no", "passed"), [(5, 3, False), (6, 2, True)])
def test_an_important_question_needs_two_thirds(yes: int, no: int, passed: bool) -> None:
    meeting = before_the_vote()
    meeting.carry("important_question", "spain", paper="WP-1")
    meeting.put("paper", "WP-1")
    assert meeting.hands(yes, no) is passed
    meeting = before_the_vote()
    meeting.put("paper", "WP-1")
    assert meeting.hands(yes, no), "an ordinary one needs a majority"


def test_so_do_the_amendments_to_it() -> None:
    meeting = on_a_draft()
    meeting.carry("important_question", "spain", paper="WP-1")
    assert meeting.rules(RaiseMotion("important_question", paper="WP-1"), by="peru") == (
        "paper.important_already",
    )
    introduced(meeting, "strike")
    meeting.put("amendment", "A1")
    assert meeting.hands(5, 3) is False


@pytest.mark.parametrize(("yes", "no", "passed"), [(6, 3, True), (5, 4, False)])
def test_a_decided_draft_is_reconsidered_by_two_thirds(yes: int, no: int, passed: bool) -> None:
    meeting = voted(before_the_vote(), 3, 5)
    assert meeting.rules(RaiseMotion("reconsideration", paper="WP-9"), by="peru") == ("paper.unknown",)
    number = meeting.motion("reconsideration", "peru", paper="WP-1")
    meeting.do(OpenVote("motion", str(number)), insist="Nobody wants to speak against it")
    assert meeting.hands(yes, no) is passed
    assert meeting.paper("WP-1").stage == ("introduced" if passed else "failed")
    if passed:
        assert meeting.rules(RaiseMotion("reconsideration", paper="WP-1"), by="peru") == (
            "paper.wrong_stage",
        )
        assert next_step(meeting.floor) == Step("paper", "WP-1")
