"""Clocks at their edges: what is left, the last moment, the longest day, and a caucus before the break."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.clocks import (
    AdjustClock,
    ClocksHeld,
    ClocksResumed,
    PauseClock,
    ReopenRoom,
    StartClock,
    TimeUp,
)
from app.procedure.countdown import Clock, hold_all, with_clock
from app.procedure.speeches import CallSpeaker
from app.procedure.timetable import Overrun, SetTimetable, overrun
from tests.procedure.meeting import Meeting, in_debate

MINUTE = 60_000


def test_a_clock_runs_from_what_is_left_and_is_held_at_it() -> None:
    held = Clock(90_000, 60_000)
    assert not held.running and held.left(5) == 60_000
    running = held.started(1_000)
    assert (running.deadline, running.left(31_000), running.generation) == (61_000, 30_000, 2)
    again = running.paused(71_000)
    assert (again.remaining, again.deadline, again.generation, again.total) == (-10_000, None, 3, 90_000)


def test_time_is_given_and_taken_whether_a_clock_runs_or_not() -> None:
    held, running = Clock(90_000, 60_000), Clock(90_000, 90_000, 100_000)
    assert held.adjusted(15_000, 0) == Clock(105_000, 75_000, None, 2)
    assert running.adjusted(-30_000, 20_000) == Clock(60_000, 50_000, 70_000, 2)
    assert held.shortened(10_000) == Clock(90_000, 50_000, None, 2)
    assert running.shortened(10_000) == Clock(90_000, 80_000, 90_000, 2)


def test_a_clock_that_rang_rings_again_only_once_it_has_time_again() -> None:
    rang = Clock(90_000, 90_000, 100_000, 1, True)
    assert not rang.adjusted(30_000, 110_000).rang, "twenty seconds are left"
    assert rang.adjusted(10_000, 110_000).rang and rang.adjusted(5_000, 110_000).rang
    assert rang.shortened(1_000).rang


def test_clocks_of_a_floor_are_set_taken_away_and_held_one_by_one() -> None:
    floor = in_debate().floor
    floor = with_clock(floor, "speech", Clock(90, 90, 1_090))
    floor = with_clock(floor, "caucus", Clock(60, 30))
    held = hold_all(floor, 1_050)
    assert held.clocks["speech"] == Clock(90, 40, None, 2) and held.clocks["caucus"] == Clock(60, 30)
    assert set(with_clock(held, "speech", None).clocks) == {"caucus"}


@pytest.mark.parametrize(
    ("gap", "event"), [(0, ClocksResumed), (30_000, ClocksResumed), (30_001, ClocksHeld)]
)
def test_a_stop_of_half_a_minute_runs_on_and_a_longer_one_is_held(gap: int, event: type) -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    alive = meeting.at
    meeting.at += gap
    (happened,) = meeting.do(ReopenRoom(alive), by="room", after=0)
    assert type(happened) is event


def test_an_alarm_at_the_last_moment_is_no_early_one() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    clock = meeting.floor.clocks["speech"]
    assert clock.deadline is not None
    meeting.at = clock.deadline - 1
    assert meeting.rules(TimeUp("speech", clock.generation), by="room") == ("clock.early_alarm",)
    meeting.at = clock.deadline
    meeting.do(TimeUp("speech", clock.generation), by="room", after=0)
    assert meeting.rules(TimeUp("caucus", clock.generation), by="room") == ("clock.late_alarm",)


def test_a_clock_holds_a_day_and_no_second_more() -> None:
    meeting = in_debate()
    meeting.do(CallSpeaker("peru"))
    meeting.do(PauseClock("speech"))
    for _ in range(23):
        meeting.do(AdjustClock("speech", 3600))
    meeting.do(AdjustClock("speech", 3600 - 90))
    assert meeting.floor.clocks["speech"].total == 24 * 3600 * 1000
    assert meeting.rules(AdjustClock("speech", 1)) == ("clock.adjust_range",)
    meeting.do(AdjustClock("speech", -1))
    meeting.do(StartClock("speech"))


def at_twelve_twenty(**terms: Any) -> Meeting:
    """A caucus opens ten minutes before the break at half past twelve."""
    meeting = in_debate()
    meeting.do(SetTimetable(0, (540, 750, 810, 1020)))
    meeting.at = 740 * MINUTE - 5_000
    meeting.carry("moderated_caucus" if "speech_seconds" in terms else "unmoderated_caucus", "peru", **terms)
    return meeting


def test_a_caucus_that_ends_with_the_break_goes_past_nothing() -> None:
    meeting = at_twelve_twenty(total_seconds=600)
    clock = meeting.floor.clocks["caucus"]
    assert clock.deadline is not None
    late = (clock.deadline - 750 * MINUTE) // 1000
    assert late
    meeting.do(AdjustClock("caucus", -late), after=0)
    assert overrun(meeting.floor) is None


def test_it_is_shortened_by_what_it_is_too_long_or_by_whole_speeches() -> None:
    meeting = at_twelve_twenty(total_seconds=900)
    clock = meeting.floor.clocks["caucus"]
    assert clock.deadline is not None
    too_long = -((750 * MINUTE - clock.deadline) // 1000)
    assert overrun(meeting.floor) == Overrun(clock.deadline, 750 * MINUTE, 900 - too_long, too_long)
    whole = at_twelve_twenty(total_seconds=900, speech_seconds=45, topic="Returns")
    found = overrun(whole.floor)
    assert found is not None and found.total_seconds % 45 == 0
    assert found.total_seconds == (900 - too_long) // 45 * 45
    assert found.less_seconds == 900 - found.total_seconds
