"""The house: one running Placard with its store, rooms, galleries, directories and sign-ins."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.access import Access, Post
from app.access.closed_seats import ClosedSeats
from app.access.throttles import OpenSockets, Presses
from app.arrivals import Arrivals
from app.ballot_box import BallotBox
from app.directories import Invitation, load_directory, load_said
from app.live import Gallery
from app.note_reading import load_correspondence, load_thread
from app.phone_tests import PhoneTests
from app.preparing.readings import Readings
from app.procedure.undo import History
from app.rooms import Room, Rooms
from app.scores import load_scorebook
from app.screens.correspondence import Correspondence
from app.screens.directory import Directory
from app.screens.environment import build
from app.screens.regions import Screens
from app.screens.scorebook import Scorebook
from app.screens.walls import Showing
from app.settings import Settings
from app.shared_text.desks import Desks
from app.store import Store, open_store
from app.watchers import Watchers

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
    directories: dict[int, Directory] = field(default_factory=dict)
    correspondence: dict[int, Correspondence] = field(default_factory=dict)
    scorebooks: dict[int, Scorebook] = field(default_factory=dict)
    boxes: dict[int, BallotBox] = field(default_factory=dict)
    invitations: dict[int, Invitation] = field(default_factory=dict)
    phone_tests: PhoneTests = field(default_factory=PhoneTests)
    full: dict[int, Mapping[str, bool]] = field(default_factory=dict)
    """What the dais of each committee has not yet seen of full seats; `Directory.full` says what it is."""
    room_address: str = ""
    """What other devices in the room open to reach this server; "" where that is not known."""
    _opening: asyncio.Lock = field(default_factory=asyncio.Lock)
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)
    _read_in: set[int] = field(default_factory=set)
    """Committees in which somebody has read something since readers were counted."""
    stopping: bool = False
    """Whether the server has been told to stop: then it is not ready any more."""
    _closed: bool = False

    def __post_init__(self) -> None:
        self.watchers = Watchers(self.galleries, self.desks)
        self.watching = OpenSockets(self.settings.sockets_per_sign_in)
        self.typing = OpenSockets(self.settings.sockets_per_sign_in)
        self._arrivals = Arrivals(self._count_arrivals)
        self._readers = Arrivals(self._count_readers)

    @classmethod
    async def open(cls, settings: Settings) -> House:
        """Open the store and begin to serve its rooms. Raises what `open_store` raises."""
        store = await asyncio.to_thread(open_store, settings.database_url, settings.data)
        rooms = await Rooms(store).start()
        presses, readings = Presses(settings), Readings(store)
        house = cls(settings, store, rooms, Access(store, settings), presses, readings, Desks(store))
        rooms.every(TYPED_EVERY_S, house.desks.look_at_rows)
        house.access.witnesses.on_end(house.watchers.put_out)
        house.access.witnesses.on_change(house._arrivals.note)
        house.access.witnesses.on_full(house.note_full)
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
        await self.read_notes(committee)
        await self.read_scores(committee)
        gallery: Gallery[History] = Gallery(self.screens(committee), build(), room.now)
        room.watch(gallery.show)
        room.watch(lambda history: self.desks.look(committee, history.floor))
        closed = ClosedSeats(self.access, committee)
        closed.look(room.floor)
        room.watch(lambda history: closed.look(history.floor))
        box = BallotBox(room, self.store, lambda held: self._show_with(committee, ballots_held=held))
        self.boxes[committee] = box
        room.watch(lambda history: box.look(history.floor))
        box.look(room.floor)
        gallery.show(room.history)
        self.galleries[committee] = gallery

    def screens(self, committee: int) -> Screens:
        """A committee's screens, drawn with its names, notes and scores as they are at the time."""
        return Screens(
            lambda: self.directories[committee],
            lambda: self.correspondence[committee],
            lambda: self.scorebooks[committee],
        )

    async def read_names(self, committee: int) -> None:
        """Read a committee's names and profiles again; its screens follow."""
        invitation = self.invitations.get(committee, Invitation())
        async with self._reading:  # what was read last must be shown last
            names = await load_directory(self.store, committee, invitation)
            claimed = (await self.access.seats_claimed()).get(committee, 0)
            before = self.directory(committee)
            names = replace(names, claimed=claimed, full=self.full.get(committee, {}))
            names = replace(names, walls=before.walls, ballots_held=before.ballots_held)
            self.directories[committee] = replace(names, unrecorded=before.unrecorded)
        await self._show_again(committee)

    async def read_said(self, committee: int) -> None:
        """Read again what was sent to every screen and what the dais said of questions; screens follow."""
        async with self._reading:
            said = await load_said(self.store, committee)
            self.directories[committee] = replace(self.directories[committee], **said)
            self.galleries[committee].show((await self.rooms.room(committee)).history)

    async def hold_wall(self, committee: int, wall: int, showing: Showing) -> None:
        """Put something on a wall of a committee whose room is open, until the dais lets it follow again.

        It is kept in memory: after a restart every wall follows the floor.
        """
        names = self.directories[committee]
        self.directories[committee] = replace(names, walls={**names.walls, wall: showing})
        await self._show_again(committee)

    async def read_notes(self, committee: int, thread: int | None = None) -> None:
        """Read the notes of a committee again, or one thread of them; the screens of its readers follow."""
        async with self._reading:
            if thread is None:
                found = await load_correspondence(self.store, committee)
            else:
                now = await load_thread(self.store, committee, thread)
                found = self.correspondence[committee].with_thread(thread, now)
            self.correspondence[committee] = found
        await self._show_again(committee)

    async def read_private(self, committee: int) -> None:
        """Read notes and scores of a committee again, where somebody has looked at them."""
        if committee in self.galleries:
            await self.read_notes(committee)
            await self.read_scores(committee)

    async def read_scores(self, committee: int) -> None:
        """Read again what the dais scored and noted; its screens follow."""
        async with self._reading:
            self.scorebooks[committee] = await load_scorebook(self.store, committee)
        await self._show_again(committee)

    async def _show_again(self, committee: int) -> None:
        """What changed beside the floor comes to the screens, where somebody has looked."""
        if gallery := self.galleries.get(committee):
            gallery.show((await self.rooms.room(committee)).history)

    def note_recording(self, committee: int, works: bool) -> None:
        """An act was recorded, or could not be: the dais is told as long as that lasts."""
        names = self.directory(committee)
        if committee in self.galleries and names.unrecorded == works:
            self._show_with(committee, unrecorded=not works)

    def _show_with(self, committee: int, **changes: Any) -> None:
        """Show a committee's floor with something else beside it, which is kept in memory alone."""
        self.directories[committee] = replace(self.directory(committee), **changes)
        if (gallery := self.galleries.get(committee)) and (room := self.rooms.opened(committee)):
            gallery.show(room.history)

    def note_full(self, post: Post, gave_way: bool | None) -> None:
        """A device too many came to a seat, and another gave way or it was refused; None: that is settled."""
        committee = post.committee_id or 0
        others = {key: how for key, how in self.full.get(committee, {}).items() if key != post.seat_key}
        self.full[committee] = others if gave_way is None else {**others, post.seat_key: gave_way}
        if committee in self.galleries:
            self._show_with(committee, full=self.full[committee])

    def note_reader(self, committee: int) -> None:
        """Somebody has read what was sent to every screen: screens that say so follow a moment later."""
        self._read_in.add(committee)
        self._readers.note()

    async def _count_readers(self) -> None:
        """Who has read what was sent."""
        while self._read_in:
            await self.read_said(self._read_in.pop())

    async def _count_arrivals(self) -> None:
        """How many seats are taken up; screens that say so follow."""
        claimed = await self.access.seats_claimed()
        for committee, gallery in tuple(self.galleries.items()):
            names, number = self.directories[committee], claimed.get(committee, 0)
            if number != names.claimed:
                self.directories[committee] = replace(names, claimed=number)
                gallery.show((await self.rooms.room(committee)).history)

    def directory(self, committee: int) -> Directory:
        """The names of a committee whose room is open; an empty one before that."""
        return self.directories.get(committee) or Directory(committee, "")

    def names(self, committee: int) -> Mapping[str, str]:
        """Seat key -> short name."""
        return self.directory(committee).short_names

    async def close(self) -> None:
        """Let everybody go (their pages come back by themselves), then close all; twice is no harm."""
        if self._closed:
            return
        self._closed = True
        self._arrivals.cancel()
        self._readers.cancel()
        self.watchers.send_home()
        await self.desks.close()
        await self.readings.close()
        await asyncio.gather(*(box.close() for box in self.boxes.values()))
        await self.rooms.close()
        await self.store.close()
