"""Ties that come back once, sponsors against their own draft, counts that are taken again."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.agenda import EndVoting
from app.procedure.placards import EnterCount
from app.procedure.second_looks import count_again, sponsors_against
from app.procedure.sittings import ResumeMeeting, SuspendMeeting
from app.procedure.steps import Step, next_step
from app.procedure.voting import OpenVote
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, before_the_vote, called_to_order, many

TIED = house(votes={"tie": "second_vote_then_fails"}, attendance={"asked_again": "once"})


def test_a_tie_rejects_where_the_house_has_no_second_vote() -> None:
    meeting = before_the_vote()
    meeting.put("paper", "WP-1")
    assert not meeting.hands(4, 4)
    assert meeting.paper("WP-1").stage == "failed"


def test_a_tied_plenary_vote_comes_back_once_at_a_later_meeting() -> None:
    meeting = before_the_vote(TIED)
    meeting.put("paper", "WP-1")
    assert not meeting.hands(4, 4)
    assert meeting.paper("WP-1").stage == "introduced"
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("vote.second_later",)
    assert next_step(meeting.floor) == Step("waits", "WP-1")
    assert meeting.rules(EndVoting()) == ("voting.second_vote",)
    meeting.do(SuspendMeeting())
    meeting.do(ResumeMeeting())
    assert next_step(meeting.floor) == Step("paper", "WP-1")
    meeting.put("paper", "WP-1")
    assert not meeting.hands(4, 4)
    assert meeting.paper("WP-1").stage == "failed"
    meeting.do(EndVoting())


def test_the_second_vote_may_adopt_and_a_minority_or_silence_has_none() -> None:
    meeting = before_the_vote(TIED)
    meeting.put("paper", "WP-1")
    meeting.hands(4, 4)
    meeting.do(SuspendMeeting())
    meeting.do(ResumeMeeting())
    meeting.put("paper", "WP-1")
    assert meeting.hands(5, 3) and meeting.paper("WP-1").stage == "adopted"
    for hands in ((3, 5), (0, 0)):
        meeting = before_the_vote(TIED)
        meeting.put("paper", "WP-1")
        meeting.hands(*hands)
        assert meeting.paper("WP-1").stage == "failed"


def test_t35_a_sponsor_that_votes_no_is_counted_and_the_chair_is_told() -> None:
    meeting = before_the_vote()
    meeting.put("paper", "WP-1", "roll_call")
    meeting.call_roll({"ghana": "no", "spain": "no"})
    assert sponsors_against(meeting.floor) == ("ghana",)
    meeting.announce()
    assert meeting.floor.votes.past[-1].counted().no == 2
    assert sponsors_against(meeting.floor) == ()


def counting(rulebook: Any = None) -> Meeting:
    """Nine members vote on a suspension by placards."""
    meeting = called_to_order(members=many(9), others=(), rulebook=rulebook)
    meeting.put("motion", meeting.motion("suspend_meeting", "member-01"))
    return meeting


@pytest.mark.parametrize("hands", [(4, 3), (4, 4), (0, 0)])
def test_t16_on_procedure_a_count_that_missing_placards_could_turn_is_taken_again(hands: Any) -> None:
    meeting = counting()
    given = EnterCount(meeting.vote.number, *hands)
    assert meeting.rules(given) == ("vote.hands_missing",)


def test_t16_the_chair_may_insist_and_is_told_that_the_count_could_turn() -> None:
    meeting = counting()
    meeting.do(EnterCount(meeting.vote.number, 4, 3), insist="They left the room")
    assert count_again(meeting.floor)


def test_t16_where_it_could_not_turn_the_difference_is_recorded() -> None:
    meeting = counting()
    meeting.do(EnterCount(meeting.vote.number, 6, 1))
    assert not count_again(meeting.floor)
    assert meeting.vote.tally is not None and meeting.vote.tally.not_voting == 2


def test_t16_where_one_abstains_on_procedure_a_missing_placard_may_be_an_abstention() -> None:
    meeting = counting(house(votes={"procedural_abstain": True}))
    meeting.do(EnterCount(meeting.vote.number, 4, 3))
    assert count_again(meeting.floor)
