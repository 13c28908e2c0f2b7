"""The store on PostgreSQL: several processes may share it; a committee's row is the lock on its record."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, create_engine, event, func, make_url, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col

from app import migrations, store_sqlite
from app.backup_files import DATABASE, FOLDER, file_name, pack
from app.copying import NotEmpty, NothingThere, Tell, copy_rows, empty, is_empty
from app.minutes import Minute, columns
from app.store import P, Propose, RecordWentBack, Store, T
from app.tables import AliveRow, Table

WRITERS = READERS = 4
ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(:key)")
MIGRATING, WRITING_ROWS = {"key": 7_065_001}, {"key": 7_065_002}
"""The numbers of two locks of the whole database: one process migrates, one writer changes rows."""
HOLD = text("SELECT pg_try_advisory_lock(hashtext(current_schema() || :what), :number)")
LET_GO = text("SELECT pg_advisory_unlock_all()")
# On the live path SQL goes to the driver as it stands: putting it together would cost more than running it.
LOCK = "SELECT head FROM committee WHERE id = %s FOR UPDATE"
SET_HEAD = "UPDATE committee SET head = %s WHERE id = %s"
NEWER = (
    'SELECT committee_id, number, at, "by", command_id, digest, command, events, chain FROM minute'
    " WHERE committee_id = %s AND number > %s ORDER BY number"
)
INSERT = (
    'INSERT INTO minute (committee_id, number, at, "by", command_id, digest, command, events, chain)'
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
INSERT_CHOICE = "INSERT INTO secret_choice (key, committee_id, election, choice) VALUES (%s, %s, %s, %s)"
KEYS = text("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()")
SET_KEY = text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :key)")
SET_HEADS = text(
    "UPDATE committee SET head ="
    " (SELECT coalesce(max(minute.number), 0) FROM minute WHERE minute.committee_id = committee.id)"
)


class PostgresStore(Store):
    """The store in a PostgreSQL database."""

    shared = True

    def __init__(self, url: str) -> None:
        """Opens the database; its tables must be there."""
        super().__init__(_engine(url, WRITERS), _engine(url, READERS, read_only=True), WRITERS, READERS)

    @classmethod
    def open(cls, url: str, data: Path) -> PostgresStore:
        """Brings the tables to this release, after a backup into the data directory, and opens.

        Raises what the database raises.
        """
        with migrating(url) as connection:
            if migrations.is_earlier(connection):
                back_up(url, data / FOLDER / file_name("before-upgrade"))
            migrations.upgrade(connection)
        return cls(url)

    @asynccontextmanager
    async def alone(self, what: str, number: int) -> AsyncIterator[bool]:
        """Among all processes at this database; a connection of its own holds the lock, and dies with it."""
        async with super().alone(what, number) as mine:
            if not mine:
                yield False
                return
            held = await asyncio.to_thread(_hold, self._reading, what, number)
            try:
                yield held is not None
            finally:
                if held is not None:
                    await asyncio.to_thread(_let_go, held)

    async def note_alive(self, moments: Mapping[int, int]) -> None:
        """For all processes: the latest note counts."""
        await self._in(self._writers, self._note_alive, moments)

    async def last_alive(self, committee_id: int) -> int | None:
        """Noted by whichever process."""
        query = select(col(AliveRow.at)).where(col(AliveRow.committee_id) == committee_id)
        return await self.read(lambda session: session.scalar(query))

    async def scrub(self) -> None:
        """The database frees what was deleted by itself; its own log and archive are its keeper's."""

    def _record(self, committee_id: int, base: int, propose: Propose[P]) -> tuple[Sequence[Minute], P]:
        with self._writing.begin() as connection:
            news = self._news_under_lock(connection, committee_id, base)
            proposal = propose(news)
            if proposal.minutes:
                connection.exec_driver_sql(
                    INSERT, [(*columns(minute), minute.chain) for minute in proposal.minutes]
                )
                connection.exec_driver_sql(SET_HEAD, (proposal.minutes[-1].number, committee_id))
            if proposal.choices:
                connection.exec_driver_sql(INSERT_CHOICE, [choice.columns for choice in proposal.choices])
        return news, proposal

    def _news_under_lock(self, connection: Connection, committee_id: int, base: int) -> Sequence[Minute]:
        """Locks the committee's record until the transaction ends, and reads what is newer than `base`."""
        head = self._head(connection, committee_id)
        if head < base:
            raise RecordWentBack(f"The record of {committee_id} ends at act {head}, before act {base}.")
        return self._newer(connection, committee_id, base) if head > base else []

    def _head(self, connection: Connection, committee_id: int) -> int:
        return int(connection.exec_driver_sql(LOCK, (committee_id,)).scalar_one())

    def _newer(self, connection: Connection, committee_id: int, number: int) -> Sequence[Minute]:
        return [Minute(*row) for row in connection.exec_driver_sql(NEWER, (committee_id, number))]

    def _write(self, work: Callable[[Session], T]) -> T:
        """One writer of rows at a time across all processes, so that what it read is still true."""

        def alone(session: Session) -> T:
            session.execute(ONE_AT_A_TIME, WRITING_ROWS)
            return work(session)

        return super()._write(alone)

    def _note_alive(self, moments: Mapping[int, int]) -> None:
        note = insert(AliveRow).values([{"committee_id": key, "at": moments[key]} for key in sorted(moments)])
        later = func.greatest(col(AliveRow.at), note.excluded.at)
        with self._writing.begin() as connection:
            connection.execute(
                note.on_conflict_do_update(index_elements=["committee_id"], set_={"at": later})
            )


def snapshot(url: str, into: Path) -> None:
    """Writes everything, as it is at one moment, into a new SQLite file with the same tables.

    Raises NothingThere, and what the databases raise.
    """
    engine = _engine(url, 1, read_only=True)
    try:
        with engine.connect() as source, store_sqlite.migrating(f"sqlite:///{into}") as target:
            revision = migrations.revision_of(source)
            if not revision:
                raise NothingThere("There is nothing of Placard in this database.")
            migrations.upgrade(target, revision)
            copy_rows(source, target, _tables(source))
            store_sqlite.set_last_keys(target, _last_keys(source))
    finally:
        engine.dispose()


def back_up(url: str, to: Path) -> None:
    """Writes a backup file of the database."""
    with TemporaryDirectory() as beside:
        snapshot(url, Path(beside) / DATABASE)
        pack(Path(beside) / DATABASE, to)


def fill(url: str, source: Connection, replace: bool, tell: Tell) -> None:
    """Copies all rows of an SQLite database of this release into this database, in one transaction.

    With `replace` whatever is there is deleted first. Raises NotEmpty without it, and what
    the database raises.
    """
    engine = _engine(url, 1)
    try:
        with engine.begin() as target:
            if replace:
                empty(target, Table.metadata)
            elif not is_empty(target, Table.metadata):
                raise NotEmpty("The database holds committees already; nothing was changed.")
            copy_rows(source, target, Table.metadata, tell)
            for table, key in store_sqlite.last_keys(source).items():
                if key:
                    target.execute(SET_KEY, {"table": table, "key": key})
            target.execute(SET_HEADS)
    finally:
        engine.dispose()


def _tables(connection: Connection) -> MetaData:
    """The tables that this database has; those of an earlier release are read from it."""
    if not migrations.is_earlier(connection):
        return Table.metadata
    found = MetaData()
    found.reflect(connection)
    found.remove(found.tables["alembic_version"])
    return found


def _last_keys(connection: Connection) -> dict[str, int]:
    """The last key that each table gave to a row."""
    found = connection.execute(KEYS).all()
    return {name.removesuffix("_id_seq"): last for name, last in found if last}


def _hold(engine: Engine, what: str, number: int) -> Connection | None:
    """A connection that holds the lock of this name and number; None where another has it."""
    connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    if connection.execute(HOLD, {"what": what, "number": number}).scalar_one():
        return connection
    connection.close()
    return None


def _let_go(connection: Connection) -> None:
    """Give the lock back, and the connection among the others."""
    with connection:
        connection.execute(LET_GO)


@contextmanager
def migrating(url: str) -> Iterator[Connection]:
    """A connection of its own for one migration, in one transaction, one process at a time."""
    engine = _engine(url, 1)
    try:
        with engine.begin() as connection:
            connection.execute(ONE_AT_A_TIME, MIGRATING)
            yield connection
    finally:
        engine.dispose()


def _engine(url: str, size: int, read_only: bool = False) -> Engine:
    """A small pool that waits at most 2 s for a connection, and 10 s for a lock."""
    engine = create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        pool_size=size,
        max_overflow=0,
        pool_timeout=2,
        hide_parameters=True,  # what people wrote is in no log, not even where writing it fails (P-30)
        isolation_level="REPEATABLE READ" if read_only else "READ COMMITTED",
    )

    @event.listens_for(engine, "connect")
    def settings(connection: Any, record: Any) -> None:
        connection.execute("SET synchronous_commit = on")
        connection.execute("SET lock_timeout = '10s'")
        if read_only:
            connection.execute("SET default_transaction_read_only = on")
        connection.commit()

    return engine
