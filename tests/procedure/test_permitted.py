"""What may I do now: acts of motions, points and appeals, open or closed, with the rule that closes each."""

from __future__ import annotations

import pytest

from app.procedure.appeals import AppealRuling, SpeakOnAppeal
from app.procedure.attendance import StartRollCall
from app.procedure.floor import Floor, Permission, permission, permitted
from app.procedure.granting import GrantMotion
from app.procedure.handling import ObjectToMotion, SecondMotion
from app.procedure.hearings import EntertainMotion, SpeakOnMotion
from app.procedure.information import TakePoints
from app.procedure.motions import RaiseMotion, WithdrawMotion
from app.procedure.placards import EnterCount
from app.procedure.points import RaisePoint, WithdrawPoint
from app.procedure.results import AnnounceResult, CloseVote, VoidVote
from app.procedure.ruling_motions import RuleMotionOut
from app.procedure.ruling_points import RulePoint
from app.procedure.sittings import SuspendMeeting
from app.procedure.speakers_lists import CloseSpeakersList, JoinSpeakersList
from app.procedure.speeches import CallSpeaker
from app.procedure.turns import CallOnQuestion, WaiveSpeakers
from app.procedure.votes import CastBallot, CorrectBallot, NoAnswer
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, Meeting, in_debate

LADDER = house(handling={"seconds": "second_or_objection_ladder"})
BY_SEATS = (RaiseMotion, SecondMotion, ObjectToMotion, SpeakOnMotion, RaisePoint, AppealRuling, SpeakOnAppeal)
BY_DAIS = (EntertainMotion, CallOnQuestion)
BY_CHAIR = (WaiveSpeakers, GrantMotion)
IN_A_MEETING = (WithdrawMotion, WithdrawPoint)
RULINGS = (RuleMotionOut, RulePoint)
OF_A_VOTE = (EnterCount, CloseVote, NoAnswer, CorrectBallot)


def closed(floor: Floor, by: str, command: type) -> tuple[str, ...]:
    """The rules that close an act to a seat."""
    return tuple(refusal.rule for refusal in permitted(floor, by)[command])


def who(command: type) -> str:
    return "peru" if command in (*BY_SEATS, *IN_A_MEETING) else CHAIR


def moved() -> Meeting:
    """Peru has moved, in a house of seconds and objections."""
    meeting = in_debate(absent=["spain"], rulebook=LADDER)
    meeting.motion("adjourn_debate", "peru")
    return meeting


def test_a_page_learns_how_one_act_stands_and_why() -> None:
    meeting = in_debate()
    floor = meeting.floor
    assert permission(floor, "peru", JoinSpeakersList) == Permission("open")
    meeting.do(CloseSpeakersList())
    shut = permission(meeting.floor, "peru", JoinSpeakersList)
    assert (shut.state, shut.reason and shut.reason.rule) == ("against_rulebook", "list.closed")
    gone = permission(floor, "peru", AnnounceResult)
    assert (gone.state, gone.reason and gone.reason.rule) == ("impossible", "chair.only")
    meeting.carry("suspend_rules", "ghana", rule="list.closed")
    assert permission(meeting.floor, "peru", JoinSpeakersList) == Permission("open")


@pytest.mark.parametrize("command", [*BY_SEATS, *BY_DAIS, *BY_CHAIR, *IN_A_MEETING, *RULINGS])
def test_nothing_of_it_goes_on_in_a_suspension(command: type) -> None:
    meeting = moved()
    meeting.do(SuspendMeeting())
    assert "meeting.suspended" in closed(meeting.floor, who(command), command)


@pytest.mark.parametrize("command", [*BY_SEATS, *BY_DAIS, *BY_CHAIR])
def test_nor_without_insisting_while_the_roll_is_called(command: type) -> None:
    meeting = moved()
    meeting.do(StartRollCall())
    assert "roll_call.running" in closed(meeting.floor, who(command), command)


@pytest.mark.parametrize("command", [*(c for c in BY_SEATS if c is not RaisePoint), *BY_DAIS, *BY_CHAIR])
def test_a_vote_is_not_interrupted(command: type) -> None:
    meeting = in_debate(rulebook=LADDER)
    number = meeting.motion("suspend_meeting", "peru")
    meeting.do(SecondMotion(number), by="ghana")
    meeting.do(ObjectToMotion(number), by="ghana")
    meeting.put("motion", number)
    assert "vote.open_now" in closed(meeting.floor, who(command), command)
    assert closed(meeting.floor, "peru", RaisePoint) == ()


@pytest.mark.parametrize("command", [*BY_SEATS, *IN_A_MEETING])
def test_a_stranger_has_no_seat(command: type) -> None:
    assert closed(moved().floor, "atlantis", command)[0] == "seat.unknown"


@pytest.mark.parametrize("command", [c for c in BY_SEATS if c is not RaiseMotion])
def test_who_is_absent_takes_no_part(command: type) -> None:
    assert "seat.absent" in closed(moved().floor, "spain", command)


@pytest.mark.parametrize("command", [*BY_DAIS, *OF_A_VOTE])
def test_the_dais_alone(command: type) -> None:
    assert "dais.only" in closed(moved().floor, "peru", command)
    assert "dais.only" not in closed(moved().floor, "assistant-1", command)


@pytest.mark.parametrize("command", [*BY_CHAIR, *RULINGS, AnnounceResult, VoidVote])
def test_the_chair_alone(command: type) -> None:
    assert "chair.only" in closed(moved().floor, "assistant-1", command)
    assert "chair.only" not in closed(moved().floor, CHAIR, command)


@pytest.mark.parametrize("command", [*OF_A_VOTE, AnnounceResult, VoidVote, CastBallot])
def test_no_act_of_a_vote_without_a_vote(command: type) -> None:
    assert "vote.over" in closed(moved().floor, CHAIR, command)


@pytest.mark.parametrize(
    ("command", "by", "rule"),
    [
        (SecondMotion, "ghana", "motion.no_seconds"),
        (ObjectToMotion, "ghana", "motion.no_objections"),
        (EntertainMotion, CHAIR, "motion.none"),
        (SpeakOnMotion, "ghana", "question.none"),
        (CallOnQuestion, CHAIR, "question.none"),
        (WithdrawPoint, "ghana", "point.none"),
        (RulePoint, CHAIR, "point.none"),
        (AppealRuling, "ghana", "ruling.none"),
        (SpeakOnAppeal, "ghana", "appeal.not_open"),
        (WithdrawMotion, "ghana", "motion.gone"),
        (WithdrawMotion, CHAIR, "motion.gone"),
        (RuleMotionOut, CHAIR, "motion.gone"),
        (GrantMotion, CHAIR, "motion.gone"),
    ],
)
def test_what_has_no_object_is_closed(command: type, by: str, rule: str) -> None:
    book = house(division={"only_if_objected": False})
    assert rule in closed(in_debate(rulebook=book).floor, by, command)


def test_where_no_motion_waits_nothing_is_seconded_or_objected_to() -> None:
    floor = in_debate(rulebook=LADDER).floor
    assert closed(floor, "ghana", SecondMotion) == closed(floor, "ghana", ObjectToMotion) == ("motion.none",)
    assert (
        closed(moved().floor, "ghana", SecondMotion) == closed(moved().floor, "ghana", ObjectToMotion) == ()
    )


def test_only_its_mover_takes_a_motion_back() -> None:
    floor = moved().floor
    assert closed(floor, "ghana", WithdrawMotion) == ("motion.not_yours",)
    assert closed(floor, "peru", WithdrawMotion) == closed(floor, CHAIR, WithdrawMotion) == ()


def test_points_are_closed_while_none_of_the_house_is_in_order() -> None:
    book = house(points={"available": ("order",), "order_may_interrupt": False})
    meeting = in_debate(rulebook=book)
    assert closed(meeting.floor, "peru", RaisePoint) == ()
    meeting.do(CallSpeaker("ghana"))
    assert closed(meeting.floor, "peru", RaisePoint) == ("point.interrupts",)
    assert closed(meeting.floor, "ghana", RaisePoint) == ()
    none = house(points={"available": ()})
    assert closed(in_debate(rulebook=none).floor, "peru", RaisePoint) == ("point.unavailable",)


def test_a_house_without_points_of_order_takes_none_during_a_vote() -> None:
    meeting = in_debate(rulebook=house(points={"available": ("inquiry",)}))
    meeting.put("motion", meeting.motion("suspend_meeting", "peru"))
    assert closed(meeting.floor, "peru", RaisePoint) == ("point.in_vote",)


@pytest.mark.parametrize("command", [RaisePoint("order", "x" * 201), RaisePoint("order", "\x00")])
def test_the_words_of_a_point_are_bounded(command: RaisePoint) -> None:
    assert in_debate().rules(command, by="peru")[0].startswith("text.")


def test_an_appeal_is_for_the_own_seat_and_in_words_that_can_be_printed() -> None:
    meeting = in_debate()
    meeting.do(RaisePoint("order"), by="peru")
    meeting.do(RulePoint(meeting.floor.points.pending[0].number, "Noted"))
    number = meeting.floor.number
    assert meeting.rules(AppealRuling(number, "", "ghana"), by="peru") == ("seat.not_yours",)
    assert meeting.rules(AppealRuling(number, "x" * 201), by="peru") == ("text.too_long",)
    assert meeting.rules(AppealRuling(number), by=CHAIR)[0] == "seat.name_one"
    assert meeting.rules(AppealRuling(number + 1), by="peru") == ("ruling.gone",)


def test_an_overruled_ruling_is_not_appealed_again() -> None:
    meeting = in_debate(rulebook=house(appeals={"speakers_for": 0, "speakers_against": 0}))
    meeting.do(RaisePoint("order"), by="peru")
    meeting.do(RulePoint(meeting.floor.points.pending[0].number, "Not so", False))
    number = meeting.floor.number
    meeting.do(AppealRuling(number), by="peru")
    meeting.put("ruling", number)
    meeting.hands(0, 9)
    assert meeting.rules(AppealRuling(number), by="ghana") == ("appeal.late", "ruling.gone")


def test_questions_to_the_speaker_where_the_house_has_them_and_somebody_speaks() -> None:
    assert closed(in_debate().floor, "peru", TakePoints) == ("point.unavailable", "speech.none")
    book = house(points={"available": ("order", "information")})
    assert closed(in_debate(rulebook=book).floor, "peru", TakePoints) == ("speech.none",)


def test_the_chair_insists_on_a_second_for_nobody() -> None:
    """What only means nothing cannot be insisted on."""
    meeting = in_debate()
    number = meeting.motion("suspend_meeting", "peru")
    assert meeting.rules(SecondMotion(number, "ghana"), insist="Please") == ("motion.no_seconds",)
    assert meeting.rules(SecondMotion(99), by="ghana")[0] == "motion.no_seconds"
    ladder = moved()
    assert ladder.rules(SecondMotion(99), by="ghana") == ("motion.gone",)
    assert ladder.rules(ObjectToMotion(99), by="ghana") == ("motion.gone",)
