"""When amendments are voted on, in which order, and amendments to amendments."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.procedure.amendment_order import OrderAmendments
from app.procedure.amendments import ProposeAmendment, WithdrawAmendment
from app.procedure.motions import RaiseMotion
from app.procedure.steps import next_step
from app.procedure.voting import OpenVote
from app.procedure.wording import ground
from resolutions.document import digest
from tests.procedure.changes import LONG_TEXT, adopted, introduced, offered, on_a_draft, state, wording
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting

THIMUN = house(amendments={"degree_max": 2})


def queue(meeting: Meeting) -> list[str]:
    """The amendments in the order in which voting procedure puts them."""
    told = []
    while (step := next_step(meeting.floor)) and step.kind == "amendment":
        told.append(step.subject)
        meeting.put("amendment", step.subject)
        meeting.hands(1, 7)
    return told


def four_waiting(order: str) -> Meeting:
    """A short addition, a long change, a short strike and a short change, in this order of arrival."""
    meeting = on_a_draft(house(amendments={"order": order}))
    introduced(meeting, "add", "o3", "a fund")
    introduced(meeting, "modify", "o2", "a wholly different thing from every State that returns anybody")
    introduced(meeting, "strike", "o1")
    introduced(meeting, "modify", "o3", "to remain seized of it")
    meeting.carry("close_debate", "peru")
    return meeting


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("order_received", ["A1", "A2", "A3", "A4"]),
        ("furthest_removed_first", ["A3", "A2", "A4", "A1"]),
        ("most_severe_first", ["A2", "A4", "A3", "A1"]),
    ],
)
def test_amendments_are_put_in_the_order_of_the_house(order: str, told: list[str]) -> None:
    assert queue(four_waiting(order)) == told


def test_the_dais_gives_another_order_with_a_reason() -> None:
    meeting = four_waiting("order_received")
    turned = ("A4", "A3", "A2", "A1")
    assert meeting.rules(OpenVote("amendment", "A4")) == ("voting.turn",)
    assert meeting.rules(OrderAmendments("WP-1", turned, "")) == ("reason.needed",)
    assert meeting.rules(OrderAmendments("WP-1", turned[1:], "So ruled")) == ("amendment.order",)
    assert meeting.rules(OrderAmendments("WP-1", turned[::-1], "So ruled")) == ("amendment.order_same",)
    assert meeting.rules(OrderAmendments("WP-9", turned, "So ruled")) == ("amendment.no_draft",)
    assert meeting.rules(OrderAmendments("WP-1", turned, "So ruled"), by="peru") == ("dais.only",)
    meeting.do(OrderAmendments("WP-1", turned, "The last is the farthest in substance"))
    assert queue(meeting) == list(turned)


@pytest.mark.parametrize("when", ["voting_procedure", "action_stage"])
def test_where_they_wait_for_voting_procedure_none_is_put_in_debate(when: str) -> None:
    meeting = on_a_draft(house(amendments={"vote_time": when}))
    key = introduced(meeting, "strike")
    assert meeting.rules(OpenVote("amendment", key)) == ("amendment.vote_time",)
    meeting.carry("close_debate", "peru")
    adopted(meeting, key)
    assert wording(meeting, "o2") == ""


def test_where_each_has_its_own_debate_it_is_voted_then() -> None:
    meeting = on_a_draft(house(amendments={"vote_time": "own_debate"}))
    adopted(meeting, introduced(meeting, "strike"))
    assert wording(meeting, "o2") == ""


@pytest.mark.parametrize(
    ("when", "late"), [("own_debate", True), ("voting_procedure", True), ("action_stage", False)]
)
def test_after_debate_nothing_is_handed_in_but_at_an_action_stage(when: str, late: bool) -> None:
    meeting = on_a_draft(house(amendments={"vote_time": when}))
    meeting.carry("close_debate", "peru")
    given = ProposeAmendment("WP-1", "strike", digest(LONG_TEXT), "o2")
    if late:
        assert meeting.rules(given, by="spain") == ("amendment.too_late",)
    else:
        meeting.do(given, by="spain")


# --- the second degree ------------------------------------------------------------------------------------


def parent_and_child(book: Any = THIMUN) -> Meeting:
    """A1 replaces the report by an annual one; A2 would have it every two years instead."""
    meeting = on_a_draft(book)
    introduced(meeting, "modify", "o2", "an annual report on returns")
    introduced(meeting, "modify", "o2", "a biennial report on returns", amendment="A1")
    return meeting


def test_t41_an_amendment_is_amended_where_the_house_goes_to_the_second_degree() -> None:
    meeting = on_a_draft()
    introduced(meeting, "modify", "o2", "an annual report on returns")
    given = on_parent(meeting, "a biennial report on returns")
    assert meeting.rules(given, by="peru") == ("amendment.second_degree",)
    meeting.do(given, by="dais-1", insist="The sponsors asked for it")


def on_parent(meeting: Meeting, text: str, clause: str = "o2", parent: str = "A1") -> ProposeAmendment:
    above = meeting.floor.papers.amendment(parent)
    assert above is not None
    base = ground(meeting.floor, meeting.paper("WP-1"), parent)
    assert base is not None
    return ProposeAmendment("WP-1", "modify", digest(base), clause, "Requests", text, "peru", parent)


def test_t41_it_is_put_before_its_parent_and_changes_that() -> None:
    meeting = parent_and_child()
    assert meeting.rules(OpenVote("amendment", "A1")) == ("amendment.second_degree_first",)
    adopted(meeting, "A2")
    assert wording(meeting, "o2") == "Requests a report on returns, costs and what was learnt"
    adopted(meeting, "A1")
    assert wording(meeting, "o2") == "Requests a biennial report on returns"


def test_t41_the_mirror_its_parent_stands_as_it_was_where_it_fails() -> None:
    meeting = parent_and_child()
    meeting.put("amendment", "A2")
    assert meeting.hands(3, 5) is False
    adopted(meeting, "A1")
    assert wording(meeting, "o2") == "Requests an annual report on returns"


def test_t41_in_voting_procedure_too_it_comes_first() -> None:
    meeting = parent_and_child()
    introduced(meeting, "strike", "o3")
    meeting.carry("close_debate", "peru")
    assert queue(meeting) == ["A2", "A1", "A3"]


def test_t41_a_third_degree_is_refused_to_everybody() -> None:
    meeting = parent_and_child()
    given = ProposeAmendment("WP-1", "strike", digest(LONG_TEXT), "o2", seat="peru", amendment="A2")
    (refusal,) = meeting.refused(given, by="dais-1", insist="Just this once")[:1]
    assert (refusal.rule, refusal.ground) == ("amendment.third_degree", "impossible")


def test_t41_a_third_degree_is_refused_on_the_text_it_would_change_too() -> None:
    meeting = parent_and_child()
    text = ground(meeting.floor, meeting.paper("WP-1"), "A2")
    assert text is not None and text.clauses[2].text == "a biennial report on returns"
    assert meeting.rules(on_parent(meeting, "a report", parent="A2"), by="peru") == (
        "amendment.third_degree",
    )


def test_an_amendment_has_no_ground_where_its_parent_does_not_fit_the_text() -> None:
    meeting = parent_and_child()
    other = replace(meeting.paper("WP-1"), text=replace(LONG_TEXT, clauses=LONG_TEXT.clauses[:2]))
    assert ground(meeting.floor, other, "A1") is None
    assert ground(meeting.floor, other, "A2") is None
    assert ground(meeting.floor, replace(other, key="WP-9", text=LONG_TEXT), "A1") is None


def test_it_changes_what_its_parent_changes_and_waits_for_its_introduction() -> None:
    meeting = on_a_draft(THIMUN)
    offered(meeting, "modify", "o2", "an annual report on returns")
    assert meeting.rules(on_parent(meeting, "States to think", "o1"), by="peru") == (
        "amendment.beyond_parent",
    )
    meeting.do(on_parent(meeting, "a biennial report"), by="peru")
    motion = RaiseMotion("introduce_amendment", amendment="A2")
    assert meeting.rules(motion, by="peru") == ("amendment.parent_first",)
    unknown = ProposeAmendment("WP-1", "strike", digest(LONG_TEXT), "o2", amendment="A9")
    assert meeting.rules(unknown, by="spain") == ("amendment.unknown",)


def test_it_goes_with_its_parent() -> None:
    meeting = parent_and_child()
    meeting.do(WithdrawAmendment("A1"), by="spain")
    assert state(meeting, "A2") == ("moot", "moot")


def test_one_that_leaves_nothing_of_its_parent_makes_it_moot() -> None:
    meeting = on_a_draft(THIMUN)
    introduced(meeting, "modify", "o2", "an annual report on returns")
    same_as_before = LONG_TEXT.clauses[2].text
    introduced(meeting, "modify", "o2", same_as_before, amendment="A1")
    adopted(meeting, "A2")
    assert state(meeting, "A1") == ("moot", "moot")


def test_another_adoption_puts_both_into_their_class_in_the_same_act() -> None:
    meeting = parent_and_child()
    key = introduced(meeting, "strike", "o2")
    adopted(meeting, key)
    assert state(meeting, "A1") == state(meeting, "A2") == ("moot", "moot")


def test_two_to_one_amendment_stand_on_its_new_words_after_the_first_was_adopted() -> None:
    meeting = parent_and_child()
    introduced(meeting, "modify", "o2", "an annual report on all returns", amendment="A1")
    adopted(meeting, "A2")
    assert state(meeting, "A3")[1] in ("mergeable", "conflict")
    assert state(meeting, "A1") == ("introduced", "clean")
