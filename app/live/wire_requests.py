"""uvicorn's reader of requests with an end to its patience; with wire.py all that knows uvicorn's insides."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from app.live.wire import Used, missing

try:
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
except ImportError:  # another uvicorn: missing() says so, and requests are read as it does
    HttpToolsProtocol = object  # type: ignore[assignment,misc]

LARGEST_HEAD = 64 * 1024
"""Bytes of a request before its body: its line and its headers."""
HEAD_WITHIN = 20.0
"""Seconds in which a browser that has connected, or begun a request, must have sent the head of one."""
BODY_LOOKED_AT, LEAST_OF_BODY = 20.0, 8 * 1024
"""Every so many seconds at least so many bytes of a body must have come: the slowest Wi-Fi brings more."""
TOO_LARGE = "The head of this request is too large."
USED: Used = (
    (
        "uvicorn's HttpToolsProtocol",
        HttpToolsProtocol,
        (
            *("loop", "transport", "flow", "send_400_response", "handle_websocket_upgrade"),
            *("data_received", "connection_made", "connection_lost"),
            *("on_headers_complete", "on_body", "on_message_complete"),
        ),
    ),
)
"""Every attribute that this file uses of it: (whose, class, names)."""
logger = logging.getLogger(__name__)


class PatientProtocol(HttpToolsProtocol):
    """One connection; what it does not send in time, or sends too much of before a body, ends it.

    uvicorn itself waits for ever for a head, and keeps as much of one as comes: a few hundred connections
    that trickle (slowloris) would take all that the machine may have open. A request that comes in one piece
    costs no timer.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._in_head, self._upgraded = True, False
        self._heads = self._head_bytes = self._body_bytes = 0
        self._watch: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[arg-type]
        self._watch = self.loop.call_later(HEAD_WITHIN, self._cut)

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_watching()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        heads, in_head = self._heads, self._in_head
        super().data_received(data)
        if self._upgraded or self.transport.is_closing():
            return
        if in_head and self._in_head and heads == self._heads:  # nothing but a part of a head
            self._head_bytes += len(data)
            if self._head_bytes > LARGEST_HEAD:
                self.send_400_response(TOO_LARGE)
            elif self._watch is None:
                self._watch = self.loop.call_later(HEAD_WITHIN, self._cut)
        elif not self._in_head and self._watch is None:
            self._watch = self.loop.call_later(BODY_LOOKED_AT, self._look_at_body)

    def handle_websocket_upgrade(self) -> None:
        self._stop_watching()
        self._upgraded = True
        super().handle_websocket_upgrade()

    def on_headers_complete(self) -> None:
        self._stop_watching()
        self._in_head, self._heads = False, self._heads + 1
        self._head_bytes = self._body_bytes = 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._stop_watching()
        self._in_head = True
        super().on_message_complete()

    def _look_at_body(self) -> None:
        self._watch = None
        # what the application has not asked for yet cannot come: that is no fault of the browser
        if self._body_bytes < LEAST_OF_BODY and not self.flow.read_paused:
            self._cut()
            return
        self._body_bytes = 0
        self._watch = self.loop.call_later(BODY_LOOKED_AT, self._look_at_body)

    def _cut(self) -> None:
        self.transport.abort()

    def _stop_watching(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None


def request_options() -> dict[str, Any]:
    """Returns what `uvicorn.Config` needs to read requests so; says so where this uvicorn has changed."""
    gone = missing(USED)
    if gone:
        logger.warning(
            "Slow requests are not cut off: %s not found. "
            "Placard is tested with the versions in constraints.txt.",
            ", ".join(gone),
        )
    return {"http": "auto" if gone else PatientProtocol}
