"""Friendly amendments, those nobody opposes, and what becomes of one that an adoption overtook."""

from __future__ import annotations

import pytest

from app.procedure.adoption import AmendmentDecided
from app.procedure.amendments import ProposeAmendment
from app.procedure.friendly import ConsentToAmendment, EndFriendlyOffer, OfferFriendly
from app.procedure.restating import DeclareMoot, PassUnopposed, RestateAmendment
from app.procedure.sponsorship import LeavePaper
from app.procedure.steps import Step, next_step
from app.procedure.voting import OpenVote
from resolutions.document import digest
from tests.procedure.changes import adopted, introduced, offered, on_a_draft, state, wording
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting


def waiting_for_the_sponsors() -> Meeting:
    """Spain offered A1 to Ghana and Peru."""
    meeting = on_a_draft()
    offered(meeting, "modify", "o2", "an annual report")
    meeting.do(OfferFriendly("A1"), by="spain")
    return meeting


def test_one_that_every_sponsor_accepts_is_taken_in_without_a_vote() -> None:
    meeting = waiting_for_the_sponsors()
    meeting.do(ConsentToAmendment("A1"), by="ghana")
    assert wording(meeting, "o2").startswith("Requests a report on returns")
    *_, decided = meeting.do(ConsentToAmendment("A1", seat="peru"))
    assert isinstance(decided, AmendmentDecided) and decided.way == "consent"
    assert wording(meeting, "o2") == "Requests an annual report"
    assert state(meeting, "A1") == ("adopted", "clean")
    assert meeting.floor.votes.past[-1].about == "motion", "no vote was taken on it"


def test_one_refusal_makes_it_unfriendly() -> None:
    meeting = waiting_for_the_sponsors()
    meeting.do(ConsentToAmendment("A1"), by="ghana")
    meeting.do(ConsentToAmendment("A1", accept=False), by="peru")
    assert state(meeting, "A1") == ("proposed", "clean")
    assert meeting.rules(ConsentToAmendment("A1"), by="ghana") == ("friendly.not_offered",)
    assert meeting.rules(OfferFriendly("A1"), by="spain") == ("friendly.offered_already",)
    meeting.carry("introduce_amendment", "spain", amendment="A1")
    adopted(meeting, "A1")


def test_the_dais_need_not_wait_for_ever() -> None:
    meeting = waiting_for_the_sponsors()
    assert meeting.rules(EndFriendlyOffer("A1"), by="spain") == ("dais.only",)
    meeting.do(EndFriendlyOffer("A1"))
    assert meeting.rules(EndFriendlyOffer("A1")) == ("friendly.not_offered",)
    assert meeting.rules(ConsentToAmendment("A1"), by="ghana") == ("friendly.not_offered",)


def test_only_the_mover_offers_and_only_sponsors_answer_once() -> None:
    meeting = on_a_draft()
    offered(meeting, "strike")
    assert meeting.rules(OfferFriendly("A1"), by="peru") == ("amendment.not_yours",)
    assert meeting.rules(OfferFriendly("A9"), by="spain") == ("amendment.gone",)
    meeting.do(OfferFriendly("A1"))
    assert meeting.rules(ConsentToAmendment("A1"), by="mexico") == ("paper.sponsors_only",)
    meeting.do(ConsentToAmendment("A1"), by="ghana")
    assert meeting.rules(ConsentToAmendment("A1"), by="ghana") == ("friendly.accepted_already",)


def test_a_mover_who_is_the_only_sponsor_accepts_by_offering() -> None:
    meeting = on_a_draft(house(papers={"sponsors_min": 1, "sponsors_max": 1}))
    paper = meeting.introduced(("spain", "peru"))
    assert meeting.paper(paper).sponsors == ("spain",)
    text = meeting.paper(paper).text
    assert text is not None
    meeting.do(ProposeAmendment(paper, "strike", digest(text), "o2"), by="spain")
    meeting.do(OfferFriendly("A1"), by="spain")
    assert state(meeting, "A1") == ("adopted", "clean")


def test_t69_without_sponsors_there_are_no_friendly_amendments() -> None:
    meeting = on_a_draft(house(papers={"sponsors_min": 0}))
    offered(meeting, "strike")
    for seat in ("ghana", "peru"):
        meeting.do(LeavePaper("WP-1"), by=seat)
    (refusal,) = meeting.refused(OfferFriendly("A1"), by="spain")
    assert (refusal.rule, refusal.ground) == ("friendly.no_sponsors", "impossible")


def test_t69_the_mirror_with_sponsors_it_may_be_offered() -> None:
    meeting = on_a_draft(house(papers={"sponsors_min": 0}))
    offered(meeting, "strike")
    meeting.do(OfferFriendly("A1"), by="spain")


def test_a_house_without_friendly_amendments_takes_none() -> None:
    meeting = on_a_draft(house(amendments={"friendly": "not_used"}))
    offered(meeting, "strike")
    assert meeting.rules(OfferFriendly("A1"), by="spain") == ("friendly.not_used",)


def test_what_the_text_contradicts_by_now_is_not_taken_in() -> None:
    meeting = on_a_draft()
    other = introduced(meeting, "modify", "o2", "two reports")
    meeting.do(OfferFriendly(offered(meeting, "modify", "o2", "an annual report")), by="spain")
    meeting.do(ConsentToAmendment("A2"), by="ghana")
    adopted(meeting, other)
    assert state(meeting, "A2")[1] == "conflict"
    assert meeting.rules(ConsentToAmendment("A2"), by="peru") == ("amendment.conflict",)


@pytest.mark.parametrize("allowed", [True, False])
def test_after_a_voted_amendment_sponsors_accept_no_more_where_the_house_says_so(allowed: bool) -> None:
    meeting = on_a_draft(house(amendments={"friendly_after_amended": allowed}))
    adopted(meeting, introduced(meeting, "strike", "o3"))
    offered(meeting, "strike", "o2")
    if allowed:
        meeting.do(OfferFriendly("A2"), by="spain")
    else:
        assert meeting.rules(OfferFriendly("A2"), by="spain") == ("friendly.after_amended",)


def test_a_friendly_one_does_not_count_as_amended_by_a_vote() -> None:
    meeting = on_a_draft(house(amendments={"friendly_after_amended": False}))
    for key, clause in (("A1", "o3"), ("A2", "o2")):
        offered(meeting, "strike", clause)
        meeting.do(OfferFriendly(key), by="spain")
        for sponsor in ("ghana", "peru"):
            meeting.do(ConsentToAmendment(key), by=sponsor)
    assert wording(meeting, "o2") == wording(meeting, "o3") == ""


def test_an_accepted_one_puts_the_others_into_their_class_like_any_adoption() -> None:
    meeting = waiting_for_the_sponsors()
    introduced(meeting, "modify", "o2", "no report at all")
    for sponsor in ("ghana", "peru"):
        meeting.do(ConsentToAmendment("A1"), by=sponsor)
    assert state(meeting, "A2") == ("introduced", "conflict")


def test_who_accepted_other_words_is_asked_again() -> None:
    meeting = on_a_draft()
    offered(meeting, "modify", "o2", "a yearly report on returns, costs and what was learnt")
    meeting.do(OfferFriendly("A1"), by="spain")
    meeting.do(ConsentToAmendment("A1"), by="ghana")
    other = introduced(meeting, "modify", "o2", "a report on returns, costs and what was learnt by States")
    adopted(meeting, other)
    assert state(meeting, "A1") == ("proposed", "mergeable")
    meeting.do(ConsentToAmendment("A1"), by="peru")
    assert state(meeting, "A1")[0] == "proposed", "Ghana accepted other words"
    meeting.do(ConsentToAmendment("A1"), by="ghana")
    assert wording(meeting, "o2").endswith("learnt by States")


def test_nothing_is_taken_into_a_text_that_is_being_voted_on() -> None:
    meeting = waiting_for_the_sponsors()
    meeting.carry("close_debate", "peru")
    meeting.put("paper", "WP-1")
    assert "vote.open_now" in meeting.rules(ConsentToAmendment("A1"), by="ghana")


# --- restated, moot, unopposed ----------------------------------------------------------------------------


def overtaken() -> Meeting:
    """A2 contradicts A1, which was adopted."""
    meeting = on_a_draft()
    introduced(meeting, "modify", "o2", "an annual report")
    introduced(meeting, "modify", "o2", "no report at all")
    adopted(meeting, "A1")
    assert state(meeting, "A2") == ("introduced", "conflict")
    return meeting


def again(meeting: Meeting, text: str, key: str = "A2") -> RestateAmendment:
    now = meeting.paper("WP-1").text
    assert now is not None
    return RestateAmendment(key, "modify", digest(now), "o2", "Requests", text)


def test_one_in_conflict_is_restated_on_the_new_text_and_keeps_its_place() -> None:
    meeting = overtaken()
    assert meeting.rules(OpenVote("amendment", "A2")) == ("amendment.conflict",)
    assert meeting.rules(again(meeting, "a report"), by="mexico") == ("amendment.not_yours",)
    meeting.do(again(meeting, "an annual report, and no other"), by="spain")
    assert state(meeting, "A2") == ("introduced", "clean")
    assert meeting.rules(again(meeting, "a report"), by="spain") == ("amendment.not_in_conflict",)
    adopted(meeting, "A2")
    assert wording(meeting, "o2") == "Requests an annual report, and no other"


def test_in_voting_procedure_the_next_step_is_to_restate_it() -> None:
    meeting = overtaken()
    meeting.carry("close_debate", "peru")
    assert next_step(meeting.floor) == Step("restate", "A2")
    meeting.do(again(meeting, "an annual report, and no other"))
    assert next_step(meeting.floor) == Step("amendment", "A2")


def test_t75_adopting_one_rejects_what_it_implies() -> None:
    meeting = on_a_draft()
    introduced(meeting, "modify", "o1", "States to give ten days")
    introduced(meeting, "modify", "o2", "a report every ten years")
    assert meeting.rules(DeclareMoot("A2", "A1", "Ten days and ten years exclude each other")) == (
        "amendment.not_adopted",
    )
    adopted(meeting, "A1")
    assert meeting.rules(DeclareMoot("A2", "A1", "")) == ("reason.needed",)
    assert meeting.rules(DeclareMoot("A2", "A1", "Implied"), by="assistant-1") == ("chair.only",)
    meeting.do(DeclareMoot("A2", "A1", "Ten days and ten years exclude each other"))
    assert state(meeting, "A2") == ("moot", "moot")
    assert meeting.rules(OpenVote("amendment", "A2")) == ("amendment.gone",)


def test_t75_the_mirror_a_failed_one_implies_nothing() -> None:
    meeting = on_a_draft()
    introduced(meeting, "modify", "o1", "States to give ten days")
    introduced(meeting, "modify", "o2", "a report every ten years")
    meeting.put("amendment", "A1")
    assert meeting.hands(4, 4) is False
    assert meeting.rules(DeclareMoot("A2", "A1", "Implied")) == ("amendment.not_adopted",)
    adopted(meeting, "A2")


def test_one_that_nobody_opposes_passes_where_the_house_says_so() -> None:
    meeting = on_a_draft(house(amendments={"unopposed_passes": True}))
    introduced(meeting, "strike")
    assert meeting.rules(PassUnopposed("A1"), by="spain") == ("chair.only",)
    meeting.do(PassUnopposed("A1"))
    assert wording(meeting, "o2") == ""
    assert meeting.rules(PassUnopposed("A1")) == ("amendment.gone",)


def test_elsewhere_it_is_voted_on() -> None:
    meeting = on_a_draft()
    introduced(meeting, "strike")
    assert meeting.rules(PassUnopposed("A1")) == ("amendment.needs_vote",)


def test_a_majority_of_its_own_carries_an_amendment() -> None:
    for majority, passed in (("simple_cast", True), ("two_thirds_cast", False)):
        meeting = on_a_draft(house(amendments={"majority": majority}))
        introduced(meeting, "strike")
        meeting.put("amendment", "A1")
        assert meeting.hands(5, 3) is passed
