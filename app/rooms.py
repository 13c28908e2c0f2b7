"""The rooms of this process: each is opened when it is first asked for, and closed when the process ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from app.alarms import RoomTime
from app.batches import CommandIdReused, NotInOrder, NotRecorded, Recorded, RoomStopped
from app.room import Room
from app.store import Store
from app.tables import CommitteeRow

__all__ = [
    "CommandIdReused",
    "NotInOrder",
    "NotRecorded",
    "Recorded",
    "Room",
    "RoomStopped",
    "RoomTime",
    "Rooms",
    "UnknownCommittee",
]

ALIVE_EVERY_S = 1.0
LOOK_EVERY_S = 2.0
log = logging.getLogger(__name__)


class UnknownCommittee(LookupError):
    """There is no committee with this id."""


class Rooms:
    """All rooms of this process, by committee id. Used on one event loop."""

    def __init__(self, store: Store, clock: Callable[[], RoomTime] = RoomTime) -> None:
        """`clock` makes the room time of each room."""
        self._store, self._clock = store, clock
        self._rooms: dict[int, asyncio.Task[Room]] = {}
        self._on_open: list[Callable[[Room], None]] = []
        self._rounds: list[asyncio.Task[None]] = []
        self._closed = False

    def on_open(self, hook: Callable[[Room], None]) -> None:
        """Has `hook` called with each room when it has been opened, before anyone acts in it."""
        self._on_open.append(hook)

    async def start(self) -> Rooms:
        """Begins to note that rooms are alive and, where processes share the record, to look for news."""
        self._rounds = [asyncio.create_task(self._every(ALIVE_EVERY_S, self._note_alive))]
        self.every(LOOK_EVERY_S, self._look)
        return self

    def every(self, seconds: float, work: Callable[[], Awaitable[None]]) -> None:
        """Where processes share the record, do `work` again and again until the rooms close."""
        if self._store.shared:
            self._rounds.append(asyncio.create_task(self._every(seconds, work)))

    async def room(self, committee_id: int) -> Room:
        """The committee's room, opened at the first call.

        Raises UnknownCommittee, RoomStopped where the record cannot be read, NotRecorded while closing, and
        what the store raises; then the next call tries again, unless the room is stopped.
        """
        if self._closed:
            raise NotRecorded("Placard is closing.")
        opening = self._rooms.get(committee_id)
        if opening is None:
            opening = self._rooms[committee_id] = asyncio.create_task(self._open(committee_id))
            opening.add_done_callback(lambda task: self._forget(committee_id, task))
        return opening.result() if opening.done() else await asyncio.shield(opening)

    def opened(self, committee_id: int) -> Room | None:
        """The committee's room, if it is open."""
        return next((room for room in self.open_rooms() if room.committee_id == committee_id), None)

    def open_rooms(self) -> list[Room]:
        """The rooms that are open now."""
        done = [task for task in self._rooms.values() if task.done() and not task.cancelled()]
        return [task.result() for task in done if task.exception() is None]

    async def close(self) -> None:
        """Answers what waits in every room, notes when they were last alive, and ends."""
        self._closed = True
        for task in self._rounds:
            task.cancel()
        await asyncio.gather(*self._rounds, *self._rooms.values(), return_exceptions=True)
        await asyncio.gather(*(room.close() for room in self.open_rooms()))
        await self._note_alive()

    async def _open(self, committee_id: int) -> Room:
        if await self._store.read(lambda session: session.get(CommitteeRow, committee_id)) is None:
            raise UnknownCommittee(committee_id)
        room = await Room(committee_id, self._store, self._clock()).open()
        for hook in self._on_open:
            hook(room)
        return room

    def _forget(self, committee_id: int, task: asyncio.Task[Room]) -> None:
        """An opening that failed is tried again at the next call; a record that cannot be read stays shut."""
        if task.cancelled() or not isinstance(task.exception(), RoomStopped | None):
            del self._rooms[committee_id]

    async def _note_alive(self) -> None:
        if moments := {room.committee_id: room.now() for room in self.open_rooms()}:
            await self._store.note_alive(moments)

    async def _look(self) -> None:
        rooms = {room.committee_id: room for room in self.open_rooms()}
        for committee, head in (await self._store.heads(tuple(rooms))).items():
            if head > rooms[committee].floor.number:
                rooms[committee].look()

    async def _every(self, seconds: float, work: Callable[[], Awaitable[None]]) -> None:
        """Does the work again and again; a failing database is told in the log and asked again."""
        while True:
            await asyncio.sleep(seconds)
            try:
                await work()
            except Exception:
                log.exception("the rooms' round failed")
