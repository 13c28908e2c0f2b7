"""Who votes on what, who sponsors and signs: separate switches of a house."""

from __future__ import annotations

import pytest

from app.procedure.amendments import ProposeAmendment
from app.procedure.papers import StartPaper
from app.procedure.placards import EnterCount
from app.procedure.quorum import electorate
from app.procedure.seats import ChangeRights
from app.procedure.sponsorship import SignPaper, SponsorPaper
from resolutions.document import digest
from tests.procedure.houses import house
from tests.procedure.meeting import MEMBERS, TEXT, before_the_vote, in_debate


@pytest.mark.parametrize(
    ("rights", "procedure", "amendment", "draft"),
    [
        ({}, True, False, False),
        ({"ngo_procedural_vote": False}, False, False, False),
        ({"observer_procedural_vote": False}, True, False, False),
        ({"non_member_amendment_vote": True}, True, True, False),
        ({"observer_substantive_vote": True}, True, True, True),
    ],
)
def test_rights_of_an_ngo_are_separate_switches(
    rights: dict[str, bool], procedure: bool, amendment: bool, draft: bool
) -> None:
    floor = in_debate(rulebook=house(rights=rights)).floor
    votes = ("aclu" in electorate(floor, "procedure"), "aclu" in electorate(floor, "amendment"))
    assert (*votes, "aclu" in electorate(floor, "draft")) == (procedure, amendment, draft)


def test_observers_have_their_own_switch_on_procedure() -> None:
    others = (("holy-see", "observer"), ("aclu", "ngo"))
    for rights, here in (
        ({"observer_procedural_vote": False}, ("aclu",)),
        ({"ngo_procedural_vote": False}, ("holy-see",)),
    ):
        floor = in_debate(rulebook=house(rights=rights), others=others).floor
        assert tuple(key for key in electorate(floor, "procedure") if key not in MEMBERS) == here


def test_a_right_set_by_hand_goes_before_the_switch() -> None:
    meeting = in_debate(rulebook=house(rights={"non_member_amendment_vote": True}))
    meeting.do(ChangeRights("aclu", "ngo", substantive=False))
    assert "aclu" not in electorate(meeting.floor, "amendment")


def test_a_guest_votes_on_no_draft_and_no_amendment_unless_the_chair_says_so() -> None:
    meeting = in_debate(rulebook=house(rights={"observer_substantive_vote": True}))
    meeting.do(ChangeRights("aclu", "guest"))
    assert "aclu" not in electorate(meeting.floor, "draft")
    assert "aclu" not in electorate(meeting.floor, "amendment")
    meeting.do(ChangeRights("aclu", "guest", substantive=True))
    assert "aclu" in electorate(meeting.floor, "draft")


def test_an_amendment_is_voted_by_those_who_vote_on_amendments() -> None:
    for switch, voters in ((True, 9), (False, 8)):
        meeting = in_debate(rulebook=house(rights={"non_member_amendment_vote": switch}))
        meeting.introduced()
        change = ProposeAmendment("WP-1", "modify", digest(TEXT), "o2", "Requests", "an annual report")
        meeting.do(change, by="peru")
        meeting.carry("introduce_amendment", "peru", amendment="A1")
        assert len(meeting.put("amendment", "A1").order) == voters


def test_non_members_sponsor_and_sign_by_switches_of_their_own() -> None:
    for rights, sponsors, signs in (
        ({}, False, False),
        ({"observer_may_sponsor": True}, True, False),
        ({"observer_may_sign": True}, False, True),
    ):
        meeting = in_debate(rulebook=house(rights=rights))
        meeting.do(StartPaper("Reintegration"), by="ghana")
        meeting.share("WP-1", "aclu")
        for command, let in ((SponsorPaper("WP-1"), sponsors), (SignPaper("WP-1"), signs)):
            if let:
                meeting.do(command, by="aclu")
            else:
                assert meeting.refused(command, by="aclu")


def test_statuses_bind_only_where_the_house_knows_them() -> None:
    """T13, and at the UN where the promise does not exist."""
    for binds, rules in ((True, ("vote.must_vote_missing",)), (False, ())):
        meeting = before_the_vote(house(votes={"statuses_bind": binds}), present_and_voting=MEMBERS)
        number = meeting.put("paper", "WP-1").number
        command = EnterCount(number, 4, 2, 2)
        if rules:
            assert meeting.rules(command) == rules
        else:
            meeting.do(command)
