"""A running Placard as people start it: a process of its own, which a test may kill at any moment."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""Seconds that a start may take: a guard against a hang, not a figure."""


class Placard:
    """`python -m app serve` on a data directory; `host_name` is the name that browsers know it by.

    `settings` are more variables of its environment.
    """

    def __init__(
        self, data: Path, guide: Path | None = None, host_name: str = "127.0.0.1", **settings: str
    ) -> None:
        self.data, self.guide, self.host_name = data, guide, host_name
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._codes: list[dict[str, Any]] = []
        self.pictures: Path | None = None
        if os.environ.get("PLACARD_TEST_PICTURES") == "1":
            self.pictures = TOP / "screenshots" / "roads"
            self.pictures.mkdir(parents=True, exist_ok=True)

    @property
    def base(self) -> str:
        """The origin that browsers use."""
        return f"http://{self.host_name}:{self.port}"

    @property
    def is_running(self) -> bool:
        """Whether its process is there."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> Placard:
        """Start it and wait until it answers; where it does not, it is ended before the fault is told."""
        command = [sys.executable, "-m", "app", "serve", "--host", "127.0.0.1", "--port", str(self.port)]
        if self.guide:
            command += ["--guide", str(self.guide)]
        environment = {**os.environ, "PLACARD_DATA": str(self.data), "NO_COLOR": "1", **self._settings}
        log = (self.data.parent / "server.log").open("ab")
        self._process = subprocess.Popen(command, cwd=TOP, env=environment, stdout=log, stderr=log)
        try:
            self._wait()
        except BaseException:
            self.kill()  # whoever started it gets no handle by which to end it
            raise
        return self

    def kill(self) -> None:
        """`kill -9`: no chance to say goodbye."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(30)

    def stop(self) -> None:
        """End it as Ctrl+C does."""
        if self._process is not None and self.is_running:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()

    def code(self, role: str, seat: str = "") -> str:
        """A join code, as `./placard codes` gives it; asked for once, because asking makes new ones."""
        if not self._codes:
            self._codes = self._ask("/operator/codes")["committees"][-1]["codes"]
        return str(
            next(one["code"] for one in self._codes if one["role"] == role and seat in ("", one["seat"]))
        )

    def log(self) -> str:
        """What the server has printed."""
        return (self.data.parent / "server.log").read_text("utf-8", "replace")

    def _ask(self, path: str) -> Any:
        known = json.loads((self.data / "operator.json").read_text("utf-8"))
        base = f"http://127.0.0.1:{self.port}"
        headers = {"Authorization": f"Bearer {known['secret']}", "Origin": base}
        request = urllib.request.Request(base + path, data=b"{}", headers=headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self._process is not None
            if self._process.poll() is not None:
                raise AssertionError(f"Placard ended at its start:\n{self.log()}")
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(f"Placard did not answer within {PATIENCE:g} s:\n{self.log()}")
