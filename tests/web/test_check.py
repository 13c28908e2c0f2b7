"""`./placard check`: each fact in a sentence, and exit code 1 where a room cannot rest on it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest

from app.operations import check_machine, check_room, facts
from app.operations.check import check_command
from app.settings import Settings
from tests.roads.process import TOP, Placard

Usage = namedtuple("Usage", "total used free")
ALL = (
    *("python", "packages", "sqlite", "data", "disk", "writes", "database", "clock", "port", "phones"),
    *("backup", "chromium", "postgresql"),
)


def settings_at(data: Path, **more: Any) -> Settings:
    """Settings of this test alone."""
    return Settings(**{"data": data, "database_url": "", "public_url": "", "port": 23_456, **more})


def looked_at(settings: Settings) -> tuple[int, dict[str, dict[str, Any]]]:
    """Exit code, and what was found by its id."""
    code, text = check_command(settings, as_json=True)
    told = json.loads(text)
    assert told["ok"] == (code == 0)
    return code, {one["id"]: one for one in told["checks"]}


def test_every_fact_is_a_line_for_people_and_an_object_for_programs(tmp_path: Path) -> None:
    environment = {**os.environ, "PLACARD_DATA": str(tmp_path / "data")}
    command = [sys.executable, "-m", "app", "check", "--port", "23456"]
    said = subprocess.run(command, cwd=TOP, env=environment, capture_output=True, text=True, timeout=60)
    assert said.returncode == 0 and said.stderr == ""
    assert tuple(line.split()[1] for line in said.stdout.splitlines()) == ALL
    assert all(line.split()[0] in ("fine", "look") for line in said.stdout.splitlines())
    code, found = looked_at(settings_at(tmp_path / "data"))
    assert code == 0 and tuple(found) == ALL
    assert found["sqlite"]["values"]["version"] == sqlite3.sqlite_version
    assert found["writes"]["values"]["a_second"] > 0


def test_a_folder_that_cannot_be_written_to_breaks_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    code, found = looked_at(settings_at(tmp_path / "file"))
    assert code == 1 and found["data"]["state"] == "broken"
    assert "cannot be written to" in found["data"]["sentence"]


def test_a_full_disk_a_wrong_clock_and_missing_packages_break_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**10, 0, 2**20))
    code, found = looked_at(settings_at(tmp_path))
    assert code == 1 and found["disk"]["state"] == "broken" and "1 MB" in found["disk"]["sentence"]
    assert check_machine.wall_clock(facts.WallClock(lambda: 86_400.0)).state == "broken"
    assert check_machine.packages(["starlette==0.0.1"]).state == "look"
    monkeypatch.setattr(check_machine, "required", lambda: {"starlette", "no-such-package-anywhere"})
    missing = check_machine.packages()
    assert missing.state == "broken" and "no-such-package-anywhere" in missing.sentence


def test_ports_and_addresses(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        found = check_room.port(settings_at(tmp_path, host="127.0.0.1", port=port))
        assert found.state == "look" and found.values["next"] > port
        (tmp_path / "operator.json").write_text(json.dumps({"base": f"http://127.0.0.1:{port}"}))
        assert check_room.port(settings_at(tmp_path, host="127.0.0.1", port=port)).state == "fine"
    alone = check_room.phones(settings_at(tmp_path, host="127.0.0.1"))
    assert alone.state == "look" and "this computer alone" in alone.sentence
    named = check_room.phones(settings_at(tmp_path, public_url="https://placard.example"))
    assert named.state == "fine" and named.values["addresses"] == ["https://placard.example"]


@pytest.mark.timeout(120)
def test_a_database_is_looked_at_while_it_is_served_after_a_kill_and_in_another_release(
    tmp_path: Path,
) -> None:
    placard = Placard(tmp_path / "data").start()
    settings = settings_at(placard.data, port=placard.port, host="127.0.0.1")
    try:
        code, found = looked_at(settings)
        assert code == 0 and found["database"]["state"] == "fine", found["database"]
        assert found["port"]["sentence"] == f"Placard serves on port {placard.port} now."
    finally:
        placard._process.send_signal(signal.SIGKILL)  # type: ignore[union-attr]
        placard._process.wait(30)  # type: ignore[union-attr]
    assert looked_at(settings)[1]["database"]["state"] == "fine"
    with sqlite3.connect(placard.data / "placard.db") as rows:
        rows.execute("update alembic_version set version_num = '9999'")
    code, found = looked_at(settings)
    assert code == 1 and "Another release" in found["database"]["sentence"]
    (placard.data / "placard.db").write_bytes(b"no database at all" * 100)
    code, found = looked_at(settings)
    assert code == 1 and found["database"]["values"] == {"fault": "DatabaseError"}


def test_a_server_of_postgresql_that_is_gone_breaks_it(tmp_path: Path) -> None:
    url = "postgresql://nobody:secret-of-a-test@127.0.0.1:9/none"
    code, found = looked_at(settings_at(tmp_path, database_url=url))
    assert code == 1 and found["database"]["state"] == "broken"
    assert "secret-of-a-test" not in json.dumps(found), "what is printed is sent around"
