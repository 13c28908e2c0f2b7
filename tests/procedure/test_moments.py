"""Single moments: what is shown until business goes on, what a form offers then, and the last that fits."""

from __future__ import annotations

import pytest

from app.procedure.agenda_order import SetAgenda
from app.procedure.asks import asks, filled
from app.procedure.election_announcing import AnnounceElection
from app.procedure.election_opening import OpenElection
from app.procedure.motions import RaiseMotion
from app.procedure.question_time import CallQuestioner
from app.procedure.secret_ballots import EnterElectionCount
from app.procedure.speeches import CallSpeaker
from app.procedure.timetable import SetTimetable
from app.procedure.votes import CastBallot
from app.procedure.yields import YieldFloor
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, NotInOrder, called_to_order, committee, in_debate, roll_call


def test_the_result_of_an_election_is_shown_until_business_goes_on() -> None:
    meeting = in_debate()
    meeting.do(OpenElection("Rapporteur", ("france", "ghana"), way="paper"))
    number = meeting.floor.number
    meeting.do(EnterElectionCount(number, 8, (8, 0)))
    meeting.do(AnnounceElection(number))
    assert meeting.floor.elections.on_show is meeting.floor.elections.last is not None
    meeting.do(CallSpeaker("peru"))
    assert meeting.floor.elections.on_show is None and meeting.floor.elections.last is not None


def test_a_limit_of_debate_keeps_to_the_lengths_of_the_house() -> None:
    kind = next(rule.kind for rule in house().motions if rule.effect == "limit_debate")
    meeting = in_debate(rulebook=house(speeches={"shortest_seconds": 30, "longest_seconds": 120}))
    assert meeting.rules(RaiseMotion(kind, speech_seconds=121), by="peru") == ("speech.seconds",)
    assert meeting.rules(RaiseMotion(kind), by="peru") == ("limit.nothing",)
    meeting.do(RaiseMotion(kind, speech_seconds=120), by="peru")


def test_the_chair_is_offered_each_topic_first() -> None:
    meeting = called_to_order(rulebook=house("thimun"), topics=("A", "B", "C"))
    (order,) = asks(meeting.floor, CHAIR, SetAgenda)
    assert order.options == ((1,), (2,), (3,))


def test_in_a_roll_call_the_dais_answers_for_who_is_called_and_a_delegation_for_itself() -> None:
    meeting = roll_call()
    called = filled(meeting.floor, CHAIR, CastBallot)
    assert called is not None and called.seat == "canada"
    own = filled(meeting.floor, "canada", CastBallot)
    assert own is not None and own.seat == ""
    assert filled(meeting.floor, "france", CastBallot) is None


def test_an_extension_below_one_speech_is_none_where_the_house_rounds_down() -> None:
    meeting = in_debate(rulebook=house(caucuses={"uneven_time": "round_down_total"}))
    meeting.carry("moderated_caucus", "peru", topic="Returns", total_seconds=600, speech_seconds=60)
    short = RaiseMotion("extend_caucus", total_seconds=59)
    assert meeting.rules(short, by="peru") == ("caucus.speech_longer",)
    meeting.do(RaiseMotion("extend_caucus", total_seconds=60), by="peru")


def test_a_day_has_six_breaks_and_an_agenda_twenty_topics() -> None:
    (refusal,) = in_debate().refused(SetTimetable(0, tuple(range(16))))
    assert (refusal.rule, dict(refusal.values)) == ("timetable.many", {"most": 6})
    in_debate().do(SetTimetable(0, tuple(range(14))))
    assert len(committee(topics=tuple(f"Topic {number}" for number in range(20))).floor.topics) == 20
    with pytest.raises(NotInOrder, match=r"topics\.number"):
        committee(topics=tuple(f"Topic {number}" for number in range(21)))


def test_who_was_asking_asks_no_more_once_debate_is_over() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    meeting.do(YieldFloor("questions"), by="peru")
    meeting.do(CallQuestioner("ghana"))
    assert meeting.floor.speeches.asking == "ghana"
    meeting.do(RaiseMotion("adjourn_debate", "spain"), insist="It is late")
    meeting.put("motion", meeting.floor.number)
    meeting.hands(9, 0)
    assert meeting.floor.speeches.asking == "" and meeting.floor.speeches.comments is None
