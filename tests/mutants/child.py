"""Work in a forked process: what happens there, be it an endless loop, leaves who asked as it was."""

from __future__ import annotations

import os
import resource
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass

MEMORY = 3 * 1024**3
"""Bytes that a child may take."""


@dataclass(frozen=True)
class Ended:
    """What a child said, and whether it came to its end rather than being stopped."""

    told: str
    by_itself: bool


def in_a_child(work: Callable[[], str], seconds: int | None = None) -> Ended:
    """Do the work in a child that may compute for so many seconds; returns what it said.

    Raises RuntimeError where the work itself failed.
    """
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.close(reading)
        _as_the_child(work, seconds, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    if code > 0:
        raise RuntimeError(f"What was to be done in a child failed: {told}")
    return Ended(told, code == 0)


def _as_the_child(work: Callable[[], str], seconds: int | None, writing: int) -> None:
    code = 1
    try:
        signal.signal(signal.SIGXCPU, signal.SIG_DFL)
        if seconds is not None:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            try:
                pipe.write(work())
            except Exception:
                pipe.write(traceback.format_exc())
                raise
        code = 0
    finally:
        os._exit(code)
