"""A committee in a process of the bench, decided without any network; and bare SQLite beside it."""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
import time
from pathlib import Path
from statistics import median
from typing import Any

from app.procedure.act import ORGANIZER
from app.procedure.agenda import OpenDebate
from app.procedure.attendance import CloseRollCall, MarkAllPresent, StartRollCall
from app.procedure.floor import InOrder
from app.procedure.roster import Seat
from app.procedure.rulebook_files import load
from app.procedure.seats import OpenCommittee
from app.procedure.speakers_lists import JoinSpeakersList, LeaveSpeakersList
from app.procedure.undo import Entry, History, decide
from app.room import Room
from app.store import Store, open_store
from app.store.sqlite import INSERT, WRITING
from app.tables import CommitteeRow, ConferenceRow

AT_ONCE = 64
TABLE = (
    'CREATE TABLE minute (committee_id INTEGER, number INTEGER, at INTEGER, "by" TEXT, command_id TEXT,'
    " digest TEXT, command TEXT, events TEXT, chain TEXT, PRIMARY KEY (committee_id, number),"
    ' UNIQUE (committee_id, "by", command_id))'
)
COMMAND = '{"command":"JoinSpeakersList","seat":""}'
EVENTS = '[{"event":"SpeakersListJoined","list":"general","seat":"seat-1"}]'


class Deciding:
    """`Room.act` on the rules and store of the product; and one commit for each row without them."""

    async def open(self) -> dict[str, Any]:
        """A committee of 64 seats in open debate, and a bare file with the same table."""
        self._store = open_store("", Path("data"))
        self._room = await open_room(self._store, AT_ONCE)
        self._presses = itertools.count()
        self._bare = sqlite3.connect("bare.db", isolation_level=None)
        for pragma in WRITING:
            self._bare.execute(pragma)
        self._bare.execute(TABLE)
        self._row = itertools.count(1)
        return {}

    async def do(self, what: str, times: int = 1, **given: Any) -> dict[str, Any]:
        """So many `together`, `alone` or `bare`: how many in a second, and the median of one (µs)."""
        before, began = self._room.floor.number, time.perf_counter()
        match what:
            case "together":
                turns = range(times // AT_ONCE)
                seats = [self._press(f"seat-{seat}", len(turns)) for seat in range(1, AT_ONCE + 1)]
                took = list(itertools.chain(*await asyncio.gather(*seats)))
            case "alone":
                took = await self._press("seat-1", times)
            case _:
                took = [self._insert(number) for number in itertools.islice(self._row, times)]
        passed = time.perf_counter() - began
        minutes = await self._store.since(self._room.committee_id, before)
        lost = 0 if what == "bare" else len(took) - len(minutes)
        return {"a_second": len(took) / passed, "median": median(took) * 1e6, "lost": lost}

    async def close(self) -> None:
        """Close both."""
        self._bare.close()
        await self._room.close()
        await self._store.close()

    async def _press(self, seat: str, times: int) -> list[float]:
        """On and off the list, so that the floor is the same after two; the seconds that each took."""
        took = []
        for turn in range(times):
            command = LeaveSpeakersList() if turn % 2 else JoinSpeakersList()
            began = time.perf_counter()
            await self._room.act(seat, f"bench{next(self._presses):08}", command)
            took.append(time.perf_counter() - began)
        return took

    def _insert(self, number: int) -> float:
        row = (
            1,
            number,
            1_764_500_000_000,
            "seat-1",
            f"bench{number:08}",
            "d" * 64,
            COMMAND,
            EVENTS,
            "c" * 64,
        )
        began = time.perf_counter()
        self._bare.execute("BEGIN IMMEDIATE")
        self._bare.execute(INSERT, row)
        self._bare.execute("COMMIT")
        return time.perf_counter() - began


def _opening(seats: int) -> list[tuple[str, Any]]:
    """Who does what until so many delegations are in open debate."""
    members = [Seat(f"seat-{place}", "member", place) for place in range(1, seats + 1)]
    founding = OpenCommittee(load("harvard"), ("Speed",), (*members, Seat("dais-1", "chair", 0)))
    chair = (StartRollCall(), MarkAllPresent(), CloseRollCall(), OpenDebate())
    return [(ORGANIZER, founding), *(("dais-1", command) for command in chair)]


def in_debate(seats: int) -> History:
    """A committee of so many delegations in open debate, without a store."""
    past = History()
    for number, (by, command) in enumerate(_opening(seats), 1):
        outcome = decide(past, by, number, command)
        assert isinstance(outcome, InOrder), outcome
        past = past.entered(Entry(number, number, by, command, "", outcome.events, ""))
    return past


async def open_room(store: Store, seats: int) -> Room:
    """A room of so many delegations in open debate, in a store that is empty."""

    def found(rows: Any) -> int:
        conference = ConferenceRow(name="Bench", created=1)
        rows.add(conference)
        rows.flush()
        assert conference.id is not None
        committee = CommitteeRow(conference_id=conference.id, name="Bench", rulebook="harvard", created=1)
        rows.add(committee)
        rows.flush()
        assert committee.id is not None
        return committee.id

    room = await Room(await store.write(found), store).open()
    for number, (by, command) in enumerate(_opening(seats)):
        await room.act(by, f"opening{number}", command)
    return room
