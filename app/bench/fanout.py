"""B1, B6 and B7: what it costs to show something to many, and to keep them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from app.bench.crowd import Crowd, Door
from app.bench.lists import SEATS
from app.bench.measuring import Sides, Size
from app.bench.processes import Process, python

KILOBYTE, FRAGMENT, LARGE = 1000, 6000, 60_000
HALL = 40
"""Browsers in each of many committees."""
STUCK = 20
"""One browser in so many reads nothing, where that is tried."""


@contextmanager
def one_hall(size: Size) -> Iterator[Sides]:
    """B1: everybody in one committee."""
    with _fan_out(size, 1, size.people) as sides:
        stuck, most = _with_some_stuck(min(100, size.people))
        sides.note("KB that wait at most for one that is stuck", most / 1000)
        sides.guard("frames lost or reordered beside stuck browsers", stuck)
        yield sides


@contextmanager
def many_halls(size: Size) -> Iterator[Sides]:
    """B1 again: as many committees as a large conference has."""
    with _fan_out(size, size.halls, HALL) as sides:
        yield sides


@contextmanager
def _fan_out(size: Size, halls: int, people: int) -> Iterator[Sides]:
    with ExitStack() as stack:
        ours = stack.enter_context(python("showing", size=KILOBYTE, halls=halls))
        bare = stack.enter_context(python("broadcasting", size=KILOBYTE))
        watching = Crowd(ours.port, (_door(hall, seat) for hall in range(halls) for seat in range(people)))
        stack.callback(watching.close)
        hearing = Crowd(bare.port, [Door()] * (halls * people))
        stack.callback(hearing.close)
        _warm(ours, watching, bare, hearing)
        sides = Sides(
            lambda: _shown(ours, watching, size.changes)[0], lambda: _shown(bare, hearing, size.changes)[0]
        )
        yield sides
        sides.guard("frames lost or reordered", watching.faults + hearing.faults)


def _warm(ours: Process, watching: Crowd, bare: Process, hearing: Crowd) -> None:
    """What only the first changes cost is paid before anything is counted."""
    _shown(ours, watching, 3)
    _shown(bare, hearing, 3)


def _door(hall: int, seat: int, deflate: bool = False) -> Door:
    """All watch what is for all; each its own seat too, and one in forty the dais."""
    own = "dais" if seat % 40 == 0 else f"seat:{seat % SEATS}"
    return Door(f"/{hall}", channels=("public", own), deflate=deflate)


def _shown(server: Process, crowd: Crowd, changes: int) -> tuple[float, float]:
    """Microseconds of the server, and bytes on the wire, for each message that reached somebody."""
    frames, bytes_, before = crowd.frames, crowd.bytes, server.used()
    for turn in range(1, changes + 1):
        server.ask("show")
        wanted = frames + turn * len(crowd.browsers)
        crowd.wires.until(lambda wanted=wanted: crowd.frames >= wanted, "a change to reach everybody")  # type: ignore[misc]
    told = changes * len(crowd.browsers)
    return (server.used() - before) / told, (crowd.bytes - bytes_) / told


def _with_some_stuck(people: int) -> tuple[int, float]:
    """Shows large pages while some read nothing: faults of the others, bytes that wait for one at most."""
    with python("showing", size=LARGE) as server:
        doors = [Door("/0", channels=("public",), small=place % STUCK == 0) for place in range(people)]
        crowd = Crowd(server.port, doors)
        try:
            for browser in crowd.browsers[::STUCK]:
                crowd.wires.remove(browser)
            reading = [one for place, one in enumerate(crowd.browsers) if place % STUCK]
            most = 0.0
            for _ in range(120):
                server.ask("show")
                crowd.hear("public", reading)
                most = max(most, server.ask("waiting")["most"])
            return sum(one.faults + one.closed for one in reading), most
        finally:
            crowd.close()


@contextmanager
def deflated(size: Size) -> Iterator[Sides]:
    """B6a: a fragment to browsers that inflate, against the same without compression."""
    with _compressed(size) as (ours, watching, bare, hearing):
        sides = Sides(
            lambda: _shown(ours, watching, size.changes)[0], lambda: _shown(bare, hearing, size.changes)[0]
        )
        yield sides
        sides.guard("frames lost or reordered", watching.faults + hearing.faults)


@contextmanager
def on_the_wire(size: Size) -> Iterator[Sides]:
    """B6b: the bytes of the same."""
    with _compressed(size) as (ours, watching, bare, hearing):
        sides = Sides(
            lambda: _shown(ours, watching, size.changes)[1], lambda: _shown(bare, hearing, size.changes)[1]
        )
        yield sides
        sides.guard("frames lost or reordered", watching.faults + hearing.faults)


@contextmanager
def _compressed(size: Size) -> Iterator[tuple[Process, Crowd, Process, Crowd]]:
    people = size.people // 2
    with ExitStack() as stack:
        ours = stack.enter_context(python("showing", size=FRAGMENT))
        bare = stack.enter_context(python("broadcasting", size=FRAGMENT))
        watching = Crowd(ours.port, (_door(0, seat, deflate=True) for seat in range(people)))
        stack.callback(watching.close)
        hearing = Crowd(bare.port, [Door()] * people)
        stack.callback(hearing.close)
        _warm(ours, watching, bare, hearing)
        yield ours, watching, bare, hearing


@contextmanager
def idle(size: Size) -> Iterator[Sides]:
    """B7: what an idle socket of the whole product holds, against a bare one; each time in a new process."""

    def ours() -> float:
        with python("serving", seats=HALL, onlookers=size.people) as server:
            (told,) = server.told["committees"]
            path = f"/committees/{told['id']}/live"
            doors = [Door(path, cookie, ("public",), deflate=True) for cookie in told["observers"]]
            return _held(server, doors)

    def bare() -> float:
        with python("broadcasting", size=KILOBYTE) as server:
            return _held(server, [Door()] * size.people)

    yield Sides(ours, bare)


def _held(server: Process, doors: list[Door]) -> float:
    """KB for each socket, once everybody is in and nothing happens."""
    first = Crowd(server.port, doors[:10])  # what is made once is not what a socket costs
    before = server.resident()
    crowd = Crowd(server.port, doors[10:])
    held = (server.resident() - before) / max(1, len(doors) - 10)
    crowd.close()
    first.close()
    return held
