"""How much one seat or one sign-in may ask of the server: presses by token buckets, and open sockets."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.access import Holder
from app.settings import Settings

PERIOD = 5.0
"""Seconds over which the settings count."""
MOST_BUCKETS = 20_000
TOO_MANY_SOCKETS = 1008, "More windows of Placard are open in this browser than it may have. Close one."
"""How a socket too many is closed: its page asks by GET from then on."""


@dataclass(slots=True)
class Bucket:
    """Presses left, as of a moment (seconds, monotonic)."""

    left: float
    at: float


class Presses:
    """How often each seat may act, on all its devices; a school behind one address shares nothing."""

    def __init__(self, settings: Settings, now: Callable[[], float] = time.monotonic) -> None:
        """Limits are settings, in presses per five seconds; `now` gives seconds."""
        self._settings, self._now = settings, now
        self._buckets: dict[Hashable, Bucket] = {}

    def take(self, holder: Holder) -> bool:
        """Take one press of this seat, or of this sign-in where it has no seat; False where none is left."""
        dais = holder.is_dais or holder.role == "organizer"
        rate = self._settings.dais_presses if dais else self._settings.seat_presses
        burst, now = max(rate, self._settings.burst), self._now()
        key = (holder.committee_id, holder.seat_key) if holder.seat_key else holder.device
        bucket = self._buckets.pop(key, None) or Bucket(burst, now)
        bucket.left = min(burst, bucket.left + (now - bucket.at) * rate / PERIOD)
        bucket.at = now
        if len(self._buckets) >= MOST_BUCKETS:  # the longest silent has a full one again by now
            del self._buckets[next(iter(self._buckets))]
        self._buckets[key] = bucket
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True

    def let_go(self) -> None:
        """Forgets every seat and sign-in whose bucket is full again by now."""
        longest = PERIOD * max(1.0, self._settings.burst / self._settings.seat_presses)
        now = self._now()
        self._buckets = {key: one for key, one in self._buckets.items() if now - one.at < longest}


class OpenSockets:
    """How many sockets of one kind each sign-in has open."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open: Counter[str] = Counter()

    @contextmanager
    def one_more(self, device: str) -> Iterator[bool]:
        """Counts a socket of this `Holder.device` while it is open; False where it is one too many."""
        fits = self._open[device] < self._most
        self._open[device] += fits
        try:
            yield fits
        finally:
            self._open[device] -= fits
            if not self._open[device]:
                del self._open[device]
