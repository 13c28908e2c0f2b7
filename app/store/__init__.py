"""The store: where the minutes and rows are kept, the same on SQLite and on PostgreSQL.

The modules beside this one are the only ones that know a dialect of SQL. Whatever the database, a room's
batch is decided while nobody else can write to its record, and it is durable when `record` returns.
"""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine, false, update
from sqlmodel import Session, col, select

from app import migrations
from app.keeping.data_directory import DataDirectoryInUse
from app.minutes import Minute
from app.operations.counts import Durations
from app.tables import CommitteeRow

__all__ = ["DataDirectoryInUse", "Propose", "RecordWentBack", "Store", "UnknownDatabase", "open_store"]

T = TypeVar("T")


class Proposal(Protocol):
    """What a room makes of its batch: the rows to record, and whatever else it wants back."""

    @property
    def minutes(self) -> Sequence[Minute]:
        """The rows to record, in order."""
        ...

    @property
    def choices(self) -> Sequence[Choice]:
        """What secret ballots say that come in with them."""
        ...


class Choice(Protocol):
    """One row of what secret ballots say, with the columns of its table."""

    @property
    def columns(self) -> tuple[str | int, ...]:
        """Key, committee, election, choice."""
        ...


P = TypeVar("P", bound=Proposal)
Propose = Callable[[Sequence[Minute]], P]


class RecordWentBack(Exception):
    """The record ends before what the room has seen of it: an older copy was put in its place."""


class RecordWentOn(Exception):
    """The record does not end any more where the caller saw it end; nothing was written."""


class UnknownDatabase(Exception):
    """The address names no database that Placard works with; the message is one sentence."""


class Store(ABC):
    """Two engines and their threads. All methods may be awaited from any task of one event loop.

    `shared` says whether other processes may write to the same database. Writes wait in one queue, first
    come first served: a room hands over one batch at a time, so that busy rooms take turns. `commits` are
    the times that batches took to be durable, the waiting for their turn included.
    """

    shared: bool = False

    def __init__(self, writing: Engine, reading: Engine, writers: int, readers: int) -> None:
        self._writing, self._reading = writing, reading
        self.commits = Durations()
        self._alone = set[tuple[str, int]]()
        self._writers = ThreadPoolExecutor(writers, "placard-writer")
        self._readers = ThreadPoolExecutor(readers, "placard-reader")

    async def record(self, committee_id: int, base: int, propose: Propose[P]) -> tuple[Sequence[Minute], P]:
        """Records what `propose` makes of the acts after number `base`, in one transaction.

        `propose` gets the acts that are new, runs in the writer's thread while nobody else can record for
        this committee, and must be free of side effects. Returns the new acts and what it returned; both
        are durable by then. Raises what the database raises: then the outcome is not known.
        """
        began = time.monotonic()
        recorded = await self._in(self._writers, self._record, committee_id, base, propose)
        if recorded[1].minutes:
            self.commits.add(time.monotonic() - began)
        return recorded

    async def since(self, committee_id: int, number: int = 0) -> Sequence[Minute]:
        """The acts of a committee after `number`, in order."""
        return await self._in(self._readers, self._since, committee_id, number)

    async def write(self, work: Callable[[Session], T]) -> T:
        """Does `work` in one transaction, one at a time with all other writes; what it returns is durable.

        Return plain data: rows are cut off from the database when the transaction ends.
        """
        return await self._in(self._writers, self._write, work)

    async def write_at(self, committee_id: int, number: int, work: Callable[[Session], T]) -> T:
        """`write`, for what is right only while a committee's record ends at act `number`.

        Nothing is recorded for the committee until it is durable. Raises RecordWentOn.
        """

        def checked(session: Session) -> T:
            if self._head(session.connection(), committee_id) != number:
                raise RecordWentOn
            return work(session)

        return await self.write(checked)

    async def read(self, work: Callable[[Session], T]) -> T:
        """Does `work`, which may only read, on one consistent state of the database."""
        return await self._in(self._readers, self._read, work)

    async def heads(self, committees: Sequence[int]) -> Mapping[int, int]:
        """The number of the last act of these committees, where processes share the database."""
        query = select(CommitteeRow.id, CommitteeRow.head).where(col(CommitteeRow.id).in_(committees))
        found = await self.read(lambda session: session.exec(query).all())
        return {committee: head for committee, head in found if committee is not None}

    async def version(self) -> str:
        """The kind of database and its version: "sqlite 3.46.1"."""

        def asked(rows: Session) -> str:
            dialect = rows.connection().dialect
            numbers = getattr(dialect, "server_version_info", None) or ()
            return f"{dialect.name} {'.'.join(map(str, numbers))}"

        return await self.read(asked)

    async def takes_writes(self) -> bool:
        """Takes the writer's turn and its lock; returns whether the tables are those of this release.

        Raises what the database has against being written to.
        """
        nothing = update(CommitteeRow).where(false()).values(head=0)

        def work(rows: Session) -> bool:
            rows.execute(nothing)
            return migrations.is_current(rows.connection())

        return await self.write(work)

    @asynccontextmanager
    async def alone(self, what: str, number: int) -> AsyncIterator[bool]:
        """Holds a lock by name and number while the block runs; gives False where somebody else holds it.

        It is for what takes several transactions and acts, and ends with this process at the latest.
        """
        key = (what, number)
        if key in self._alone:
            yield False
            return
        self._alone.add(key)
        try:
            yield True
        finally:
            self._alone.discard(key)

    @abstractmethod
    async def note_alive(self, moments: Mapping[int, int]) -> None:
        """Notes that these committees' rooms were alive at these room times (ms)."""

    @abstractmethod
    async def last_alive(self, committee_id: int) -> int | None:
        """The room time (ms) at which a committee's room was last noted as alive, if it ever was."""

    @abstractmethod
    async def scrub(self) -> None:
        """Sees to it that what was deleted is in no file of the database any more, as far as that can be."""

    async def close(self) -> None:
        """Ends what is under way, then lets go of the database."""
        await asyncio.to_thread(self._close)

    @abstractmethod
    def _record(self, committee_id: int, base: int, propose: Propose[P]) -> tuple[Sequence[Minute], P]:
        """`record`, in a writer's thread."""

    def _write(self, work: Callable[[Session], T]) -> T:
        """`write`, in a writer's thread."""
        with Session(self._writing, expire_on_commit=False) as session, session.begin():
            return work(session)

    def _read(self, work: Callable[[Session], T]) -> T:
        """`read`, in a reader's thread."""
        with Session(self._reading, expire_on_commit=False) as session, session.begin():
            return work(session)

    @abstractmethod
    def _head(self, connection: Connection, committee_id: int) -> int:
        """The number of the last act; no other is recorded before the connection's transaction ends."""

    @abstractmethod
    def _newer(self, connection: Connection, committee_id: int, number: int) -> Sequence[Minute]:
        """The acts after `number`, in order, as this connection sees them."""

    def _since(self, committee_id: int, number: int) -> Sequence[Minute]:
        with self._reading.begin() as connection:
            return self._newer(connection, committee_id, number)

    def _close(self) -> None:
        self._readers.shutdown()
        self._writers.shutdown()
        self._reading.dispose()
        self._writing.dispose()

    async def _in(self, threads: ThreadPoolExecutor, work: Callable[..., T], *values: object) -> T:
        """The work's outcome; it runs to its end even where nobody waits for it any more."""
        return await asyncio.get_running_loop().run_in_executor(threads, work, *values)


def open_store(url: str, data: Path) -> Store:
    """Opens the store at a database address and brings its tables to this release.

    `url` is `postgresql://...`, or empty for SQLite in the data directory `data`, which is made where it is
    missing and held alone. Raises DataDirectoryInUse, UnknownDatabase, and what the database raises.
    """
    from app.store.postgres import PostgresStore
    from app.store.sqlite import SqliteStore

    match url.partition(":")[0].partition("+")[0]:
        case "" | "sqlite":
            return SqliteStore.open(url, data)
        case "postgresql" | "postgres":
            return PostgresStore.open(url, data)
    raise UnknownDatabase(
        "Placard keeps its data in SQLite or PostgreSQL: leave the address empty, or start it with postgresql://."
    )
