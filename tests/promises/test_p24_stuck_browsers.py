"""P-24 on a real server: one browser in twenty does not read, and nobody waits for it.

Those are windows of the dais of a large committee, whose screens are the largest there are. They ask for
them often and read nothing, until more is under way to each than any buffer takes.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from statistics import quantiles

import pytest

from app.bench.crowd import CLOSE, TEXT, Browser, Crowd, Door, frame_of
from app.bench.posts import Caller, Request, faults, press
from app.bench.processes import Process, python
from app.live.pipes import PATIENCE
from app.live.sockets import MOST_MESSAGES
from app.live.wire import HIGH_WATER

SEATS, DAIS = 120, ("public", "dais")
ASKS = MOST_MESSAGES - 2
SPARE_S = 5.0
"""Seconds for a busy machine."""
SOON_S = 0.5
"""All others have a change within so many seconds, or within three times what it took before."""
ROOM_KB = 48 * 1024
"""What a server may take for its own caches meanwhile."""


class Window(Browser):
    """A window of the dais: how many whole screens it got, and the code with which it was closed."""

    wholes, code = 0, 0

    def _take(self, kind: int, deflated: bool, payload: bytes) -> None:
        if kind == CLOSE:
            self.code = int.from_bytes(payload[:2], "big")
        elif kind == TEXT and (frame := frame_of(payload)):
            self.wholes += frame[1] is None
        super()._take(kind, deflated, payload)


class Hall:
    """A committee in debate: those who read, a window of the dais among them, and the chair who presses."""

    def __init__(self, server: Process, reading: int) -> None:
        (told,) = server.told["committees"]
        self.here, self.port, cookies = f"/committees/{told['id']}", server.port, told["observers"]
        self.door = Door(f"{self.here}/live", told["chair"], small=True)
        doors = [Door(self.door.path, cookie, ("public",)) for cookie in cookies[: reading - 1]]
        dais = Door(self.door.path, told["chair"], DAIS)
        alone = Crowd(server.port, [dais])
        self.screens = alone.bytes
        alone.close()
        self.crowd = Crowd(server.port, [dais, *doors])
        self.reader = self.crowd.browsers[0]
        self.chair = Caller(server.port, told["chair"])
        self.crowd.wires.add(self.chair)
        self._seconds = count(31)

    def stuck(self) -> Window:
        """A window that asks for its screens again and again, and reads nothing."""
        window = Window(self.port, self.door, Counter())
        for _ in range(ASKS):
            window.say(json.dumps({"have": {name: {} for name in DAIS}}))
        return window

    def changes(self) -> float:
        """The chair sets the time of a speech; seconds until it is answered and all who read show it."""
        before = [(one, dict(one.versions)) for one in self.crowd.browsers]
        began = time.monotonic()
        self._asks(press(f"{self.here}/speakers-list/time", seconds=next(self._seconds)))
        self.crowd.wires.until(
            lambda: all(one.versions[name] != was[name] for one, was in before for name in was),
            "a change to reach everybody",
        )
        return time.monotonic() - began

    def sockets(self) -> int:
        """How many windows the server has open."""
        said = self._asks(("/metrics", None)).decode()
        return int(next(line for line in said.splitlines() if line.startswith("placard_sockets ")).split()[1])

    def takes_again(self, window: Window) -> None:
        """A window reads again, until it shows what all show."""
        self.crowd.wires.add(window)
        self.crowd.wires.until(lambda: window.versions == self.reader.versions, "a window to be right")

    def takes_until_closed(self, window: Window) -> None:
        """A window reads what was still on its way, and that it is closed."""
        self.crowd.wires.add(window)
        self.crowd.wires.until(lambda: window.closed, "a window to be closed")

    def _asks(self, request: Request) -> bytes:
        self.chair.answers.clear()
        self.chair.send(request)
        self.crowd.wires.until(lambda: not self.chair.waits, "the answer to the chair")
        assert faults(self.chair.answers) == 0
        return self.chair.answers[0].body


@contextmanager
def hall(browsers: int) -> Iterator[tuple[Process, Hall, int]]:
    """A hall in which one of twenty will not read; how many those are."""
    stuck = browsers // 20
    with python("serving", seats=SEATS, onlookers=browsers - stuck) as server:
        there = Hall(server, browsers - stuck)
        yield server, there, stuck
        there.crowd.close()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("browsers", [40, pytest.param(300, marks=pytest.mark.long)])
def test_p24_who_does_not_read_delays_nobody_and_is_closed_after_five_seconds(browsers: int) -> None:
    with hall(browsers) as (server, there, number):
        before, held = [there.changes() for _ in range(8)], server.resident()
        began = time.monotonic()
        first, *others = [there.stuck() for _ in range(number)]
        took = [there.changes() for _ in range(3)]
        assert there.sockets() == browsers
        there.takes_again(first)  # in time: it gets one whole screen, and is right
        while there.sockets() == browsers:
            took.append(there.changes())
            there.crowd.wires.rest(0.1)
        patience = time.monotonic() - began
        there.takes_until_closed(others[0])
        assert others[0].code == 1013
        assert PATIENCE <= patience < PATIENCE + SPARE_S
        assert first.wholes == len(DAIS) and not first.closed
        assert quantiles(took, n=20)[18] < max(SOON_S, 3 * quantiles(before, n=20)[18])
        assert there.crowd.faults == 0, "nobody who reads lost a frame"
        while there.sockets() > browsers - len(others):
            there.crowd.wires.rest(0.1)
        waiting = number * (HIGH_WATER + there.screens) / 1024
        assert server.resident() - held < waiting + ROOM_KB
