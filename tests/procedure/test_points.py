"""Points: which the house has, which interrupt, and what the chair rules."""

from __future__ import annotations

import pytest

from app.procedure.appeals import AppealRuling
from app.procedure.clocks import PauseClock
from app.procedure.information import TakePoints
from app.procedure.points import RaisePoint, WithdrawPoint
from app.procedure.rulebook import Rulebook
from app.procedure.ruling_points import RulePoint
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.voting import OpenVote
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, Meeting, in_debate

COLD = RaisePoint("personal_privilege", "The room is too cold")
UNHEARD = RaisePoint("personal_privilege", "We cannot hear the speaker", audibility=True)
ORDER = RaisePoint("order", "The list was closed before we could join")


def speaking(book: Rulebook | None = None) -> Meeting:
    """Spain has the floor for ninety seconds."""
    meeting = in_debate(rulebook=book or house())
    meeting.do(JoinSpeakersList(), by="spain")
    meeting.do(CallNextSpeaker())
    return meeting


def ruled(meeting: Meeting, granted: bool = True) -> int:
    """The chair rules on the first point; returns the ruling's number."""
    meeting.do(RulePoint(meeting.floor.points.pending[0].number, "The list stays closed", granted))
    return meeting.floor.number


@pytest.mark.parametrize(
    ("privilege", "cold", "unheard"),
    [("any", True, True), ("audibility_only", False, True), ("never", False, False)],
)
def test_t60_the_room_is_too_cold(privilege: str, cold: bool, unheard: bool) -> None:
    """Waits for the end of the speech; only audibility interrupts, or anything where the house says so."""
    book = house(points={"privilege_may_interrupt": privilege})
    for command, interrupts in ((COLD, cold), (UNHEARD, unheard)):
        meeting = speaking(book)
        if interrupts:
            meeting.do(command, by="peru")
            assert not meeting.floor.clocks["speech"].running
        else:
            assert meeting.rules(command, by="peru") == ("point.interrupts",)
            meeting.do(EndSpeech("spain"))
            meeting.do(command, by="peru")


@pytest.mark.parametrize(("name", "interrupts"), [("harvard", True), ("thimun", False)])
def test_t60_in_the_houses_that_ship(name: str, interrupts: bool) -> None:
    meeting = in_debate(rulebook=house(points=vars_of(name)))
    meeting.do(JoinSpeakersList(), by="spain")
    meeting.do(CallNextSpeaker())
    if interrupts:
        meeting.do(COLD, by="peru")
    else:
        assert meeting.rules(COLD, by="peru") == ("point.interrupts",)
        meeting.do(UNHEARD, by="peru")


def vars_of(name: str) -> dict[str, object]:
    """The settings of points of a house that ships."""
    points = house(name).points
    return {
        "available": points.available,
        "order_may_interrupt": points.order_may_interrupt,
        "privilege_may_interrupt": points.privilege_may_interrupt,
    }


def test_a_point_of_order_stops_the_clock_and_the_ruling_lets_it_go_on() -> None:
    meeting = speaking()
    meeting.do(ORDER, by="peru", after=20)
    left = meeting.floor.clocks["speech"].remaining
    assert left == 70_000 and not meeting.floor.clocks["speech"].running
    ruled(meeting)
    assert meeting.floor.clocks["speech"].running
    assert meeting.floor.clocks["speech"].left(meeting.at) == left
    assert meeting.floor.speeches.now and meeting.floor.speeches.now.seat == "spain"


def test_a_point_of_order_that_may_not_interrupt_waits() -> None:
    meeting = speaking(house(points={"order_may_interrupt": False}))
    assert meeting.rules(ORDER, by="peru") == ("point.interrupts",)
    meeting.do(RaisePoint("order", seat="peru"), insist="It is about this speech")
    assert not meeting.floor.clocks["speech"].running


def test_a_clock_that_was_held_before_stays_held_after_the_ruling() -> None:
    meeting = speaking()
    meeting.do(PauseClock("speech"))
    meeting.do(ORDER, by="peru")
    ruled(meeting)
    assert not meeting.floor.clocks["speech"].running


def test_two_points_hold_the_clock_until_the_last_is_ruled_on() -> None:
    meeting = speaking()
    meeting.do(ORDER, by="peru")
    meeting.do(RaisePoint("order"), by="ghana")
    ruled(meeting)
    assert meeting.floor.clocks["speech"].running
    meeting = speaking(house(points={"privilege_may_interrupt": "any"}))
    meeting.do(COLD, by="ghana")
    meeting.do(ORDER, by="peru")
    first, second = meeting.floor.points.pending
    assert (first.kind, second.kind) == ("order", "personal_privilege")
    meeting.do(RulePoint(first.number, "Noted"))
    assert not meeting.floor.clocks["speech"].running
    meeting.do(RulePoint(second.number, "The heating is turned up"))
    assert meeting.floor.clocks["speech"].running


def test_points_are_taken_in_the_order_of_the_house() -> None:
    meeting = in_debate()
    meeting.do(RaisePoint("inquiry"), by="ghana")
    meeting.do(COLD, by="peru")
    privilege, inquiry = meeting.floor.points.pending
    assert meeting.rules(RulePoint(inquiry.number, "Two more")) == ("point.order",)
    meeting.do(RulePoint(privilege.number, "Noted"))
    meeting.do(RulePoint(inquiry.number, "Two more speakers"))


def test_points_come_before_motions() -> None:
    meeting = in_debate()
    number = meeting.motion("suspend_meeting", "peru")
    meeting.do(RaisePoint("inquiry"), by="ghana")
    assert meeting.rules(OpenVote("motion", str(number))) == ("point.first",)
    ruled(meeting)
    meeting.do(OpenVote("motion", str(number)))


def test_a_house_has_its_own_points() -> None:
    meeting = in_debate(rulebook=house(points={"available": ("order",)}))
    assert meeting.rules(COLD, by="peru") == ("point.unavailable",)
    meeting.do(ORDER, by="peru")
    assert meeting.rules(RaisePoint("order"), by="peru") == ("point.same",)


def test_during_a_vote_only_a_point_of_order_about_its_conduct() -> None:
    meeting = in_debate()
    meeting.put("motion", meeting.motion("suspend_meeting", "peru"))
    assert meeting.rules(RaisePoint("inquiry"), by="ghana") == ("point.in_vote",)
    assert meeting.rules(UNHEARD, by="ghana") == ("point.in_vote",)
    meeting.do(ORDER, by="ghana")
    ruled(meeting)
    assert meeting.hands(5, 4)


def test_only_the_chair_rules_with_a_sentence_and_only_the_raiser_takes_back() -> None:
    meeting = in_debate()
    meeting.do(ORDER, by="peru")
    number = meeting.floor.points.pending[0].number
    assert meeting.rules(RulePoint(number, "Noted"), by="assistant-1") == ("chair.only",)
    assert meeting.rules(RulePoint(number, " ")) == ("reason.needed",)
    assert meeting.rules(WithdrawPoint(number), by="ghana")[0] == "point.not_yours"
    meeting.do(WithdrawPoint(number), by="peru")
    assert meeting.rules(RulePoint(number, "Noted"))[0] == "point.none"


def test_taking_a_point_back_lets_the_clock_go_on() -> None:
    meeting = speaking()
    meeting.do(ORDER, by="peru")
    meeting.do(WithdrawPoint(meeting.floor.points.pending[0].number), by="peru")
    assert meeting.floor.clocks["speech"].running


def test_the_dais_enters_points_for_delegations() -> None:
    meeting = in_debate(absent=["peru"])
    meeting.do(RaisePoint("order", seat="ghana"))
    assert meeting.rules(RaisePoint("order", seat="peru")) == ("seat.absent",)
    assert meeting.rules(RaisePoint("order"))[0] == "seat.name_one"
    assert meeting.rules(RaisePoint("order", seat="spain"), by="france") == ("seat.not_yours",)


def test_questions_to_the_speaker_need_a_speaker_that_takes_them() -> None:
    book = house(points={"available": ("order", "information")})
    question = RaisePoint("information", "Who pays?")
    assert in_debate(rulebook=book).rules(question, by="peru") == ("point.no_speaker",)
    meeting = speaking(book)
    assert meeting.rules(question, by="spain") == ("point.no_speaker",)
    assert meeting.rules(question, by="peru") == ("point.not_open",)
    assert meeting.rules(TakePoints(), by="peru") == ("point.not_speaking",)
    meeting.do(TakePoints(), by="spain")
    assert meeting.rules(TakePoints(), by="spain") == ("point.taken_already",)
    meeting.do(question, by="peru")
    assert not meeting.floor.clocks["speech"].running
    ruled(meeting)
    meeting.do(TakePoints(False), by=CHAIR)
    assert meeting.rules(question, by="peru") == ("point.not_open",)


def test_the_next_speaker_says_for_itself_whether_it_takes_questions() -> None:
    meeting = speaking(house(points={"available": ("order", "information")}))
    meeting.do(TakePoints(), by="spain")
    meeting.do(JoinSpeakersList(), by="ghana")
    meeting.do(CallNextSpeaker("spain"))
    assert meeting.rules(RaisePoint("information"), by="peru") == ("point.not_open",)


def test_an_answer_to_a_question_is_no_ruling_that_is_appealed() -> None:
    meeting = in_debate()
    meeting.do(RaisePoint("inquiry"), by="peru")
    number = ruled(meeting)
    assert meeting.rules(AppealRuling(number), by="peru") == ("appeal.late", "appeal.final")


def test_a_point_is_withdrawn_by_who_raised_it_or_by_the_dais() -> None:
    meeting = in_debate()
    meeting.do(RaisePoint("order", "peru"), by="peru")
    number = meeting.floor.points.pending[0].number
    assert meeting.rules(WithdrawPoint(number), by="spain") == ("point.not_yours",)
    meeting.do(RaisePoint("inquiry", "spain"), by="spain")
    assert meeting.rules(WithdrawPoint(number), by="spain") == ("point.not_yours",)
    meeting.do(WithdrawPoint(number), by="peru")
