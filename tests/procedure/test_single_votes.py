"""Small houses and single words: a tie of one to one, the first topic, one second, and what is told of it."""

from __future__ import annotations

import pytest

from app.procedure.act import against, decisive, impossible, stale
from app.procedure.agenda import EndVoting
from app.procedure.agenda_order import next_topic
from app.procedure.amendments import ProposeAmendment
from app.procedure.appeals import AppealRuling
from app.procedure.asks import asks
from app.procedure.candidates import candidates
from app.procedure.debate_speakers import CallDebater, JoinDebate
from app.procedure.election_opening import OpenElection
from app.procedure.minute_of_silence import KeepSilence
from app.procedure.motions import RaiseMotion
from app.procedure.question_time import CallQuestioner
from app.procedure.restating import DeclareMoot
from app.procedure.rulebook_changes import ChangeRulebook
from app.procedure.ruling_motions import RuleMotionOut
from app.procedure.secret_ballots import against_ballot
from app.procedure.speeches import CallSpeaker
from app.procedure.votes import CastBallot
from app.procedure.yields import YieldFloor
from resolutions.document import digest
from tests.procedure.changes import LONG_TEXT, adopted, introduced, on_a_draft, state
from tests.procedure.debates import amendment, debate, end_stage, in_hand, thimun
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, before_the_vote, in_debate, roll_call
from tests.procedure.scenes_of_acts import ruled


@pytest.mark.parametrize(("each", "stage"), [(1, "introduced"), (4, "introduced"), (0, "failed")])
def test_a_tie_of_one_to_one_is_voted_again_and_silence_is_none(each: int, stage: str) -> None:
    """GA 95: votes divided equally are taken a second time; nobody's vote is no division."""
    meeting = before_the_vote(house(votes={"tie": "second_vote_then_fails"}))
    meeting.put("paper", "WP-1")
    meeting.hands(each, each, 8 - 2 * each)
    assert meeting.paper("WP-1").stage == stage


def test_the_refusal_that_nobody_can_overrule_stands_most_in_the_way() -> None:
    rule, gone, never = against("a"), stale("b"), impossible("c")
    assert decisive([]) is None and decisive([rule]) is rule
    assert decisive([rule, gone, never]) is gone and decisive([never, rule, gone]) is never


def test_where_every_topic_was_voted_the_first_is_named() -> None:
    meeting = in_debate(topics=("A",))
    meeting.introduced()
    meeting.carry("close_debate", "peru")
    assert next_topic(meeting.floor) == 1
    meeting.put("paper", "WP-1")
    meeting.hands(8, 0)
    meeting.do(EndVoting())
    assert meeting.floor.meeting.dealt == (1,) and next_topic(meeting.floor) == 1
    assert next_topic(in_debate(topics=()).floor) == 1


def test_a_caucus_lasts_a_second_at_least() -> None:
    meeting = in_debate()
    meeting.do(RaiseMotion("unmoderated_caucus", total_seconds=1), by="peru")
    form = {one.field: one for one in asks(meeting.floor, "peru", RaiseMotion, kind="unmoderated_caucus")}
    assert (form["total_seconds"].least, form["total_seconds"].most) == (1, 1200)
    meeting.carry("unmoderated_caucus", "peru", total_seconds=600)
    form = {one.field: one for one in asks(meeting.floor, "peru", RaiseMotion, kind="extend_caucus")}
    assert (form["total_seconds"].least, form["total_seconds"].most) == (1, 600)


def test_a_yield_takes_the_last_millisecond_and_the_debate_has_none_left_at_nothing() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    meeting.at += meeting.floor.clocks["speech"].left(meeting.at) - 1
    meeting.do(YieldFloor("chair"), by="peru", after=0)
    timed = in_hand(mode="open")
    timed.do(CallDebater("for"))
    timed.do(JoinDebate("against"), by="spain")
    timed.at += timed.floor.clocks["debate"].left(timed.at)
    assert timed.rules(CallDebater("against", after="ghana")) == ("timed.time_up",)


def test_the_clock_of_a_minute_of_silence_is_of_the_act_that_began_it() -> None:
    meeting = in_debate()
    meeting.do(KeepSilence())
    clock = meeting.floor.clocks["silence"]
    assert (clock.generation, clock.total, clock.left(meeting.at)) == (meeting.floor.number, 60_000, 60_000)


def test_who_is_called_in_a_roll_call_is_told_to_whoever_answers_too_early() -> None:
    meeting = roll_call()
    early = CastBallot(meeting.vote.number, "yes")
    (refusal,) = meeting.refused(early, by="france")
    assert (refusal.rule, dict(refusal.values)) == ("vote.not_called", {"seat": "canada"})


def test_a_ballot_of_another_election_is_told_that_and_no_more() -> None:
    meeting = in_debate()
    meeting.do(OpenElection("Rapporteur", ("france", "ghana"), way="paper"))
    wrong = against_ballot(meeting.floor, "aclu", meeting.floor.number - 1, ("spain", "spain"))
    assert [one.rule for one in wrong] == ["election.over"]


def test_the_dais_appeals_for_who_is_here_and_votes() -> None:
    meeting = ruled()
    number = meeting.floor.rulings.made[0].number
    for seat in ("peru", "spain"):
        assert "appeal.voters" not in meeting.rules(AppealRuling(number + 9, "", seat))
    other = in_debate(absent=["peru"], rulebook=house(rights={"ngo_procedural_vote": False}))
    other.motion("suspend_meeting", "ghana")
    other.do(RuleMotionOut(other.floor.number, "Too early"))
    ruling = other.floor.rulings.made[-1]
    assert not ruling.granted and ruling.number == other.floor.number
    assert other.rules(AppealRuling(ruling.number, "", "aclu")) == ("appeal.voters",)
    assert other.rules(AppealRuling(ruling.number, "", "peru")) == ("seat.absent",)
    other.do(AppealRuling(ruling.number, "", "ghana"))


def test_a_question_is_put_by_a_delegation() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    meeting.do(YieldFloor("questions"), by="peru")
    for nobody in ("dais-2", "atlantis"):
        assert "seat.name_one" in meeting.rules(CallQuestioner(nobody))


def test_what_is_wrong_with_a_change_of_rules_is_told_at_its_field() -> None:
    meeting = in_debate()
    (house_,) = meeting.refused(ChangeRulebook("So agreed", rulebook="atlantis"))
    (parameter,) = meeting.refused(ChangeRulebook("So agreed", {"quorum_open": "some"}))
    assert (house_.field, parameter.field) == ("rulebook", "parameters")


def test_what_amends_an_implied_amendment_goes_with_it() -> None:
    meeting = on_a_draft(house(amendments={"degree_max": 2}))
    introduced(meeting, "modify", "o2", "an annual report on returns")
    introduced(meeting, "modify", "o2", "a biennial report on returns", amendment="A1")
    adopted(meeting, introduced(meeting, "modify", "o3", "to meet again"))
    meeting.do(DeclareMoot("A1", "A3", "Implied"))
    assert state(meeting, "A1") == state(meeting, "A2") == ("moot", "moot")


def test_a_clause_is_added_at_the_end_or_behind_one_that_is_there() -> None:
    meeting = on_a_draft()

    def added(clause: str) -> ProposeAmendment:
        return ProposeAmendment("WP-1", "add", digest(LONG_TEXT), clause, "Decides", "to meet again")

    assert meeting.rules(added("o9"), by="spain") == ("amendment.no_clause",)
    strike = ProposeAmendment("WP-1", "strike", digest(LONG_TEXT), "", "", "")
    assert meeting.rules(strike, by="spain") == ("amendment.no_clause",)
    meeting.do(added(""), by="spain")
    (operation,) = meeting.floor.papers.amendments[0].operations
    assert operation["uid"] == "A1-1"


def test_a_house_takes_amendments_at_any_time_of_a_timed_debate() -> None:
    book = house("thimun", amendments={**_one_name(), "taken_in": "any_time"})
    meeting = in_hand(book)
    assert debate(meeting).now.stage == "for"
    meeting.do(amendment(meeting, "spain", "States to give notice of ninety days"), by="spain")
    strict = in_hand()
    early = amendment(strict, "spain", "States to give notice of ninety days")
    assert strict.rules(early, by="spain") == ("amendment.time_against",)
    end_stage(strict)
    strict.do(early, by="spain")


def _one_name() -> dict[str, object]:
    return {"signatories_min": thimun().amendments.signatories_min}


def test_what_a_motion_must_name_is_tried_and_what_it_need_not_begins_without() -> None:
    floor = in_debate().floor
    assert candidates(floor, CHAIR, RaiseMotion, "until", {"kind": "suspend_meeting"})[0] == ""
    topic = candidates(floor, CHAIR, RaiseMotion, "topic", {"kind": "moderated_caucus"})
    assert topic == ("As said in the room",)
