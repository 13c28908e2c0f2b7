"""Starting Placard as a person does: committees of guides, codes, ports, addresses; two on one directory."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx2 as httpx
import pytest

from app import addresses as networks
from app.addresses import addresses, free_port

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


@pytest.mark.timeout(400)
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
