"""The organizer's status page: true figures, sign-ins that can be ended, nothing personal to send along."""

from __future__ import annotations

import html
import json
import re
import shutil
import sqlite3
from collections import namedtuple
from datetime import UTC, datetime

import pytest

from app.operations.facts import WallClock, sqlite
from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.shelf import HTML

Usage = namedtuple("Usage", "total used free")
PAGE = "/organizer/status"


def status_page(served: Served) -> str:
    """The page as the organizer reads it."""
    answer = served.client("organizer").get(PAGE, headers=HTML)
    assert answer.status_code == 200
    return html.unescape(answer.text)


@pytest.fixture(scope="module")
def room(served: Served) -> Afternoon:
    """A committee in debate."""
    afternoon = Afternoon(served)
    afternoon.opens()
    return afternoon


@pytest.mark.parametrize(
    ("version", "fault"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 3), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 52, 0), False),
    ],
)
def test_versions_of_sqlite_with_the_fault_of_the_log_are_known(
    version: tuple[int, ...], fault: bool
) -> None:
    assert sqlite(version).has_wal_fault == fault


def test_a_clock_that_was_set_is_noticed_and_small_corrections_are_not() -> None:
    wall, steady = [1000.0], [5.0]
    clock = WallClock(lambda: wall[0], lambda: steady[0])
    wall[0], steady[0] = 1060.5, 65.0
    assert (clock.runs_ms(), clock.was_set_by_ms()) == (60_000, 0)
    wall[0] -= 3600
    assert clock.was_set_by_ms() == -3_599_500


def test_the_page_tells_what_is_so(room: Afternoon, monkeypatch: pytest.MonkeyPatch) -> None:
    served = room.served
    shown = status_page(served)
    assert f"sqlite {sqlite3.sqlite_version}" in shown
    assert "No backup was made yet" in shown and "are recorded" in shown
    number, _ = served.head()
    assert f"{number} acts, head" in shown
    assert datetime.now(UTC).strftime("%Y-%m-%d %H:") in shown
    folder = served.settings.data / "backups"
    folder.mkdir(exist_ok=True)
    (folder / "last.json").write_text(json.dumps({"made": "2026-11-29T20:15:00Z", "verified": None}))
    assert "2026-11-29 20:15 UTC" in status_page(served) and "No backup" not in status_page(served)
    (folder / "last.json").write_text("{")
    assert "No backup was made yet" in status_page(served), "a note that is broken is none"
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**10, 0, 300 * 2**20))
    assert "nearly full" in status_page(served)
    monkeypatch.setattr(served.house, "stopping", True)
    assert "stopping" in status_page(served) and "cannot be recorded" in status_page(served)


def test_while_a_vote_is_open_the_code_of_the_record_is_not_told(room: Afternoon) -> None:
    moved = room.seat(2, "/motions", kind="unmoderated_caucus", total_seconds=600)
    vote = room.put("motion", str(moved), "roll_call")
    assert "not shown while a vote is open" in status_page(room.served)
    room.chair(f"/votes/{vote}/annulment", reason="A slip")
    assert "not shown" not in status_page(room.served)


def test_a_sign_in_is_ended_at_once_and_the_own_one_is_not_offered(room: Afternoon) -> None:
    served, seat = room.served, room.seats[4]
    victim = served.joined(served.code("delegate", seat))
    assert victim.get(f"{served.here}/floor.json").status_code == 200
    entry = served.house.directory(served.committee).entries[seat]
    shown = status_page(served)
    rows = [part for part in shown.split("<li ")[1:] if entry.short_name in part]
    assert len(rows) == 2, "the seat's two devices"
    assert [part for part in shown.split("<li ")[1:] if "this browser" in part and "Organizer" in part]
    device = max(rows, key=lambda part: re.findall(r'datetime="([^"]+)"', part)[0])
    (named,) = re.findall(r'name="device" value="([0-9a-f]+)"', device)
    organizer = served.client("organizer")
    answer = organizer.post(f"{PAGE}/sign-ins", data={"device": named}, headers=HTML, follow_redirects=True)
    assert answer.status_code == 200 and "The sign-in has ended" in answer.text
    assert victim.get(f"{served.here}/floor.json").status_code == 401
    again = organizer.post(f"{PAGE}/sign-ins", data={"device": named}, headers=HTML)
    assert again.status_code == 409 and "ended already" in again.text
    victim.close()


@pytest.mark.parametrize("role", ["chair", "assistant", "delegate", "observer", "projector", "nobody"])
def test_nobody_else_sees_or_ends_anything(room: Afternoon, role: str) -> None:
    client = room.served.client(role, room.seats[0] if role == "delegate" else "")
    refused = 401 if role == "nobody" else 403
    assert client.get(PAGE, headers=HTML).status_code == refused
    assert client.post(f"{PAGE}/sign-ins", data={"device": "0" * 64}, headers=HTML).status_code == refused


def test_what_is_copied_holds_nothing_personal(room: Afternoon) -> None:
    served = room.served
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", status_page(served), re.DOTALL)
    assert found
    text = found[1]
    assert "python: " in text and "asked to wait: 0" in text
    names = served.house.directory(served.committee)
    for entry in names.entries.values():
        assert entry.name not in text and entry.key not in text.split()
    assert names.name not in text and str(served.settings.data) not in text
