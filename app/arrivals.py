"""Who comes and goes before the meeting: told a moment later, once for a whole class that joins together."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

WAIT_S = 0.5
"""How long arrivals wait for one another (seconds)."""
log = logging.getLogger(__name__)


class Arrivals:
    """Has `count` called after somebody came or went, never more often than each `WAIT_S`.

    Used on one event loop.
    """

    def __init__(self, count: Callable[[], Awaitable[None]]) -> None:
        self._count = count
        self._due = False
        self._counting: asyncio.Task[None] | None = None

    def note(self) -> None:
        """Somebody came or went."""
        self._due = True
        if self._counting is None or self._counting.done():
            self._counting = asyncio.create_task(self._wait_and_count())

    def cancel(self) -> None:
        """Counts no more."""
        if self._counting is not None:
            self._counting.cancel()

    async def _wait_and_count(self) -> None:
        while self._due:
            await asyncio.sleep(WAIT_S)
            self._due = False
            try:
                await self._count()
            except Exception:  # the next who comes has all counted again
                log.exception("arrivals were not counted")
