"""A server of the bench as its clients see it: a process that obeys lines of JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent


class ServerFailed(Exception):
    """A server of the bench ended or could not do what it was told; the message is one sentence."""


class Process:
    """One running server. `told` is what it said when it was ready: its port, and what its clients need."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._errors = (folder / "errors.txt").open("w+", encoding="utf-8")
        self._process = subprocess.Popen(  # noqa: S603 - our own servers
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            cwd=folder,
            env={**_without_settings(), "PYTHONPATH": str(ROOT)},
            text=True,
        )
        self.told = self._answer()
        self.port = int(self.told.get("port", 0))

    def ask(self, do: str, **given: Any) -> dict[str, Any]:
        """Have it do something, and wait for what came of it. Raises ServerFailed."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps({"do": do, **given}) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass  # it has ended: what it left says why
        return self._answer()

    def used(self) -> float:
        """The processor time that it took until now, all threads, in microseconds."""
        return float(self.ask("used")["us"])

    def resident(self) -> float:
        """The memory that it holds now, in KB."""
        return float(self.ask("used")["kb"])

    def end(self) -> None:
        """Let it end by itself, and wait for it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            self._process.wait()
            self._errors.seek(0)
            said = self._errors.read().strip().splitlines()
            raise ServerFailed(f"A server of the bench ended: {said[-1] if said else 'it did not say why'}")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def python(kind: str, **options: Any) -> Iterator[Process]:
    """A server of `child.KINDS`, with its options and a folder of its own, until the block ends."""
    command = [sys.executable, "-m", "app.bench.child", kind, json.dumps(options)]
    with _folder() as folder:
        yield from _running(Process(command, folder))


@contextmanager
def node(script: str, modules: Path) -> Iterator[Process]:
    """A reference in `references/` that runs in Node with the packages of `modules`."""
    source = (ROOT / "app" / "bench" / "references" / script).read_text("utf-8")
    with _folder() as folder:
        (folder / "node_modules").symlink_to(modules)
        (folder / script).write_text(source, "utf-8")
        yield from _running(Process([str(shutil.which("node")), script], folder))


def _running(process: Process) -> Iterator[Process]:
    try:
        yield process
    finally:
        process.end()


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder for one server, beside the other temporary files: on a disk, where TMPDIR names one."""
    with tempfile.TemporaryDirectory(prefix="placard-bench-") as name:
        yield Path(name)


def _without_settings() -> dict[str, str]:
    """This process's environment without settings of Placard: the bench has its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PLACARD_")}
