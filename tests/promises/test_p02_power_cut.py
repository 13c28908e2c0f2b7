"""P-02: an acknowledged act survives a power cut; what was written and not forced to the disk is gone.

A small library below SQLite keeps what was forced to the disk; the process is killed, and only that is read.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.minutes import verify
from tests.promises.test_p01_kill import rows_on_disk
from tests.rooms.sitting import sitting
from tests.store.places import Place

pytestmark = [pytest.mark.anyio, pytest.mark.long]
CUTS, MOST_CUTS = 5, 12
SOURCE = Path(__file__).with_name("power_cut.c")


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library, compiled here."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("power is cut by a small C library: it needs Linux and a C compiler (cc or gcc)")
    made = tmp_path_factory.mktemp("shim") / "power_cut.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-o", str(made), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True, timeout=60)
    return made


def cut(shim: Path, data: Path, kept: Path, committee: int, how: str) -> set[tuple[int, str, str]]:
    """One life under load until the power goes; returns what was acknowledged."""
    kept.mkdir()
    for file in data.glob("placard.db*"):
        shutil.copy(file, kept)
    environment = {**os.environ, "LD_PRELOAD": str(shim), "POWER_CUT_KEEPS": str(kept)}
    words = ("-m", "tests.promises.powered_process", str(data), str(committee), kept.name, how)
    process = subprocess.Popen([sys.executable, *words], stdout=subprocess.PIPE, env=environment)
    assert process.stdout is not None
    first = process.stdout.readline()
    timer = threading.Timer(0.5, process.kill)
    timer.start()
    lines = [first, *process.stdout.read().splitlines(keepends=True)]
    timer.cancel()
    process.kill()
    process.wait()
    whole = [line.decode().split() for line in lines if line.endswith(b"\n")]
    return {(int(number), seat, command_id) for number, seat, command_id in whole}


async def lost(shim: Path, place: Place, how: str, cuts: int, until_lost: bool) -> int:
    """How many acknowledged acts are gone after so many power cuts, each on a fresh committee."""
    gone = 0
    for life in range(cuts):
        own = Place("", place.data / f"{how}-{life}")
        async with sitting(own) as committee:
            await committee.open_debate()
            committee_id = committee.room.committee_id
        kept = place.data / f"kept-{how}-{life}"
        acknowledged = cut(shim, own.data, kept, committee_id, how)
        assert len(acknowledged) > 20, "it was under load"
        rows = rows_on_disk(kept)
        assert verify(rows) is None, "what is left is a beginning of the record"
        gone += len(acknowledged - {(row.number, row.by, row.command_id) for row in rows})
        if gone and until_lost:
            break
    return gone


async def test_p02_nothing_that_was_acknowledged_is_lost(shim: Path, sqlite_place: Place) -> None:
    assert await lost(shim, sqlite_place, "full", CUTS, until_lost=False) == 0


async def test_p02_the_test_would_find_a_database_that_does_not_force_its_log(
    shim: Path, sqlite_place: Place
) -> None:
    assert await lost(shim, sqlite_place, "normal", MOST_CUTS, until_lost=True) > 0
