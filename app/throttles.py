"""Token buckets: how many presses a seat may make; limits are settings, in presses per five seconds."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from app.access import Holder
from app.settings import Settings

PERIOD = 5.0
"""Seconds over which the settings count."""
MOST_BUCKETS = 20_000


@dataclass(slots=True)
class Bucket:
    """Presses left, as of a moment (seconds, monotonic)."""

    left: float
    at: float


class Presses:
    """How often each sign-in may act; a whole school behind one address shares nothing."""

    def __init__(self, settings: Settings, now: Callable[[], float] = time.monotonic) -> None:
        self._settings, self._now = settings, now
        self._buckets: dict[Hashable, Bucket] = {}

    def take(self, holder: Holder) -> bool:
        """Take one press of this sign-in; False where it has none left."""
        dais = holder.is_dais or holder.role == "organizer"
        rate = self._settings.dais_presses if dais else self._settings.seat_presses
        burst = max(rate, self._settings.burst)
        now = self._now()
        bucket = self._buckets.get(holder.device) or Bucket(burst, now)
        bucket.left = min(burst, bucket.left + (now - bucket.at) * rate / PERIOD)
        bucket.at = now
        if len(self._buckets) >= MOST_BUCKETS:
            self._buckets.clear()
        self._buckets[holder.device] = bucket
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True
