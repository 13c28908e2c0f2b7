"""Starting Placard as a person does: committees of guides, codes, ports, addresses; two on one directory."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import httpx2 as httpx
import pytest
from rich.console import Console

from app import addresses as networks
from app.__main__ import run as command_line
from app.addresses import addresses, free_port
from app.founding import RULEBOOK, SAMPLE, NoDelegations, found, with_fitting_keys
from app.house import House
from app.invitations import committees
from app.procedure.seats import LONGEST_KEY
from app.serving import open_committee
from app.settings import Settings
from delegations.roster import Delegation
from delegations.study_guides.command import read_path
from delegations.study_guides.guide import StudyGuide
from delegations.study_guides.understanding import understand

ROOT = Path(__file__).parent.parent.parent
CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")


def environment(data: Path, **more: str) -> dict[str, str]:
    """This process's environment, without settings of Placard but these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PLACARD_")}
    return {**kept, "PLACARD_DATA": str(data), "COLUMNS": "200", "PYTHONUNBUFFERED": "1", **more}


def run(data: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A command of Placard that ends by itself."""
    command = [sys.executable, "-m", "app", *arguments]
    given = environment(data, **more)
    return subprocess.run(
        command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=90, check=False
    )


class Started:
    """`./placard` as somebody runs it: reads what it prints until it serves; Ctrl+C ends it."""

    def __init__(self, data: Path, *arguments: str, **more: str) -> None:
        command = [sys.executable, "-m", "app", "serve", "--host", "127.0.0.1", *arguments]
        self.data, self.said, self.port = data, "", 0
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(data, **more),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def __enter__(self) -> Started:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.said += line
            if "Stop with Ctrl+C" in line:
                break
        else:
            raise AssertionError(self.said)
        found = re.search(r"http://localhost:(\d+)", self.said)
        assert found, self.said
        self.port = int(found[1])
        for _ in range(100):
            try:
                if httpx.get(f"http://127.0.0.1:{self.port}/healthz").status_code == 200:
                    return self
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError("it does not answer")

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self.stop()

    def stop(self, by: signal.Signals = signal.SIGINT) -> int:
        """Stop it; returns its exit code. What it said last is in `said`."""
        self._process.send_signal(by)
        rest, _ = self._process.communicate(timeout=30)
        self.said += rest
        return self._process.returncode

    def codes(self) -> list[str]:
        """The codes that it printed."""
        return CODE.findall(self.said)

    def committee(self) -> int:
        """The number of the committee that it said it serves."""
        found = re.search(r"\(committee (\d+)\)", self.said)
        assert found, self.said
        return int(found[1])

    def joins(self, code: str) -> int:
        """What joining by a code answers."""
        base = f"http://127.0.0.1:{self.port}"
        return httpx.post(f"{base}/join", json={"code": code}, headers={"Origin": base}).status_code


@pytest.fixture
def port() -> int:
    """A port that is free just now."""
    return free_port("127.0.0.1", 20_000 + os.getpid() % 20_000)


def guide(folder: Path, name: str, topic: str) -> Path:
    """A small study guide of its own."""
    text = SAMPLE.read_text("utf-8")
    path = folder / name
    path.write_text(text + f"\n\nThis copy was made for {topic}.\n", "utf-8")
    return path


def test_the_first_start_founds_the_sample_and_codes_can_be_made_anew_meanwhile(
    tmp_path: Path, port: int
) -> None:
    data = tmp_path / "data"
    with Started(data, "--port", str(port)) as first:
        assert first.port == port
        old = first.codes()
        assert len(old) == len(set(old)) > 34, "organizer, dais, screens and every delegation"
        assert first.joins(old[0]) == 200
        printed = run(data, "codes")
        assert printed.returncode == 0, printed.stderr
        new = CODE.findall(printed.stdout)
        assert len(new) == len(old) and not set(new) & set(old)
        assert (first.joins(old[-1]), first.joins(new[-1])) == (410, 200)

        second = run(data, "serve", "--host", "127.0.0.1", "--port", str(port))
        assert second.returncode == 2
        assert second.stdout == ""
        assert len(second.stderr.strip().splitlines()) == 1 and "PLACARD_DATA" in second.stderr
        assert first.joins(new[-2]) == 200, "the first goes on"

        secret = json.loads((data / "operator.json").read_text("utf-8"))["secret"]
        assert (data / "operator.json").stat().st_mode & 0o077 == 0, "for the owner's eyes"
        assert secret not in first.said + printed.stdout
        assert first.stop() == 0
        assert "Traceback" not in first.said and "Aborted" not in first.said
    assert not (data / "operator.json").exists()

    stopped = run(data, "codes")
    assert stopped.returncode == 0, stopped.stderr
    newest = CODE.findall(stopped.stdout)
    with Started(data, "--port", str(port)) as again:
        assert again.codes() == [], "codes are shown once"
        assert (again.joins(new[-1]), again.joins(newest[-1])) == (410, 200)
        assert again.committee() == first.committee()


def test_a_guide_makes_its_committee_once_and_another_guide_a_further_one(tmp_path: Path) -> None:
    one, other = guide(tmp_path, "one.txt", "Monday"), guide(tmp_path, "two.txt", "Friday")
    settings = Settings(data=tmp_path / "data", database_url="")

    async def start(path: Path | None) -> tuple[int, int]:
        house = await House.open(settings)
        opened = await open_committee(house, path, Console(quiet=True))
        await house.close()
        return opened.committee.committee, len(opened.invited)

    seen = [asyncio.run(start(path)) for path in (one, one, other, one, None)]
    assert [committee for committee, _ in seen] == [1, 1, 2, 1, 2], "without a guide, the newest"
    assert [codes > 34 for _, codes in seen] == [True, False, True, False, False]


def test_a_taken_port_and_a_proxy_are_no_obstacle(tmp_path: Path, port: int) -> None:
    data = tmp_path / "data"
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", port))
        taken.listen()
        with Started(data, "--port", str(port), PLACARD_PUBLIC_URL="https://placard.example") as started:
            assert started.port > port
            assert f"Port {port} is taken; Placard uses {started.port} instead." in started.said
            assert "https://placard.example" in started.said
            printed = run(data, "codes")
            assert printed.returncode == 0, printed.stderr
            assert len(CODE.findall(printed.stdout)) == len(started.codes())


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        (["serve", "--guide", "no-such-guide.txt"], {}),
        (["serve", "--guide", "."], {}),
        (["serve", "--guide", "empty.txt"], {}),
        (["serve", "--guide", "noise.pdf"], {}),
        (["serve", "--guide", "bomb.zip"], {}),
        (["serve", "--guide", "[bold]guide.txt"], {}),
        (["serve", "--port", "99999"], {}),
        (["serve"], {"PLACARD_PORT": "eighty"}),
        (["serve"], {"PLACARD_DATABASE_URL": "mysql://nowhere"}),
        (["serve"], {"PLACARD_DATA": "/proc/placard"}),
        (["codes"], {"PLACARD_DEVICES_PER_SEAT": "0"}),
        (["rehearse"], {}),
    ],
    ids=lambda value: " ".join(value),
)
def test_p41_what_a_person_can_put_right_is_one_sentence_and_exit_code_2(
    tmp_path: Path,
    arguments: list[str],
    variables: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "noise.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    (tmp_path / "bomb.zip").write_bytes(b"PK\x03\x04" + b"\0" * 4_000)
    (tmp_path / "[bold]guide.txt").write_bytes(b"Nobody sits here.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["placard", *arguments])
    for name, value in {"PLACARD_DATA": str(tmp_path / "data"), "COLUMNS": "200", **variables}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as ended:
        command_line()
    told = capsys.readouterr()
    assert ended.value.code == 2, told
    said = told.err.strip()
    assert len(said.splitlines()) == 1 and said.endswith("."), said
    assert "Traceback" not in said and "Errno" not in said


def test_addresses_are_those_of_the_networks_and_never_only_of_this_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(networks, "_towards", lambda target: "192.168.7.20")
    monkeypatch.setattr(networks, "_named", lambda host: ["127.0.1.1", "10.0.0.5", "192.168.7.20"])
    assert addresses(8000) == ("http://192.168.7.20:8000", "http://10.0.0.5:8000")
    monkeypatch.setattr(networks, "_towards", lambda target: "")
    monkeypatch.setattr(networks, "_named", lambda host: ["127.0.0.1", "127.0.1.1"])
    assert addresses(8000) == (), "no address is better than one that no phone can open"


@pytest.mark.parametrize(
    ("host", "found"),
    [("127.0.0.1", ()), ("localhost", ()), ("192.168.7.20", ("http://192.168.7.20:8000",))],
)
def test_addresses_are_of_what_the_server_listens_on(host: str, found: tuple[str, ...]) -> None:
    assert addresses(8000, host) == found


def test_a_free_port_is_one_that_nobody_listens_on() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port("127.0.0.1", port) != port
        with pytest.raises(OSError, match="free"):
            free_port("127.0.0.1", port, tries=1)


def test_a_guide_with_strange_names_founds_a_committee_or_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    strange = (
        Delegation("日本", "日本", "日本", "jp", "member", 1),
        Delegation("room", "Room", "Room", None, "ngo", 2),
        Delegation("organizer", "Organizer", "Organizer", None, "ngo", 3),
        Delegation("dais-1", "Dais 1", "Dais 1", None, "ngo", 4),
        Delegation("a" * 90, "A long name", "A long name", None, "ngo", 5),
        Delegation("a" * 91, "A longer name", "A longer name", None, "ngo", 6),
        Delegation("france", "France", "France", "fr", "member", 7),
    )
    keys = [one.key for one in with_fitting_keys(strange)]
    assert len(set(keys)) == len(keys)
    assert keys[-1] == "france"
    assert all(key.isascii() and len(key) <= LONGEST_KEY for key in keys)
    assert not set(keys) & {"room", "organizer", "dais-1"}

    async def start(guide_read: StudyGuide) -> list[tuple[int, str]]:
        house = await House.open(Settings(data=tmp_path / "data", database_url=""))
        try:
            for _ in range(2):  # the same guide again meets nothing half made
                with pytest.raises(NoDelegations, match=r"No committee can be founded from .+[.]$"):
                    await found(house.store, guide_read, b"a crowd", RULEBOOK, 1)
            return list(await committees(house.store))
        finally:
            await house.close()

    crowd = understand(read_path(SAMPLE))
    one = next(holder for holder in crowd.stakeholders if holder.kind == "ngo")
    people = tuple(replace(one, display_name=f"P{n}", name_as_printed=f"P{n}") for n in range(450))
    assert asyncio.run(start(replace(crowd, stakeholders=people))) == []
