"""Facts about the machine that a room depends on: the version of SQLite, the disk, the clock."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

MENDED = (3, 51, 3)
"""From this SQLite on, two connections that write or checkpoint a WAL at once can no longer damage it."""
ALSO_MENDED = ((3, 50, 7), (3, 44, 6))
"""Releases of older lines that have the same repair."""
MEGABYTE = 1024 * 1024
SCARCE = 500 * MEGABYTE
"""Bytes of free disk below which somebody should look."""
TOO_LITTLE = 50 * MEGABYTE
"""Bytes of free disk below which a server is not ready: an afternoon's record and a backup need that."""
JUMP_MS = 2_000
"""A clock that was set by more than this since the start is worth telling."""
SLOW_DISK = 20
"""Durable writes a second below which a vote by devices is felt to be slow."""


@dataclass(frozen=True, slots=True)
class Sqlite:
    """The SQLite that is linked in, and whether it has the fault of its write-ahead log."""

    version: str
    has_wal_fault: bool


@dataclass(frozen=True, slots=True)
class Disk:
    """Bytes of the disk that holds the data folder."""

    free: int
    total: int

    @property
    def state(self) -> str:
        """ "fine", "look" where it is scarce, "broken" where it is too little to go on."""
        return "broken" if self.free < TOO_LITTLE else "look" if self.free < SCARCE else "fine"


def sqlite(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> Sqlite:
    """What is known of a version of SQLite (sqlite.org, "WAL-reset bug", mended in 3.51.3)."""
    line = next((one for one in ALSO_MENDED if one[:2] == version[:2]), MENDED)
    return Sqlite(".".join(map(str, version)), version < line)


def disk(data: Path) -> Disk:
    """The disk under the data folder, or under the nearest folder above it that is there."""
    place = next(one for one in (data.absolute(), *data.absolute().parents) if one.exists())
    found = shutil.disk_usage(place)
    return Disk(found.free, found.total)


def writes_a_second(data: Path, seconds: float = 0.5) -> int:
    """How many small writes a second the disk under `data` makes durable, measured for so long."""
    began, count = time.monotonic(), 0
    with tempfile.TemporaryFile(dir=data) as file:
        while (passed := time.monotonic() - began) < seconds:
            file.write(b"\0" * 4096)
            file.flush()
            os.fsync(file.fileno())
            count += 1
    return round(count / passed) if passed else count


class WallClock:
    """Watches whether the wall clock of this machine was set while the server ran."""

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """Both give seconds."""
        self._wall, self._steady = wall, steady
        self._began = wall(), steady()

    def runs_ms(self) -> int:
        """Milliseconds since it began to watch, by the clock that nobody can set."""
        return round((self._steady() - self._began[1]) * 1000)

    def was_set_by_ms(self) -> int:
        """By how many milliseconds the wall clock was set since then; 0 where by too little to tell."""
        by = round((self._wall() - self._began[0]) * 1000) - self.runs_ms()
        return by if abs(by) >= JUMP_MS else 0

    def now(self) -> datetime:
        """The time that this machine believes in, in UTC."""
        return datetime.fromtimestamp(self._wall(), UTC)
