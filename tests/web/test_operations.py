"""Is it alive, is it ready, what has it counted: for programs that watch a server, and for nobody else."""

from __future__ import annotations

import asyncio
import re
import shutil
import sqlite3
from collections import namedtuple
from pathlib import Path

import httpx2 as httpx
import pytest

from app.main import create_app
from app.settings import Settings
from tests.afternoon import Afternoon
from tests.served import Served

Usage = namedtuple("Usage", "total used free")
FROM_PROXY = {"X-Forwarded-For": "203.0.113.9"}


@pytest.fixture(scope="module")
def room(served: Served) -> Afternoon:
    """A committee that has opened and debated."""
    afternoon = Afternoon(served)
    afternoon.opens()
    afternoon.debates()
    return afternoon


def told(served: Served, path: str = "/readyz") -> tuple[int, list[str]]:
    """Status and reasons of readiness, as anybody may ask for it."""
    answer = httpx.get(served.base + path)
    return answer.status_code, answer.json().get("reasons", [])


def numbers(text: str) -> dict[str, float]:
    """The samples of a text in Prometheus' format, by name and labels."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r'[a-z_]+(\{[a-z]+="[^"]*"\})? [0-9.e+-]+', line) for line in lines), text
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def test_a_running_server_is_alive_and_ready(room: Afternoon) -> None:
    assert httpx.get(room.served.base + "/healthz").json() == {"alive": True}
    assert told(room.served) == (200, [])


def test_a_server_that_has_no_house_yet_is_starting(tmp_path: Path) -> None:
    app = create_app(Settings(data=tmp_path))

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)  # its lifespan has not begun
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get("/readyz")

    answer = asyncio.run(ask())
    assert answer.status_code == 503 and "starting" in answer.json()["reasons"][0]
    assert answer.headers["retry-after"]


def test_a_server_that_stops_a_full_disk_a_locked_database_and_other_tables_are_not_ready(
    room: Afternoon, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = room.served
    with monkeypatch.context() as patched:
        patched.setattr(served.house, "stopping", True)
        status, (reason,) = told(served)
        assert status == 503 and "stopping" in reason
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "disk_usage", lambda _: Usage(10**10, 10**10 - 2**20, 2**20))
        assert told(served) == (503, ["The disk of the data folder is full."])
    with sqlite3.connect(served.database, isolation_level=None) as other:
        other.execute("begin immediate")
        monkeypatch.setattr("app.web.operations.PATIENCE_S", 0.5)
        status, (reason,) = told(served)
        assert status == 503 and "database" in reason
        other.execute("rollback")
    with sqlite3.connect(served.database, isolation_level=None) as other:
        (now,) = other.execute("select version_num from alembic_version").fetchone()
        other.execute("update alembic_version set version_num = '0001'")
        status, (reason,) = told(served)
        assert status == 503 and "tables" in reason
        other.execute("update alembic_version set version_num = ?", (now,))
    monkeypatch.undo()
    assert told(served) == (200, [])


def test_the_numbers_are_true(room: Afternoon) -> None:
    served = room.served
    before = numbers(httpx.get(served.base + "/metrics").text)
    assert served.act("chair", "/roll-calls/nonsense", "dais-1").status_code == 404
    wrong = served.act("delegate", "/roll-calls", room.seats[0])
    assert wrong.status_code == 403
    room.seat(2, "/speakers")
    after = numbers(httpx.get(served.base + "/metrics").text)

    def more(name: str) -> float:
        return after[name] - before.get(name, 0)

    assert more('placard_acts_total{answer="accepted"}') == 1
    assert more('placard_acts_total{answer="refused"}') == 1
    assert more("placard_commit_seconds_count") == 1
    assert more('placard_commit_seconds_bucket{le="+Inf"}') == 1
    assert more("placard_commit_seconds_sum") > 0
    assert more('placard_answers_total{status="4xx"}') == 2
    assert after["placard_ready"] == after["placard_rooms"] == 1
    assert after["placard_waiting_acts"] == after["placard_sockets"] == 0
    assert 0 < after["placard_disk_free_bytes"] < after["placard_disk_bytes"]


def test_sockets_and_requests_that_had_to_wait_are_counted(
    room: Afternoon, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = room.served
    robot = served.robot("observer")

    async def watched() -> dict[str, float]:
        await robot.join()
        await robot.watch("public")
        try:
            return numbers(await asyncio.to_thread(lambda: httpx.get(served.base + "/metrics").text))
        finally:
            await robot.leave()

    assert asyncio.run(watched())["placard_sockets"] == 1
    monkeypatch.setattr(served.house.presses, "take", lambda holder: False)
    before = numbers(httpx.get(served.base + "/metrics").text)["placard_limited_total"]
    assert served.act("chair", "/roll-calls", "dais-1").status_code == 429
    assert numbers(httpx.get(served.base + "/metrics").text)["placard_limited_total"] == before + 1


def test_no_number_names_anybody(room: Afternoon) -> None:
    text = httpx.get(room.served.base + "/metrics").text
    entries = room.served.house.directory(room.served.committee).entries.values()
    for one in entries:
        assert one.key not in text and one.name not in text


@pytest.mark.parametrize(
    ("role", "headers", "status"),
    [
        ("nobody", {}, 200),
        ("nobody", FROM_PROXY, 403),
        ("nobody", {"Host": "placard.example"}, 403),
        ("nobody", {"Via": "1.1 proxy"}, 403),
        ("chair", FROM_PROXY, 403),
        ("delegate", FROM_PROXY, 403),
        ("organizer", FROM_PROXY, 200),
    ],
)
def test_the_numbers_are_for_this_machine_and_for_organizers(
    room: Afternoon, role: str, headers: dict[str, str], status: int
) -> None:
    seat = room.seats[0] if role == "delegate" else ""
    answer = room.served.client(role, seat).get("/metrics", headers=headers)
    assert answer.status_code == status
    assert ("placard_ready" in answer.text) == (status == 200)


def test_what_a_stranger_says_of_who_asks_counts_only_where_a_setting_names_the_proxy(
    served: Served, tmp_path: Path
) -> None:
    forged = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}

    def cookies(server: Served) -> str:
        headers = {"Origin": server.base, "Accept": "application/json", **forged}
        if server.settings.proxy:
            headers["Origin"] = server.base.replace("http:", "https:")
        answer = httpx.post(f"{server.base}/join", json={"code": server.code("observer")}, headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.headers["set-cookie"]

    assert "Secure" not in cookies(served) and "__Host-" not in cookies(served)
    with Served(tmp_path / "data", proxy="127.0.0.1") as behind:
        assert "__Host-placard=" in cookies(behind) and "Secure" in cookies(behind)
