"""Reads a guide in a process of its own with little time, little memory and no network.

The process is this module run as a program: it limits itself first and imports the format libraries
after, so that a library's fault is held in. macOS does not enforce the limit on memory; the others hold.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from delegations.study_guides.guide import Finding
from delegations.study_guides.reading import GuideText, Line, Progress, Unreadable, read

_TICK = 0.25  # seconds
_GRACE = 5  # seconds for starting and writing, beside those of reading
_PAGE_ROW = b'{"page": '
_CLONE_NEWUSER = 0x10000000  # sched.h
_CLONE_NEWNET = 0x40000000


def read_limited(
    data: bytes,
    file_name: str,
    *,
    seconds: int = 30,
    megabytes: int = 512,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> GuideText:
    """Return `reading.read(data, file_name)`, done in a process with at most `seconds` and `megabytes`.

    Four times a second `progress` is told the page that was read last, and `cancelled` is asked whether to
    stop. Raises Unreadable, also when the process ran out of time or memory, broke or was cancelled.
    """
    command = [
        sys.executable,
        "-m",
        "delegations.study_guides.limits",
        str(seconds),
        str(megabytes),
        file_name,
    ]
    command[-1] = command[-1].replace("\x00", "").encode("utf-8", "replace").decode()[-200:]
    with tempfile.TemporaryFile() as given:
        given.write(data)
        given.seek(0)
        reader = subprocess.Popen(  # noqa: S603 - our own interpreter, our own module
            command, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
        )
    output = _watched(reader, int((seconds + _GRACE) / _TICK), progress, cancelled)
    if output is None or reader.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise Unreadable("too-slow", seconds=seconds)
    return _answer(output)


def _watched(
    reader: subprocess.Popen[bytes],
    ticks: int,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> bytes | None:
    """What the reader wrote once it has ended, None when it had to be stopped after `ticks`."""
    try:
        for _ in range(ticks):
            try:
                return reader.communicate(timeout=_TICK)[0]
            except subprocess.TimeoutExpired as waiting:
                _tell(progress, waiting.output or b"")
                if cancelled and cancelled():
                    raise Unreadable("cancelled") from None
        return None
    finally:
        if reader.returncode is None:
            reader.kill()
            reader.communicate()


def _tell(progress: Progress | None, written: bytes) -> None:
    at = written.rfind(_PAGE_ROW)
    row, ended, _ = written[at:].partition(b"\n")
    if progress and at >= 0 and ended:
        progress(*json.loads(row)["page"])


def main() -> None:
    """Read a guide from standard input and write JSON lines; arguments: seconds, megabytes, file name."""
    seconds, megabytes, file_name = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    _limit(seconds, megabytes)
    try:
        text = read(sys.stdin.buffer.read(), file_name, _write_page)
    except Unreadable as refusal:
        _write({"unreadable": refusal.message, "values": refusal.values})
    except MemoryError:
        _write({"unreadable": "too-heavy", "values": {}})
    else:
        _write({"format": text.format, "findings": [one.plain() for one in text.findings]})
        for line in text.lines:
            _write([line.number, line.page, line.text, line.style, line.bold])
        _write("end")


def _environment() -> dict[str, str]:
    root = str(Path(__file__).resolve().parents[2])
    return {"PYTHONPATH": root, "PATH": os.environ.get("PATH", ""), "PYTHONDONTWRITEBYTECODE": "1"}


def _answer(output: bytes) -> GuideText:
    rows: list[Any] = []
    with contextlib.suppress(ValueError):
        rows = [json.loads(row) for row in output.split(b"\n") if row and not row.startswith(_PAGE_ROW)]
    if rows and isinstance(rows[0], dict) and "unreadable" in rows[0]:
        raise Unreadable(rows[0]["unreadable"], **rows[0]["values"])
    if not rows or rows[-1] != "end":
        raise Unreadable("reader-failed")
    findings = tuple(Finding.of(row) for row in rows[0]["findings"])
    return GuideText(tuple(map(_line, rows[1:-1])), rows[0]["format"], findings)


def _line(row: Sequence[Any]) -> Line:
    number, page, text, style, bold = row
    return Line(number, page, text, style, tuple(bold))


def _limit(seconds: int, megabytes: int) -> None:
    wanted = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_AS: megabytes * 2**20,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: 64,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in wanted.items():
        # macOS refuses RLIMIT_AS; a container may allow less than we ask. Both are fine.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))
    _leave_the_network()


def _leave_the_network() -> None:
    # Not every system permits it; the reader opens no socket, so this is only the second wall.
    with contextlib.suppress(AttributeError, OSError):
        unshare = ctypes.CDLL(None, use_errno=True).unshare
        if unshare(_CLONE_NEWNET) != 0:
            unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _write_page(page: int, pages: int) -> None:
    _write({"page": [page, pages]})
    sys.stdout.flush()


def _write(row: object) -> None:
    # ASCII escapes carry lone surrogates, which a text may hold, through the pipe.
    sys.stdout.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
