"""A room in a test: a committee in open debate, whose seats press buttons with a fresh command id each."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from app.alarms import RoomTime
from app.minutes import replay, verify
from app.procedure.act import ORGANIZER
from app.procedure.agenda import OpenDebate
from app.procedure.attendance import CloseRollCall, MarkAllPresent, StartRollCall
from app.procedure.roster import Seat
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load
from app.procedure.seats import OpenCommittee
from app.rooms import Recorded, Room
from app.store import Store
from tests.procedure.meeting import MEMBERS
from tests.store.places import Place, found

CHAIR = "dais-1"
COCHAIR = "dais-2"
SEATS = (
    *(Seat(key, "member", order) for order, key in enumerate(MEMBERS)),
    *(Seat(CHAIR, "chair", 0), Seat(COCHAIR, "chair", 1), Seat("assistant-1", "assistant", 2)),
)


@dataclass
class Sitting:
    """A committee's room and its store."""

    store: Store
    room: Room
    ids: itertools.count[int] = field(default_factory=itertools.count)

    async def do(self, command: Any, by: str = CHAIR, insist: str = "") -> Recorded:
        """One press."""
        return await self.room.act(by, f"press-{next(self.ids)}", command, insist)

    async def open_debate(self, rulebook: Rulebook | None = None) -> None:
        """From nothing to open debate with everybody present."""
        await self.do(OpenCommittee(rulebook or load("harvard"), ("Water",), SEATS), by=ORGANIZER)
        for command in (StartRollCall(), MarkAllPresent(), CloseRollCall(), OpenDebate()):
            await self.do(command)

    async def reopened(self, clock: RoomTime | None = None) -> Sitting:
        """The same committee after the room was closed and opened again."""
        await self.room.close()
        return Sitting(self.store, await Room(self.room.committee_id, self.store, clock).open(), self.ids)

    async def is_true_to_its_record(self) -> bool:
        """Whether the chain holds and the record, read from the disk, folds to the floor that is shown."""
        minutes = await self.store.since(self.room.committee_id)
        return verify(minutes, self.room.floor.head) is None and replay(minutes) == self.room.floor


@asynccontextmanager
async def sitting(place: Place, clock: RoomTime | None = None) -> AsyncIterator[Sitting]:
    """A committee that was founded in the rows, with its room open and nothing on the record."""
    store = place.open()
    room = await Room(await found(store), store, clock).open()
    try:
        yield Sitting(store, room)
    finally:
        await room.close()
        await store.close()
