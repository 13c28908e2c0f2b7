"""Ways of voting: by roll call, without a vote, again without abstention, by a larger majority."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.attendance import SetStatus
from app.procedure.consensus import AdoptWithoutVote, AskConsensus, Object
from app.procedure.decisions import PaperDecided
from app.procedure.granting import GrantMotion
from app.procedure.motions import RaiseMotion
from app.procedure.placards import EnterCount
from app.procedure.results import CloseVote
from app.procedure.rulebook import MotionRule
from app.procedure.steps import Step, next_step
from app.procedure.vote_changes import ChangeBallot
from app.procedure.votes import CorrectBallot, NoAnswer
from app.procedure.voting import OpenVote
from tests.procedure.changes import introduced, on_a_draft
from tests.procedure.houses import house, with_motions
from tests.procedure.meeting import Meeting, ballot, before_the_vote, in_debate, roll_call

DIVIDE = MotionRule("divide_the_house", "divide_the_house", ("voting",), majority="chair", ordered=False)
DIVIDING = with_motions(
    house(action={"divide_the_house": "no_abstentions_revote", "motions": ("divide_the_house",)}), DIVIDE
)


# --- roll calls -------------------------------------------------------------------------------------------


def test_on_request_a_roll_call_is_granted_at_once_and_then_taken() -> None:
    meeting = before_the_vote()
    meeting.do(RaiseMotion("roll_call_vote"), by="peru")
    assert not meeting.floor.motions.pending and meeting.floor.action.roll_calls == ("WP-1",)
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("vote.roll_call_granted_only",)
    assert meeting.rules(RaiseMotion("roll_call_vote"), by="spain") == ("vote.roll_call_granted",)
    meeting.put("paper", "WP-1", "roll_call")


def test_t16_on_devices_and_in_a_roll_call_it_is_asked_of_those_in_the_room() -> None:
    for mode in ("devices", "roll_call"):
        meeting = before_the_vote(present_and_voting=("peru", "spain"))
        number = meeting.put("paper", "WP-1", mode).number
        while (vote := meeting.floor.votes.now) and mode == "roll_call" and (called := vote.next()):
            meeting.do(NoAnswer(number, called[0]))
        assert meeting.rules(CloseVote(number)) == ("vote.must_vote_silent",)
        meeting.do(SetStatus("absent", "spain"))
        assert meeting.refused(CloseVote(number))[0].values == (("missing", 1),)
        meeting.do(CloseVote(number), insist="Peru does not answer")


def test_it_is_asked_for_an_amendment_as_well() -> None:
    meeting = on_a_draft()
    introduced(meeting, "strike")
    meeting.carry("close_debate", "peru")
    meeting.do(RaiseMotion("roll_call_vote", amendment="A1"), by="peru")
    assert meeting.rules(OpenVote("amendment", "A1")) == ("vote.roll_call_granted_only",)
    assert meeting.rules(RaiseMotion("roll_call_vote", paper="WP-9"), by="peru") == ("vote.nothing_to_call",)


def test_elsewhere_the_chair_decides() -> None:
    meeting = before_the_vote(house(roll_call={"granted": "chair_discretion"}))
    number = meeting.motion("roll_call_vote", "peru", paper="WP-1")
    meeting.do(GrantMotion(number, False))
    meeting.put("paper", "WP-1")


def test_elsewhere_the_committee_decides_and_without_it_the_roll_is_not_called() -> None:
    meeting = before_the_vote(house(roll_call={"granted": "simple_majority"}))
    assert meeting.rules(OpenVote("paper", "WP-1", "roll_call")) == ("vote.roll_call_not_granted",)
    meeting.put("motion", meeting.motion("roll_call_vote", "peru"))
    assert meeting.hands(4, 5) is False
    assert meeting.rules(OpenVote("paper", "WP-1", "roll_call")) == ("vote.roll_call_not_granted",)
    meeting.put("motion", meeting.motion("roll_call_vote", "peru"))
    assert meeting.hands(5, 4)
    meeting.put("paper", "WP-1", "roll_call")


def test_where_lots_are_drawn_the_roll_begins_with_the_one_that_was_drawn() -> None:
    meeting = before_the_vote(house(roll_call={"start": "random_country_then_alphabetical"}))
    assert meeting.rules(OpenVote("paper", "WP-1", "roll_call")) == ("vote.lot",)
    vote = meeting.put("paper", "WP-1", "roll_call", first="mexico")
    assert vote.order[:3] == ("mexico", "peru", "spain") and vote.order[-1] == "honduras"


def test_the_answers_are_those_of_the_house() -> None:
    meeting = roll_call(house(roll_call={"options": ("yes", "no", "yes_with_rights")}))
    assert meeting.vote.choices("canada") == ("yes", "no")
    meeting.do(ballot(meeting, "yes", "canada", rights=True))
    assert meeting.rules(ballot(meeting, "no", "france", rights=True)) == ("vote.no_rights",)
    meeting.do(ballot(meeting, "no", "france"))


def test_t32_where_there_is_no_pass_round_nobody_passes() -> None:
    for options, second in (
        (("yes", "no", "abstain"), "yes_no_only"),
        (("yes", "no", "abstain", "pass"), "no_pass_round"),
    ):
        meeting = roll_call(house(roll_call={"options": options, "second_round": second}))
        assert meeting.vote.choices("canada") == ("yes", "no", "abstain")


# --- without a vote ---------------------------------------------------------------------------------------


def test_a_draft_is_adopted_by_acclamation_and_has_no_tally() -> None:
    meeting = before_the_vote()
    meeting.do(RaiseMotion("acclamation", paper="WP-1"), by="peru")
    assert next_step(meeting.floor) == Step("objections", "WP-1")
    votes = len(meeting.floor.votes.past)
    (decided,) = meeting.do(AdoptWithoutVote("WP-1"))
    assert isinstance(decided, PaperDecided) and decided.way == "acclamation"
    assert meeting.paper("WP-1").stage == "adopted" and len(meeting.floor.votes.past) == votes
    assert meeting.rules(AdoptWithoutVote("WP-1"))[0] == "consensus.not_asked"


def test_t45_one_objection_brings_the_ordinary_vote_and_the_draft_has_not_failed() -> None:
    meeting = before_the_vote()
    meeting.do(RaiseMotion("acclamation", paper="WP-1"), by="peru")
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("consensus.asked",)
    assert meeting.rules(Object("WP-1"), by="aclu") == ("vote.not_yours",)
    meeting.do(Object("WP-1"), by="canada")
    assert meeting.paper("WP-1").stage == "introduced"
    assert meeting.rules(AdoptWithoutVote("WP-1"))[0] == "consensus.not_asked"
    assert meeting.rules(RaiseMotion("acclamation", paper="WP-1"), by="peru") == ("consensus.refused",)
    meeting.put("paper", "WP-1")
    assert meeting.hands(7, 1)


def test_acclamation_is_for_the_draft_whose_turn_it_is() -> None:
    meeting = in_debate()
    meeting.introduced()
    meeting.introduced(("spain", "mexico"))
    assert "motion.phase" in meeting.rules(RaiseMotion("acclamation", paper="WP-1"), by="peru")
    meeting.carry("close_debate", "peru")
    assert meeting.rules(RaiseMotion("acclamation", paper="WP-2"), by="peru") == ("voting.turn",)


def test_where_consensus_comes_first_the_chair_asks_before_any_vote() -> None:
    meeting = before_the_vote(house(action={"consensus_first": True}))
    assert next_step(meeting.floor) == Step("consensus", "WP-1")
    assert meeting.rules(OpenVote("paper", "WP-1")) == ("consensus.first",)
    assert meeting.rules(AskConsensus("WP-1"), by="peru") == ("chair.only",)
    meeting.do(AskConsensus("WP-1"))
    assert meeting.rules(AskConsensus("WP-1")) == ("consensus.asked_already",)
    meeting.do(Object("WP-1", seat="canada"))
    assert next_step(meeting.floor) == Step("paper", "WP-1")
    meeting.put("paper", "WP-1")


def test_and_adopts_it_if_nobody_objects() -> None:
    meeting = before_the_vote(house(action={"consensus_first": True}))
    meeting.do(AskConsensus("WP-1"))
    (decided,) = meeting.do(AdoptWithoutVote("WP-1"))
    assert decided.way == "consensus" and meeting.paper("WP-1").stage == "adopted"


# --- again, without abstention ----------------------------------------------------------------------------


def voted(meeting: Meeting, yes: int, no: int, abstain: int) -> Meeting:
    meeting.put("paper", "WP-1")
    meeting.hands(yes, no, abstain)
    return meeting


@pytest.mark.parametrize(("yes", "no", "again"), [(4, 2, (3, 5)), (2, 4, (5, 3))])
def test_t66_the_house_is_divided_and_everybody_says_yes_or_no(yes: int, no: int, again: Any) -> None:
    meeting = voted(before_the_vote(DIVIDING), yes, no, 2)
    meeting.do(GrantMotion(meeting.motion("divide_the_house", "peru"), True))
    assert meeting.paper("WP-1").stage == "introduced"
    vote = meeting.put("paper", "WP-1", "roll_call")
    assert len(vote.order) == 8 and all(vote.choices(seat) == ("yes", "no", "pass") for seat in vote.order)
    first = vote.order[0]
    assert meeting.rules(ballot(meeting, "abstain", first)) == ("vote.house_divided",)
    meeting.do(ballot(meeting, "yes", first))
    assert meeting.rules(CorrectBallot(vote.number, first, "abstain", "Misheard")) == ("vote.house_divided",)
    assert meeting.rules(ChangeBallot(vote.number, first, "abstain")) == ("vote.house_divided",)
    meeting.call_roll(dict(zip(vote.order, ["yes"] * again[0] + ["no"] * again[1], strict=True)))
    meeting.announce()
    assert meeting.paper("WP-1").stage == ("adopted" if again[0] > again[1] else "failed")


def test_t66_placards_are_counted_without_abstention_then() -> None:
    meeting = voted(before_the_vote(DIVIDING), 4, 2, 2)
    meeting.do(GrantMotion(meeting.motion("divide_the_house", "peru"), True))
    meeting.put("paper", "WP-1")
    assert meeting.rules(EnterCount(meeting.vote.number, 4, 2, 2)) == ("vote.house_divided",)
    assert meeting.hands(4, 4) is False
    again = meeting.rules(RaiseMotion("divide_the_house"), by="peru")
    assert again == ("house.nobody_abstained", "house.divided_once")


def test_t66_an_amendment_that_failed_is_voted_on_again_one_that_passed_stands() -> None:
    for yes, no, rules in ((2, 4, None), (4, 2, ("house.text_changed",))):
        meeting = on_a_draft(DIVIDING)
        introduced(meeting, "strike")
        meeting.carry("close_debate", "peru")
        meeting.put("amendment", "A1")
        meeting.hands(yes, no, 2)
        if rules:
            assert meeting.rules(RaiseMotion("divide_the_house"), by="peru") == rules
        else:
            meeting.do(GrantMotion(meeting.motion("divide_the_house", "peru"), True))
            assert next_step(meeting.floor) == Step("amendment", "A1")


def test_t66_the_motion_is_unknown_elsewhere_and_needs_abstentions() -> None:
    meeting = voted(before_the_vote(), 4, 2, 2)
    assert meeting.rules(RaiseMotion("divide_the_house"), by="peru") == ("motion.unknown",)
    meeting = voted(
        before_the_vote(with_motions(house(action={"motions": ("divide_the_house",)}), DIVIDE)), 4, 2, 2
    )
    assert meeting.rules(RaiseMotion("divide_the_house"), by="peru") == ("house.not_divided",)
    meeting = voted(before_the_vote(DIVIDING), 6, 2, 0)
    assert meeting.rules(RaiseMotion("divide_the_house"), by="peru") == ("house.nobody_abstained",)
