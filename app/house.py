"""The house: one running Placard with its store, rooms, galleries and sign-ins."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.access import Access
from app.access.closed_seats import ClosedSeats
from app.access.throttles import OpenSockets, Presses
from app.ballot_box import BallotBox
from app.beside import Beside
from app.live import Gallery
from app.live.watchers import Watchers
from app.phone_tests import PhoneTests
from app.preparing.readings import Readings
from app.procedure.undo import History
from app.rooms import Room, Rooms
from app.screens.directory import Directory
from app.screens.environment import build
from app.settings import Settings
from app.shared_text.desks import Desks
from app.store import Store, open_store

TYPED_EVERY_S = 1.0
"""How often it is asked what another process kept of the papers that are open here."""


@dataclass(eq=False)
class House:
    """Everything a request may need. Used on one event loop."""

    settings: Settings
    store: Store
    rooms: Rooms
    access: Access
    presses: Presses
    readings: Readings
    desks: Desks
    paper_reading: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))
    """Held while a file of a paper or of the library is read: each reading is a process of its own."""
    galleries: dict[int, Gallery[History]] = field(default_factory=dict)
    boxes: dict[int, BallotBox] = field(default_factory=dict)
    phone_tests: PhoneTests = field(default_factory=PhoneTests)
    room_address: str = ""
    """What other devices in the room open to reach this server; "" where that is not known."""
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)
    stopping: bool = False
    """Whether the server has been told to stop: then it is not ready any more."""
    _closed: bool = False

    def __post_init__(self) -> None:
        self.beside = Beside(self.store, self.access, self.rooms, self.galleries)
        self.watchers = Watchers(self.galleries, self.desks)
        self.watching = OpenSockets(self.settings.sockets_per_sign_in)
        self.typing = OpenSockets(self.settings.sockets_per_sign_in)

    @classmethod
    async def open(cls, settings: Settings) -> House:
        """Open the store and begin to serve its rooms. Raises what `open_store` raises."""
        store = await asyncio.to_thread(open_store, settings.database_url, settings.data)
        rooms = await Rooms(store).start()
        presses, readings = Presses(settings), Readings(store)
        house = cls(settings, store, rooms, Access(store, settings), presses, readings, Desks(store))
        rooms.every(TYPED_EVERY_S, house.desks.look_at_rows)
        house.access.witnesses.on_end(house.watchers.put_out)
        return house

    async def room(self, committee: int) -> Room:
        """The committee's room, with its gallery and directory ready. Raises UnknownCommittee."""
        room = await self.rooms.room(committee)
        if committee not in self.galleries:
            async with self._opening:
                if committee not in self.galleries:
                    await self._furnish(room)
        return room

    async def _furnish(self, room: Room) -> None:
        """What a room needs to be looked at: its names, and the gallery that shows each batch."""
        committee = room.committee_id
        await self.beside.read_names(committee)
        await self.beside.read_notes(committee)
        await self.beside.read_scores(committee)
        gallery: Gallery[History] = Gallery(self.beside.screens(committee), build(), room.now)
        room.watch(gallery.show)
        room.watch(lambda history: self.desks.look(committee, history.floor))
        closed = ClosedSeats(self.access, committee)
        closed.look(room.floor)
        room.watch(lambda history: closed.look(history.floor))
        box = BallotBox(room, self.store, lambda held: self.beside.show_with(committee, ballots_held=held))
        self.boxes[committee] = box
        room.watch(lambda history: box.look(history.floor))
        box.look(room.floor)
        gallery.show(room.history)
        self.galleries[committee] = gallery

    def directory(self, committee: int) -> Directory:
        """The names of a committee whose room is open; an empty one before that."""
        return self.beside.directory(committee)

    def names(self, committee: int) -> Mapping[str, str]:
        """Seat key -> short name."""
        return self.directory(committee).short_names

    async def close(self) -> None:
        """Let everybody go (their pages come back by themselves), then close all; twice is no harm."""
        if self._closed:
            return
        self._closed = True
        self.beside.close()
        self.watchers.send_home()
        await self.desks.close()
        await self.readings.close()
        await asyncio.gather(*(box.close() for box in self.boxes.values()))
        await self.rooms.close()
        await self.store.close()
