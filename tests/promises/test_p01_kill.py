"""P-01: an acknowledged command survives `kill -9`, whenever it strikes."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from app.minutes import Minute, replay, verify
from tests.procedure.meeting import MEMBERS
from tests.rooms.sitting import sitting
from tests.store.places import Place

pytestmark = pytest.mark.anyio
Acknowledged = set[tuple[int, str, str]]


def killed_under_load(data: Path, committee: int, life: int, chance: random.Random) -> Acknowledged:
    """One life of a serving process, ended at a random moment; returns what it had acknowledged."""
    program = ("-m", "tests.rooms.loaded_process", str(data), str(committee), str(life))
    process = subprocess.Popen([sys.executable, *program], stdout=subprocess.PIPE)
    assert process.stdout is not None
    first = process.stdout.readline()
    timer = threading.Timer(chance.uniform(0.02, 0.4), process.kill)
    timer.start()
    lines = [first, *process.stdout.read().splitlines(keepends=True)]
    timer.cancel()
    process.kill()
    process.wait()
    whole = [line.decode().split() for line in lines if line.endswith(b"\n")]
    return {(int(number), seat, command_id) for number, seat, command_id in whole}


def rows_on_disk(data: Path) -> list[Minute]:
    """The record as the next process finds it; SQLite itself finds nothing wrong with the file."""
    with closing(sqlite3.connect(data / "placard.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        columns = ", ".join(f'"{column}"' for column in Minute.__slots__)
        found = connection.execute(f"SELECT {columns} FROM minute ORDER BY number").fetchall()
    return [Minute(*row) for row in found]


async def lives(place: Place, count: int) -> None:
    """Kills a serving process `count` times and looks at the record after each."""
    chance = random.Random(1)
    async with sitting(place) as committee:
        await committee.open_debate()
        committee_id = committee.room.committee_id
    acknowledged: Acknowledged = set()
    for life in range(count):
        acknowledged |= killed_under_load(place.data, committee_id, life, chance)
        rows = rows_on_disk(place.data)
        on_record = {(row.number, row.by, row.command_id) for row in rows}
        assert acknowledged <= on_record, f"life {life}: an acknowledged act is gone"
        extra = {row.command_id for row in rows if row.command_id.startswith(f"{life}-")}
        extra -= {command_id for _, _, command_id in acknowledged}
        assert len(extra) <= len(MEMBERS), "beyond those, only what was just being answered"
        assert verify(rows) is None
        replay(rows)
    assert len(acknowledged) > 20 * count, "it was under load"


@pytest.mark.timeout(400)
async def test_p01_eight_kills_lose_nothing_that_was_acknowledged(sqlite_place: Place) -> None:
    await lives(sqlite_place, 8)


@pytest.mark.long
async def test_p01_sixty_kills_lose_nothing_that_was_acknowledged(sqlite_place: Place) -> None:
    await lives(sqlite_place, 60)
