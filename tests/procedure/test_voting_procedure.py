"""The voting procedure: entered, behind closed doors, question after question in its order."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.agenda import EndVoting
from app.procedure.attendance import CloseRollCall, MarkAllPresent, SetStatus, StartRollCall
from app.procedure.motions import RaiseMotion
from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.steps import Step, next_step
from app.procedure.voting import OpenVote
from tests.procedure.changes import offer
from tests.procedure.houses import house, with_motions
from tests.procedure.meeting import Meeting, before_the_vote, in_debate

ENTER = MotionRule("enter_voting", "enter_voting", ("list", "resolution", "voting"), ordered=False)


def two_drafts(rulebook: Rulebook | None = None, **founding: Any) -> Meeting:
    """WP-1 and WP-2 wait for their votes."""
    meeting = in_debate(rulebook=rulebook, **founding)
    meeting.introduced()
    meeting.introduced(("spain", "mexico"))
    meeting.carry("close_debate", "peru")
    return meeting


def test_draft_by_draft_its_amendments_come_first() -> None:
    meeting = in_debate(rulebook=house(action={"several_drafts": "all_may_pass"}))
    meeting.introduced()
    meeting.introduced(("spain", "mexico"))
    meeting.do(offer("strike"), by="spain")
    meeting.carry("introduce_amendment", "spain", amendment="A1")
    assert next_step(meeting.floor) is None
    meeting.carry("close_debate", "peru")
    told = []
    while (step := next_step(meeting.floor)) and step.kind != "done":
        told.append((step.kind, step.subject))
        meeting.put(step.kind, step.subject)
        meeting.hands(5, 3)
    assert told == [("amendment", "A1"), ("paper", "WP-1"), ("paper", "WP-2")]
    meeting.do(EndVoting())
    assert next_step(meeting.floor) is None


def test_another_question_first_is_against_the_rulebook_and_the_chair_may_insist() -> None:
    meeting = two_drafts()
    (refusal,) = meeting.refused(OpenVote("paper", "WP-2"))
    assert (refusal.rule, dict(refusal.values)) == ("voting.turn", {"question": "DR 1.1"})
    meeting.do(OpenVote("paper", "WP-2"), insist="Its sponsors have a train to catch")
    assert meeting.vote.subject == "WP-2"


def test_the_drafts_are_put_as_they_were_submitted_or_as_the_committee_reorders_them() -> None:
    meeting = two_drafts(rulebook=house(action={"several_drafts": "all_may_pass"}))
    assert next_step(meeting.floor) == Step("paper", "WP-1")
    meeting.carry("reorder_resolutions", "spain", order=("WP-2", "WP-1"))
    assert next_step(meeting.floor) == Step("paper", "WP-2")
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("voting.turn",)
    meeting.put("paper", "WP-2")
    meeting.hands(5, 3)
    assert next_step(meeting.floor) == Step("paper", "WP-1")


@pytest.mark.parametrize(
    ("order", "rule"),
    [
        (("WP-1",), "voting.order"),
        (("WP-2", "WP-2"), "voting.order"),
        (("WP-2", "WP-9"), "voting.order"),
        (("WP-1", "WP-2"), "voting.order_same"),
        (("x" * 3000, "WP-1"), "text.too_long"),
        (("WP-1",) * 101, "motion.entries"),
    ],
)
def test_a_new_order_names_every_draft_once(order: tuple[str, ...], rule: str) -> None:
    assert rule in two_drafts().rules(RaiseMotion("reorder_resolutions", order=order), by="spain")


def test_a_house_without_the_motion_to_reorder_does_not_take_it() -> None:
    meeting = two_drafts(house(action={"motions": ("division",)}))
    again = RaiseMotion("reorder_resolutions", order=("WP-2", "WP-1"))
    assert meeting.rules(again, by="spain") == ("motion.phase",)


def test_where_voting_is_a_step_of_its_own_nothing_is_voted_before_it() -> None:
    meeting = before_the_vote(with_motions(house(action={"own_step": True}), ENTER))
    assert next_step(meeting.floor) == Step("enter")
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("voting.not_entered",)
    meeting.do(SetStatus("absent", "peru"))
    meeting.do(SetStatus("present", "peru"))
    meeting.carry("enter_voting", "ghana")
    assert next_step(meeting.floor) == Step("paper", "WP-1")
    assert meeting.rules(RaiseMotion("enter_voting"), by="ghana") == ("voting.entered",)
    meeting.put("paper", "WP-1")


def test_entering_voting_from_open_debate_closes_it() -> None:
    meeting = in_debate(rulebook=with_motions(house(action={"own_step": True}), ENTER))
    meeting.introduced()
    meeting.carry("enter_voting", "ghana")
    assert meeting.floor.meeting.debate == "closed"
    assert next_step(meeting.floor) == Step("paper", "WP-1")


# --- doors ------------------------------------------------------------------------------------------------


def test_nobody_comes_in_while_votes_are_taken_but_who_was_inside() -> None:
    meeting = before_the_vote(absent=["spain"])
    assert meeting.rules(SetStatus("present", "spain")) == ("doors.closed",)
    meeting.do(SetStatus("absent", "peru"))
    meeting.do(SetStatus("present", "peru"))
    meeting.do(SetStatus("present", "spain"), insist="The bus was late")


@pytest.mark.parametrize("rules", [{"doors_closed": False}, {"late_entry": True}])
def test_t14_a_late_arrival_comes_in_where_the_doors_are_open(rules: dict[str, Any]) -> None:
    meeting = before_the_vote(house(action=rules), absent=["spain"])
    meeting.do(SetStatus("present", "spain"))
    assert "spain" in meeting.put("paper", "WP-1").order


def test_the_doors_open_when_voting_ends() -> None:
    meeting = before_the_vote(absent=["spain"])
    meeting.put("paper", "WP-1")
    meeting.hands(5, 2)
    assert meeting.rules(SetStatus("present", "spain")) == ("doors.closed",)
    meeting.do(EndVoting())
    meeting.do(SetStatus("present", "spain"))


def test_after_a_night_in_between_everybody_answers_the_roll_and_is_inside() -> None:
    meeting = before_the_vote(absent=["spain"])
    meeting.do(SuspendMeeting())
    meeting.do(ResumeMeeting())
    meeting.do(SetStatus("present", "spain"), by="spain")
    meeting.do(MarkAllPresent())
    meeting.do(CloseRollCall())
    meeting.do(SetStatus("absent", "spain"))
    meeting.do(SetStatus("present", "spain"))


def test_a_second_roll_call_behind_closed_doors_lets_nobody_slip_off_the_list() -> None:
    meeting = before_the_vote()
    meeting.do(StartRollCall())
    meeting.do(MarkAllPresent())
    meeting.do(CloseRollCall())
    assert "peru" in meeting.floor.action.inside
