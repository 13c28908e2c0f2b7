"""P-19 to P-21: doubled, lost, swapped, late frames do no harm; a lost last one and a restart are noticed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from hypothesis import given
from hypothesis import strategies as st

from app.live import Gallery, Viewer
from app.live.pipes import Pipe
from app.live.sockets import Said
from app.live.wire import Frame
from tests.live.browser import ModelBrowser
from tests.live.room import SEATS, Clock, DemoScreens, Floor, fresh

CHANNELS = ("public", "seat:ghana")
Fate = Literal["arrives", "is lost", "comes twice", "overtakes the next", "comes much later"]
FATES = st.sampled_from(["arrives", "is lost", "comes twice", "overtakes the next", "comes much later"])


@dataclass(eq=False)
class BadLine(Pipe):
    """A line on which the frames wait until the test decides what becomes of each."""

    sent: list[str] = field(default_factory=list)

    def push(self, frame: Frame) -> None:
        self.sent.append(frame.text)

    async def receive(self) -> str | None:
        return None

    def end(self, code: int, reason: str) -> None:
        raise AssertionError(f"closed with {code}: {reason}")


@dataclass
class Watching:
    """A gallery, a browser that watches it, and the bad line between them."""

    gallery: Gallery[Floor]
    line: BadLine = field(default_factory=lambda: BadLine(Viewer(frozenset(CHANNELS))))
    browser: ModelBrowser = field(default_factory=lambda: ModelBrowser(CHANNELS))
    delayed: list[str] = field(default_factory=list)

    def connect(self) -> None:
        """Opens a line and says what the browser has."""
        self.gallery.join(self.line)
        self.browser.ask()
        self.answer()

    def answer(self) -> None:
        """What the browser said reaches the gallery."""
        while self.browser.says:
            self.gallery.answer(self.line, Said.model_validate_json(self.browser.says.pop(0)))

    def deliver(self, fates: Sequence[Fate]) -> None:
        """Each frame on the line meets its fate."""
        frames, self.line.sent = self.line.sent, []
        for place, frame in enumerate(frames):
            match fates[place % len(fates)]:
                case "arrives":
                    self.browser.hear(frame)
                case "is lost":
                    pass
                case "comes twice":
                    self.browser.hear(frame)
                    self.browser.hear(frame)
                case "overtakes the next":
                    self.delayed.insert(0, frame)
                    continue
                case "comes much later":
                    self.delayed.append(frame)
            if len(self.delayed) > 2:
                self.browser.hear(self.delayed.pop(0))
        self.answer()

    def heartbeat(self) -> None:
        """One heartbeat, and whatever the browser asks for because of it, on a line that works again."""
        self.line.push(self.gallery.beat(self.line.watches.values()))
        for _ in range(4):
            self.deliver(["arrives"])


changes = st.fixed_dictionaries(
    {},
    optional={
        "speaking": st.sampled_from(["Brazil", "Ghana", "Viet Nam"]),
        "queue": st.lists(st.sampled_from(SEATS), unique=True).map(tuple),
        "received": st.integers(0, 3),
        "vote": st.sampled_from(["", "Motion 3"]),
    },
)
steps = st.lists(st.tuples(changes, st.lists(FATES, min_size=1, max_size=4)), min_size=1, max_size=12)


@given(steps)
def test_p19_whatever_becomes_of_frames_the_screen_is_right_in_the_end(
    story: list[tuple[dict[str, Any], list[Fate]]],
) -> None:
    async def play() -> None:
        screens = DemoScreens()
        gallery = Gallery[Floor](screens, "1", Clock())
        floor = Floor()
        gallery.show(floor)
        watching = Watching(gallery)
        watching.connect()
        for change, fates in story:
            floor = replace(floor, **change)
            gallery.show(floor)
            watching.deliver(fates)
        while watching.delayed:  # what was held up comes before the heartbeat, and nothing after it
            watching.browser.hear(watching.delayed.pop(0))
        watching.answer()
        gallery.tick()
        watching.heartbeat()
        for channel in CHANNELS:
            assert watching.browser.screen(channel) == fresh(screens, floor, channel)
        watching.line.push(gallery.beat(watching.line.watches.values()))
        watching.browser.hear(watching.line.sent.pop())
        assert watching.browser.says == [], "who is right has nothing more to ask"

    asyncio.run(play())


@given(st.lists(changes, min_size=1, max_size=12))
def test_p19_on_a_good_line_each_frame_leads_from_what_was_to_what_is(story: list[dict[str, Any]]) -> None:
    async def play() -> None:
        screens, floor = DemoScreens(), Floor()
        gallery = Gallery[Floor](screens, "1", Clock())
        gallery.show(floor)
        watching = Watching(gallery)
        watching.connect()
        watching.deliver(["arrives"])
        for change in story:
            floor = replace(floor, **change)
            gallery.show(floor)
            gallery.tick()
            frames, watching.line.sent = watching.line.sent, []
            for frame in frames:
                told = json.loads(frame)
                assert told["was"] == watching.browser.version(told["channel"])
                watching.browser.hear(frame)
                assert watching.browser.version(told["channel"]) == told["is"]
            for channel in CHANNELS:
                assert watching.browser.screen(channel) == fresh(screens, floor, channel)
        assert watching.browser.says == []

    asyncio.run(play())


def test_p20_the_loss_of_the_very_last_frame_is_noticed_by_the_next_heartbeat() -> None:
    async def play() -> None:
        screens = DemoScreens()
        gallery = Gallery[Floor](screens, "1", Clock())
        gallery.show(Floor())
        watching = Watching(gallery)
        watching.connect()
        watching.deliver(["arrives"])
        last = Floor(speaking="Ghana")
        gallery.show(last)
        watching.deliver(["is lost"])
        assert watching.browser.screen("public") == fresh(screens, Floor(), "public")
        watching.heartbeat()
        assert watching.browser.screen("public") == fresh(screens, last, "public")

    asyncio.run(play())


def test_p21_after_a_restart_only_what_differs_is_sent() -> None:
    async def play() -> None:
        before = Floor(speaking="Ghana", queue=("mexico", "norway"))
        first = Gallery[Floor](DemoScreens(), "1", Clock())
        first.show(before)
        watching = Watching(first)
        watching.connect()
        watching.deliver(["arrives"])

        again = Gallery[Floor](DemoScreens(), "1", Clock())  # the same record, another process
        again.show(before)
        back = Watching(again, browser=watching.browser)
        back.connect()
        assert back.line.sent == []

        restored = Gallery[Floor](DemoScreens(), "1", Clock())  # a backup: the list is an older one
        restored.show(replace(before, queue=("mexico",)))
        back = Watching(restored, browser=watching.browser)
        back.connect()
        (frame,) = back.line.sent
        assert set(json.loads(frame)["regions"]) == {"list"}
        back.deliver(["arrives"])
        assert back.browser.screen("public") == fresh(
            DemoScreens(), replace(before, queue=("mexico",)), "public"
        )

    asyncio.run(play())
