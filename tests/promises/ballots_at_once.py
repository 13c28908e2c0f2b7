"""A hall that votes by its devices over real sockets: ballots come at once, again, and as the vote closes."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import httpx2 as httpx

from app.bench.posts import Caller, Request, callers_of, press
from app.bench.wires import Wires
from app.minutes import decode
from app.procedure.questions import Vote
from app.procedure.votes import BallotCast
from tests.served import Served
from tests.store.places import Place


@dataclass(frozen=True)
class Counted:
    """A closed vote from three sides: seats that were told yes, seats in the minutes, the tally."""

    acknowledged: frozenset[str]
    stored: tuple[str, ...]
    vote: Vote
    in_favour: str

    def agrees(self) -> bool:
        """Whether counted = stored = acknowledged, each seat once and with its own choice."""
        tally = self.vote.tally
        assert tally is not None
        wanted = (self.in_favour in self.acknowledged, len(self.acknowledged - {self.in_favour}), 0)
        counted = (tally.yes, tally.no, tally.abstain)
        return counted == wanted and sorted(self.stored) == sorted(self.acknowledged) == sorted(
            self.vote.ballots
        )


@contextmanager
def hall(place: Place, seats: int, connections: int) -> Iterator[Hall]:
    """A served committee in debate, with so many seats that vote and so many connections to vote over."""
    with Served(place.data, database_url=place.url) as served, Wires() as wires:
        for path in ("/roll-calls", "/roll-call/all-present", "/roll-call/closure", "/debates"):
            served.do("chair", path, "dais-1")
        yield Hall(served, wires, served.members()[:seats], connections)


class Hall:
    """The connections of the seats that vote, a seat's second ones from other devices, and the chair's."""

    def __init__(self, served: Served, wires: Wires, seats: list[str], connections: int) -> None:
        self.seats, self.wires, self._served = seats, wires, served
        sitting = [seats[place % len(seats)] for place in range(connections)]
        cookies = [self._cookie(seat, place >= len(seats)) for place, seat in enumerate(sitting)]
        self.callers = callers_of(wires, served.port, cookies)
        (self.chair,) = callers_of(wires, served.port, [_cookie(served.client("chair", "dais-1"))])
        self.at: dict[str, list[int]] = defaultdict(list)
        for place, seat in enumerate(sitting):
            self.at[seat].append(place)

    def put(self) -> int:
        """A motion is put to the vote by devices; returns the vote's number.

        One seat is in favour, so that it fails whoever comes too late, and the next one can be put.
        """
        mover = self.seats[0]
        motion = self._served.do(
            "delegate", "/motions", mover, kind="unmoderated_caucus", total_seconds=300, topic="Water"
        )
        self._served.do("chair", "/votes", "dais-1", about="motion", subject=str(motion), mode="devices")
        now = self._served.room().floor.votes.now
        assert now is not None
        return now.number

    def storm(self, times: int) -> Counted:
        """Every seat's ballot is sent `times`, over all connections at once; then the vote is closed."""
        vote = self.put()
        queues: list[list[Request]] = [[] for _ in self.callers]
        for seat in self.seats:
            ballot = self.ballot(vote, seat)
            for turn in range(times):
                queues[self.at[seat][turn % len(self.at[seat])]].append(ballot)
        self._send(list(zip(self.callers, queues, strict=True)))
        told = {
            seat: [one for at in self.at[seat] for one in self.callers[at].answers] for seat in self.seats
        }
        assert all(len(answers) == times for answers in told.values())
        acknowledged = {seat for seat in self.seats if {one.status for one in told[seat]} == {200}}
        assert all(len({one.body for one in told[seat]}) == 1 for seat in acknowledged), "one act, one answer"
        self._served.do("chair", f"/votes/{vote}/closure", "dais-1")
        return self._counted(vote, acknowledged)

    def race(self, chance: random.Random) -> Counted:
        """The chair closes while ballots come: one is answered before, one is sent after, the rest race."""
        vote = self.put()
        first, *others = chance.sample(self.seats[1:], len(self.seats) - 1)
        *racing, last = chance.sample([self.seats[0], *others], len(self.seats) - 1)
        queues = {seat: [(self.callers[self.at[seat][0]], [self.ballot(vote, seat)])] for seat in self.seats}
        closing = [(self.chair, [press(f"{self._served.here}/votes/{vote}/closure")])]
        at_once = [*(queues[seat] for seat in racing), closing]
        chance.shuffle(at_once)
        for now in (queues[first], [one for part in at_once for one in part], queues[last]):
            self._send(now)
        assert self.chair.answers[0].status == 200, self.chair.answers[0].body
        told = {seat: self.callers[self.at[seat][0]].answers[0].status for seat in self.seats}
        assert told[first] == 200 and told[last] == 409
        assert set(told.values()) == {200, 409}, "counted, or refused as late"
        return self._counted(vote, {seat for seat, status in told.items() if status == 200})

    def ballot(self, vote: int, seat: str) -> Request:
        """A press for this seat; sent again it is the same press."""
        return press(
            f"{self._served.here}/votes/{vote}/ballots", choice="yes" if seat == self.seats[0] else "no"
        )

    def _send(self, queues: Sequence[tuple[Caller, list[Request]]]) -> None:
        """Every connection sends its own queue, each request when the one before is answered."""
        for caller, queue in queues:
            caller.answers.clear()
            caller.then = _next(caller, iter(queue[1:]))
            if queue:
                caller.send(queue[0])
        wanted = sum(len(queue) for _, queue in queues)
        self.wires.until(lambda: sum(len(one.answers) for one, _ in queues) == wanted, "all answers")

    def _counted(self, vote: int, acknowledged: set[str]) -> Counted:
        """The three sides of a closed vote; then its result is announced, and the floor is free again."""
        now = self._served.room().floor.votes.now
        assert now is not None and now.number == vote
        rows = self._served.ask(self._served.house.store.since(self._served.committee))
        stored = tuple(
            row.by
            for row in map(decode, rows)
            if any(isinstance(event, BallotCast) and event.vote == vote for event in row.events)
        )
        self._served.do("chair", f"/votes/{vote}/result", "dais-1")
        return Counted(frozenset(acknowledged), stored, now, self.seats[0])

    def _cookie(self, seat: str, another: bool) -> str:
        """Who sends: the seat's first device, or another one that joined by the same card."""
        if not another:
            return _cookie(self._served.client("delegate", seat))
        client = self._served.joined(self._served.code("delegate", seat))
        try:
            return _cookie(client)
        finally:
            client.close()


def _next(caller: Caller, rest: Iterator[Request]) -> Callable[[object], None]:
    """What a caller does with an answer: it sends the next request, if there is one."""

    def follow(_: object) -> None:
        if (request := next(rest, None)) is not None:
            caller.send(request)

    return follow


def _cookie(client: httpx.Client) -> str:
    return "; ".join(f"{name}={value}" for name, value in client.cookies.items())
