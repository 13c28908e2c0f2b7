"""Room time, and the alarm that sounds when a clock of the floor reaches zero."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from app.procedure.countdown import Clock
from app.procedure.floor import Floor

AGAIN_S = 1.0
"""How long the alarm waits before it sounds again, where the room could not record it (seconds)."""
log = logging.getLogger(__name__)


class RoomTime:
    """Room time in integer milliseconds: the wall clock when it was started, plus the monotonic time since.

    Whatever happens to the wall clock while the room is open, speeches keep their length (P-15).
    """

    def __init__(
        self, wall: Callable[[], int] = time.time_ns, monotonic: Callable[[], int] = time.monotonic_ns
    ) -> None:
        """`wall` and `monotonic` give nanoseconds."""
        self._wall, self._monotonic = wall, monotonic
        self.start(0)

    def start(self, not_before: int) -> None:
        """Begins at the wall clock's time, but not before a room time (ms) that is on the record."""
        self._begun = max(self._wall(), not_before * 1_000_000)
        self._zero = self._monotonic()

    def now(self) -> int:
        """Room time now (ms)."""
        return (self._begun + self._monotonic() - self._zero) // 1_000_000


class Alarm:
    """Calls `sound(name, clock)` once for each running clock that reaches zero."""

    def __init__(self, time: RoomTime, sound: Callable[[str, Clock], Awaitable[None]]) -> None:
        self._time, self._sound = time, sound
        self._clocks: dict[str, Clock] = {}
        self._sounded: dict[str, Clock] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._sounding: asyncio.Task[None] | None = None
        self._off = False

    def set(self, floor: Floor) -> None:
        """Has it sound for the clocks that run on this floor, and for no others."""
        running = {name: clock for name, clock in floor.clocks.items() if clock.running and not clock.rang}
        self._clocks = running
        self._sounded = {name: clock for name, clock in self._sounded.items() if running.get(name) == clock}
        self._wait()

    def cancel(self) -> None:
        """Never sounds again."""
        self._off = True
        if self._timer:
            self._timer.cancel()
        if self._sounding:
            self._sounding.cancel()

    def _wait(self, least: float = 0.0) -> None:
        """Sleeps until the next deadline, at least `least` seconds."""
        if self._timer:
            self._timer.cancel()
        pending = [clock.deadline or 0 for name, clock in self._clocks.items() if name not in self._sounded]
        if pending and not self._off:
            delay = max(least, (min(pending) - self._time.now()) / 1000)
            self._timer = asyncio.get_running_loop().call_later(delay, self._ring)

    def _ring(self) -> None:
        if self._sounding is None or self._sounding.done():
            self._sounding = asyncio.create_task(self._sound_all())

    async def _sound_all(self) -> None:
        """Sounds for each clock that is at zero; what could not be recorded sounds again a little later."""
        now, least = self._time.now(), 0.0
        for name, clock in tuple(self._clocks.items()):
            if name not in self._sounded and (clock.deadline or 0) <= now:
                try:
                    await self._sound(name, clock)
                    if self._clocks.get(name) == clock:
                        self._sounded[name] = clock
                except Exception as error:
                    log.warning("the alarm of clock %s was not recorded", name, exc_info=error)
                    least = AGAIN_S
        self._wait(least)
