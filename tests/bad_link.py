"""A TCP link between browsers and a server that can be as bad as a school's Wi-Fi: the one harness for it."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


@dataclass(eq=False)
class BadLink:
    """Passes bytes on to `port` of this computer, with the faults that a test sets; each holds at once.

    `latency` is seconds that each piece of the server's waits, `slice` the most bytes of a piece (0: as they
    come). In a `black_hole` nothing arrives and nobody is told. `lose` answers of the server are swallowed,
    and with each its connection is cut; `limit` (None: none) is how many bytes of the server's still pass
    before the connection is cut. What the server sends as one write is one piece here, mostly.
    """

    port: int
    latency: float = 0.0
    slice: int = 0
    black_hole: bool = False
    refuses: bool = False
    lose: int = 0
    limit: int | None = None
    lost: int = 0
    opened: int = 0
    here: int = 0
    on_piece: Callable[[bytes], bool] = lambda piece: True
    """Asked for each piece of the server's; False cuts the connection before it arrives."""
    on_asked: Callable[[bytes], bytes] = lambda piece: piece
    """What becomes of each piece of the browser's on its way."""
    _open: set[asyncio.StreamWriter] = field(default_factory=set)
    _server: asyncio.Server | None = None
    _loop: asyncio.AbstractEventLoop | None = None

    async def open(self) -> BadLink:
        """Listen on a free port of this computer, or on the one of before."""
        self._loop = asyncio.get_running_loop()
        self._server = await asyncio.start_server(self._pass_on, "127.0.0.1", self.here)
        self.here = int(self._server.sockets[0].getsockname()[1])
        return self

    async def close(self) -> None:
        """Listen no more, and reset what is open."""
        if self._server is not None:
            self._server.close()
        self._break_all()

    def reset(self) -> None:
        """Every connection breaks at once, without a good-bye; from whatever thread."""
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._break_all)

    def _break_all(self) -> None:
        for writer in tuple(self._open):
            writer.transport.abort()
        self._open.clear()

    async def _pass_on(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        self.opened += 1
        if self.refuses:
            back.transport.abort()
            return
        far, out = await asyncio.open_connection("127.0.0.1", self.port)
        self._open |= {back, out}
        forth = asyncio.create_task(self._forth(near, out))
        with contextlib.suppress(OSError):
            await self._back(far, back)
        for writer in (back, out):
            writer.transport.abort()
        self._open -= {back, out}
        forth.cancel()

    async def _forth(self, near: asyncio.StreamReader, out: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while data := await near.read(65_536):
                await self._hole()
                out.write(self.on_asked(data))
                await out.drain()
            out.write_eof()

    async def _back(self, far: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        while data := await far.read(self.slice or 65_536):
            await self._hole()
            if self.latency:
                await asyncio.sleep(self.latency)
            if self.lose:
                self.lose, self.lost = self.lose - 1, self.lost + 1
                return
            if not self.on_piece(data):
                return
            if self.limit is not None:
                data, self.limit = data[: self.limit], self.limit - len(data)
            back.write(data)
            await back.drain()
            if self.limit is not None and self.limit <= 0:
                self.limit = None
                return

    async def _hole(self) -> None:
        while self.black_hole:
            await asyncio.sleep(0.02)


@contextlib.contextmanager
def bad_link(port: int) -> Iterator[BadLink]:
    """A link in a thread of its own, for tests that drive a browser."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    link = asyncio.run_coroutine_threadsafe(BadLink(port).open(), loop).result(10)
    try:
        yield link
    finally:
        asyncio.run_coroutine_threadsafe(link.close(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
