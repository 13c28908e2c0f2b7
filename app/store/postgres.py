"""The store on PostgreSQL: several processes may share it; a committee's row is the lock on its record."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Session, col

from app import migrations
from app.keeping.backup_files import FOLDER, file_name
from app.minutes import Minute, columns
from app.store import P, Propose, RecordWentBack, Store, T
from app.store.postgres_connections import ONE_AT_A_TIME, WRITING_ROWS, connections, migrating
from app.store.postgres_copies import back_up
from app.tables import AliveRow

WRITERS = READERS = 4
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


class PostgresStore(Store):
    """The store in a PostgreSQL database."""

    shared = True

    def __init__(self, url: str) -> None:
        """Opens the database; its tables must be there."""
        writing, reading = connections(url, WRITERS), connections(url, READERS, read_only=True)
        super().__init__(writing, reading, WRITERS, READERS)

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
