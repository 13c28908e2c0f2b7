"""A room's clocks: the alarm at zero, and what a stop of the program does to a speech."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from app.alarms import RoomTime
from app.minutes import decode
from app.procedure.clocks import AdjustClock, ClocksHeld, ClocksResumed, PauseClock, TimeRanOut
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.rooms import Room, Rooms, UnknownCommittee
from tests.rooms.sitting import Sitting, sitting
from tests.store.places import Place

pytestmark = pytest.mark.anyio
HOUR = 3_600


class Hands:
    """Two clocks that the test sets: the wall's, and one that only goes forward. In seconds."""

    def __init__(self) -> None:
        self.wall, self.monotonic = 1_800_000_000.0, 50.0

    def passes(self, seconds: float) -> None:
        self.wall += seconds
        self.monotonic += seconds

    def room_time(self) -> RoomTime:
        return RoomTime(lambda: int(self.wall * 1e9), lambda: int(self.monotonic * 1e9))


async def speech(committee: Sitting) -> None:
    """Ghana speaks."""
    await committee.open_debate()
    await committee.do(JoinSpeakersList(), by="ghana")
    await committee.do(CallNextSpeaker(after=""))


async def last_events(committee: Sitting) -> tuple[object, ...]:
    return decode((await committee.store.since(committee.room.committee_id))[-1]).events


async def test_the_alarm_sounds_once_when_the_time_is_over(place: Place) -> None:
    async with sitting(place) as committee:
        await speech(committee)
        await committee.do(AdjustClock("speech", -89))
        await asyncio.sleep(0.5)
        assert not committee.room.floor.clocks["speech"].rang
        await asyncio.sleep(0.8)
        assert committee.room.floor.clocks["speech"].rang
        assert await last_events(committee) == (TimeRanOut("speech"),)
        number = committee.room.floor.number
        await asyncio.sleep(0.3)
        assert committee.room.floor.number == number
        await committee.do(EndSpeech("ghana"))
        assert await committee.is_true_to_its_record()


async def test_a_held_clock_makes_no_sound(sqlite_place: Place) -> None:
    async with sitting(sqlite_place) as committee:
        await speech(committee)
        await committee.do(AdjustClock("speech", -89))
        await committee.do(PauseClock("speech"))
        await asyncio.sleep(1.3)
        assert not committee.room.floor.clocks["speech"].rang


async def test_the_wall_clock_may_jump_without_ending_a_speech(sqlite_place: Place) -> None:
    hands = Hands()
    async with sitting(sqlite_place, hands.room_time()) as committee:
        await speech(committee)
        deadline = committee.room.floor.clocks["speech"].deadline
        assert deadline is not None
        before = deadline - committee.room.now()
        hands.wall += HOUR
        assert deadline - committee.room.now() == before
        hands.wall -= 3 * HOUR
        hands.passes(10)
        assert deadline - committee.room.now() == before - 10_000


async def test_through_a_short_stop_the_clock_goes_on(place: Place) -> None:
    hands = Hands()
    async with sitting(place, hands.room_time()) as committee:
        await speech(committee)
        deadline = committee.room.floor.clocks["speech"].deadline
        hands.passes(20)
        again = await committee.reopened(hands.room_time())
        assert await last_events(again) == (ClocksResumed(20_000),)
        assert again.room.floor.clocks["speech"].deadline == deadline
        assert await again.is_true_to_its_record()
        await again.room.close()


async def test_after_a_long_stop_the_clock_is_held_at_what_it_showed(place: Place) -> None:
    hands = Hands()
    async with sitting(place, hands.room_time()) as committee:
        await speech(committee)
        hands.passes(15)
        alive = committee.room.now()
        await committee.store.note_alive({committee.room.committee_id: alive})
        hands.passes(HOUR)
        hands.monotonic = 3.0  # the machine itself was started again
        again = await committee.reopened(hands.room_time())
        assert await last_events(again) == (ClocksHeld(alive, HOUR * 1000),)
        clock = again.room.floor.clocks["speech"]
        assert not clock.running
        assert clock.remaining == 75_000
        assert await again.is_true_to_its_record()
        await again.room.close()


async def test_a_wall_clock_set_back_during_the_stop_never_turns_room_time_back(place: Place) -> None:
    hands = Hands()
    async with sitting(place, hands.room_time()) as committee:
        await speech(committee)
        last = committee.room.floor.at
        hands.wall -= HOUR
        again = await committee.reopened(hands.room_time())
        assert again.room.now() >= last
        assert again.room.floor.at >= last
        hands.passes(5)
        assert again.room.now() >= last + 5_000, "and it goes on at once"
        await again.room.close()


async def test_a_note_that_a_power_failure_cut_off_is_no_obstacle(sqlite_place: Place) -> None:
    hands = Hands()
    async with sitting(sqlite_place, hands.room_time()) as committee:
        await speech(committee)
        Path(sqlite_place.data / "alive").write_text('{"1": 180000')
        hands.passes(10)
        again = await committee.reopened(hands.room_time())
        assert await last_events(again) == (ClocksResumed(10_000),), "then the last act counts"
        await again.room.close()


async def test_the_rooms_of_a_process_are_noted_as_alive_every_second(place: Place) -> None:
    async with sitting(place) as committee:
        await committee.room.close()
        rooms = await Rooms(committee.store).start()
        opened: list[Room] = []
        rooms.on_open(opened.append)
        first, second = await asyncio.gather(*(rooms.room(committee.room.committee_id) for _ in "ab"))
        assert first is second
        assert opened == [first]
        await asyncio.sleep(1.2)
        noted = await committee.store.last_alive(first.committee_id)
        assert noted is not None
        assert 0 <= first.now() - noted < 1_000
        with pytest.raises(UnknownCommittee):
            await rooms.room(999)
        await rooms.close()
        if place.url == "":
            assert json.loads((place.data / "alive").read_text())[str(first.committee_id)] >= noted
