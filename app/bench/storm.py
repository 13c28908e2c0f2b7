"""B3: everybody votes at one instant, and every vote is on the disk before it is answered."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from app.bench.crowd import Crowd, Door
from app.bench.measuring import Sides, Size
from app.bench.posts import SCREEN, Caller, all_at_once, callers_of, faults, press
from app.bench.processes import Process, python
from app.bench.wires import ClientFailed, Wires

SEATS = 397
"""As many as the rules seat in one committee beside the dais; more voters sit in more committees."""


@contextmanager
def vote_storm(size: Size) -> Iterator[Sides]:
    """B3: everybody votes at one instant while as many watch."""
    committees = -(-size.people // SEATS)
    seats = size.people // committees
    with ExitStack() as stack:
        server = stack.enter_context(python("serving", seats=seats, committees=committees, onlookers=seats))
        doors = [
            Door(f"/committees/{told['id']}/live", cookie, ("public",))
            for told in server.told["committees"]
            for cookie in told["observers"]
        ]
        crowd = Crowd(server.port, doors)
        stack.callback(crowd.close)
        cookies = (one for told in server.told["committees"] for one in told["seats"].values())
        voters = callers_of(crowd.wires, server.port, cookies)
        _look_around(crowd, voters, server)
        empty, wires = stack.enter_context(python("empty")), Wires()
        callers = callers_of(wires, empty.port, [""] * len(voters))
        stack.callback(wires.close)

        def ours() -> float:
            return _stormed(sides, server, crowd, voters)

        def reference() -> float:
            before = empty.used()
            all_at_once(wires, callers, [press("/", choice="no")] * len(callers))
            return (empty.used() - before) / len(callers)

        sides = Sides(ours, reference)
        yield sides
        sides.guard("frames lost or reordered", crowd.faults)


def _look_around(crowd: Crowd, voters: list[Caller], server: Process) -> None:
    """Everybody has their page open: who they are was looked up then."""
    pages = [(f"/committees/{told['id']}{SCREEN}", None) for told in server.told["committees"]]
    each = len(voters) // len(pages)
    answers = all_at_once(crowd.wires, voters, [page for page in pages for _ in range(each)])
    if faults(answers):
        raise ClientFailed("A page was not shown to who is signed in.")


def _stormed(sides: Sides, server: Process, crowd: Crowd, voters: list[Caller]) -> float:
    """Microseconds of the server for each vote, until the tallies that follow have been shown."""
    votes = server.ask("put")["votes"]
    rows = server.ask("rows")["rows"]
    each = len(voters) // len(votes)
    requests = [
        press(f"/committees/{told['id']}/votes/{vote}/ballots", choice="no")
        for told, vote in zip(server.told["committees"], votes, strict=True)
        for _ in range(each)
    ]
    crowd.wires.rest(0.5)
    before, began = server.used(), time.perf_counter()
    answers = all_at_once(crowd.wires, voters, requests)
    sides.note("ms until all are durable and answered", (time.perf_counter() - began) * 1000)
    crowd.wires.rest(0.5)  # the tally that waits for its tick is part of the price
    used = server.used() - before
    sides.guard("votes refused", faults(answers))
    sides.guard("rows that differ from answers", abs(server.ask("rows")["rows"] - rows - len(answers)))
    tallies = server.ask("count")["tallies"]
    sides.guard("wrong tallies", sum(one != {"yes": 0, "no": each} for one in tallies))
    return used / len(voters)
