"""What stands beside the floors: names, notes and scores out of the rows, shown again when they change."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.access import Access, Post
from app.arrivals import Arrivals
from app.directories import Invitation, load_directory, load_said
from app.live import Gallery
from app.notes.reading import load_correspondence, load_thread
from app.procedure.undo import History
from app.rooms import Rooms
from app.scores import load_scorebook
from app.screens.correspondence import Correspondence
from app.screens.directory import Directory
from app.screens.regions import Screens
from app.screens.scorebook import Scorebook
from app.screens.walls import Showing
from app.store import Store


class Beside:
    """By committee, what its screens show that is on no floor. Used on one event loop.

    `galleries` are those of the committees that somebody has looked at; `full` is what the dais of each has
    not yet seen of full seats (`Directory.full` says what it is).
    """

    def __init__(
        self, store: Store, access: Access, rooms: Rooms, galleries: Mapping[int, Gallery[History]]
    ) -> None:
        self.invitations: dict[int, Invitation] = {}
        self.correspondence: dict[int, Correspondence] = {}
        self.scorebooks: dict[int, Scorebook] = {}
        self.full: dict[int, Mapping[str, bool]] = {}
        self._store, self._access, self._rooms, self._galleries = store, access, rooms, galleries
        self._directories: dict[int, Directory] = {}
        self._reading = asyncio.Lock()
        self._read_in: set[int] = set()
        self._arrivals = Arrivals(self._count_arrivals)
        self._readers = Arrivals(self._count_readers)
        access.witnesses.on_change(self._arrivals.note)
        access.witnesses.on_full(self.note_full)

    def directory(self, committee: int) -> Directory:
        """The names of a committee whose room is open; an empty one before that."""
        return self._directories.get(committee) or Directory(committee, "")

    def screens(self, committee: int) -> Screens:
        """A committee's screens, drawn with its names, notes and scores as they are at the time."""
        return Screens(
            lambda: self._directories[committee],
            lambda: self.correspondence[committee],
            lambda: self.scorebooks[committee],
        )

    async def read_names(self, committee: int) -> None:
        """Read a committee's names and profiles again; its screens follow."""
        invitation = self.invitations.get(committee, Invitation())
        async with self._reading:  # what was read last must be shown last
            names = await load_directory(self._store, committee, invitation)
            claimed = (await self._access.seats_claimed()).get(committee, 0)
            before = self.directory(committee)
            names = replace(names, claimed=claimed, full=self.full.get(committee, {}))
            names = replace(names, walls=before.walls, ballots_held=before.ballots_held)
            self._directories[committee] = replace(names, unrecorded=before.unrecorded)
        await self._show_again(committee)

    async def read_said(self, committee: int) -> None:
        """Read again what was sent to every screen and what the dais said of questions; screens follow."""
        async with self._reading:
            said = await load_said(self._store, committee)
            self._directories[committee] = replace(self._directories[committee], **said)
            self._galleries[committee].show((await self._rooms.room(committee)).history)

    async def read_notes(self, committee: int, thread: int | None = None) -> None:
        """Read the notes of a committee again, or one thread of them; the screens of its readers follow."""
        async with self._reading:
            if thread is None:
                found = await load_correspondence(self._store, committee)
            else:
                now = await load_thread(self._store, committee, thread)
                found = self.correspondence[committee].with_thread(thread, now)
            self.correspondence[committee] = found
        await self._show_again(committee)

    async def read_scores(self, committee: int) -> None:
        """Read again what the dais scored and noted; its screens follow."""
        async with self._reading:
            self.scorebooks[committee] = await load_scorebook(self._store, committee)
        await self._show_again(committee)

    async def read_private(self, committee: int) -> None:
        """Read notes and scores of a committee again, where somebody has looked at them."""
        if committee in self._galleries:
            await self.read_notes(committee)
            await self.read_scores(committee)

    def hold_wall(self, committee: int, wall: int, showing: Showing) -> None:
        """Put something on a wall of a committee whose room is open, until the dais lets it follow again.

        It is kept in memory: after a restart every wall follows the floor.
        """
        self.show_with(committee, walls={**self.directory(committee).walls, wall: showing})

    def show_with(self, committee: int, **changes: Any) -> None:
        """Show a committee's floor with something else beside it, which is kept in memory alone."""
        self._directories[committee] = replace(self.directory(committee), **changes)
        if (gallery := self._galleries.get(committee)) and (room := self._rooms.opened(committee)):
            gallery.show(room.history)

    def note_recording(self, committee: int, works: bool) -> None:
        """An act was recorded, or could not be: the dais is told as long as that lasts."""
        names = self.directory(committee)
        if committee in self._galleries and names.unrecorded == works:
            self.show_with(committee, unrecorded=not works)

    def note_full(self, post: Post, gave_way: bool | None) -> None:
        """A device too many came to a seat, and another gave way or it was refused; None: that is settled."""
        committee = post.committee_id or 0
        others = {key: how for key, how in self.full.get(committee, {}).items() if key != post.seat_key}
        self.full[committee] = others if gave_way is None else {**others, post.seat_key: gave_way}
        if committee in self._galleries:
            self.show_with(committee, full=self.full[committee])

    def note_reader(self, committee: int) -> None:
        """Somebody has read what was sent to every screen: screens that say so follow a moment later."""
        self._read_in.add(committee)
        self._readers.note()

    def close(self) -> None:
        """Counts no more."""
        self._arrivals.cancel()
        self._readers.cancel()

    async def _show_again(self, committee: int) -> None:
        """What changed beside the floor comes to the screens, where somebody has looked."""
        if gallery := self._galleries.get(committee):
            gallery.show((await self._rooms.room(committee)).history)

    async def _count_readers(self) -> None:
        """Who has read what was sent."""
        while self._read_in:
            await self.read_said(self._read_in.pop())

    async def _count_arrivals(self) -> None:
        """How many seats are taken up; screens that say so follow."""
        claimed = await self._access.seats_claimed()
        for committee in tuple(self._galleries):
            names, number = self._directories[committee], claimed.get(committee, 0)
            if number != names.claimed:
                self.show_with(committee, claimed=number)
