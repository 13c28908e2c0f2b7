"""What knows uvicorn's sockets from inside: frames built once and written straight to many transports."""

from __future__ import annotations

import asyncio
import logging
import struct
import zlib
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any, Protocol, cast

try:
    from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
    from websockets.extensions.permessage_deflate import (
        PerMessageDeflate,
        ServerPerMessageDeflateFactory,
    )
    from websockets.server import ServerProtocol
except ImportError:  # another uvicorn or websockets: missing() says so, and frames go the plain way
    WebSocketsSansIOProtocol = ServerProtocol = object  # type: ignore[assignment,misc]
    PerMessageDeflate = ServerPerMessageDeflateFactory = object  # type: ignore[assignment,misc]

EXTENSION = "placard.frames"
LARGEST_MESSAGE = 64 * 1024
"""Bytes a browser may send at once; more closes its socket with 1009."""
HIGH_WATER = 256 * 1024
"""Bytes that may wait for one browser before it counts as behind."""
SMALLEST_DEFLATED = 400
"""Bytes of text below which deflating costs more than it saves."""
WINDOW_BITS, MEM_LEVEL = 12, 5
GRACE = 1.0
"""Seconds a browser has to answer a close before its connection is cut."""

Used = tuple[tuple[str, type, tuple[str, ...]], ...]
USED: Used = (
    (
        "uvicorn's WebSocketsSansIOProtocol",
        WebSocketsSansIOProtocol,
        (
            *("conn", "transport", "scope", "queue", "loop", "run_asgi", "connection_made"),
            *("pause_writing", "resume_writing", "read_paused", "connection_lost", "handle_close"),
            *("handshake_complete", "close_sent", "close_timer", "disconnected"),
        ),
    ),
    (
        "websockets' ServerProtocol",
        ServerProtocol,
        ("available_extensions", "extensions", "send_close", "data_to_send"),
    ),
    ("websockets' PerMessageDeflate", PerMessageDeflate, ("local_max_window_bits",)),
)
"""Every attribute that this file uses of them: (whose, class, names)."""

logger = logging.getLogger(__name__)


class Frame:
    """One text message for many browsers, put into the bytes of RFC 6455 once (and deflated once, RFC 7692).

    `text` is the message; `secret` keeps it from ever being compressed: what stands beside words that a
    person types could be guessed from the length of a compressed frame.
    """

    def __init__(self, text: str, secret: bool = False) -> None:
        self.text = text
        self.secret = secret

    @cached_property
    def plain(self) -> bytes:
        """The whole frame, header and all, as it is."""
        data = self.text.encode()
        return _head(len(data), deflated=False) + data

    @cached_property
    def deflated(self) -> bytes:
        """The whole frame for a connection that agreed to deflate; plain where it is short or secret."""
        data = self.text.encode()
        if self.secret or len(data) < SMALLEST_DEFLATED:
            return self.plain  # a frame without RSV1 is in order on such a connection
        return _deflate(data)


class Watcher(Protocol):
    """Who wants to know when a browser stops and starts again to take what is written, and when it leaves."""

    def paused(self) -> None:
        """More than HIGH_WATER bytes wait."""

    def resumed(self) -> None:
        """The bytes that waited have gone."""

    def closing(self) -> None:
        """Nothing may be written any more."""


class FramedProtocol(WebSocketsSansIOProtocol):
    """uvicorn's protocol, handing itself over in `scope["extensions"][EXTENSION]`.

    `watcher` is told of back-pressure and of the end; `behind` says whether there is back-pressure now.
    """

    _deflates: bool | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conn.available_extensions = [_deflate_without_memory()]
        self.watcher: Watcher | None = None
        self.behind = False

    @property
    def is_open(self) -> bool:
        """Whether a frame may be written now."""
        closing = self.close_sent or self.disconnected or self.transport.is_closing()
        return self.handshake_complete and not closing

    @property
    def deflates(self) -> bool:
        """Whether this browser reads what `Frame.deflated` makes; settled once the handshake is complete."""
        if self._deflates is None:
            self._deflates = any(
                isinstance(one, PerMessageDeflate) and one.local_max_window_bits >= WINDOW_BITS
                for one in self.conn.extensions
            )
        return self._deflates

    @property
    def write(self) -> Callable[[bytes], None]:
        """What hands a whole frame to the transport; the caller has asked `is_open` and `behind`."""
        return self.transport.write

    def end(self, code: int, reason: str) -> None:
        """Closes at once with `code` and `reason`, even while the browser takes nothing; twice is no harm."""
        if not self.is_open:
            return
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
        self.conn.send_close(code, reason)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self._tell_closing()
        if self.read_paused:  # else the answer to the close would never be read
            self.read_paused = False
            self.transport.resume_reading()
        self.close_timer = self.loop.call_later(GRACE, self.transport.abort)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        cast(asyncio.Transport, transport).set_write_buffer_limits(high=HIGH_WATER)

    def connection_lost(self, exc: Exception | None) -> None:
        self._tell_closing()
        super().connection_lost(exc)

    def handle_close(self, event: Any) -> None:
        self._tell_closing()
        super().handle_close(event)

    async def run_asgi(self) -> None:
        handed = cast(dict[str, Any], self.scope["extensions"])
        handed[EXTENSION] = self
        try:
            await super().run_asgi()
        finally:
            handed.pop(EXTENSION, None)  # it holds the protocol that holds it

    def pause_writing(self) -> None:
        super().pause_writing()
        self.behind = True
        if self.watcher is not None:
            self.watcher.paused()

    def resume_writing(self) -> None:
        super().resume_writing()
        self.behind = False
        if self.watcher is not None:
            self.watcher.resumed()

    def _tell_closing(self) -> None:
        if self.watcher is not None:
            self.watcher.closing()


def uvicorn_options() -> dict[str, Any]:
    """Returns what `uvicorn.Config` needs for sockets, as keywords; says so where the fast way is gone."""
    gone = missing()
    if gone:
        logger.warning(
            "Live frames go out one by one, which is slower: %s not found. "
            "Placard is tested with the versions in constraints.txt.",
            ", ".join(gone),
        )
    return {
        "ws": "auto" if gone else FramedProtocol,
        "ws_max_size": LARGEST_MESSAGE,
        "ws_per_message_deflate": False,
    }


def missing(listed: Used | None = None) -> list[str]:
    """Returns what of `listed` (`USED` without it) this uvicorn does not have, as "whose name"."""
    of = USED if listed is None else listed
    return [f"{whose} {name}" for whose, used, names in of for name in names if name not in _names(used)]


@cache
def _names(used: type) -> frozenset[str]:
    """Returns each attribute a class has or its methods speak of, those set while it runs among them."""
    functions = (one for base in used.__mro__ for one in vars(base).values() if hasattr(one, "__code__"))
    return frozenset(dir(used)).union(*(one.__code__.co_names for one in functions))


def _head(size: int, *, deflated: bool) -> bytes:
    """Returns the header of an unmasked, final text frame with `size` bytes (RFC 6455, section 5.2)."""
    first = 0x81 | (0x40 if deflated else 0)
    if size < 126:
        return struct.pack("!BB", first, size)
    if size < 65536:
        return struct.pack("!BBH", first, 126, size)
    return struct.pack("!BBQ", first, 127, size)


def _deflate(data: bytes) -> bytes:
    """Returns the frame of `data` deflated without context, less the last empty block (RFC 7692, 7.2.1)."""
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -WINDOW_BITS, MEM_LEVEL)
    small = (squeeze.compress(data) + squeeze.flush(zlib.Z_SYNC_FLUSH))[:-4]
    return _head(len(small), deflated=True) + small


def _deflate_without_memory() -> ServerPerMessageDeflateFactory:
    """Returns our side of the bargain: no message leans on one before, so one frame serves every browser."""
    return ServerPerMessageDeflateFactory(
        server_no_context_takeover=True,
        client_no_context_takeover=True,  # else every socket keeps a window to inflate with
        server_max_window_bits=WINDOW_BITS,
        compress_settings={"memLevel": MEM_LEVEL},
    )
