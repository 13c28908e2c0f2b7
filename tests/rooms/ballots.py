"""An election in a room of a test, with its ballot box."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from sqlmodel import select

from app.ballot_box import BallotBox
from app.procedure.election_opening import OpenElection
from app.procedure.elections import Election
from app.procedure.secret_ballots import CloseElection
from app.tables import SecretChoiceRow
from tests.rooms.sitting import Sitting, sitting
from tests.store.places import Place

CANDIDATES = ("france", "ghana", "peru")


@dataclass
class Electing:
    """A committee that elects, and the box; `held` is what the seats are told."""

    committee: Sitting
    held: list[frozenset[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.box = BallotBox(self.committee.room, self.committee.store, self.held.append)
        self.committee.room.watch(lambda history: self.box.look(history.floor))
        self.box.look(self.committee.room.floor)

    @property
    def now(self) -> Election:
        """The election on the floor."""
        now = self.committee.room.floor.elections.now
        assert now is not None
        return now

    async def open(self, places: int = 1) -> None:
        """The chair opens the ballot."""
        await self.committee.do(OpenElection("Rapporteur", CANDIDATES, places))

    async def put(self, seat: str, *names: str) -> str:
        """A seat's ballot; returns the receipt."""
        return await self.box.put(seat, self.now.number, names)

    async def close(self) -> None:
        """The dais closes the ballot, and it is counted."""
        async with self.box.emptied():
            await self.committee.do(CloseElection(self.now.number))
        await until(lambda: not self.now.waits_for_count)

    async def rows(self) -> Sequence[SecretChoiceRow]:
        """What is in the box."""
        return await self.committee.store.read(lambda rows: rows.exec(select(SecretChoiceRow)).all())

    async def emptied(self) -> None:
        """Waits until nothing is in the box any more."""
        for _ in range(500):
            if not await self.rows():
                return
            await asyncio.sleep(0.02)
        raise AssertionError("the choices were not deleted")


@asynccontextmanager
async def electing(place: Place) -> AsyncIterator[Electing]:
    """A committee in debate, with a box."""
    async with sitting(place) as committee:
        await committee.open_debate()
        election = Electing(committee)
        try:
            yield election
        finally:
            await election.box.close()


async def until(condition: object) -> None:
    """Waits for something that comes by itself; gives up after ten seconds."""
    assert callable(condition)
    for _ in range(500):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not come")
