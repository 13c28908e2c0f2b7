"""Amendments: what may be offered, the names it needs, and what an adoption does to the others."""

from typing import Any

import pytest

from app.procedure.amendments import ProposeAmendment, WithdrawAmendment
from app.procedure.motions import RaiseMotion
from app.procedure.sponsorship import SignAmendment
from app.procedure.voting import OpenVote
from resolutions.document import Clause, Document, digest
from tests.procedure.changes import offer
from tests.procedure.meeting import TEXT, Meeting, in_debate, many


def on_a_draft(**founding: Any) -> Meeting:
    meeting = in_debate(**founding)
    meeting.introduced(many(8) if founding else ("ghana", "peru"))
    return meeting


def adopt(meeting: Meeting, key: str) -> None:
    meeting.carry("introduce_amendment", "spain", amendment=key)
    meeting.put("amendment", key)
    assert meeting.hands(8, 0)


def standings(meeting: Meeting) -> dict[str, tuple[str, str]]:
    return {one.key: (one.stage, one.standing) for one in meeting.floor.papers.amendments}


def test_clauses_are_modified_struck_and_added() -> None:
    meeting = on_a_draft()
    meeting.do(offer("modify", "o1", "Calls upon", "States to give ten days"), by="spain")
    meeting.do(offer("strike"), by="peru")
    meeting.do(offer("add", "", "Decides", "to meet again"), by="mexico")
    for key in ("A1", "A2", "A3"):
        adopt(meeting, key)
    text = meeting.paper("WP-1").text
    assert text is not None
    said = [(clause.opening, clause.text) for clause in text.clauses if clause.kind == "operative"]
    assert said == [("Decides", "to meet again"), ("Calls upon", "States to give ten days")]


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        (offer("strike", "o9"), "amendment.no_clause"),
        (offer("modify", ""), "amendment.needs_text"),
        (offer("modify", "o2", " ", " "), "amendment.needs_text"),
        (offer("modify", "o2", "Requests", "a report"), "amendment.changes_nothing"),
        (offer("modify", "o2", "x" * 121, "a"), "text.too_long"),
        (offer("strike", "o2", text="x" * 8001), "text.too_long"),
        (offer("modify", "o2", "Urges", "\x00"), "text.not_plain"),
        (offer("strike", base="0" * 64), "paper.changed"),
        (ProposeAmendment("WP-9", "strike", ""), "amendment.no_draft"),
    ],
)
def test_an_amendment_changes_a_clause_that_is_there(given: ProposeAmendment, rule: str) -> None:
    assert rule in on_a_draft().rules(given, by="spain")


def test_t39_the_preamble_is_out_of_order_unless_the_chair_insists() -> None:
    meeting = on_a_draft()
    given = ProposeAmendment("WP-1", "strike", digest(TEXT), "p1", seat="spain")
    assert meeting.rules(given) == ("amendment.preamble",)
    meeting.do(given, insist="Agreed by all sponsors")


def test_observers_offer_no_amendments() -> None:
    assert on_a_draft().rules(offer("strike"), by="aclu") == ("paper.members_sponsor",)


def test_t26_thirty_members_need_four_names_before_an_amendment_is_introduced() -> None:
    meeting = on_a_draft(members=many(30), others=())
    meeting.do(offer("strike"), by="member-01")
    motion = RaiseMotion("introduce_amendment", amendment="A1")
    for seat in many(30)[1:3]:
        meeting.do(SignAmendment("A1"), by=seat)
    (refusal,) = meeting.refused(motion, by="member-01")
    assert (refusal.rule, dict(refusal.values)) == ("amendment.signatories_min", {"have": 3, "needed": 4})
    assert meeting.rules(SignAmendment("A1"), by="member-02") == ("amendment.signed_already",)
    assert meeting.rules(SignAmendment("A1"), by="member-01") == ("amendment.signed_already",)
    meeting.do(SignAmendment("A1"), by="member-04")
    meeting.do(motion, by="member-01")


def test_an_amendment_is_introduced_before_it_is_put() -> None:
    meeting = on_a_draft()
    meeting.do(offer("strike"), by="spain")
    assert meeting.rules(OpenVote("amendment", "A1")) == ("amendment.not_introduced",)
    assert meeting.rules(RaiseMotion("introduce_amendment", amendment="A9"), by="peru") == (
        "amendment.unknown",
    )
    meeting.carry("introduce_amendment", "spain", amendment="A1")
    again = meeting.rules(RaiseMotion("introduce_amendment", amendment="A1"), by="peru")
    assert again == ("amendment.not_proposed",)


def test_the_mover_withdraws_until_it_is_put() -> None:
    meeting = on_a_draft()
    meeting.do(offer("strike"), by="spain")
    assert meeting.rules(WithdrawAmendment("A1"), by="peru") == ("amendment.not_yours",)
    meeting.carry("introduce_amendment", "spain", amendment="A1")
    meeting.put("amendment", "A1")
    assert meeting.rules(WithdrawAmendment("A1"), by="spain") == ("vote.open_now",)
    meeting.hands(0, 8)
    assert meeting.rules(WithdrawAmendment("A1"), by="spain") == ("amendment.gone",)


def test_t75_an_adoption_puts_every_other_amendment_into_one_class() -> None:
    meeting = on_a_draft()
    meeting.do(offer("strike"), by="spain")
    meeting.do(offer("strike"), by="peru")
    meeting.do(offer("modify", "o2", "Requests", "an annual report"), by="mexico")
    meeting.do(offer("modify", "o1", "Urges", "States to wait"), by="ghana")
    adopt(meeting, "A1")
    assert standings(meeting) == {
        "A1": ("adopted", "clean"),
        "A2": ("moot", "moot"),
        "A3": ("moot", "moot"),
        "A4": ("proposed", "clean"),
    }
    assert meeting.rules(OpenVote("amendment", "A2")) == ("amendment.gone",)


def test_a_conflict_is_restated_and_joined_words_are_confirmed_by_the_chair() -> None:
    meeting = on_a_draft()
    meeting.do(offer("modify", "o1", "Urges", "States to give ten days of notice"), by="spain")
    meeting.do(offer("modify", "o1", "Urges", "States to give thirty days of notice"), by="peru")
    meeting.do(offer("modify", "o1", "Calls upon", "States to give notice"), by="mexico")
    adopt(meeting, "A1")
    assert standings(meeting)["A2"][1] == "conflict" and standings(meeting)["A3"][1] == "mergeable"
    for key in ("A2", "A3"):
        meeting.carry("introduce_amendment", "peru", amendment=key)
    assert meeting.rules(OpenVote("amendment", "A2"), insist="Try") == ("amendment.conflict",)
    assert meeting.rules(OpenVote("amendment", "A3")) == ("amendment.mergeable",)
    meeting.do(OpenVote("amendment", "A3"), insist="Both wordings stand together")
    assert meeting.hands(8, 0)
    text = meeting.paper("WP-1").text
    assert text is not None
    assert ("Calls upon", "States to give ten days of notice") in [(c.opening, c.text) for c in text.clauses]


def test_a_decided_draft_leaves_no_amendment_behind() -> None:
    meeting = on_a_draft()
    meeting.do(offer("strike"), by="spain")
    meeting.carry("close_debate", "peru")
    meeting.put("paper", "WP-1")
    meeting.hands(8, 0)
    assert standings(meeting) == {"A1": ("moot", "moot")}
    assert meeting.rules(SignAmendment("A1"), by="peru") == ("amendment.gone",)


def test_a_draft_waits_for_its_amendments() -> None:
    meeting = on_a_draft()
    meeting.do(offer("strike"), by="spain")
    meeting.carry("introduce_amendment", "spain", amendment="A1")
    meeting.carry("close_debate", "peru")
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("amendment.first",)


def test_a_paper_cannot_take_the_names_of_clauses_to_come() -> None:
    """A paper that came with the uid of a later clause once blocked every addition to it."""
    taken = Document("T", "O", (*TEXT.clauses, Clause("A1-1", "operative", None, "d", "Notes", "this")))
    meeting = in_debate()
    meeting.introduced(text=taken)
    meeting.do(offer("add", "", "Decides", "to meet", base=digest(taken)), by="spain")
    adopt(meeting, "A1")
    text = meeting.paper("WP-1").text
    assert text is not None and len({clause.uid for clause in text.clauses}) == 5
