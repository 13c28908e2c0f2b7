"""A server of the bench in a process of its own: `python -m app.bench.child KIND OPTIONS`.

It says in a line of JSON what it offers, then obeys the lines that come, each answered by one, until its
input ends.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from app.serving import event_loop, quiet_collector


class Served(Protocol):
    """What a process of the bench serves. Built with its options."""

    async def open(self) -> dict[str, Any]:
        """Begin; returns what clients need to know, its `port` first."""

    async def do(self, what: str, **given: Any) -> dict[str, Any]:
        """Do what a line asks for; returns what came of it."""

    async def close(self) -> None:
        """End."""


KINDS = {
    "broadcasting": ("app.bench.halls", "Broadcasting"),
    "deciding": ("app.bench.rooms", "Deciding"),
    "empty": ("app.bench.halls", "Empty"),
    "growing": ("app.bench.growing", "Growing"),
    "serving": ("app.bench.houses", "Serving"),
    "showing": ("app.bench.halls", "Showing"),
}
"""What there is to serve; only what is asked for is loaded."""


async def obey(kind: str, options: dict[str, Any]) -> None:
    """Serve, and do what the lines of standard input say."""
    module, name = KINDS[kind]
    served: Served = getattr(import_module(module), name)(**options)
    _say(await served.open())
    quiet_collector()
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        asked = json.loads(line)
        what = asked.pop("do")
        _say(used() if what == "used" else await served.do(what, **asked))
    await served.close()


def used() -> dict[str, Any]:
    """Processor time of this process, all threads (microseconds), and the memory that it holds (KB)."""
    return {"us": time.process_time() * 1e6, "kb": resident()}


def resident() -> float:
    """Memory in KB: what is held now where the system tells it (Linux), else the most that was held."""
    try:
        pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1024


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=event_loop) as runner:
        runner.run(obey(sys.argv[1], json.loads(sys.argv[2])))
