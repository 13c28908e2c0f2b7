"""What the gallery renders, for whom and when: once per audience, if somebody watches; tallies at leisure."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from app.live import Gallery, NotAllowed, Viewer
from app.live.pipes import Pipe
from app.live.sockets import Said
from app.live.wire import Frame
from tests.live.room import NOON, SEATS, Clock, DemoScreens, Floor, everyone, fresh

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@dataclass(eq=False)
class Kept(Pipe):
    """A socket that keeps what is sent."""

    frames: list[Frame] = field(default_factory=list)

    def push(self, frame: Frame) -> None:
        self.frames.append(frame)

    def taken(self) -> list[dict[str, Any]]:
        """What came since the last time."""
        frames, self.frames = self.frames, []
        return [json.loads(frame.text) for frame in frames]

    async def receive(self) -> str | None:
        return None

    def end(self, code: int, reason: str) -> None:
        self.ended = (code, reason)


class House:
    """A gallery with its screens, and people who come to watch."""

    def __init__(self, floor: Floor | None = None) -> None:
        self.screens = DemoScreens()
        self.clock = Clock()
        self.gallery = Gallery[Floor](self.screens, "build-1", self.clock)
        self.floor = floor or Floor()
        self.gallery.show(self.floor)

    def watch(self, *channels: str, locale: str = "en") -> Kept:
        pipe = Kept(Viewer(frozenset(channels), locale, channels))
        self.gallery.join(pipe)
        self.gallery.answer(pipe, Said(have={channel: {} for channel in channels}))
        pipe.frames.clear()
        return pipe

    def change(self, **changes: Any) -> None:
        self.floor = replace(self.floor, **changes)
        self.gallery.show(self.floor)


async def test_only_channels_that_somebody_watches_are_rendered() -> None:
    house = House()
    assert house.screens.rendered == 0
    watcher = house.watch("dais")
    before = house.screens.rendered
    house.change(speaking="Ghana", inbox=("A letter",))
    assert house.screens.rendered == before + 1
    assert [frame["channel"] for frame in watcher.taken()] == ["dais"]
    house.gallery.leave(watcher)
    house.change(inbox=("Another letter",))
    assert house.screens.rendered == before + 1
    assert len(house.gallery) == 0


async def test_a_hundred_watchers_cost_one_rendering_and_one_frame_for_each_language() -> None:
    house = House()
    crowd = [house.watch("public", locale=("en", "es")[n % 2]) for n in range(100)]
    before = house.screens.rendered
    house.change(speaking="Ghana")
    assert house.screens.rendered == before + 2
    assert len({id(pipe.frames[0]) for pipe in crowd}) == 2
    assert "Habla: Ghana" in crowd[1].taken()[0]["regions"]["now"]


async def test_what_all_look_at_together_is_rendered_once_whatever_they_read() -> None:
    house = House()
    readers = [house.watch("projector", locale=("en", "es")[n % 2]) for n in range(10)]
    before = house.screens.rendered
    house.change(speaking="Ghana")
    assert house.screens.rendered == before + 1
    told = [reader.taken()[-1]["regions"]["now"] for reader in readers]
    assert set(told) == {fresh(DemoScreens(), house.floor, "projector", "en")["now"]}
    for reader in readers:
        house.gallery.leave(reader)
    assert not house.gallery._channels


async def test_193_seats_that_see_the_same_are_rendered_once() -> None:
    house = House()
    seats = [house.watch(f"seat:{n}") for n in range(193)]
    before = house.screens.rendered
    house.change(vote="Motion 3")
    assert house.screens.rendered == before + 1
    assert all(set(seat.taken()[0]["regions"]) == {"ballot"} for seat in seats)


async def test_what_only_some_may_see_is_never_compressed() -> None:
    house = House(Floor(inbox=("A long letter. " * 100,), queue=SEATS * 40))
    for name, compressed in (("public", True), ("projector", True), ("dais", False), ("seat:ghana", False)):
        pipe = Kept(Viewer(frozenset({name})))
        house.gallery.join(pipe)
        house.gallery.answer(pipe, Said(have={name: {}}))
        (frame,) = pipe.frames
        assert (frame.deflated != frame.plain) is compressed


async def test_a_tally_waits_for_the_tick_and_what_the_chair_does_does_not() -> None:
    house = House(Floor(received=1))
    watcher = house.watch("public")
    house.change(received=2)  # the first goes at once
    assert watcher.taken()[0]["regions"] == {"tally": "<p>2 in</p>"}
    for received in (3, 4, 5):
        house.change(received=received)
    assert watcher.taken() == []
    house.change(speaking="Ghana", received=6)
    assert set(watcher.taken()[0]["regions"]) == {"now"}
    house.gallery.tick()
    (frame,) = watcher.taken()
    assert frame["regions"] == {"tally": "<p>6 in</p>"}
    house.gallery.tick()
    assert watcher.taken() == []


async def test_a_storm_of_ballots_is_at_most_four_frames_a_second() -> None:
    house = House(Floor(received=1))
    watcher = house.watch("public")
    began = asyncio.get_running_loop().time()
    for received in range(2, 302):
        house.change(received=received)
        await asyncio.sleep(0.002)
    took = asyncio.get_running_loop().time() - began
    await asyncio.sleep(0.3)
    frames = watcher.taken()
    assert 2 <= len(frames) <= took / 0.25 + 2
    assert frames[-1]["regions"] == {"tally": "<p>301 in</p>"}


async def test_one_screen_that_cannot_be_rendered_is_loud_and_keeps_nobody_else_waiting() -> None:
    class Broken(DemoScreens):
        def views(self, floor: Floor, channel: str, locale: str) -> Mapping[str, Any]:
            if channel == "dais" and floor.inbox:
                raise KeyError("inbox")
            return super().views(floor, channel, locale)

    house = House()
    house.gallery = Gallery[Floor](Broken(), "b", house.clock)
    house.gallery.show(house.floor)
    dais, public = house.watch("dais"), house.watch("public")
    with pytest.raises(ExceptionGroup) as fault:
        house.change(inbox=("A letter",), speaking="Ghana")
    assert fault.group_contains(KeyError)
    assert set(public.taken()[0]["regions"]) == {"now"}
    assert dais.taken() == []


async def test_a_heartbeat_carries_each_channels_version_and_room_time() -> None:
    house = House()
    watcher = house.watch("public", "seat:ghana")
    house.clock.now += 1234
    beat = json.loads(house.gallery.beat(watcher.watches.values()).text)
    versions = {name: watcher.watches[name].version for name in ("public", "seat:ghana")}
    assert beat == {"beat": versions, "now": NOON + 1234, "build": "build-1"}


async def test_every_socket_gets_one_heartbeat_in_each_round() -> None:
    house = House()
    house.gallery = Gallery[Floor](house.screens, "b", house.clock, heartbeat=0.2)
    house.gallery.show(house.floor)
    crowd = [house.watch("public") for _ in range(20)]
    await asyncio.sleep(0.5)
    assert all(1 <= len(pipe.taken()) <= 3 for pipe in crowd)


def test_a_poll_gives_what_differs_and_nothing_else() -> None:
    house = House(Floor(queue=("ghana",)))
    viewer = everyone("ghana")
    public, seat, beat = json.loads(house.gallery.poll(viewer, '{"public": {}, "seat:ghana": {}}'))
    assert set(beat) == {"beat", "now", "build"}
    assert public["regions"] == fresh(house.screens, house.floor, "public")
    assert seat["regions"] == fresh(house.screens, house.floor, "seat:ghana")
    have = {"public": public["digests"], "seat:ghana": seat["digests"]}
    assert len(json.loads(house.gallery.poll(viewer, json.dumps(have)))) == 1
    house.change(speaking="Ghana")
    frame, _ = json.loads(house.gallery.poll(viewer, json.dumps(have)))
    assert set(frame["regions"]) == {"now"}


def test_a_poll_keeps_to_the_viewers_channels_and_to_the_form() -> None:
    house = House()
    with pytest.raises(NotAllowed):
        house.gallery.poll(everyone("ghana"), '{"seat:mexico": {}}')
    for nonsense in ("", "[]", "7", '{"public": 3}', '{"public": {"now": "x"}}', "[" * 60_000):
        with pytest.raises(ValueError):
            house.gallery.poll(everyone("ghana"), nonsense)


def test_a_page_made_of_the_shown_regions_needs_no_transfer() -> None:
    house = House(Floor(queue=("ghana",)))
    page = {name: region.digest for name, region in house.gallery.regions("public").items()}
    assert len(json.loads(house.gallery.poll(everyone(), json.dumps({"public": page})))) == 1
