"""The room's board follows the floor by itself, and tells no result before its time."""

from __future__ import annotations

import pytest

from app.procedure.agenda import EndVoting, OpenDebate
from app.procedure.attendance import StartRollCall
from app.procedure.countdown import Clock
from app.procedure.motions import RaiseMotion
from app.procedure.placards import EnterCount
from app.procedure.results import AnnounceResult, CloseVote
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.votes import CastBallot, NoAnswer
from app.screens.projector import PROJECTOR, thumbnail
from app.screens.projector.debate import FreeTime, OpenFloor, Speaking
from app.screens.projector.votes import Question, Result, RollCallVote
from app.screens.shown import countdown
from app.screens.view import View, html
from tests.procedure.meeting import Meeting
from tests.screens.council import directory, sitting, with_list
from tests.screens.moments import announced, asked, closed, failed_motion, free, moved, speech
from tests.screens.scenes import SCENES

LAYOUTS = {
    "join": "Join",
    "roll-call": "RollCall",
    "agenda": "Agenda",
    "speaking": "Speaking",
    "open-caucus": "OpenFloor",
    "open-floor": "OpenFloor",
    "free-time": "FreeTime",
    "ladder": "Ladder",
    "question": "Question",
    "devices": "Question",
    "document": "DocumentPage",
    "redline": "Redline",
    "redline-vote": "Redline",
    "roll-call-vote": "RollCallVote",
    "counted": "RollCallVote",
    "result": "Result",
    "result-failed": "Result",
    "result-motion": "Result",
    "suspended": "Suspended",
    "adjourned": "Adjourned",
}


def board(meeting: Meeting) -> View:
    """What the room sees."""
    return PROJECTOR["board"](meeting.floor, directory())


def words(meeting: Meeting) -> str:
    """The board's HTML."""
    return html(board(meeting), "en")


@pytest.mark.parametrize(("scene", "layout"), LAYOUTS.items())
def test_the_floor_alone_chooses_the_layout(scene: str, layout: str) -> None:
    meeting = SCENES[scene]()
    assert type(board(meeting)).__name__ == layout
    assert board(meeting) == board(meeting)
    assert hash(board(meeting)) == hash(board(meeting))


@pytest.mark.parametrize("scene", list(SCENES))
def test_every_layout_has_a_small_picture(scene: str) -> None:
    small = html(thumbnail(SCENES[scene]().floor, directory()), "en")
    assert small.count("<text") >= 3
    assert "tb-name" in small


def test_the_small_picture_of_an_election_names_who_was_elected() -> None:
    counted, announced = (
        html(thumbnail(SCENES[name]().floor, directory()), "en")
        for name in ("election-counted", "election-announced")
    )
    assert "Democratic People" in announced.split("tb-name")[1].split("tb-row")[0]
    assert " / " not in announced
    assert "People" not in counted.split("tb-name")[1].split("tb-row")[0]


# ---- votes -----------------------------------------------------------------------------------------


def test_nothing_tells_how_devices_voted_before_the_announcement() -> None:
    boards = []
    for choices in ("yes" * 11, "no" * 11):
        meeting = asked("devices")
        for seat in meeting.vote.order[:11]:
            choice = "yes" if choices.startswith("yes") else "no"
            meeting.do(CastBallot(meeting.vote.number, choice), by=seat)  # type: ignore[arg-type]
        shown = [board(meeting), thumbnail(meeting.floor, directory())]
        meeting.do(CloseVote(meeting.vote.number))
        boards.append([*shown, board(meeting), thumbnail(meeting.floor, directory())])
    assert boards[0] == boards[1]
    assert isinstance(boards[0][0], Question)
    assert "11" in html(boards[0][0], "en")


def test_placards_that_are_counted_wait_for_the_announcement() -> None:
    passes, fails = asked(), asked()
    for meeting, (yes, no) in ((passes, (25, 4)), (fails, (4, 25))):
        meeting.do(EnterCount(meeting.vote.number, yes, no), insist="They have left the room")
    assert board(passes) == board(fails)
    assert "Voting is closed" in words(passes)
    fails.do(AnnounceResult(fails.vote.number))
    assert "Failed" in words(fails)


def test_a_roll_call_shows_what_was_said_aloud_and_who_comes_next() -> None:
    meeting = SCENES["roll-call-vote"]()
    shown = board(meeting)
    assert isinstance(shown, RollCallVote)
    assert shown.called is not None
    assert shown.called.name == "Honduras"
    assert shown.then == ("India", "Kenya")
    assert "adopted" not in words(meeting).lower()


def test_who_passed_is_called_again_and_who_is_silent_is_not() -> None:
    meeting = closed()
    meeting.put("paper", "WP-1", "roll_call")
    for seat in meeting.vote.order:
        if seat == "cuba":
            continue
        if seat == "france":
            meeting.do(NoAnswer(meeting.vote.number, seat))
        else:
            choice = "pass" if seat in ("chile", "kenya") else "yes"
            meeting.do(CastBallot(meeting.vote.number, choice, seat=seat))  # type: ignore[arg-type]
    shown = board(meeting)
    assert isinstance(shown, RollCallVote)
    assert shown.second_round
    assert (shown.called and shown.called.name, shown.then) == ("Chile", ("Kenya",))


def test_a_result_stays_until_business_goes_on() -> None:
    meeting = failed_motion()
    meeting.do(JoinSpeakersList("peru"))
    assert isinstance(board(meeting), Result)
    meeting.put("motion", meeting.floor.motions.pending[0].number)
    assert isinstance(board(meeting), Question)


@pytest.mark.parametrize("goes_on", ["a motion", "a speech", "a speech that is over", "a roll call"])
def test_what_begins_takes_the_board_from_a_result(goes_on: str) -> None:
    meeting = sitting()
    meeting.put("motion", meeting.motion("unmoderated_caucus", "peru", total_seconds=600))
    meeting.hands(3, 20, insist="They have left the room")
    with_list(meeting, "peru")
    assert isinstance(board(meeting), Result)
    match goes_on:
        case "a motion":
            meeting.do(RaiseMotion("unmoderated_caucus", total_seconds=300), by="chile")
        case "a speech":
            meeting.do(CallNextSpeaker())
        case "a speech that is over":
            meeting.do(CallNextSpeaker())
            meeting.do(EndSpeech("peru"))
        case _:
            meeting.do(StartRollCall())
    assert not isinstance(board(meeting), Result)


def test_the_next_topic_does_not_begin_with_the_last_result() -> None:
    meeting = announced()
    assert isinstance(board(meeting), Result)
    meeting.do(EndVoting())
    meeting.do(OpenDebate(2))
    assert isinstance(board(meeting), OpenFloor)


def test_a_caucus_that_was_voted_has_the_board_at_once_with_the_result_at_its_foot() -> None:
    shown = board(free())
    assert isinstance(shown, FreeTime)
    assert shown.carried.startswith("Passed, 33-0.")
    assert shown.clock.deadline is not None


# ---- debate ----------------------------------------------------------------------------------------


def test_a_running_clock_is_a_deadline_and_a_held_one_what_is_left() -> None:
    clock = Clock(45_000, 45_000, 90_000)
    assert countdown(clock) is not None
    running, held = countdown(clock), countdown(clock.paused(60_000))
    assert running is not None and held is not None
    assert (running.deadline, running.remaining) == (90_000, None)
    assert (held.deadline, held.remaining) == (None, 30_000)


def test_the_next_speakers_have_a_time_while_the_clock_runs() -> None:
    shown = board(speech())
    assert isinstance(shown, Speaking)
    assert [one.name for one in shown.upcoming] == ["Dominican Republic", "Philippines", "Ghana"]
    minutes = [int(one.time[:2]) * 60 + int(one.time[3:]) for one in shown.upcoming]
    assert minutes == sorted(minutes)


def test_a_motion_waits_below_a_speech_and_then_takes_the_board() -> None:
    meeting = with_list(moved(), "kenya")
    assert type(board(meeting)).__name__ == "Ladder"
    meeting.do(CallNextSpeaker())
    shown = board(meeting)
    assert isinstance(shown, Speaking)
    assert shown.motions == 4
    assert "4 motions wait" in words(meeting)
