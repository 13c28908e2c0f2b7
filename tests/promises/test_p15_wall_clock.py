"""P-15 on the server: its wall clock jumps by an hour, and a speech neither ends nor goes on for longer."""

from __future__ import annotations

import datetime as dt
import time

import pytest
import time_machine

from app.alarms import RoomTime
from tests.afternoon import Afternoon
from tests.served import Served

HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize("jump", [HOUR, -HOUR], ids=["an hour on", "an hour back"])
def test_p15_a_speech_keeps_its_length_when_the_clock_jumps(served: Served, jump: dt.timedelta) -> None:
    afternoon = Afternoon(served)
    if not served.room().floor.attendance.statuses:
        afternoon.opens()
    place = 0 if jump > dt.timedelta() else 1
    seat = afternoon.seats[place]
    afternoon.seat(place, "/speakers")
    afternoon.chair("/speeches/next", after="")
    clock = next(clock for clock in served.room().floor.clocks.values() if clock.running)
    left, before = left_of(served), served.head()
    with time_machine.travel(dt.datetime.now(dt.UTC) + jump, tick=True):
        began = time.monotonic()
        time.sleep(0.3)
        passed = (time.monotonic() - began) * 1000
        assert abs(left - left_of(served) - passed) < 400, "as much less as has really passed"
        assert served.head() == before, "no alarm has sounded"
        assert clock in served.room().floor.clocks.values()
        assert served.room().floor.speeches.now is not None
        afternoon.chair("/clocks/speech/pause")
        afternoon.chair("/clocks/speech/start")
        assert abs(left - left_of(served)) < 3000, "an act meanwhile is no matter"
    assert abs(left - left_of(served)) < 5000, "nor is the way back"
    afternoon.chair("/speeches/end", seat=seat)


def left_of(served: Served) -> int:
    """Milliseconds that the running speech has left, as a screen is told."""
    shown = served.client("observer").get(f"{served.here}/floor.json").json()
    deadline = served.room().floor.clocks["speech"].deadline
    assert deadline is not None
    return int(deadline - shown["now"])


def test_p15_room_time_goes_by_the_monotonic_clock_and_never_back_behind_the_record() -> None:
    wall, monotonic = 1_800_000_000_000_000_000, 5_000_000_000
    room = RoomTime(lambda: wall, lambda: monotonic)
    first = room.now()
    for wall_jump in (3_600_000_000_000, -7_200_000_000_000, 1):
        wall += wall_jump
        monotonic += 250_000_000
        assert room.now() - first == 250
        first = room.now()
    room.start(not_before=first + 60_000)  # opened again on a computer whose clock is behind
    assert room.now() == first + 60_000
