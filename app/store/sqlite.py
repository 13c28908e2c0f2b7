"""The store on SQLite: one process, one writing connection in one thread, readers that can only read."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.pool import QueuePool

from app import migrations
from app.keeping.backup_files import DATABASE, FOLDER, file_name, pack
from app.keeping.data_directory import DataDirectory
from app.minutes import Minute, columns
from app.store import P, Propose, Store

READERS = 4
TRIES = 50
"""How often, a tenth of a second apart, the log is tried to be emptied."""
WRITING: tuple[str, ...] = (
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
HEAD = "SELECT coalesce(max(number), 0) FROM minute WHERE committee_id = ?"
INSERT = (
    'INSERT INTO minute (committee_id, number, at, "by", command_id, digest, command, events, chain)'
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
INSERT_CHOICE = "INSERT INTO secret_choice (key, committee_id, election, choice) VALUES (?, ?, ?, ?)"


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
            file = file_of(url, data)
            back_up_before_migrating(file, data / FOLDER)
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

    async def scrub(self) -> None:
        """Deleted words are overwritten in the file; here the log that still holds them is emptied too."""
        for _ in range(TRIES):
            if await self._in(self._writers, self._empty_log):
                return
            await asyncio.sleep(0.1)  # somebody still reads an older state

    def _empty_log(self) -> bool:
        """Writes the log into the file and cuts it to nothing; says whether that was possible."""
        connection = self._writing.raw_connection()
        try:
            busy, _, _ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            connection.close()
        return not busy

    def _record(self, committee_id: int, base: int, propose: Propose[P]) -> tuple[Sequence[Minute], P]:
        """On the driver's connection itself: to go through the engine takes three times as long."""
        borrowed = self._writing.raw_connection()
        try:
            cursor = borrowed.cursor()
            cursor.execute("BEGIN IMMEDIATE")
            news = [Minute(*row) for row in cursor.execute(NEWER, (committee_id, base))]
            proposal = propose(news)
            if proposal.minutes:
                cursor.executemany(INSERT, [(*columns(minute), minute.chain) for minute in proposal.minutes])
            if proposal.choices:
                cursor.executemany(INSERT_CHOICE, [choice.columns for choice in proposal.choices])
            borrowed.commit()
            return news, proposal
        finally:
            borrowed.close()  # takes back what was not committed

    def _head(self, connection: Connection, committee_id: int) -> int:
        return int(connection.exec_driver_sql(HEAD, (committee_id,)).scalar_one())

    def _newer(self, connection: Connection, committee_id: int, number: int) -> Sequence[Minute]:
        return [Minute(*row) for row in connection.exec_driver_sql(NEWER, (committee_id, number))]

    def _close(self) -> None:
        super()._close()
        self._directory.close()


def file_of(url: str, data: Path) -> Path:
    """The file of the database at an address ("" for the one in the data directory)."""
    named = make_url(url).database if url else None
    return Path(named) if named else data / DATABASE


def snapshot(file: Path, into: Path) -> None:
    """Writes the database as it is at one moment into a new file, whoever else has it open.

    Deleted words, and the log, stay behind. Raises FileNotFoundError and what the database raises.
    """
    if not file.is_file():
        raise FileNotFoundError(2, "There is no database", str(file))
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA busy_timeout=5000")
        connection.execute("VACUUM INTO ?", (str(into),))


def put(database: Path, file: Path) -> None:
    """Puts a copy of an SQLite file in the place of another, which nobody has open; it is on the disk."""
    fresh = file.with_name(f"{file.name}.new")
    with database.open("rb") as source, fresh.open("wb") as target:
        shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())
    for rest in ("-wal", "-shm"):
        file.with_name(file.name + rest).unlink(missing_ok=True)
    fresh.replace(file)


def back_up_before_migrating(file: Path, folder: Path) -> None:
    """Puts a backup into `folder` where the tables in `file` are those of an earlier release."""
    if not file.is_file():
        return
    with migrating(f"sqlite:///{file}") as connection:
        earlier, found = migrations.is_earlier(connection), migrations.revision_of(connection)
    if earlier:
        with TemporaryDirectory(dir=file.parent) as beside:
            snapshot(file, Path(beside) / DATABASE)
            pack(Path(beside) / DATABASE, folder / file_name(f"before-upgrade-from-{found}"))


def last_keys(connection: Connection) -> dict[str, int]:
    """The last key that each table gave to a row, deleted rows among them."""
    return {row[0]: row[1] for row in connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")}


def set_last_keys(connection: Connection, keys: Mapping[str, int]) -> None:
    """Sees to it that no key up to these is given again."""
    for table, key in keys.items():
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        connection.exec_driver_sql("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, key))


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
        hide_parameters=True,  # what people wrote is in no log, not even where writing it fails (P-30)
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
