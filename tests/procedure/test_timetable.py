"""The day's timetable: set, undone, and what goes on past a break; motions are shortened until they fit."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.clocks import AdjustClock, PauseClock
from app.procedure.motions import RaiseMotion
from app.procedure.shortening import ShortenMotion
from app.procedure.timetable import SetTimetable, Timetable, ends_day, next_stop, overrun
from app.procedure.undo import Entry, UndoAct, decide, history
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, in_debate

NINE, HALF_PAST_TWELVE, HALF_PAST_ONE, FIVE = 540, 750, 810, 1020
DAY = (NINE, HALF_PAST_TWELVE, HALF_PAST_ONE, FIVE)
MINUTE = 60_000


def at(meeting: Meeting, minutes: int) -> None:
    """It is so many minutes after midnight; the meeting's midnight is room time 0."""
    meeting.at = minutes * MINUTE - 1000


def with_a_day() -> Meeting:
    """A committee in debate, whose day is set, at 12:20."""
    meeting = in_debate()
    meeting.do(SetTimetable(0, DAY), by="organizer")
    at(meeting, HALF_PAST_TWELVE - 10)
    return meeting


def test_the_committee_stops_at_its_breaks_and_at_the_end_of_the_day() -> None:
    floor = with_a_day().floor
    stops = [next_stop(floor, minute * MINUTE) for minute in (NINE, HALF_PAST_TWELVE, FIVE)]
    assert stops == [HALF_PAST_TWELVE * MINUTE, FIVE * MINUTE, None]
    assert [ends_day(floor, stop) for stop in stops if stop] == [False, True]
    assert next_stop(in_debate().floor, NINE * MINUTE) is None, "a day without times has no stop"


@pytest.mark.parametrize(
    ("times", "rule"),
    [
        ((NINE, FIVE, HALF_PAST_ONE), "timetable.pairs"),
        ((FIVE, NINE), "timetable.order"),
        ((NINE, NINE), "timetable.order"),
        ((NINE, 1441), "timetable.order"),
        ((-1, NINE), "timetable.order"),
        (tuple(range(16)), "timetable.many"),
    ],
)
def test_times_of_a_day_follow_one_another(times: tuple[int, ...], rule: str) -> None:
    assert in_debate().rules(SetTimetable(0, times)) == (rule,)


def test_the_organizer_and_a_chair_set_the_times_and_nobody_else() -> None:
    meeting = in_debate()
    for by in ("assistant-1", "spain"):
        assert meeting.rules(SetTimetable(0, DAY), by=by) == ("chair.only",)
    meeting.do(SetTimetable(0, DAY))
    meeting.do(SetTimetable(0, ()), by="organizer")
    assert meeting.floor.timetable.times == ()
    assert Meeting().rules(SetTimetable(0, DAY), by="organizer") == ("committee.not_open",)


def test_to_set_the_times_is_undone_like_any_act() -> None:
    meeting = in_debate()
    meeting.do(SetTimetable(0, (NINE, FIVE)))
    meeting.do(SetTimetable(0, DAY))
    entries = [Entry(*act, chain="") for act in meeting.said]
    undo = UndoAct(meeting.floor.number)
    outcome: Any = decide(history(entries), "dais-1", meeting.at, undo)
    number = meeting.floor.number + 1
    again = history([*entries, Entry(number, meeting.at, "dais-1", undo, "", outcome.events, "")])
    assert again.floor.timetable.times == (NINE, FIVE)


def test_a_caucus_past_the_break_is_told_with_the_whole_speeches_that_fit() -> None:
    meeting = with_a_day()
    meeting.carry("moderated_caucus", "ghana", total_seconds=900, speech_seconds=60, topic="Water")
    found = overrun(meeting.floor)
    assert found and found.stop == HALF_PAST_TWELVE * MINUTE
    assert (found.total_seconds % 60, found.total_seconds + found.less_seconds) == (0, 900)
    meeting.do(AdjustClock("caucus", -found.less_seconds))
    assert overrun(meeting.floor) is None
    deadline = meeting.floor.clocks["caucus"].deadline
    assert deadline is not None and HALF_PAST_TWELVE * MINUTE - MINUTE < deadline <= found.stop
    assert meeting.replayed() == meeting.floor


def test_a_caucus_that_ends_in_time_or_is_held_goes_past_nothing() -> None:
    meeting = with_a_day()
    meeting.carry("unmoderated_caucus", "ghana", total_seconds=480)
    assert overrun(meeting.floor) is None
    meeting.do(AdjustClock("caucus", 300))
    assert overrun(meeting.floor) is not None
    meeting.do(PauseClock("caucus"))
    assert overrun(meeting.floor) is None


def test_a_motion_is_put_for_the_time_that_fits_once_its_mover_agrees() -> None:
    meeting = with_a_day()
    number = meeting.motion("moderated_caucus", "ghana", total_seconds=720, speech_seconds=60, topic="Water")
    meeting.do(ShortenMotion(number, 480), by="assistant-1")
    assert meeting.floor.motions.pending[0].terms.total_seconds == 480
    meeting.put("motion", number)
    assert meeting.rules(ShortenMotion(number, 240)) == ("vote.open_now",)
    meeting.hands(len(meeting.vote.order), 0)
    assert meeting.floor.caucus is not None and meeting.floor.caucus.total_ms == 480_000
    assert meeting.replayed() == meeting.floor


def test_a_motion_that_is_shortened_takes_the_place_of_its_new_length() -> None:
    meeting = in_debate(rulebook=house(caucuses={"tiebreak": ["longest_total_first"]}))
    long = meeting.motion("unmoderated_caucus", "ghana", total_seconds=900)
    short = meeting.motion("unmoderated_caucus", "peru", total_seconds=600)
    assert [one.number for one in meeting.floor.motions.pending] == [long, short]
    meeting.do(ShortenMotion(long, 300))
    assert [one.number for one in meeting.floor.motions.pending] == [short, long]


def test_a_motion_is_only_shortened_and_only_within_the_rules() -> None:
    meeting = in_debate()
    number = meeting.motion("moderated_caucus", "ghana", total_seconds=720, speech_seconds=60, topic="Water")
    for seconds in (0, -60, 720, 900):
        assert meeting.rules(ShortenMotion(number, seconds), insist="Please") == ("motion.not_shorter",)
    assert meeting.rules(ShortenMotion(number, 450)) == ("caucus.uneven",), "as for any motion"
    assert meeting.rules(ShortenMotion(number, 480), by="ghana") == ("dais.only",)
    assert meeting.rules(ShortenMotion(number + 1, 480)) == ("motion.gone",)
    other = in_debate()
    other.do(RaiseMotion("suspend_meeting", until="two o'clock"), by="ghana")
    assert other.rules(ShortenMotion(other.floor.number, 480)) == ("motion.no_time",)


def test_the_breaks_of_a_day_lie_between_its_begin_and_its_end() -> None:
    nine, noon, one, three, half_past, five = 540, 720, 780, 900, 930, 1020
    assert Timetable(0, (nine, noon, one, three, half_past, five)).breaks == ((noon, one), (three, half_past))
    assert Timetable(0, (nine, five)).breaks == ()
