"""Single moments: what is shown until business goes on, what a form offers then, and the last that fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.procedure.agenda import OpenDebate
from app.procedure.agenda_order import SetAgenda
from app.procedure.asks import asks, filled
from app.procedure.candidates import candidates
from app.procedure.consensus import AdoptWithoutVote, AskConsensus
from app.procedure.consultations import CloseConsultations
from app.procedure.debate_speakers import CallDebater
from app.procedure.election_announcing import AnnounceElection
from app.procedure.election_opening import OpenElection, OpenNextBallot
from app.procedure.granting import GrantMotion
from app.procedure.handling import SecondMotion
from app.procedure.motions import RaiseMotion
from app.procedure.note_passing import SwitchNotes
from app.procedure.opening_speeches import BeginOpeningSpeeches
from app.procedure.question_time import CallQuestioner
from app.procedure.quorum_challenges import ChallengeQuorum, RecordQuorum
from app.procedure.restating import RestateAmendment
from app.procedure.seats import ChangeRights
from app.procedure.secret_ballots import EnterElectionCount
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, CallSpeaker
from app.procedure.taking_up import TakeUpAmendment
from app.procedure.timetable import SetTimetable
from app.procedure.turns import WaiveSpeakers
from app.procedure.votes import CastBallot
from app.procedure.voting import OpenVote
from app.procedure.yields import YieldFloor
from resolutions.document import digest
from tests.procedure.changes import adopted, introduced, on_a_draft
from tests.procedure.debates import amendment, in_hand
from tests.procedure.houses import house, with_motions
from tests.procedure.meeting import (
    CHAIR,
    NotInOrder,
    before_the_vote,
    called_to_order,
    committee,
    in_debate,
    roll_call,
)


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


def test_opening_speeches_are_not_extended_once_debate_is_open() -> None:
    meeting = called_to_order(rulebook=house("thimun"))
    meeting.do(BeginOpeningSpeeches())
    meeting.do(OpenDebate())
    assert meeting.floor.caucus is None and meeting.floor.last_caucus is None


def test_each_ballot_of_an_election_has_a_number_of_its_own() -> None:
    meeting = in_debate()
    meeting.do(OpenElection("Rapporteur", ("france", "ghana", "peru"), way="paper"))
    first = meeting.floor.number
    meeting.do(EnterElectionCount(first, 8, (4, 3, 1)))
    meeting.do(AnnounceElection(first))
    meeting.do(OpenNextBallot(first))
    now = meeting.floor.elections.now
    assert now is not None and now.number == meeting.floor.number != first
    assert (now.count, now.closed, now.received, now.ballot) == (None, False, (), 2)
    assert meeting.rules(EnterElectionCount(first, 8, (4, 4))) == ("election.over",)


def test_only_what_was_asked_for_is_adopted_without_a_vote() -> None:
    meeting = before_the_vote()
    meeting.do(AskConsensus("WP-1"))
    assert meeting.rules(AdoptWithoutVote("WP-9")) == ("consensus.not_asked", "paper.not_introduced")
    meeting.do(AdoptWithoutVote("WP-1"))


def test_a_question_is_put_in_the_last_moment_of_the_speech_that_answers() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    meeting.do(YieldFloor("questions"), by="peru")
    meeting.do(CallQuestioner("ghana"))
    meeting.at += meeting.floor.clocks["speech"].left(meeting.at) - 1
    meeting.do(CallQuestioner("mexico"), after=0)
    meeting.at += 1
    assert meeting.rules(CallQuestioner("spain")) == ("question_time.time_up",)


def test_an_amendment_is_not_restated_into_a_vote() -> None:
    meeting = on_a_draft()
    introduced(meeting, "modify", "o2", "an annual report")
    introduced(meeting, "modify", "o2", "no report at all")
    adopted(meeting, "A1")
    number = meeting.motion("suspend_meeting", "peru")
    text = meeting.paper("WP-1").text
    assert text is not None
    again = RestateAmendment("A2", "modify", digest(text), "o2", "Requests", "two reports")
    meeting.put("motion", number)
    assert meeting.rules(again, by="spain") == ("vote.open_now",)
    meeting.hands(0, 9)
    meeting.do(again, by="spain")


def test_whoever_speaks_on_the_draft_has_finished_when_an_amendment_is_taken_up() -> None:
    meeting = in_hand(mode="open")
    meeting.do(amendment(meeting, "spain", "States to give notice of ninety days"), by="spain")
    meeting.do(CallDebater("for"))
    meeting.do(TakeUpAmendment("A1"))
    assert [type(event).__name__ for event in meeting.said[-1][5]] == [
        "SpeechEnded",
        "AmendmentIntroduced",
        "AmendmentTakenUp",
        "DebateStageBegan",
    ]
    assert meeting.floor.speeches.now is None and not meeting.floor.clocks["debate"].running


def test_a_switch_begins_with_its_usual_value_and_a_right_with_none() -> None:
    floor = in_debate().floor
    assert candidates(floor, CHAIR, ChangeRights, "procedural", {}) == (None, True, False)
    assert candidates(floor, CHAIR, ChangeRights, "veto", {}) == (False, True)
    assert candidates(floor, CHAIR, CloseConsultations, "to_action", {}) == (True, False)
    assert candidates(floor, CHAIR, SwitchNotes, "on", {}) == (True, False)
    assert candidates(floor, CHAIR, OpenElection, "way", {}) == ("devices", "paper")


def test_where_an_order_fails_what_else_was_moved_on_the_agenda_falls_and_nothing_else() -> None:
    meeting = called_to_order()
    break_ = meeting.motion("suspend_meeting", "ghana")
    first = meeting.motion("set_agenda", "peru", order=("2",))
    meeting.motion("set_agenda", "spain", order=("1", "2"))
    meeting.do(WaiveSpeakers("motion", first), insist="Nobody asked")
    meeting.do(OpenVote("motion", str(first)), insist="The agenda comes first")
    assert not meeting.hands(4, 5)
    assert [motion.number for motion in meeting.floor.motions.pending] == [break_]
    assert meeting.floor.meeting.agenda == (1, 2)


def test_a_motion_that_the_chair_decides_is_granted_once_its_speakers_were_heard() -> None:
    book = house("thimun")
    row = book.motion("suspend_meeting")
    assert row is not None
    meeting = in_debate(rulebook=with_motions(book, replace(row, speakers_for=1)))
    number = meeting.motion("suspend_meeting", "peru")
    meeting.do(SecondMotion(number), by="ghana")
    assert meeting.rules(GrantMotion(number, True)) == ("question.speakers_first",)
    meeting.do(WaiveSpeakers("motion", number))
    meeting.do(GrantMotion(number, True))


def test_opening_speeches_are_over_once_debate_is_closed() -> None:
    meeting = before_the_vote(house(speeches={"opening_seconds": 60}))
    assert meeting.rules(BeginOpeningSpeeches()) == ("list.no_debate",)


def test_a_limit_of_one_more_speaker_is_used_up_by_that_one() -> None:
    meeting = in_debate()
    kind = next(rule.kind for rule in house().motions if rule.effect == "limit_debate")
    meeting.carry(kind, "spain", count=1)
    assert meeting.floor.speeches.general.most == 1
    meeting.do(JoinSpeakersList(), by="peru")
    assert meeting.rules(JoinSpeakersList(), by="ghana") == ("list.full",)
    meeting.do(CallNextSpeaker())
    assert meeting.floor.speeches.general.most == 0
    assert meeting.rules(JoinSpeakersList(), by="ghana") == ("list.full",)
    meeting.do(CallSpeaker("ghana", "peru"))
    assert meeting.floor.speeches.general.most == 0


def test_an_empty_room_is_counted_too() -> None:
    meeting = in_debate()
    meeting.do(ChallengeQuorum(), by="peru")
    assert meeting.rules(RecordQuorum(-1)) == meeting.rules(RecordQuorum(9)) != ()
    meeting.do(RecordQuorum(0))
    assert meeting.floor.attendance.doubt == "missing"


def test_whoever_speaks_has_finished_when_the_debate_goes_on_in_another_mode() -> None:
    meeting = in_hand()
    number = meeting.motion("open_or_closed_debate", "peru", mode="open", total_seconds=600)
    meeting.do(SecondMotion(number), by="honduras")
    meeting.do(CallDebater("for"))
    meeting.do(GrantMotion(number, True))
    ended = [type(event).__name__ for event in meeting.said[-1][5]]
    assert ended.index("SpeechEnded") < ended.index("DebateModeSet") and meeting.floor.speeches.now is None
