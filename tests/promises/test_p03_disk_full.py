"""P-03: where the disk is full an act is refused cleanly, reading goes on, the dais is told, and it recovers.

The disk is filled by a limit on the size of files (RLIMIT_FSIZE): writing the database's log fails for real.
"""

from __future__ import annotations

import resource
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx2 as httpx

from app.minutes import replay, verify
from tests.served import Served

BANNER = "Nothing can be recorded just now"
ROOM_ON_DISK = 32 * 1024
"""Bytes that a file may have; the log of a served committee has more, or soon will."""
NOTES = {"notes": "Ask Peru about the fund. ", "version": "0"}
PAGE = {"Accept": "text/html"}


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process grows any more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM_ON_DISK, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def presses_until_refused(served: Served) -> tuple[dict[str, str], httpx.Response]:
    """The chair presses until an act is refused; returns that press and its answer."""
    seats = served.members()
    for place in range(60):
        press = {"command_id": secrets.token_hex(16), "seat": seats[place % len(seats)], "status": "present"}
        press["status"] = "present" if place < len(seats) else "absent"
        answer = served.client("chair", "dais-1").post(f"{served.here}/roll-call/statuses", json=press)
        if answer.status_code != 200:
            return press, answer
    raise AssertionError("the disk was never full")


def test_p03_a_full_disk_refuses_cleanly_and_recovers_without_a_restart(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as served:
        chair, observer = served.client("chair", "dais-1"), served.client("observer")
        ghana = served.client("delegate", "ghana")
        served.do("chair", "/roll-calls", "dais-1")
        assert BANNER not in chair.get(f"{served.here}/chair", headers=PAGE).text
        with full_disk():
            press, answer = presses_until_refused(served)
            assert answer.status_code == 503, answer.text
            assert int(answer.headers["retry-after"]) > 0
            assert "refused" in answer.json()
            before, head = served.room().floor, served.head()
            assert BANNER in chair.get(f"{served.here}/chair", headers=PAGE).text
            again = chair.post(f"{served.here}/roll-call/statuses", json=press)
            assert again.status_code == 503
            noted = ghana.post(f"{served.here}/notes", json=NOTES)
            assert (noted.status_code, noted.json()["refused"][0]["rule"]) == (503, "not_written")
            assert noted.headers["retry-after"]
            for client, page in ((observer, "floor"), (observer, "minutes"), (chair, "record.json")):
                shown = client.get(f"{served.here}/{page}", headers=PAGE)
                assert shown.status_code == 200, page
                assert BANNER not in shown.text, "only the dais is told"
            assert (served.room().floor, served.head()) == (before, head), "nothing half-written"
        answer = chair.post(f"{served.here}/roll-call/statuses", json=press)
        assert answer.status_code == 200, "the same press, once there is room"
        assert answer.json()["recorded"] == before.number + 1
        assert BANNER not in chair.get(f"{served.here}/chair", headers=PAGE).text
        assert ghana.post(f"{served.here}/notes", json=NOTES).status_code == 200
        rows = served.ask(served.house.store.since(served.committee))
        assert verify(rows) is None and replay(rows) == served.room().floor
        assert sum(row.command_id == press["command_id"] for row in rows) == 1
        database = served.database
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
