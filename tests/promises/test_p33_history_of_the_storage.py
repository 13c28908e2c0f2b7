"""P-33: nor can the history of the storage: choices come in groups, and go without a trace."""

from __future__ import annotations

import itertools
import json
import shutil
import sqlite3
import struct
from pathlib import Path

import pytest

from app.ballot_box import BATCH
from tests.procedure.meeting import MEMBERS
from tests.rooms.ballots import electing
from tests.store.places import Place

pytestmark = pytest.mark.anyio
HEADER, FRAME_HEADER = 32, 24
"""Bytes of the head of SQLite's write-ahead log, and of each of its frames (its file format, section 4)."""


async def test_p33_each_transaction_of_the_log_adds_a_group_of_seats_and_as_many_choices(
    sqlite_place: Place, tmp_path: Path
) -> None:
    async with electing(sqlite_place) as election:
        await election.committee.store.scrub()
        await election.open()
        for seat in MEMBERS[:7]:
            await election.put(seat, "ghana" if "n" in seat else "peru")
        async with election.box.emptied():
            states = history(database(sqlite_place), tmp_path / "copies")
    grown = [
        (after[0] - before[0], after[1] - before[1])
        for before, after in itertools.pairwise(states)
        if after != before
    ]
    assert grown == [(BATCH, BATCH), (2, 2)], f"only the last group before the close is smaller: {states}"


async def test_p33_what_was_counted_is_in_no_file_any_more(sqlite_place: Place) -> None:
    async with electing(sqlite_place) as election:
        await election.open()
        for seat in MEMBERS:
            await election.put(seat, "ghana")
        keys = [row.key.encode() for row in await election.rows()]
        files = [database(sqlite_place), Path(f"{database(sqlite_place)}-wal")]
        assert any(key in file.read_bytes() for key in keys for file in files), "they were there"
        await election.close()
        await election.emptied()
        await election.committee.store.scrub()
        assert not [key for key in keys for file in files if key in file.read_bytes()]


def database(place: Place) -> Path:
    """The file of the rows."""
    return next(place.data.glob("*.db"))


def history(file: Path, copies: Path) -> list[tuple[int, int]]:
    """After each transaction of the log: how many seats have voted, and how many choices there are."""
    copies.mkdir()
    log = Path(f"{file}-wal").read_bytes()
    states = []
    for number, end in enumerate(commits(log)):
        copy = copies / f"{number}.db"
        shutil.copy(file, copy)
        Path(f"{copy}-wal").write_bytes(log[:end])
        with sqlite3.connect(copy) as rows:
            said = rows.execute("SELECT events FROM minute WHERE events LIKE '%SecretBallots%'").fetchall()
            seats = sum(len(json.loads(events)[0]["seats"]) for (events,) in said)
            choices = rows.execute("SELECT count(*) FROM secret_choice").fetchone()[0]
        states.append((seats, int(choices)))
    return states


def commits(log: bytes) -> list[int]:
    """The ends of all transactions in a log, as places in its bytes; frames of an earlier round are none."""
    page = struct.unpack(">I", log[8:12])[0]
    salts, ends, at = log[16:24], [], HEADER
    while at + FRAME_HEADER + page <= len(log) and log[at + 8 : at + 16] == salts:
        at += FRAME_HEADER + page
        if struct.unpack(">I", log[at - page - FRAME_HEADER + 4 : at - page - FRAME_HEADER + 8])[0]:
            ends.append(at)
    return ends
