"""Shows a room to all who watch: each audience rendered once, each frame built once, for every socket.

A browser says what it has (`have`) and gets what differs; after that it gets each change. To connect, to
catch up and to poll are the same thing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic

from app.live.channels import Channel, F, Region, Screens, text
from app.live.pipes import Pipe, Viewer
from app.live.sockets import HAVE, NotAllowed, Said, serve
from app.live.wire import Frame

__all__ = ["Gallery", "NotAllowed", "Viewer", "serve"]

HEARTBEAT = 8.0
"""Seconds between two heartbeats of a socket."""
TICK = 0.25
"""Seconds that tallies and presence wait for one another."""
SLOTS = 8
"""Heartbeats are spread over so many turns, so that they never all go out at once."""


class Gallery(Generic[F]):
    """Everyone who watches one room.

    `screens` puts floors on screens; `build` names the version of pages and scripts; `clock` gives room
    time in milliseconds; `heartbeat` is in seconds.
    """

    def __init__(
        self, screens: Screens[F], build: str, clock: Callable[[], int], *, heartbeat: float = HEARTBEAT
    ) -> None:
        self.build = build
        self._screens = screens
        self._clock = clock
        self._heartbeat = heartbeat
        self._floor: F | None = None
        self._channels: dict[tuple[str, str], tuple[Channel[F], set[Pipe]]] = {}
        self._pipes: set[Pipe] = set()
        self._joined = self._turn = 0
        self._beating: asyncio.TimerHandle | None = None
        self._tick: asyncio.TimerHandle | None = None
        self._late = False

    def __len__(self) -> int:
        """How many sockets are open."""
        return len(self._pipes)

    def viewers(self) -> list[Hashable]:
        """Who watches, once for each open socket."""
        return [pipe.viewer.who for pipe in self._pipes]

    def show(self, floor: F) -> None:
        """Shows a new floor: once for each batch of acts, after it is durable.

        One channel that cannot be rendered keeps none of the others waiting; its fault is raised at the end.
        """
        self._floor = floor
        faults: list[Exception] = []
        waits, tallies = self._tick is not None, False
        for channel, pipes in self._channels.values():
            try:
                views = self._screens.views(floor, channel.name, channel.locale)
                late = _coalesced_changes(channel, views)
                tallies = tallies or bool(late)
                held = {name: channel.views[name] for name in late} if waits else {}
                frame = channel.show({**views, **held})
            except Exception as fault:
                faults.append(fault)
                continue
            if frame is not None:
                for pipe in pipes:
                    pipe.push(frame)
        self._late = waits and tallies
        if tallies and not waits:
            self._tick = asyncio.get_running_loop().call_later(TICK, self.tick)
        if faults:
            raise ExceptionGroup("A screen could not be rendered.", faults)

    def regions(self, name: str, locale: str = "en") -> Mapping[str, Region]:
        """Returns the channel's regions as shown now: a page made of them needs no transfer."""
        return self._channel(name, locale).regions

    def poll(self, viewer: Viewer, have: str) -> str:
        """Returns as a JSON list what a socket would send: a frame where a channel differs, then a heartbeat.

        `have` is the JSON text {channel: {region: digest}}. Raises ValueError where it is not that,
        NotAllowed where the viewer may not have a channel.
        """
        channels = HAVE.validate_json(have)
        _check(viewer, channels)
        shown = [self._channel(name, viewer.locale) for name in channels]
        frames = [channel.difference(channels[channel.name]) for channel in shown]
        messages = [frame.text for frame in (*frames, self.beat(shown)) if frame is not None]
        return f"[{','.join(messages)}]"

    def drop(self, predicate: Callable[[Hashable], bool], code: int, reason: str = "") -> int:
        """Closes at once the sockets of each viewer whose `who` the predicate names; returns how many.

        `code` 4401: signed out; 4403: the rights have changed; 1012: come back (the server starts again, or
        the sign-in goes on under a new token).
        """
        gone = [pipe for pipe in self._pipes if predicate(pipe.viewer.who)]
        for pipe in gone:
            self.leave(pipe)
            pipe.end(code, reason)
        return len(gone)

    def join(self, pipe: Pipe) -> None:
        """Takes in a socket before it is accepted, so that rights withdrawn meanwhile close it too."""
        pipe.slot = self._joined % SLOTS
        self._joined += 1
        self._pipes.add(pipe)
        if self._beating is None:
            self._beat_later()

    def leave(self, pipe: Pipe) -> None:
        """Forgets a socket, and each channel that nobody watches any more; twice does no harm."""
        self._pipes.discard(pipe)
        for channel in pipe.watches.values():
            key = (channel.name, channel.locale)
            _, pipes = self._channels[key]
            pipes.discard(pipe)
            if not pipes:
                del self._channels[key]
        pipe.left()

    def answer(self, pipe: Pipe, said: Said) -> None:
        """Answers one message. Raises NotAllowed where it asks for a channel that the viewer may not have."""
        if said.have is not None:
            _check(pipe.viewer, said.have)
            for name, have in said.have.items():
                frame = self._watch(pipe, name).difference(have)
                if frame is not None:
                    pipe.push(frame)
        if said.pong is not None:
            pipe.push(Frame(text({"pong": said.pong, "now": self._clock()})))

    def tick(self) -> None:
        """Shows the tallies that have waited; comes by itself `TICK` seconds after those before."""
        if self._tick is not None:
            self._tick.cancel()
            self._tick = None
        if self._late and self._floor is not None:
            self.show(self._floor)

    def beat(self, channels: Iterable[Channel[F]]) -> Frame:
        """Returns the heartbeat of a socket with these channels: their versions, room time and build."""
        return Frame(text({"beat": {one.name: one.version for one in channels}, **self._stamp()}))

    def _watch(self, pipe: Pipe, name: str) -> Channel[F]:
        if name not in pipe.watches:
            channel = self._channel(name, pipe.viewer.locale)
            _, pipes = self._channels.setdefault((name, channel.locale), (channel, set()))
            pipes.add(pipe)
            pipe.watches[name] = channel
        return pipe.watches[name]

    def _channel(self, name: str, locale: str) -> Channel[F]:
        """Returns the channel that is watched, or one made for this once."""
        locale = self._screens.language(name, locale)
        if (name, locale) in self._channels:
            return self._channels[name, locale][0]
        if self._floor is None:
            raise RuntimeError("A gallery shows a floor before anyone looks at it.")
        channel: Channel[F] = Channel(name, locale, self._screens.html, self._stamp)
        channel.show(self._screens.views(self._floor, name, locale))
        return channel

    def _stamp(self) -> Mapping[str, object]:
        return {"now": self._clock(), "build": self.build}

    def _beat_later(self) -> None:
        loop = asyncio.get_running_loop()
        self._beating = loop.call_later(self._heartbeat / SLOTS, self._beat) if self._pipes else None

    def _beat(self) -> None:
        self._turn = (self._turn + 1) % SLOTS
        shared: dict[tuple[str, ...], Frame] = {}
        for pipe in [pipe for pipe in self._pipes if pipe.slot == self._turn and pipe.watches]:
            key = (pipe.viewer.locale, *pipe.watches)
            if key not in shared:
                shared[key] = self.beat(pipe.watches.values())
            pipe.push(shared[key])
        self._beat_later()


def _check(viewer: Viewer, channels: Iterable[str]) -> None:
    if not viewer.allowed.issuperset(channels):
        raise NotAllowed


def _coalesced_changes(channel: Channel[F], views: Mapping[str, Hashable]) -> list[str]:
    """Returns the names of changed views that may wait for the tick."""
    return [
        name
        for name, view in views.items()
        if getattr(view, "coalesced", False) and channel.views.get(name, view) != view
    ]
