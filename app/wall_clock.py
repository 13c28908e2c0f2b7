"""The time of day as rows keep it; a room has a clock of its own."""

from __future__ import annotations

import time


def now_ms() -> int:
    """The time now in UTC milliseconds."""
    return time.time_ns() // 1_000_000
