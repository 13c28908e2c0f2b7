"""P-41 from inside: the process that reads strange files has little memory, time, files, and no network."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from delegations.study_guides import limits

TRIES = {
    # what a fault in a library might try -> how it ends
    "a gigabyte": ("bytearray(2**30); print('got it')", "MemoryError"),
    "a file": ("f = open('out.txt', 'w'); f.write('x'); f.flush(); print('got it')", "File too large"),
    "many files": ("[open('/dev/null') for _ in range(100)]; print('got it')", "Too many open files"),
    "more again": (
        "import resource as r; r.setrlimit(r.RLIMIT_AS, (2**33, 2**33)); bytearray(2**30); print('got it')",
        "",
    ),
    "time without end": ("while True: pass", ""),
}


def inside(work: str, seconds: int, folder: Path) -> subprocess.CompletedProcess[str]:
    """Python that limits itself as the reader does, and then does this work."""
    begin = f"from delegations.study_guides import limits; limits._limit({seconds}, 256)\n"
    command = [sys.executable, "-c", begin + work]
    env = limits._environment()
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("what", TRIES)
def test_p41_the_reader_gets_no_more_than_its_limits(tmp_path: Path, what: str) -> None:
    if what == "more again" and os.geteuid() == 0:
        pytest.skip("root may raise every limit: Placard is not meant to be run as root")
    work, told = TRIES[what]
    ended = inside(work, 1, tmp_path)
    assert "got it" not in ended.stdout
    assert ended.returncode != 0
    assert told in ended.stderr
    if what == "time without end":
        assert ended.returncode in (-signal.SIGXCPU, -signal.SIGKILL)
    assert not (tmp_path / "out.txt").exists() or (tmp_path / "out.txt").stat().st_size == 0


def test_p41_the_reader_reaches_no_server_where_the_system_lets_it_leave_the_network(tmp_path: Path) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        work = (
            "import os, socket\n"
            "print('alone' if os.readlink('/proc/self/ns/net') != before else 'shared')\n"
            f"socket.create_connection(('127.0.0.1', {port}), 2); print('reached')\n"
        )
        before = "import os; before = os.readlink('/proc/self/ns/net')\n"
        command = [sys.executable, "-c", before + "from delegations.study_guides import limits\n"]
        command[-1] += f"limits._limit(5, 256)\n{work}"
        ended = subprocess.run(
            command, cwd=tmp_path, env=limits._environment(), capture_output=True, text=True, check=False
        )
    if "shared" in ended.stdout:
        pytest.skip("this system lets no process leave the network; the reader opens no socket by itself")
    assert "alone" in ended.stdout and "reached" not in ended.stdout
    assert "unreachable" in ended.stderr or "refused" in ended.stderr


def test_p41_the_reader_knows_nothing_of_its_parent() -> None:
    """No code, token, address of a database or setting reaches it by its environment."""
    assert set(limits._environment()) == {"PYTHONPATH", "PATH", "PYTHONDONTWRITEBYTECODE"}
