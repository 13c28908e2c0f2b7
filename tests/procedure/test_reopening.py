"""A draft that failed while time is left is opened again for amendments [ISC]."""

from __future__ import annotations

import pytest

from app.procedure.agenda import EndVoting, OpenDebate
from app.procedure.decisions import PaperReconsidered
from app.procedure.reopening import LONGEST_SECONDS, ReopenDraft, just_failed
from tests.procedure.debates import (
    debate,
    end_stage,
    in_hand,
    left,
)
from tests.procedure.meeting import Meeting


def failed(seconds: int = 0) -> Meeting:
    """The draft in hand was debated and failed."""
    meeting = in_hand(mode="open")
    end_stage(meeting)
    meeting.put("paper", "WP-1")
    assert not meeting.hands(3, 5)
    return meeting


def test_only_the_draft_that_has_just_failed_is_opened_again() -> None:
    meeting = failed()
    assert just_failed(meeting.floor) == "WP-1"
    assert meeting.rules(ReopenDraft("WP-2")) == ("timed.other_failed",)
    assert meeting.rules(ReopenDraft("WP-2", -1)) == ("seconds.positive", "timed.other_failed")
    assert meeting.rules(ReopenDraft("WP-1"), by="assistant-1") == ("chair.only",)
    events = meeting.do(ReopenDraft("WP-1"))
    assert PaperReconsidered("WP-1") in events
    assert (debate(meeting).now.stage, left(meeting, "debate")) == ("open", 1200)
    assert meeting.rules(ReopenDraft("WP-1"))[0] == "timed.in_hand"


@pytest.mark.parametrize(("seconds", "lasts"), [(0, 1200), (1, 1), (LONGEST_SECONDS, 86_400)])
def test_it_is_opened_for_as_long_as_the_chair_says(seconds: int, lasts: int) -> None:
    meeting = failed()
    meeting.do(ReopenDraft("WP-1", seconds))
    assert left(meeting, "debate") == lasts


@pytest.mark.parametrize("seconds", [-1, LONGEST_SECONDS + 1])
def test_not_for_less_than_nothing_nor_for_more_than_a_day(seconds: int) -> None:
    assert failed().rules(ReopenDraft("WP-1", seconds)) == ("seconds.positive",)


def test_a_draft_that_passed_or_whose_topic_is_over_is_not_opened_again() -> None:
    passed = in_hand(mode="open")
    end_stage(passed)
    passed.put("paper", "WP-1")
    assert passed.hands(5, 3)
    assert just_failed(passed.floor) == ""
    assert "timed.none_failed" in passed.rules(ReopenDraft("WP-1"))
    gone = failed()
    gone.do(EndVoting())
    gone.do(OpenDebate(2))
    assert just_failed(gone.floor) == ""
    assert "timed.none_failed" in gone.rules(ReopenDraft("WP-1"))
