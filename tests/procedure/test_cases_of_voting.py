"""Cases of the reference about texts and votes, under each house that they name."""

from __future__ import annotations

import pytest

from app.procedure.amendments import ProposeAmendment
from app.procedure.attendance import SetStatus
from app.procedure.consensus import Object
from app.procedure.friendly import OfferFriendly
from app.procedure.granting import GrantMotion
from app.procedure.handling import ObjectToMotion, SecondMotion
from app.procedure.hearings import EntertainMotion
from app.procedure.list_state import CloseDebate
from app.procedure.motions import RaiseMotion
from app.procedure.papers import WithdrawPaper
from app.procedure.rulebook_files import load
from app.procedure.sponsorship import LeavePaper
from app.procedure.steps import Step, next_step
from app.procedure.turns import WaiveSpeakers
from app.procedure.voting import OpenVote
from app.procedure.wording import ground
from resolutions.document import digest
from tests.procedure.meeting import TEXT, Meeting
from tests.procedure.moving import MOVER, carry, with_amendment, with_draft, with_two_drafts


def change(meeting: Meeting, text: str, clause: str = "o2", parent: str = "") -> ProposeAmendment:
    """Other words for a clause of WP-1, or of WP-1 as it would read with the amendment `parent`."""
    base = ground(meeting.floor, meeting.paper("WP-1"), parent)
    assert base is not None
    return ProposeAmendment("WP-1", "modify", digest(base), clause, "Requests", text, "", parent)


def adopted(meeting: Meeting, key: str) -> None:
    """The draft is put, from Canada on, and everybody says yes; consensus is not waited for."""
    meeting.do(OpenVote("paper", key, "roll_call", "canada"), insist="Somebody objected to consensus")
    meeting.call_roll()
    meeting.announce()


@pytest.mark.parametrize(
    ("house", "in_order"), [("harvard", False), ("una_usa", False), ("nmun", False), ("un4mun", True)]
)
def test_t39_the_preamble_is_amended_at_the_un_alone(house: str, in_order: bool) -> None:
    meeting = with_draft(load(house))
    given = change(meeting, "the Compact of 2018", "p1")
    if in_order:
        meeting.do(given, by=MOVER)
    else:
        assert meeting.rules(given, by=MOVER) == ("amendment.preamble",)


@pytest.mark.parametrize(
    ("house", "in_order"), [("harvard", False), ("una_usa", False), ("nmun", False), ("thimun", True)]
)
def test_t41_the_second_degree_is_in_order_at_thimun(house: str, in_order: bool) -> None:
    meeting = with_amendment(load(house))
    given = change(meeting, "a biennial report", parent="A1")
    if not in_order:
        assert meeting.rules(given, by=MOVER) == ("amendment.second_degree",)
        return
    meeting.do(given, by=MOVER)
    third = ProposeAmendment("WP-1", "strike", digest(TEXT), "o2", amendment="A2")
    assert "amendment.third_degree" in meeting.rules(third, by=MOVER)


@pytest.mark.parametrize(
    ("house", "stages"),
    [
        ("hmun", ["adopted", "set_aside"]),
        ("una_usa", ["adopted", "adopted"]),
        ("nmun", ["adopted", "adopted"]),
        ("un4mun", ["adopted", "adopted"]),
    ],
)
def test_t46_the_second_draft_is_voted_too_or_the_first_ends_the_topic(house: str, stages: list[str]) -> None:
    meeting = with_two_drafts(load(house))
    adopted(meeting, "WP-1")
    if stages[1] == "adopted":
        adopted(meeting, "WP-2")
    assert [paper.stage for paper in meeting.floor.papers.papers] == stages
    assert next_step(meeting.floor) == Step("done")


@pytest.mark.parametrize(("house", "takes"), [("harvard", True), ("un4mun", False)])
def test_an_amended_draft_is_not_withdrawn_at_the_un(house: str, takes: bool) -> None:
    meeting = with_amendment(load(house))
    carry(meeting, "introduce_amendment")
    meeting.do(OpenVote("amendment", "A1"), insist="The room is ready for it")
    assert meeting.hands(8, 0)
    sponsor = meeting.paper("WP-1").sponsors[0]
    if takes:
        meeting.do(WithdrawPaper("WP-1"), by=sponsor)
    else:
        assert meeting.rules(WithdrawPaper("WP-1"), by=sponsor) == ("paper.amended",)


def test_t32_the_un_knows_no_pass_and_begins_with_a_member_drawn_by_lot() -> None:
    meeting = with_draft(load("un4mun"))
    carry(meeting, "close_debate")
    assert next_step(meeting.floor) == Step("consensus", "WP-1")
    assert meeting.rules(OpenVote("paper", "WP-1", "roll_call")) == ("consensus.first", "vote.lot")
    meeting.do(OpenVote("paper", "WP-1", "roll_call", "mexico"), insist="Somebody objected")
    assert meeting.vote.order[0] == "mexico" and meeting.vote.choices("mexico") == ("yes", "no", "abstain")


def test_t69_hmun_has_no_sponsors_and_no_friendly_amendments() -> None:
    meeting = with_amendment(load("hmun"))
    for seat in meeting.paper("WP-1").sponsors:
        meeting.do(LeavePaper("WP-1"), by=seat)
    assert meeting.paper("WP-1").stage == "introduced"
    assert meeting.rules(OfferFriendly("A1"), by=MOVER) == ("friendly.no_sponsors",)


@pytest.mark.parametrize("house", ["harvard", "una_usa", "nmun", "un4mun", "hmun"])
def test_t66_the_motion_to_divide_the_house_is_unknown_but_at_thimun(house: str) -> None:
    meeting = with_draft(load(house))
    carry(meeting, "close_debate")
    assert "motion.unknown" in meeting.rules(RaiseMotion("divide_the_house"), by=MOVER)


def voting_on(house: str) -> Meeting:
    """WP-1 is voted on in this house."""
    meeting = with_draft(load(house))
    if any(rule.effect == "close_debate" for rule in meeting.floor.rulebook.motions):
        carry(meeting, "close_debate")
    else:
        meeting.do(CloseDebate(), insist="Its time is up")
    return meeting


def asked_to_divide(house: str) -> tuple[Meeting, int]:
    meeting = voting_on(house)
    return meeting, meeting.motion("division", MOVER, paper="WP-1", clauses=("o2",))


@pytest.mark.parametrize("house", ["harvard", "harvard+security_council"])
def test_t42_a_division_nobody_objects_to_is_granted(house: str) -> None:
    meeting, number = asked_to_divide(house)
    meeting.do(GrantMotion(number, True))
    assert next_step(meeting.floor) == Step("part", "P1")


def test_t42_at_nmun_it_is_voted_after_two_speakers_on_each_side() -> None:
    meeting, number = asked_to_divide("nmun")
    assert "motion.vote_decides" in meeting.rules(GrantMotion(number, True))
    rule = meeting.floor.rulebook.motion("division")
    assert rule is not None and (rule.speakers_for, rule.speakers_against) == (2, 2)
    meeting.do(EntertainMotion(number))
    meeting.do(WaiveSpeakers("motion", number))
    meeting.put("motion", number)
    assert meeting.hands(5, 4)
    assert next_step(meeting.floor) == Step("part", "P1")


def test_t42_in_the_security_council_the_mover_of_the_draft_stops_it_and_nobody_else() -> None:
    meeting, number = asked_to_divide("harvard+security_council")
    assert meeting.rules(ObjectToMotion(number), by="canada") == ("division.mover_only",)
    meeting.do(ObjectToMotion(number), by=meeting.paper("WP-1").sponsors[0])
    assert not meeting.floor.motions.pending and not meeting.floor.papers.parts


@pytest.mark.parametrize("house", ["harvard", "nmun", "una_usa"])
def test_t45_one_objection_to_acclamation_brings_the_vote(house: str) -> None:
    meeting = voting_on(house)
    meeting.do(RaiseMotion("acclamation", paper="WP-1"), by=MOVER)
    meeting.do(Object("WP-1"), by="canada")
    assert meeting.paper("WP-1").stage == "introduced"
    adopted(meeting, "WP-1")
    assert meeting.paper("WP-1").stage == "adopted"


def test_t66_thimun_divides_the_house_after_abstentions() -> None:
    meeting = voting_on("thimun")
    meeting.put("paper", "WP-1")
    meeting.hands(4, 2, 2)
    number = meeting.motion("divide_the_house", MOVER)
    meeting.do(SecondMotion(number), by="ghana")
    meeting.do(GrantMotion(number, True))
    vote = meeting.put("paper", "WP-1", "devices")
    assert all(vote.choices(seat) == ("yes", "no") for seat in vote.order)


@pytest.mark.parametrize(("house", "abstains"), [("harvard", False), ("thimun", False), ("un4mun", True)])
def test_t13_who_is_present_and_voting_abstains_at_the_un_alone(house: str, abstains: bool) -> None:
    meeting = voting_on(house)
    if not abstains:
        meeting.do(SetStatus("present_and_voting", "canada"), insist="By note before the vote")
    meeting.do(OpenVote("paper", "WP-1", "roll_call", "canada"), insist="The chair calls the roll")
    assert ("abstain" in meeting.vote.choices("canada")) is abstains
