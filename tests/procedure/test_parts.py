"""Parts of a draft: which clauses they may hold, and the order in which they are put."""

from __future__ import annotations

import pytest

from app.procedure.granting import GrantMotion
from app.procedure.motions import RaiseMotion
from app.procedure.rulebook import MotionRule
from app.procedure.steps import Step, next_step
from app.procedure.voting import OpenVote
from tests.procedure.changes import LONG_TEXT, introduced, offered, state, wording
from tests.procedure.divisions import divided, put_part, voting_on_it
from tests.procedure.houses import house, with_motions
from tests.procedure.meeting import in_debate

PART_BY_PART = MotionRule(
    "clause_by_clause", "divide_clause_by_clause", ("voting",), ("paper",), ordered=False
)


@pytest.mark.parametrize(
    ("clauses", "rule"),
    [
        (("o9",), "division.no_clause"),
        (("o1+o1",), "division.twice"),
        (("o1", "o2+o1"), "division.twice"),
        (("p1",), "division.preamble"),
        ((), "motion.needs"),
        (("",), "division.no_clause"),
    ],
)
def test_a_part_is_of_operative_clauses_each_named_once(clauses: tuple[str, ...], rule: str) -> None:
    given = RaiseMotion("division", paper="WP-1", clauses=clauses)
    assert voting_on_it().rules(given, by="spain") == (rule,)


def test_the_preamble_is_divided_where_the_house_does() -> None:
    meeting = divided(house(division={"preamble": True}), ("p1",))
    assert put_part(meeting, "P1", 3, 5) is False
    assert wording(meeting, "p1") == ""
    assert next_step(meeting.floor) == Step("paper", "WP-1")


@pytest.mark.parametrize(
    ("order", "first"), [("most_radical_first", ("o1", "o2")), ("order_raised", ("o3",))]
)
def test_the_most_radical_part_is_put_first_or_the_first_that_was_named(
    order: str, first: tuple[str, ...]
) -> None:
    meeting = divided(house(division={"order": order}), ("o3", "o1+o2"))
    assert meeting.floor.papers.parts[0].clauses == first
    assert next_step(meeting.floor) == Step("part", "P1")


@pytest.mark.parametrize(("order", "top"), [("most_radical_first", 1), ("order_raised", 0)])
def test_of_two_divisions_that_were_moved_the_more_radical_is_taken_first(order: str, top: int) -> None:
    meeting = voting_on_it(house(division={"order": order}))
    moved = [
        meeting.motion("division", "spain", paper="WP-1", clauses=("o3",)),
        meeting.motion("division", "peru", paper="WP-1", clauses=("o1+o2",)),
    ]
    assert meeting.floor.motions.pending[0].number == moved[top]
    meeting.do(GrantMotion(moved[top], True))
    assert len(meeting.floor.motions.pending) == 1, "the other division still waits for its turn"


def test_clause_by_clause_then_the_whole() -> None:
    rules = house(action={"motions": ("clause_by_clause",)})
    meeting = voting_on_it(with_motions(rules, PART_BY_PART))
    number = meeting.motion("clause_by_clause", "spain", paper="WP-1")
    meeting.do(GrantMotion(number, True))
    told = []
    while (step := next_step(meeting.floor)) and step.kind == "part":
        part = meeting.floor.papers.part(step.subject)
        assert part is not None
        told.append(part.clauses)
        put_part(meeting, part.key, 5, 3)
    assert told == [("o1",), ("o2",), ("o3",)]
    assert next_step(meeting.floor) == Step("paper", "WP-1")


def test_amendments_come_before_parts_and_a_part_whose_clause_is_gone_is_not_put() -> None:
    meeting = in_debate()
    meeting.introduced(text=LONG_TEXT)
    introduced(meeting, "strike", "o2")
    offered(meeting, "modify", "o3", "to end here")
    meeting.carry("close_debate", "peru")
    number = meeting.motion("division", "spain", paper="WP-1", clauses=("o2",))
    meeting.do(GrantMotion(number, True))
    assert meeting.rules(OpenVote("part", "P1")) == ("voting.turn",)
    meeting.put("amendment", "A1")
    assert meeting.hands(6, 2)
    assert next_step(meeting.floor) == Step("paper", "WP-1")
    assert meeting.rules(OpenVote("part", "P1")) == ("part.gone",)


def test_what_a_struck_part_means_for_pending_amendments_is_settled_in_the_same_act() -> None:
    meeting = in_debate()
    meeting.introduced(text=LONG_TEXT)
    introduced(meeting, "modify", "o2", "another report")
    meeting.carry("close_debate", "peru")
    number = meeting.motion("division", "spain", paper="WP-1", clauses=("o2",))
    meeting.do(GrantMotion(number, True))
    meeting.do(OpenVote("part", "P1"), insist="The room wants the part first")
    assert meeting.hands(2, 6) is False
    assert state(meeting, "A1") == ("moot", "moot")


def test_an_important_question_needs_two_thirds_for_its_parts_too() -> None:
    meeting = voting_on_it()
    meeting.carry("important_question", "peru", paper="WP-1")
    number = meeting.motion("division", "spain", paper="WP-1", clauses=("o2",))
    meeting.do(GrantMotion(number, True))
    assert put_part(meeting, "P1", 5, 3) is False
