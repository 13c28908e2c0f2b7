"""All desks of a house: found by committee and paper, and cleared of whoever lost the right to be there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from app.access import Holder
from app.papers.rights import may_sit, why_not_write
from app.procedure.act import Refusal, impossible
from app.procedure.floor import Floor
from app.rooms import Room
from app.screens.directory import Directory
from app.shared_text.desk import Desk, Place
from app.shared_text.news import look_at_rows
from app.store import Store
from app.words import language, refusal_sentence

NOT_YOURS = 4403


class Desks:
    """The desks at which somebody sits. Used on one event loop."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._desks: dict[tuple[int, str], Desk] = {}
        self._hands: WeakValueDictionary[tuple[int, str], asyncio.Lock] = WeakValueDictionary()

    def desk(self, room: Room, paper: str, directory: Callable[[], Directory]) -> Desk:
        """The desk of a paper of this room."""
        key = (room.committee_id, paper)
        if key not in self._desks:
            self._desks[key] = Desk(
                room.committee_id,
                self._store,
                paper=lambda: room.floor.papers.get(paper),
                directory=directory,
                now=room.now,
                refuse=lambda place: _rule(why_not_write(room.floor, paper, place.holder)),
                sentence=lambda place, rule: _sentence(room.floor, paper, place, rule),
                hand=self._hand(room.committee_id, paper),
            )
        return self._desks[key]

    def at(self, committee: int, paper: str) -> Desk | None:
        """The desk of a paper, if anybody ever sat there."""
        return self._desks.get((committee, paper))

    @asynccontextmanager
    async def resting(self, committee: int, paper: str) -> AsyncIterator[None]:
        """While this is held nothing is written into the paper: its text stands still.

        Whoever writes the text takes it, typed or by a form, and looks only then whether it may be written.
        """
        async with self._hand(committee, paper):
            yield

    def _hand(self, committee: int, paper: str) -> asyncio.Lock:
        """The one lock of a paper's text, whether anybody sits at its desk or not."""
        return self._hands.setdefault((committee, paper), asyncio.Lock())

    def look(self, committee: int, floor: Floor) -> None:
        """After each batch of acts: who may not be at a desk any more goes at once."""
        for (here, key), desk in tuple(self._desks.items()):
            if here != committee:
                continue
            desk.end(_lost(floor, key), NOT_YOURS)
            desk.stands(floor.papers.get(key))
            if not desk.places and not desk.busy:
                del self._desks[here, key]

    async def look_at_rows(self) -> None:
        """Tell every desk what other processes kept of its paper."""
        for desk in tuple(self._desks.values()):
            await look_at_rows(self._store, desk)

    def put_out(self, which: Callable[[Holder], bool], code: int) -> None:
        """Close at once the sockets of these holders, at every desk."""
        for desk in self._desks.values():
            desk.end(lambda place: which(place.holder), code)

    def sockets(self) -> int:
        """How many open sockets there are at all desks."""
        return sum(len(desk.places) for desk in self._desks.values())

    async def close(self) -> None:
        """Let everybody go; what was typed and waits is kept first."""
        for desk in tuple(self._desks.values()):
            await desk.close()


def _lost(floor: Floor, key: str) -> Callable[[Place], bool]:
    """Tells of a place whether whoever sits there may do less with the paper than before."""
    paper = floor.papers.get(key)

    def lost(place: Place) -> bool:
        return not may_sit(paper, place.holder) or (
            place.writes and bool(why_not_write(floor, key, place.holder))
        )

    return lost


def _rule(refusal: Refusal | None) -> str:
    """The rule that keeps somebody from writing; "" for nothing."""
    return refusal.rule if refusal else ""


def _sentence(floor: Floor, key: str, place: Place, rule: str) -> str:
    """A refusal in the words of whoever sits there."""
    paper = floor.papers.get(key)
    refusal = impossible(rule, paper=paper.name if paper else key)
    return refusal_sentence(refusal, {}, language(place.pipe.viewer.locale))
