"""How frames leave for one browser: fast through wire.FramedProtocol, plainly on any other server."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from app.live.wire import EXTENSION, Frame, FramedProtocol

if TYPE_CHECKING:
    from app.live.channels import Channel

PATIENCE = 5.0
"""Seconds that a browser may take nothing before it is closed with 1013 (try again later)."""
WAITING = 64
"""Frames that may wait for one browser on the plain way."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who watches: the channels it may have, its language, and `who`, by which the caller knows it again."""

    allowed: frozenset[str]
    locale: str = "en"
    who: Hashable = None


@dataclass(eq=False)
class Pipe(ABC):
    """One browser's socket: what it watches, whether it missed a frame (`stale`), how to write and close.

    A browser that is behind is not written to; when it has caught up it gets the whole of each channel once.
    """

    viewer: Viewer
    slot: int = 0
    watches: dict[str, Channel[Any]] = field(default_factory=dict)
    stale: bool = False
    ended: tuple[int, str] | None = None
    _late: asyncio.TimerHandle | None = None

    @abstractmethod
    def push(self, frame: Frame) -> None:
        """Writes the frame now, or notes that the browser is behind; never waits."""

    @abstractmethod
    async def receive(self) -> str | None:
        """Returns the next message, "" where it is not text; None when the socket has ended."""

    @abstractmethod
    def end(self, code: int, reason: str) -> None:
        """Closes the socket at once; twice does no harm."""

    def paused(self) -> None:
        """The browser takes nothing: it has `PATIENCE` seconds."""
        if self._late is None:
            loop = asyncio.get_running_loop()
            self._late = loop.call_later(PATIENCE, self.end, 1013, "This browser did not take what was sent.")

    def resumed(self) -> None:
        """The browser takes again: what it missed is made up by the whole of each channel."""
        self._stop_waiting()
        if self.stale:
            asyncio.get_running_loop().call_soon(self._make_up)

    def left(self) -> None:
        """The socket's endpoint is over: nothing of it stays behind."""
        self._stop_waiting()
        self.watches.clear()

    def _stop_waiting(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _make_up(self) -> None:
        self.stale = False
        for channel in self.watches.values():
            self.push(channel.whole())


@dataclass(eq=False)
class FastPipe(Pipe):
    """Shares one frame's bytes with every other browser; no queue and no task of its own."""

    websocket: WebSocket = field(kw_only=True)
    protocol: FramedProtocol = field(kw_only=True)

    _write: Callable[[bytes], None] | None = None
    """While a frame may be written: asking the protocol for each frame costs more than all else here."""
    _deflates: bool = False

    def __post_init__(self) -> None:
        self.protocol.watcher = self

    def push(self, frame: Frame) -> None:
        if self._write is not None:
            self._write(frame.deflated if self._deflates else frame.plain)
        elif self.protocol.behind:
            self.stale = True
        elif self.protocol.is_open:
            self._write, self._deflates = self.protocol.write, self.protocol.deflates
            self.push(frame)

    def paused(self) -> None:
        self._write = None
        super().paused()

    def closing(self) -> None:
        self._write = None

    async def receive(self) -> str | None:
        message = await self.websocket.receive()
        return None if message["type"] == "websocket.disconnect" else message.get("text") or ""

    def end(self, code: int, reason: str) -> None:
        self.ended = self.ended or (code, reason)
        self.protocol.end(code, reason)

    def left(self) -> None:
        super().left()
        self.closing()
        self.protocol.watcher = None


@dataclass(eq=False)
class PlainPipe(Pipe):
    """A queue and a task for each browser: slower, and right on every server that speaks ASGI."""

    websocket: WebSocket = field(kw_only=True)
    _queue: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(WAITING))
    _closing: asyncio.Event = field(default_factory=asyncio.Event)
    _pump: asyncio.Task[None] | None = None

    def push(self, frame: Frame) -> None:
        if self.ended or self.websocket.application_state is not WebSocketState.CONNECTED:
            return
        if self._pump is None:
            self._pump = asyncio.create_task(self._send())
        if self.stale or self._queue.full():
            self.stale = True
            self.paused()
        else:
            self._queue.put_nowait(frame.text)

    async def receive(self) -> str | None:
        """As above; closing is done here, because only the task that receives may end."""
        message = asyncio.ensure_future(self.websocket.receive())
        closing = asyncio.ensure_future(self._closing.wait())
        await asyncio.wait({message, closing}, return_when=asyncio.FIRST_COMPLETED)
        closing.cancel()
        if message.done():
            said = message.result()
            return None if said["type"] == "websocket.disconnect" else said.get("text") or ""
        message.cancel()
        if self.ended:
            await self._close(*self.ended)
        return None

    def end(self, code: int, reason: str) -> None:
        self.ended = self.ended or (code, reason)
        self._closing.set()

    def left(self) -> None:
        super().left()
        if self._pump is not None:
            self._pump.cancel()

    async def _send(self) -> None:
        try:
            while True:
                await self.websocket.send_text(await self._queue.get())
                if self.stale and self._queue.empty():
                    self.resumed()
        except (WebSocketDisconnect, RuntimeError):
            self.end(1001, "The browser has gone.")

    async def _close(self, code: int, reason: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                await self.websocket.close(code, reason)
        except (TimeoutError, WebSocketDisconnect, RuntimeError):
            return  # it takes nothing any more: the server cuts it when the endpoint returns


def pipe_for(websocket: WebSocket, viewer: Viewer) -> Pipe:
    """Returns the fast pipe where the server hands over its protocol, else the plain one."""
    protocol = websocket.scope.get("extensions", {}).get(EXTENSION)
    if protocol is None:
        return PlainPipe(viewer, websocket=websocket)
    return FastPipe(viewer, websocket=websocket, protocol=protocol)
