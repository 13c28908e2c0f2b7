"""What carries a question in a house: bases, nine with a veto, who votes on what, ties that come back."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.majorities import todays_rule
from app.procedure.parameters import with_parameters
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load
from app.procedure.rules import Share
from app.procedure.seats import ChangeRights
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, before_the_vote, in_debate, many

COUNCIL = ("china", "france", "russia", "uk", "usa", *many(10))
PERMANENT = COUNCIL[:5]


def council(book: Rulebook, members: tuple[str, ...] = COUNCIL) -> Meeting:
    """A draft is called by roll in a council of fifteen whose first five have a veto."""
    meeting = in_debate(rulebook=book, members=members, others=())
    for seat in PERMANENT:
        meeting.do(ChangeRights(seat, "member", veto=True))
    meeting.introduced(members[5:9])
    meeting.carry("close_debate", members[5])
    meeting.put("paper", "WP-1", "roll_call")
    return meeting


NINE = house(votes={"required_yes": 9, "veto": True})


def outcome(book: Rulebook, said: dict[str, str]) -> tuple[bool, str]:
    meeting = council(book)
    meeting.call_roll(said)
    passed = meeting.announce()
    return passed, meeting.floor.votes.past[-1].counted().reason


def test_t47_fourteen_yes_and_the_no_of_a_permanent_member() -> None:
    yes = dict.fromkeys(COUNCIL, "yes")
    assert outcome(NINE, {**yes, "russia": "no"}) == (False, "vetoed")
    assert outcome(NINE, {**yes, "member-01": "no"}) == (True, "carried")


def test_t48_nine_yes_and_four_no_of_which_none_is_permanent() -> None:
    elected = {**dict.fromkeys(COUNCIL[5:9], "no"), **dict.fromkeys(COUNCIL[9:11], "abstain")}
    rest = {seat: "yes" for seat in COUNCIL if seat not in elected}
    assert outcome(NINE, elected | rest) == (True, "carried")
    assert outcome(NINE, elected | rest | {"member-10": "abstain"}) == (False, "short_of_required_yes")


def test_t50_nine_yes_and_a_permanent_member_abstains() -> None:
    nine = dict.fromkeys((*COUNCIL[1:5], *COUNCIL[5:10]), "yes")
    others = dict.fromkeys((COUNCIL[0], *COUNCIL[10:]), "abstain")
    assert outcome(NINE, nine | others) == (True, "carried")
    assert outcome(NINE, nine | others | {"china": "no"}) == (False, "vetoed")


def test_a_house_without_a_veto_counts_that_no_like_any_other() -> None:
    yes = dict.fromkeys(COUNCIL, "yes")
    assert outcome(house(votes={"required_yes": 9}), {**yes, "russia": "no"}) == (True, "carried")


@pytest.mark.parametrize(
    ("members", "share", "needed"), [(15, None, 9), (15, 9, 9), (20, 12, 12), (10, 6, 6)]
)
def test_nine_is_three_fifths_in_a_council_of_another_size(
    members: int, share: int | None, needed: int
) -> None:
    three_fifths = Share(3, 5) if share else None
    book = house(votes={"required_yes": 9, "required_yes_share": three_fifths})
    meeting = in_debate(rulebook=book, members=many(members), others=())
    assert todays_rule(meeting.floor, "simple_cast", "draft").required_yes == needed
    assert todays_rule(meeting.floor, "simple_cast", "procedure").required_yes is None


def test_nine_on_procedure_too_where_the_house_says_so() -> None:
    book = house(votes={"procedural_required_yes": 9, "veto": True})
    meeting = in_debate(rulebook=book, members=COUNCIL, others=())
    meeting.do(ChangeRights("china", "member", veto=True))
    meeting.put("motion", meeting.motion("suspend_meeting", "china"))
    assert meeting.vote.rule.required_yes == 9 and not meeting.vote.rule.veto
    assert not meeting.hands(8, 7)
    meeting.put("motion", meeting.motion("suspend_meeting", "france"))
    assert meeting.hands(9, 6)


@pytest.mark.parametrize(
    ("majority", "absent", "hands", "passes"),
    [
        ("simple_cast", (), (3, 2, 3), True),
        ("simple_present", (), (4, 0, 4), False),
        ("simple_present", (), (5, 0, 3), True),
        ("simple_members", ("mexico", "spain"), (4, 0, 2), False),
        ("simple_members", ("mexico", "spain"), (5, 1, 0), True),
        ("simple_present", ("mexico", "spain"), (4, 0, 2), True),
        ("two_thirds_members", ("mexico", "spain"), (5, 0, 1), False),
        ("two_thirds_members", ("mexico", "spain"), (6, 0, 0), True),
        ("two_thirds_present", ("mexico", "spain"), (4, 0, 2), True),
        ("two_thirds_cast", (), (4, 2, 2), True),
        ("two_thirds_cast", (), (4, 3, 1), False),
        ("unanimous", (), (7, 1, 0), False),
        ("unanimous", (), (1, 0, 7), True),
        ("consensus", (), (8, 0, 0), True),
        ("consensus", (), (7, 1, 0), False),
    ],
)
def test_the_majority_of_the_house_adopts_its_drafts(
    majority: Any, absent: tuple[str, ...], hands: tuple[int, int, int], passes: bool
) -> None:
    """T02 to T09 and their mirrors, in a committee of eight members."""
    meeting = before_the_vote(house(votes={"resolution": majority}), absent=absent)
    meeting.put("paper", "WP-1")
    assert meeting.hands(*hands) is passes


def test_t08_and_t12_ties_and_minorities_fail_on_procedure() -> None:
    for yes, no, passes in ((17, 17, False), (18, 16, True), (10, 11, False), (11, 10, True), (0, 0, False)):
        meeting = in_debate(members=many(34), others=())
        meeting.put("motion", meeting.motion("suspend_meeting", "member-01"))
        assert meeting.hands(yes, no, insist="" if yes + no == 34 else "Nobody else votes") is passes


@pytest.mark.parametrize(("majority", "passes"), [("simple_cast", True), ("two_thirds_cast", False)])
def test_a_motion_that_names_no_majority_needs_what_the_house_needs_on_procedure(
    majority: Any, passes: bool
) -> None:
    meeting = in_debate(rulebook=with_parameters(load("harvard"), {"votes.procedural": majority}))
    meeting.put("motion", meeting.motion("unmoderated_caucus", "peru", total_seconds=600))
    assert meeting.vote.rule.kind == majority
    assert meeting.hands(5, 4) is passes


def test_a_majority_that_a_row_names_is_its_own_whatever_the_house_needs_on_procedure() -> None:
    book = house(votes={"procedural": "two_thirds_present"})
    carried = {rule.kind: book.carried(rule) for rule in book.motions}
    assert carried["close_debate"] == "two_thirds_cast" and carried["straw_poll"] == "chair"
    assert carried["suspend_meeting"] == "two_thirds_present"
