"""Roll-call votes: who is called, what each may answer, and what is put right before the announcement."""

from app.procedure.placards import EnterCount
from app.procedure.results import AnnounceResult, CloseVote
from app.procedure.votes import CorrectBallot, NoAnswer
from app.procedure.voting import OpenVote
from tests.procedure.houses import house
from tests.procedure.meeting import MEMBERS, ballot, before_the_vote, roll_call


def test_the_roll_is_called_from_the_member_drawn_by_lot() -> None:
    meeting = before_the_vote()
    vote = meeting.put("paper", "WP-1", "roll_call", first="mexico")
    assert vote.order == ("mexico", "peru", "spain", "viet-nam", "canada", "france", "ghana", "honduras")
    other = before_the_vote()
    assert other.rules(OpenVote("paper", "WP-1", "roll_call", "aclu")) == ("vote.first",)


def test_t32_a_pass_comes_back_once_with_yes_or_no() -> None:
    meeting = roll_call()
    meeting.do(ballot(meeting, "pass", "canada"))
    for seat in MEMBERS[1:]:
        assert meeting.rules(ballot(meeting, "no", "canada")) == ("vote.not_called",)
        meeting.do(ballot(meeting, "yes", seat))
    assert meeting.vote.next() == ("canada", 2)
    assert meeting.rules(ballot(meeting, "abstain", "canada")) == ("vote.choice",)
    assert meeting.rules(ballot(meeting, "pass", "canada")) == ("vote.choice",)
    meeting.do(ballot(meeting, "no", "canada"))
    assert meeting.vote.next() is None


def test_t32_some_houses_let_who_passed_abstain() -> None:
    meeting = roll_call(house(roll_call={"second_round": "round1_without_pass"}))
    meeting.call_roll({"canada": ("pass", "abstain")})
    assert meeting.announce() is True


def test_t13_present_and_voting_does_not_abstain_but_may_pass_once() -> None:
    meeting = roll_call(present_and_voting=["canada"])
    assert meeting.rules(ballot(meeting, "abstain", "canada")) == ("vote.choice",)
    meeting.do(ballot(meeting, "pass", "canada"))
    meeting.do(ballot(meeting, "abstain", "france"))


def test_a_delegation_answers_its_own_call_and_the_silent_are_noted() -> None:
    meeting = roll_call()
    assert meeting.rules(ballot(meeting, "yes"), by="france") == ("vote.not_called",)
    meeting.do(ballot(meeting, "yes"), by="canada")
    assert meeting.rules(NoAnswer(meeting.vote.number, "ghana")) == ("vote.not_called",)
    assert meeting.rules(NoAnswer(meeting.vote.number, "france"), by="france") == ("dais.only",)
    meeting.do(NoAnswer(meeting.vote.number, "france"))
    meeting.call_roll()
    assert meeting.announce() is True
    assert meeting.floor.votes.past[-1].counted().not_voting == 1


def test_a_roll_call_is_closed_when_everybody_was_called() -> None:
    meeting = roll_call()
    number = meeting.vote.number
    assert meeting.rules(CloseVote(number)) == ("vote.roll_call_unfinished",)
    assert meeting.rules(AnnounceResult(number)) == ("vote.not_counted",)
    meeting.call_roll()
    meeting.do(CloseVote(number))
    assert meeting.rules(CloseVote(number)) == ("vote.closed",)


def test_t35_a_sponsor_may_vote_against_its_draft_but_gets_no_rights() -> None:
    meeting = roll_call()
    meeting.do(ballot(meeting, "no", "canada", rights=True))
    meeting.do(ballot(meeting, "yes", "france"))
    assert meeting.rules(ballot(meeting, "no", "ghana", rights=True)) == ("vote.sponsor_rights",)
    meeting.do(ballot(meeting, "no", "ghana"))
    assert meeting.rules(ballot(meeting, "abstain", "honduras", rights=True)) == ("vote.no_rights",)


def test_an_answer_that_was_heard_wrongly_is_corrected_before_the_announcement() -> None:
    meeting = roll_call()
    number = meeting.vote.number
    assert meeting.rules(CorrectBallot(number, "canada", "no", "x")) == ("vote.nothing_to_correct",)
    meeting.call_roll({"canada": ("pass", "yes"), "france": "no"})
    meeting.do(CloseVote(number))
    assert meeting.rules(CorrectBallot(number, "canada", "abstain", "Heard wrongly")) == ("vote.choice",)
    assert meeting.rules(CorrectBallot(number, "france", "pass", "Heard wrongly")) == ("vote.choice",)
    assert meeting.rules(CorrectBallot(number, "france", "yes", "")) == ("reason.needed",)
    meeting.do(CorrectBallot(number, "france", "yes", "Heard wrongly"))
    assert meeting.vote.tally is not None and (meeting.vote.tally.yes, meeting.vote.tally.no) == (8, 0)
    assert meeting.vote.corrected == ("france",)


def test_what_is_meant_for_another_vote_is_refused_for_that_alone() -> None:
    meeting = before_the_vote()
    vote = meeting.put("paper", "WP-1")
    assert meeting.rules(CloseVote(vote.number + 1)) == ("vote.over",)
    assert meeting.rules(EnterCount(vote.number + 1, 900, 0)) == ("vote.over",)
