"""The store on SQLite: one process, one writing connection in one thread, readers that can only read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import QueuePool

from app import migrations
from app.data_directory import DataDirectory
from app.minutes import Minute, columns
from app.store import P, Propose, Store

READERS = 4
WRITING = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # durable when COMMIT returns, through a power failure too (P-02)
    "PRAGMA fullfsync=ON",  # on macOS only this reaches the disk
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what was deleted or erased is overwritten (P-33)
    "PRAGMA busy_timeout=5000",
)
MIGRATING = tuple(pragma for pragma in WRITING if "foreign_keys" not in pragma)
"""A migration that rebuilds a table drops the old one: nothing may be deleted along with it."""
READING = ("PRAGMA query_only=ON", "PRAGMA busy_timeout=5000")
# On the live path SQL goes to the driver as it stands: putting it together would cost more than running it.
NEWER = (
    'SELECT committee_id, number, at, "by", command_id, digest, command, events, chain FROM minute'
    " WHERE committee_id = ? AND number > ? ORDER BY number"
)
INSERT = (
    'INSERT INTO minute (committee_id, number, at, "by", command_id, digest, command, events, chain)'
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class SqliteStore(Store):
    """The store in one file of the data directory."""

    def __init__(self, directory: DataDirectory, file: Path) -> None:
        """Opens the database in `file`, whose directory is held already; its tables must be there."""
        self._directory = directory
        writing = _engine(f"sqlite:///{file}", 1, "BEGIN IMMEDIATE", WRITING)
        # The readers' database is opened by URI, so that not even a mistake can write through it.
        reading = _engine(f"sqlite:///file:{file}?mode=ro&uri=true", READERS, "BEGIN", READING)
        super().__init__(writing, reading, writers=1, readers=READERS)

    @classmethod
    def open(cls, url: str, data: Path) -> SqliteStore:
        """Takes the data directory, brings the tables to this release and opens.

        Raises DataDirectoryInUse, NewerDatabase and what the database raises.
        """
        directory = DataDirectory(data)
        try:
            named = make_url(url).database if url else None
            file = Path(named) if named else data / "placard.db"
            with migrating(f"sqlite:///{file}") as connection:
                migrations.upgrade(connection)
            return cls(directory, file)
        except BaseException:
            directory.close()
            raise

    async def note_alive(self, moments: Mapping[int, int]) -> None:
        """In a small file: a transaction a second would make every act wait for the disk."""
        await self._in(self._readers, self._directory.note_alive, moments)

    async def last_alive(self, committee_id: int) -> int | None:
        """From the same file."""
        return await self._in(self._readers, self._directory.last_alive, committee_id)

    def _record(self, committee_id: int, base: int, propose: Propose[P]) -> tuple[Sequence[Minute], P]:
        with self._writing.begin() as connection:
            news = self._newer(connection, committee_id, base)
            proposal = propose(news)
            if proposal.minutes:
                connection.exec_driver_sql(
                    INSERT, [(*columns(minute), minute.chain) for minute in proposal.minutes]
                )
        return news, proposal

    def _newer(self, connection: Connection, committee_id: int, number: int) -> Sequence[Minute]:
        return [Minute(*row) for row in connection.exec_driver_sql(NEWER, (committee_id, number))]

    def _close(self) -> None:
        super()._close()
        self._directory.close()


@contextmanager
def migrating(url: str) -> Iterator[Connection]:
    """A connection of its own for one migration, in one transaction; nothing else may have the file open."""
    engine = _engine(url, 1, "BEGIN IMMEDIATE", MIGRATING)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _engine(url: str, size: int, begin: str, pragmas: Sequence[str]) -> Engine:
    """An engine of at most `size` connections, which begins its transactions itself.

    The driver's own way of beginning loses updates silently: it takes the lock only with the first write.
    """
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        connect_args={"check_same_thread": False, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def settings(connection: Any, record: Any) -> None:
        for pragma in pragmas:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begins(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine
