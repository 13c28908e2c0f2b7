"""Counts every answer and, where somebody wants the log, tells of it: by its route, never by its address."""

from __future__ import annotations

import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.operations.counts import Counts
from app.operations.logs import tell
from app.web.policy import row_of
from app.web.policy_rows import HERE
from app.web.table import ACT_ROWS

ACTS = frozenset(HERE + row.path for row in ACT_ROWS)


class Counting:
    """Stands before everything else, so that what the guard refuses is counted too. Pure ASGI."""

    def __init__(self, app: ASGIApp, counts: Counts) -> None:
        self.app, self.counts = app, counts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and note how it was answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.monotonic(), 500

        async def sent(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, sent)
        finally:
            row = row_of(scope["method"], scope["path"])
            route = row.path if row else "none"
            self.counts.note(status, scope["method"] == "POST" and route in ACTS)
            passed_ms = round((time.monotonic() - began) * 1000, 1)
            tell("request", method=scope["method"], route=route, status=status, ms=passed_ms)
