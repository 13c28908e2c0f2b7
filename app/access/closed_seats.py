"""Seats that leave the roster: whoever sits there is signed out, and their card opens nothing."""

from __future__ import annotations

import asyncio
import logging

from app.access import Access
from app.procedure.floor import Floor

log = logging.getLogger(__name__)


class ClosedSeats:
    """Looks at each floor of one committee for seats that were closed since the last."""

    def __init__(self, access: Access, committee: int) -> None:
        self._access, self._committee = access, committee
        self._known: frozenset[str] = frozenset()
        self._tasks: set[asyncio.Task[None]] = set()

    def look(self, floor: Floor) -> None:
        """Signs out whoever sits at a newly closed seat; a seat whose closing was undone gets a new code."""
        closed = frozenset(seat.key for seat in floor.seats.values() if seat.closed)
        for key in closed - self._known:
            task = asyncio.get_running_loop().create_task(self._end(key))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        self._known = closed

    async def _end(self, key: str) -> None:
        try:
            await self._access.close_seat(self._committee, key)
        except Exception as error:  # the rules refuse the seat all the same
            log.warning("the sign-ins of a closed seat were not ended", exc_info=error)
