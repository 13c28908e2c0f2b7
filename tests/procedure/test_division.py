"""Division of the question: asked, objected to, granted, and what the vote on a part means."""

from __future__ import annotations

import pytest

from app.procedure.decisions import PaperDecided
from app.procedure.granting import GrantMotion
from app.procedure.handling import ObjectToMotion
from app.procedure.motions import RaiseMotion
from app.procedure.steps import Step, next_step
from app.procedure.voting import OpenVote
from tests.procedure.changes import wording
from tests.procedure.divisions import divided, objected, put_part, voting_on_it
from tests.procedure.houses import house


def test_t42_asked_and_nobody_objects_it_is_granted_without_a_vote() -> None:
    meeting = divided()
    assert next_step(meeting.floor) == Step("part", "P1")
    assert meeting.floor.votes.past[-1].about == "motion", "the last vote was on the closure of debate"
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("voting.turn",)


def test_t42_the_mirror_one_objection_brings_speakers_and_a_vote() -> None:
    meeting = voting_on_it()
    number = meeting.motion("division", "spain", paper="WP-1", clauses=("o2",))
    assert meeting.rules(OpenVote("motion", str(number)))[0] == "motion.no_objection"
    objected(meeting, number)
    assert meeting.rules(GrantMotion(number, True)) == ("motion.vote_decides",)
    meeting.put("motion", number)
    assert meeting.hands(5, 4)
    assert next_step(meeting.floor) == Step("part", "P1")


def test_t42_where_it_is_always_voted_on_the_chair_does_not_grant_it() -> None:
    meeting = voting_on_it(house(division={"only_if_objected": False}))
    number = meeting.motion("division", "spain", paper="WP-1", clauses=("o2",))
    assert "motion.vote_decides" in meeting.rules(GrantMotion(number, True))


def test_t42_only_the_mover_of_the_draft_may_object_where_the_house_says_so() -> None:
    meeting = voting_on_it(house(division={"mover_of_draft_only": True}))
    number = meeting.motion("division", "spain", paper="WP-1", clauses=("o2",))
    assert meeting.rules(ObjectToMotion(number), by="canada") == ("division.mover_only",)
    meeting.do(ObjectToMotion(number), by="ghana")
    assert not meeting.floor.motions.pending and next_step(meeting.floor) == Step("paper", "WP-1")


def test_t43_a_tie_does_not_divide_and_the_draft_is_voted_whole() -> None:
    meeting = (
        voting_on_it(others=(), members=tuple(f"m-{n:02d}" for n in range(30))) if False else voting_on_it()
    )
    number = meeting.motion("division", "spain", paper="WP-1", clauses=("o2",))
    objected(meeting, number)
    meeting.put("motion", number)
    assert meeting.hands(4, 4, insist="The ninth has left the room") is False
    assert next_step(meeting.floor) == Step("paper", "WP-1")


# --- what the vote on a part means ------------------------------------------------------------------------


def test_a_clause_stays_or_falls_by_a_revision_of_the_text() -> None:
    meeting = divided(clauses=("o2", "o3"))
    first, second = (part.key for part in meeting.floor.papers.parts)
    assert put_part(meeting, first, 3, 5) is False
    assert wording(meeting, "o2") == "" and meeting.paper("WP-1").amended == 1
    assert put_part(meeting, second, 5, 3)
    assert wording(meeting, "o3") and meeting.paper("WP-1").amended == 1
    meeting.put("paper", "WP-1")
    assert meeting.hands(6, 2)
    assert [part.stage for part in meeting.floor.papers.parts] == ["removed", "kept"]


def test_a_tie_on_a_part_is_not_a_majority_for_it() -> None:
    meeting = divided()
    assert put_part(meeting, "P1", 4, 4) is False
    assert wording(meeting, "o2") == ""


def test_rejected_parts_are_dropped_together_after_the_last_was_put() -> None:
    meeting = divided(house(division={"effect": "part_dropped_if_rejected"}), ("o2", "o3"))
    assert put_part(meeting, "P1", 3, 5) is False
    assert wording(meeting, "o2"), "the text stays as it is while parts are put"
    assert put_part(meeting, "P2", 5, 3)
    assert wording(meeting, "o2") == "" and wording(meeting, "o3")
    assert meeting.paper("WP-1").amended == 1


@pytest.mark.parametrize("effect", ["clause_stays_or_falls", "part_dropped_if_rejected"])
def test_without_operative_clauses_the_whole_falls(effect: str) -> None:
    meeting = divided(house(division={"effect": effect}), ("o1+o2", "o3"))
    assert put_part(meeting, meeting.floor.papers.parts[0].key, 1, 7) is False
    meeting.put("part", meeting.floor.papers.parts[1].key)
    meeting.hands(2, 6)
    assert meeting.paper("WP-1").stage == "failed"
    decision = meeting.said[-1][-1][-1]
    assert isinstance(decision, PaperDecided) and decision.way == "parts"
    assert next_step(meeting.floor) == Step("done")


ANNEX = house(division={"effect": "removed_part_voted_as_annex"})


@pytest.mark.parametrize(("yes", "stage"), [(6, "annexed"), (2, "fell")])
def test_a_removed_part_becomes_an_annex_that_falls_with_its_draft(yes: int, stage: str) -> None:
    meeting = divided(ANNEX)
    assert put_part(meeting, "P1", 5, 3)
    (part,) = meeting.floor.papers.parts
    assert wording(meeting, "o2") == "" and [clause.uid for clause in part.annex] == ["o2"]
    meeting.put("paper", "WP-1")
    meeting.hands(yes, 8 - yes)
    assert meeting.floor.papers.parts[0].stage == stage


def test_a_part_that_does_not_become_an_annex_is_gone() -> None:
    meeting = divided(ANNEX)
    assert put_part(meeting, "P1", 3, 5) is False
    (part,) = meeting.floor.papers.parts
    assert wording(meeting, "o2") == "" and part.annex == () and part.stage == "removed"


def test_an_annex_leaves_something_of_the_draft() -> None:
    meeting = voting_on_it(ANNEX)
    given = RaiseMotion("division", paper="WP-1", clauses=("o1+o2+o3",))
    assert meeting.rules(given, by="spain") == ("division.whole",)
