"""The order of the topics: moved, refused, set by the chair; each topic after the one before it."""

from dataclasses import replace

import pytest

from app.procedure.agenda import EndVoting, OpenDebate
from app.procedure.agenda_order import SetAgenda
from app.procedure.motions import RaiseMotion
from app.procedure.rulebook import MotionRule
from tests.procedure.houses import house, with_motions
from tests.procedure.meeting import Meeting, called_to_order, in_debate

THREE = ("Reintegration", "Due process", "Counselling")


def moved(meeting: Meeting, *order: str, by: str = "peru") -> int:
    """An order is moved; returns the motion's number."""
    return meeting.motion("set_agenda", by, order=order)


def agenda(meeting: Meeting) -> tuple[int, ...]:
    return meeting.floor.meeting.agenda


def put(meeting: Meeting, number: int, yes: int, no: int) -> bool:
    meeting.put("motion", number)
    return meeting.hands(yes, no)


def test_the_order_that_passes_is_kept() -> None:
    meeting = called_to_order()
    assert put(meeting, moved(meeting, "2"), 5, 4)
    assert agenda(meeting) == (2, 1)
    assert meeting.rules(OpenDebate(1)) == ("agenda.order",)
    meeting.do(OpenDebate(2))


def test_the_failure_of_a_is_b_taken() -> None:
    meeting = called_to_order()
    first, second = moved(meeting, "1"), moved(meeting, "2", by="ghana")
    assert not put(meeting, first, 4, 5)
    assert agenda(meeting) == (2, 1)
    assert meeting.floor.motions.find(second) is None  # what it asked for is done


def test_of_three_topics_the_failure_of_one_says_nothing_about_the_others() -> None:
    meeting = called_to_order(topics=THREE)
    assert not put(meeting, moved(meeting, "1"), 4, 5)
    assert agenda(meeting) == ()
    assert put(meeting, moved(meeting, "3", "1"), 5, 4)
    assert agenda(meeting) == (3, 1, 2)


def test_the_chair_sets_the_agenda_when_the_committee_could_not() -> None:
    meeting = called_to_order(topics=THREE)
    assert meeting.rules(SetAgenda((2,))) == ("agenda.by_motion",)
    put(meeting, moved(meeting, "1"), 4, 5)
    meeting.do(SetAgenda((2,)))
    assert agenda(meeting) == (2, 1, 3)
    assert meeting.rules(SetAgenda((2,)), by="assistant-1") == ("chair.only",)


@pytest.mark.parametrize("order", [("3",), ("0",), ("1", "1"), ("one",), ("٣",), ("9" * 500,), ("-1",)])
def test_an_order_names_topics_that_are_there(order: tuple[str, ...]) -> None:
    assert called_to_order().rules(RaiseMotion("set_agenda", order=order), by="peru") == ("agenda.topics",)


def test_an_agenda_of_one_topic_has_no_order() -> None:
    meeting = called_to_order(topics=("Reintegration",))
    assert meeting.rules(RaiseMotion("set_agenda", order=("1",)), by="peru") == ("agenda.one_topic",)


def test_the_second_topic_is_taken_after_the_first_was_voted_or_tabled() -> None:
    meeting = called_to_order()
    put(meeting, moved(meeting, "1"), 9, 0)
    assert meeting.rules(OpenDebate(2)) == ("agenda.order",)
    meeting.do(OpenDebate(1))
    meeting.introduced()
    meeting.carry("close_debate", "peru")
    meeting.put("paper", "WP-1")
    meeting.hands(8, 0)
    meeting.do(EndVoting())
    assert meeting.rules(OpenDebate(1)) == ("topic.dealt",)
    meeting.do(OpenDebate(2))
    tabled = in_debate()
    tabled.carry("adjourn_debate", "peru")
    tabled.do(OpenDebate(2))


def test_debate_opens_by_a_motion_too_and_needs_the_quorum() -> None:
    meeting = called_to_order()
    put(meeting, moved(meeting, "2"), 9, 0)
    meeting.carry("open_debate", "spain")
    assert (meeting.floor.meeting.topic, meeting.floor.meeting.debate) == (2, "open")
    few = called_to_order(absent=("canada", "france", "ghana", "honduras", "mexico", "peru", "spain"))
    assert few.rules(RaiseMotion("open_debate"), by="viet-nam") == ("quorum.open",)
    assert in_debate().rules(RaiseMotion("open_debate", "peru"))[-1] == "motion.needs_debate"


def test_a_topic_that_was_postponed_to_a_time_comes_back_without_a_motion() -> None:
    row = MotionRule("postpone_discussion", "postpone", ("list",), optional=("until",), ordered=False)
    meeting = in_debate(rulebook=with_motions(house(), row))
    meeting.carry("postpone_discussion", "peru", until="Friday")
    assert meeting.floor.meeting.tabled == (1,) and meeting.floor.meeting.postponed == {1: "Friday"}
    meeting.do(OpenDebate(1))
    assert not meeting.floor.meeting.postponed
    meeting.carry("postpone_discussion", "peru")  # indefinitely
    assert meeting.rules(OpenDebate(1)) == ("topic.tabled",)


def test_a_meeting_is_adjourned_to_a_certain_time() -> None:
    row = MotionRule("adjourn_to_time", "adjourn_to_time", ("list",), ("until",), ordered=False)
    meeting = in_debate(rulebook=with_motions(house(), row))
    meeting.carry("unmoderated_caucus", "peru", total_seconds=600)
    command = RaiseMotion("adjourn_to_time", "peru")
    assert meeting.rules(command, insist="It is late") == ("motion.phase", "motion.needs")
    meeting.do(replace(command, until="Nine tomorrow"), insist="It is late")
    meeting.put("motion", meeting.floor.number)
    meeting.hands(9, 0)
    assert meeting.floor.meeting.state == "suspended" and meeting.floor.caucus is None
