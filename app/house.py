"""The house: one running Placard with its store, rooms, galleries, directories and sign-ins."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.access import Access, Holder
from app.directories import Invitation, load_directory
from app.live import Gallery
from app.procedure.floor import Floor
from app.rooms import Room, Rooms
from app.screens.directory import Directory
from app.screens.environment import build
from app.screens.regions import Screens
from app.settings import Settings
from app.store import Store, open_store
from app.throttles import Presses


@dataclass(eq=False)
class House:
    """Everything a request may need. Used on one event loop."""

    settings: Settings
    store: Store
    rooms: Rooms
    access: Access
    presses: Presses
    galleries: dict[int, Gallery[Floor]] = field(default_factory=dict)
    directories: dict[int, Directory] = field(default_factory=dict)
    invitations: dict[int, Invitation] = field(default_factory=dict)
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)
    _closed: bool = False

    @classmethod
    async def open(cls, settings: Settings) -> House:
        """Open the store and begin to serve its rooms. Raises what `open_store` raises."""
        store = await asyncio.to_thread(open_store, settings.database_url, settings.data)
        rooms = await Rooms(store).start()
        house = cls(settings, store, rooms, Access(store, settings), Presses(settings))
        house.access.on_end(house.put_out)
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
        await self.read_names(committee)
        gallery: Gallery[Floor] = Gallery(self.screens(committee), build(), room.now)
        room.watch(gallery.show)
        gallery.show(room.floor)
        self.galleries[committee] = gallery

    def screens(self, committee: int) -> Screens:
        """A committee's screens, drawn with its names as they are at the time."""
        return Screens(lambda: self.directories[committee])

    async def read_names(self, committee: int) -> None:
        """Read a committee's names and profiles again; its screens follow."""
        invitation = self.invitations.get(committee, Invitation())
        self.directories[committee] = await load_directory(self.store, committee, invitation)
        if gallery := self.galleries.get(committee):
            room = await self.rooms.room(committee)
            gallery.show(room.floor)

    def directory(self, committee: int) -> Directory:
        """The names of a committee whose room is open; an empty one before that."""
        return self.directories.get(committee) or Directory(committee, "")

    def names(self, committee: int) -> Mapping[str, str]:
        """Seat key -> short name."""
        return self.directory(committee).short_names

    def put_out(self, devices: frozenset[str]) -> None:
        """Close at once every socket of sign-ins that have ended."""
        for gallery in self.galleries.values():
            gallery.drop(lambda who: isinstance(who, Holder) and who.device in devices, 4401)

    async def close(self) -> None:
        """Let everybody go (their pages come back by themselves), then close all; twice is no harm."""
        if self._closed:
            return
        self._closed = True
        for gallery in self.galleries.values():
            gallery.drop(lambda _: True, 1012)
        await self.rooms.close()
        await self.store.close()
