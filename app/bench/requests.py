"""B5 and B8: presses one after the other, against servers in Node."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from app.bench.measuring import Sides, Size
from app.bench.node import reference
from app.bench.posts import SCREEN, Answer, Request, callers_of, faults, press, steadily
from app.bench.processes import Process, python
from app.bench.wires import Wires

MANY, FEW = 64, 16

Send = Callable[[], list[Answer]]
Measured = Callable[[Process, Send, Sides], float]


@contextmanager
def steady_presses(size: Size) -> Iterator[Sides]:
    """B5: sixty-four delegations press, each again when it was answered; cost of each press."""
    with _compared(size, MANY, "fastify.mjs", _ours, _cost) as sides:
        yield sides


@contextmanager
def durable_and_drawn(size: Size) -> Iterator[Sides]:
    """B8: sixteen delegations press, each then asks for the screen; how many get both in a second."""
    with _compared(size, FEW, "express.mjs", _ours_and_screen, _rate) as sides:
        yield sides


@contextmanager
def _compared(
    size: Size, connections: int, script: str, ours: Callable[..., Send], measured: Measured
) -> Iterator[Sides]:
    with ExitStack() as stack:
        other, why = reference(stack, script)  # npm takes its time: longer than a server keeps idle callers
        server = stack.enter_context(python("serving", seats=connections))
        wires = stack.enter_context(Wires())
        send = ours(wires, server, size)
        sides = Sides(lambda: measured(server, send, sides), None, why)
        if other is not None:
            echo = _theirs(stack.enter_context(Wires()), other, size, connections)
            sides.reference = lambda: measured(other, echo, sides)
        yield sides


def _ours(wires: Wires, server: Process, size: Size) -> Send:
    """On the speakers' list and off it, so that the floor is the same after two."""
    (told,) = server.told["committees"]
    callers = callers_of(wires, server.port, told["seats"].values())
    here = f"/committees/{told['id']}/speakers"

    def request(caller: int, turn: int) -> Request:
        return press(f"{here}/departures" if turn % 2 else here)

    return lambda: steadily(wires, callers, request, 2 * size.presses)


def _ours_and_screen(wires: Wires, server: Process, size: Size) -> Send:
    (told,) = server.told["committees"]
    callers = callers_of(wires, server.port, told["seats"].values())
    here = f"/committees/{told['id']}"

    def request(caller: int, turn: int) -> Request:
        if turn % 2:
            return f"{here}{SCREEN}", None
        return press(f"{here}/speakers/departures" if turn % 4 else f"{here}/speakers")

    return lambda: steadily(wires, callers, request, 4 * size.presses)[1::2]


def _theirs(wires: Wires, server: Process, size: Size, connections: int) -> Send:
    callers = callers_of(wires, server.port, [""] * connections)
    return lambda: steadily(wires, callers, lambda *_: press("/", seat="seat-1"), 2 * size.presses)


def _cost(server: Process, send: Send, sides: Sides) -> float:
    """Microseconds of the server for each request."""
    before = server.used()
    answers = send()
    sides.guard("requests refused", faults(answers))
    return (server.used() - before) / len(answers)


def _rate(server: Process, send: Send, sides: Sides) -> float:
    """Requests in a second."""
    began = time.perf_counter()
    answers = send()
    sides.guard("requests refused", faults(answers))
    return len(answers) / (time.perf_counter() - began)
