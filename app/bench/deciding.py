"""B4 and B9: the rules, the record and the screens without any network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from app.bench.measuring import Sides, Size
from app.bench.processes import Process, python
from app.bench.rooms import AT_ONCE

FEWEST, STATES, MOST = 34, 193, 397
"""Delegations: a usual committee, the United Nations, and as many as the rules seat beside the dais."""


@contextmanager
def together(size: Size) -> Iterator[Sides]:
    """B4a: sixty-four at once; commands in a second."""
    with python("deciding") as server:
        times = AT_ONCE * 2 * size.presses

        def rate(what: str, number: int) -> float:
            done = server.ask(what, times=number)
            sides.guard("rows that differ from answers", abs(done["lost"]))
            return float(done["a_second"])

        sides = Sides(lambda: rate("together", times), lambda: rate("bare", 10 * size.presses))
        yield sides


@contextmanager
def alone(size: Size) -> Iterator[Sides]:
    """B4b: one at a time; the median of one in microseconds."""
    with python("deciding") as server:

        def took(what: str) -> float:
            done = server.ask(what, times=10 * size.presses)
            sides.guard("rows that differ from answers", abs(done["lost"]))
            return float(done["median"])

        sides = Sides(lambda: took("alone"), lambda: took("bare"))
        yield sides


@contextmanager
def long_record(size: Size) -> Iterator[Sides]:
    """B9: the same change with a long record behind it, against a short one."""
    with ExitStack() as stack:
        short = stack.enter_context(python("growing", seats=FEWEST))
        long = stack.enter_context(python("growing", seats=FEWEST))
        middle = stack.enter_context(python("growing", seats=FEWEST))
        for server, acts in ((short, size.acts // 100), (middle, size.acts // 10), (long, size.acts)):
            server.ask("fill", acts=acts)

        def ours() -> float:
            sides.note(f"µs with {size.acts // 10} acts behind it", _change(middle, size)())
            return _change(long, size)()

        sides = Sides(ours, _change(short, size))
        yield sides


@contextmanager
def large_roster(size: Size) -> Iterator[Sides]:
    """B9 again: the same change with many delegations, against few."""
    with ExitStack() as stack:
        few, states, most = (
            stack.enter_context(python("growing", seats=seats)) for seats in (FEWEST, STATES, MOST)
        )

        def ours() -> float:
            sides.note(f"µs with {STATES} delegations", _change(states, size)())
            return _change(most, size)()

        sides = Sides(ours, _change(few, size))
        yield sides


def _change(server: Process, size: Size) -> Callable[[], float]:
    return lambda: float(server.ask("changes", times=size.changes)["us"])
