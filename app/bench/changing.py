"""B2: a change by the chair, from the press until the last browser of a hall shows it."""

from __future__ import annotations

import itertools
import secrets
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from statistics import quantiles
from typing import Any

from app.bench.crowd import Crowd, Door
from app.bench.measuring import Sides, Size
from app.bench.posts import Caller, Request, faults, json_of, press
from app.bench.processes import Process, python

HALL_OF = 193
"""Delegations of the committee that is watched: the whole of the United Nations."""
SPEECH = (60, 90)
"""Seconds of a speech: the chair sets the one, then the other."""


@contextmanager
def live_change(size: Size) -> Iterator[Sides]:
    """B2: the chair presses; three audiences are drawn; the time until the last of all has it."""
    with ExitStack() as stack:
        server = stack.enter_context(python("serving", seats=HALL_OF, onlookers=size.people))
        (told,) = server.told["committees"]
        crowd = Crowd(server.port, _audiences(told))
        stack.callback(crowd.close)
        chair = Caller(server.port, told["chair"])
        crowd.wires.add(chair)
        bare = stack.enter_context(python("broadcasting", size=1000))
        hearing = Crowd(bare.port, [Door()] * len(crowd.browsers))
        stack.callback(hearing.close)
        turns = itertools.count()
        path = f"/committees/{told['id']}/speakers-list/time"

        def ours() -> float:
            presses = [press(path, seconds=SPEECH[next(turns) % 2]) for _ in range(2 * size.changes)]
            took = [_pressed(crowd, chair, one) for one in presses]
            sides.guard("presses refused", faults(chair.answers))
            return _slowest(took)

        def reference() -> float:
            return _slowest([_echoed(bare, hearing, turn) for turn in range(2 * size.changes)])

        sides = Sides(ours, reference)
        yield sides
        sides.guard("frames lost or reordered", crowd.faults + hearing.faults)


def _audiences(told: dict[str, Any]) -> list[Door]:
    """Nearly all watch what is for all; some the dais's and the wall's screens."""
    path = f"/committees/{told['id']}/live"
    doors = [Door(path, cookie, ("public",)) for cookie in told["observers"]]
    for place in range(0, len(doors), 100):
        doors[place] = Door(path, told["chair"], ("public", "dais"))
    for place in range(1, len(doors), 100):
        doors[place] = Door(path, told["projector"], ("public", "projector"))
    return doors


def _pressed(crowd: Crowd, chair: Caller, request: Request) -> float:
    """Milliseconds from the press until the last browser shows it, and the chair is answered."""
    began = time.perf_counter()
    chair.answers.clear()
    chair.send(request)
    seen = crowd.hear("public", crowd.browsers)
    crowd.wires.until(lambda: not chair.waits, "the answer to the chair")
    return (seen - began) * 1000


def _echoed(server: Process, crowd: Crowd, turn: int) -> float:
    """Milliseconds from a message until the last browser has what it brings."""
    state = secrets.token_hex(8)
    text = {"channel": "public", "was": None, "is": state, "regions": {"now": "x" * 1000}}
    server.ask("take", text=json_of(text).decode())
    began = time.perf_counter()
    crowd.browsers[turn % len(crowd.browsers)].say("go")
    return (crowd.hear("public", crowd.browsers) - began) * 1000


def _slowest(took: list[float]) -> float:
    """The 99th of a hundred."""
    return quantiles(took, n=100, method="inclusive")[98] if len(took) > 1 else took[0]
