"""A window that watches: a live socket, what its frames have made of the screen, and how much came."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from app.live.channels import version

OPENS_WITHIN = 60
"""Seconds that a busy server may take to open a socket."""


class Weighed(ClientConnection):
    """A connection that counts the bytes that come in, as they are on the way: deflated, with heads."""

    weight = 0

    def data_received(self, data: bytes) -> None:
        """Some bytes came."""
        self.weight += len(data)
        super().data_received(data)


@dataclass(eq=False, kw_only=True)
class Window:
    """One screen. `screen` is channel -> region -> HTML; `frames` and `bytes` are what came over all its
    sockets, `caught_up` how often a frame did not fit and it said what it has."""

    screen: dict[str, dict[str, str]] = field(default_factory=dict)
    frames: int = 0
    caught_up: int = 0
    _digests: dict[str, dict[str, str]] = field(default_factory=dict)
    _weight: int = 0
    _socket: ClientConnection | None = None
    _watching: asyncio.Task[None] | None = None

    @property
    def bytes(self) -> int:
        """Bytes of all sockets so far."""
        return self._weight + getattr(self._socket, "weight", 0)

    @property
    def is_cut(self) -> bool:
        """Whether it has watched and its socket is gone."""
        return bool(self.screen) and self._socket is None

    async def open(self, url: str, headers: Mapping[str, str], channels: tuple[str, ...]) -> None:
        """Open a socket and say what the screen has of these channels: nothing, or what it had before."""
        for channel in channels:
            self.screen.setdefault(channel, {})
        self._socket = await connect(
            url, additional_headers=headers, create_connection=Weighed, open_timeout=OPENS_WITHIN
        )
        await self._say(*channels)
        self._watching = asyncio.create_task(self._keep(self._socket))

    async def cut(self) -> None:
        """The network goes: the socket ends without a word, and the screen stays as it is."""
        if self._socket is not None:
            self._socket.transport.abort()
        await self._ended()

    async def close(self) -> None:
        """Close the socket as a browser does."""
        if self._socket is not None:
            await self._socket.close()
        await self._ended()

    def forget(self) -> None:
        """The screen is empty again."""
        self.screen.clear()
        self._digests.clear()

    async def _ended(self) -> None:
        if self._watching is not None:
            await self._watching
        self._weight, self._socket, self._watching = self.bytes, None, None

    async def _keep(self, socket: ClientConnection) -> None:
        with contextlib.suppress(ConnectionClosed):
            async for text in socket:
                frame = json.loads(text)
                if "regions" in frame and not self._apply(frame):
                    self.caught_up += 1
                    await self._say(frame["channel"])

    def _apply(self, frame: dict[str, Any]) -> bool:
        """A frame replaces the regions it names, without `was` the whole channel; False: it does not fit."""
        channel = frame["channel"]
        shown, digests = self.screen.setdefault(channel, {}), self._digests.setdefault(channel, {})
        if frame["was"] not in (None, version(digests.values())):
            return False
        self.frames += 1
        if frame["was"] is None:
            shown.clear()
            digests.clear()
        for name, html in frame["regions"].items():
            shown.pop(name, None)
            digests.pop(name, None)
            if html:
                shown[name] = html
            if name in frame["digests"]:
                digests[name] = frame["digests"][name]
        return True

    async def _say(self, *channels: str) -> None:
        if self._socket is not None:
            have = {channel: self._digests.get(channel, {}) for channel in channels}
            await self._socket.send(json.dumps({"have": have}))
