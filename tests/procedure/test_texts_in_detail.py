"""Amendments, parts and papers, one press at a time: what moves with what, and what is out of order."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.amendment_order import amendments_in_order
from app.procedure.amendments import ProposeAmendment
from app.procedure.approval import ApprovePaper
from app.procedure.friendly import OfferFriendly
from app.procedure.motions import RaiseMotion
from app.procedure.papers import StartPaper
from app.procedure.parts import check_division, waiting_parts
from app.procedure.restating import DeclareMoot, PassUnopposed, RestateAmendment
from app.procedure.setting_aside import DeclareContradiction
from app.procedure.sharing import SharePaper, UnsharePaper, may_see_names, shows_names
from app.procedure.sponsorship import LeavePaper, SignPaper, SponsorPaper
from app.procedure.terms import Terms
from app.procedure.voting import OpenVote
from app.procedure.wording import ground
from resolutions.document import digest
from tests.procedure.changes import LONG_TEXT, adopted, introduced, offered, on_a_draft, state, wording
from tests.procedure.houses import house
from tests.procedure.meeting import MEMBERS, Meeting, before_the_vote, in_debate

TWO_DEGREES = house(amendments={"degree_max": 2})


def base(meeting: Meeting, parent: str = "") -> str:
    text = ground(meeting.floor, meeting.paper("WP-1"), parent)
    assert text is not None
    return digest(text)


def amended(meeting: Meeting) -> Meeting:
    """A1 of Spain changes the report, A2 changes A1."""
    introduced(meeting, "modify", "o2", "an annual report on returns")
    introduced(meeting, "modify", "o2", "a biennial report on returns", amendment="A1")
    return meeting


def parent_and_child() -> Meeting:
    return amended(on_a_draft(TWO_DEGREES))


def refused(meeting: Meeting, kind: str, by: str = "peru", **terms: Any) -> tuple[str, ...]:
    return meeting.rules(RaiseMotion(kind, **terms), by=by)


# --- what an adoption does to amendments of the second degree ---


def test_where_another_clause_changes_both_stand_as_they_were_on_the_new_text() -> None:
    meeting = parent_and_child()
    adopted(meeting, introduced(meeting, "strike", "o3"))
    assert state(meeting, "A1") == state(meeting, "A2") == ("introduced", "clean")
    assert meeting.paper("WP-1").amended == 1
    second = meeting.floor.papers.amendment("A2")
    assert second is not None and second.base == base(meeting, "A1"), "it stands on what it amends now"
    adopted(meeting, "A2")
    adopted(meeting, "A1")
    assert wording(meeting, "o2") == "Requests a biennial report on returns"
    assert meeting.replayed() == meeting.floor


def test_where_its_parent_contradicts_the_text_it_does_so_too_and_has_no_ground() -> None:
    meeting = parent_and_child()
    adopted(meeting, introduced(meeting, "modify", "o2", "no report at all"))
    assert state(meeting, "A1") == state(meeting, "A2") == ("introduced", "conflict")
    second = meeting.floor.papers.amendment("A2")
    assert second is not None and second.reason == "parent_conflict"
    late = ProposeAmendment("WP-1", "modify", "", "o2", "Requests", "a report", amendment="A1")
    assert meeting.rules(late, by="peru") == ("amendment.conflict",)
    restated = RestateAmendment("A2", "modify", "", "o2", "Requests", "two reports")
    assert meeting.rules(restated, by="spain") == ("amendment.conflict",)


def test_one_that_contradicts_the_text_is_ordered_before_those_that_are_put() -> None:
    meeting = on_a_draft(house(amendments={"order": "furthest_removed_first"}))
    introduced(meeting, "modify", "o3", "to meet again")
    introduced(meeting, "modify", "o2", "an annual report")
    adopted(meeting, introduced(meeting, "modify", "o2", "no report at all"))
    introduced(meeting, "strike", "o1")
    order = [one.key for one in amendments_in_order(meeting.floor, meeting.paper("WP-1"))]
    assert state(meeting, "A2") == ("introduced", "conflict")
    assert order == ["A2", "A4", "A1"]


def test_what_is_put_is_not_amended_and_the_second_degree_is_not_taken_in_by_sponsors() -> None:
    meeting = parent_and_child()
    assert meeting.rules(OfferFriendly("A2"), by="spain") == ("friendly.to_drafts_only",)
    adopted(meeting, "A2")
    meeting.put("amendment", "A1")
    late = ProposeAmendment("WP-1", "modify", base(meeting, "A1"), "o2", "Requests", "x", amendment="A1")
    assert meeting.rules(late, by="peru") == ("vote.open_now",)


def test_an_amendment_is_restated_on_the_text_as_it_is_and_changes_something() -> None:
    meeting = on_a_draft()
    introduced(meeting, "modify", "o2", "an annual report")
    introduced(meeting, "modify", "o2", "no report at all")
    adopted(meeting, "A1")

    def again(on: str, clause: str, text: str) -> RestateAmendment:
        return RestateAmendment("A2", "modify", on, clause, "Requests", text)

    now = base(meeting)
    assert meeting.rules(again("0" * 64, "o2", "a report"), by="spain") == ("paper.changed",)
    assert meeting.rules(again(now, "o9", "a report"), by="spain") == ("amendment.no_clause",)
    assert meeting.rules(again(now, "o2", "an annual report"), by="spain") == ("amendment.changes_nothing",)
    assert meeting.rules(again(now, "p1", "a report"), by="spain") == ("amendment.preamble",)
    assert "text.too_long" in meeting.rules(again(now, "o2", "x" * 8001), by="spain")
    meeting.do(again(now, "o2", "two reports"), by="spain")


def test_what_is_gone_is_not_implied_and_what_conflicts_does_not_pass_unopposed() -> None:
    meeting = on_a_draft(house(amendments={"unopposed_passes": True}))
    introduced(meeting, "modify", "o2", "an annual report")
    introduced(meeting, "modify", "o2", "no report at all")
    offered(meeting, "strike", "o3")
    assert meeting.rules(PassUnopposed("A3")) == ("amendment.gone",), "it was not introduced"
    adopted(meeting, "A1")
    assert meeting.rules(PassUnopposed("A2")) == ("amendment.conflict",)
    assert meeting.rules(PassUnopposed("A1")) == ("amendment.gone",)
    assert meeting.rules(DeclareMoot("A1", "A1", "Implied")) == ("amendment.gone",)
    assert meeting.rules(DeclareMoot("A2", "A3", "Implied")) == ("amendment.not_adopted",)
    meeting.do(DeclareMoot("A2", "A1", "Implied"))


# --- motions about texts ---


def test_no_motion_is_moved_on_a_text_that_is_being_voted_on() -> None:
    meeting = before_the_vote()
    meeting.put("paper", "WP-1")
    floor = meeting.floor
    assert [one.rule for one in check_division(floor, Terms(paper="WP-1", clauses=("o1",)))] == [
        "vote.open_now"
    ]


def test_a_division_is_of_a_draft_before_the_committee() -> None:
    meeting = in_debate()
    meeting.approved()
    found = [one.rule for one in check_division(meeting.floor, Terms(paper="WP-1", clauses=("o1",)))]
    assert found == ["paper.not_introduced"]
    assert [one.rule for one in check_division(meeting.floor, Terms(paper="WP-9", clauses=("o1",)))] != []


def test_a_working_paper_without_a_text_has_no_parts() -> None:
    meeting = in_debate()
    meeting.do(StartPaper("Reintegration"), by="ghana")
    assert waiting_parts(meeting.floor, meeting.paper("WP-1")) == ()


def test_a_draft_is_declared_important_and_voted_by_clauses_while_it_waits() -> None:
    meeting = in_debate()
    meeting.approved()
    number = {"important_question": "paper.not_introduced", "clause_by_clause": "paper.not_introduced"}
    for kind, rule in number.items():
        assert rule in refused(meeting, kind, paper="WP-1")


def test_the_house_is_divided_after_a_vote_on_substance_in_which_somebody_abstained() -> None:
    meeting = in_debate(rulebook=house("thimun"))
    assert "house.no_vote" in refused(meeting, "divide_the_house")


def test_a_panel_answers_on_a_draft_with_sponsors() -> None:
    book = house(papers={"sponsors_min": 0, "signatories_min": house().papers.signatories_min})
    meeting = in_debate(rulebook=book)
    assert "paper.not_introduced" in refused(meeting, "authors_panel", total_seconds=300)
    meeting.introduced()
    assert "paper.not_introduced" in refused(meeting, "authors_panel", total_seconds=300, paper="WP-9")
    meeting.do(LeavePaper("WP-1"), by="peru")
    meeting.do(LeavePaper("WP-1"), by="ghana")
    assert meeting.paper("WP-1").sponsors == ()
    assert "panel.no_authors" in refused(meeting, "authors_panel", total_seconds=300)


# --- names and readers ---


def test_names_are_put_on_papers_that_are_there() -> None:
    meeting = in_debate()
    for command in (SponsorPaper("WP-9"), SignPaper("WP-9"), LeavePaper("WP-9")):
        assert meeting.rules(command, by="ghana") == ("paper.unknown",)
    assert meeting.rules(SharePaper("WP-9", "peru"), by="ghana") == ("paper.unknown",)
    assert meeting.rules(UnsharePaper("WP-9", "peru"), by="ghana") == ("paper.unknown",)


@pytest.mark.parametrize("shown", [True, False])
def test_who_worked_on_a_paper_sees_the_names_on_its_draft_where_the_house_takes_them_off(
    shown: bool,
) -> None:
    meeting = in_debate(rulebook=house(papers={"sponsors_shown": shown}))
    key = meeting.approved(("ghana", "peru"))
    paper = meeting.paper(key)
    assert paper.symbol and shows_names(meeting.floor, paper) is shown
    assert [seat for seat in MEMBERS if may_see_names(meeting.floor, paper, seat)] == (
        list(MEMBERS) if shown else ["ghana", "peru"]
    )
    assert may_see_names(meeting.floor, paper, "") is shown


def test_names_stand_on_a_working_paper_for_everybody_who_reads_it() -> None:
    meeting = in_debate(rulebook=house(papers={"sponsors_shown": False}))
    meeting.do(StartPaper("Reintegration"), by="ghana")
    assert shows_names(meeting.floor, meeting.paper("WP-1"))
    assert may_see_names(meeting.floor, meeting.paper("WP-1"), "mexico")


def test_a_draft_contradicts_another_that_was_adopted_on_its_topic() -> None:
    meeting = in_debate(rulebook=house(action={"several_drafts": "non_contradictory_only"}))
    meeting.introduced()
    second = meeting.approved(("spain", "france"))
    assert meeting.rules(DeclareContradiction(second, "WP-1", "Both fund it")) == ("paper.not_introduced",)
    assert meeting.rules(DeclareContradiction("WP-9", "WP-1", "Both fund it")) != ()
    assert meeting.rules(DeclareContradiction("WP-1", second, "Both fund it")) == ("paper.not_adopted",)
    assert meeting.rules(ApprovePaper(second))
    assert "paper.not_introduced" in meeting.rules(OpenVote("paper", second))


def test_the_text_of_a_draft_is_the_one_that_was_submitted() -> None:
    assert on_a_draft().paper("WP-1").text == LONG_TEXT
