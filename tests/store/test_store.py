"""The store: one writer, durable settings, a directory held alone, and tables that go up and down."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlmodel import Session, select

from app import migrations
from app.migrations import NewerDatabase
from app.store import DataDirectoryInUse, UnknownDatabase, open_store, postgres_connections, sqlite
from app.tables import (
    CommitteeRow,
    ConferenceRow,
    DelegationRow,
    HoldingRow,
    MinuteRow,
    PersonRow,
    SeatRow,
    Table,
)
from tests.store.places import Place, found

pytestmark = pytest.mark.anyio


async def test_eight_threads_that_each_add_a_hundred_lose_nothing(place: Place) -> None:
    store = place.open()
    committee = await found(store)

    def add(session: Session) -> None:
        row = session.get_one(CommitteeRow, committee)
        row.head += 1
        session.add(row)

    async def hundred() -> None:
        for _ in range(100):
            await store.write(add)

    await asyncio.gather(*(hundred() for _ in range(8)))
    assert await store.read(lambda session: session.get_one(CommitteeRow, committee).head) == 800
    await store.close()


async def test_a_write_that_fails_in_the_middle_leaves_nothing(place: Place) -> None:
    store = place.open()

    def half(session: Session) -> None:
        session.add(ConferenceRow(name="Half", created=1))
        session.flush()
        raise RuntimeError("the power of words failed")

    with pytest.raises(RuntimeError):
        await store.write(half)
    assert await store.read(lambda session: session.get(ConferenceRow, 1)) is None
    await store.close()


async def test_a_read_cannot_write(place: Place) -> None:
    store = place.open()

    def write(session: Session) -> None:
        session.add(ConferenceRow(name="Slipped in", created=1))
        session.flush()

    with pytest.raises(Exception, match=r"read-?only"):
        await store.read(write)
    await store.close()


async def test_a_holding_names_a_seat_that_is_there(place: Place) -> None:
    store = place.open()
    committee = await found(store)

    def hold(seat: str) -> Callable[[Session], None]:
        def work(session: Session) -> None:
            conference = session.get_one(CommitteeRow, committee).conference_id
            person = PersonRow(conference_id=conference)
            session.add(person)
            session.flush()
            assert person.id is not None
            session.add(
                HoldingRow(
                    person_id=person.id, committee_id=committee, seat_key=seat, role="delegate", since=1
                )
            )

        return work

    await store.write(hold("ghana"))
    with pytest.raises(IntegrityError):
        await store.write(hold("atlantis"))
    await store.close()


async def test_everything_goes_with_its_conference_and_no_delegation_before_its_seat(place: Place) -> None:
    store = place.open()
    await found(store)

    def erase(session: Session) -> None:
        session.delete(session.get_one(ConferenceRow, 1))

    def erase_delegation(session: Session) -> None:
        session.delete(session.get_one(DelegationRow, 1))

    def left(session: Session) -> int:
        tables = (CommitteeRow, DelegationRow, SeatRow, MinuteRow)
        return sum(len(session.exec(select(table)).all()) for table in tables)

    assert await store.read(left) > 10
    with pytest.raises(IntegrityError):
        await store.write(erase_delegation)
    await store.write(erase)
    assert await store.read(left) == 0
    await store.close()


async def test_sqlite_is_set_to_survive_a_power_cut(sqlite_place: Place) -> None:
    store = sqlite_place.open()

    def settings(session: Session) -> tuple[object, ...]:
        questions = (
            "PRAGMA journal_mode",
            "PRAGMA synchronous",
            "PRAGMA foreign_keys",
            "PRAGMA secure_delete",
        )
        return tuple(session.connection().exec_driver_sql(question).scalar() for question in questions)

    assert await store.write(settings) == ("wal", 2, 1, 1)
    await store.close()


async def test_a_second_process_is_told_who_holds_the_data_directory(sqlite_place: Place) -> None:
    program = (
        "import sys, pathlib; from app.store import open_store;"
        "store = open_store('', pathlib.Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program, str(sqlite_place.data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(DataDirectoryInUse) as told:
            sqlite_place.open()
        assert str(told.value) == (
            f"Another Placard (process {holder.pid}) uses the data directory {sqlite_place.data}:"
            " stop it, or set PLACARD_DATA to another directory."
        )
        holder.kill()
        holder.wait()
        await sqlite_place.open().close()
    finally:
        holder.kill()
        holder.communicate()


def test_another_kind_of_database_is_named_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnknownDatabase, match="SQLite or PostgreSQL"):
        open_store("mysql://somewhere/placard", tmp_path)


def migrating(place: Place) -> AbstractContextManager[Connection]:
    """A connection for one migration of the test's database."""
    place.data.mkdir(exist_ok=True)
    if place.url:
        return postgres_connections.migrating(place.url)
    return sqlite.migrating(f"sqlite:///{place.data / 'placard.db'}")


async def test_the_tables_go_up_down_and_up_again_and_rows_fit_afterwards(place: Place) -> None:
    for step in ("up", "down", "up"):
        with migrating(place) as connection:
            if step == "up":
                migrations.upgrade(connection)
            else:
                migrations.downgrade(connection, migrations.BASE)
        with migrating(place) as connection:
            tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
            assert tables == (set(Table.metadata.tables) if step == "up" else set()), step
    store = place.open()
    assert await found(store) == 1
    await store.close()


async def test_a_store_says_what_it_is_and_whether_it_takes_writes(place: Place) -> None:
    store = place.open()
    kind, _, version = (await store.version()).partition(" ")
    assert kind == ("postgresql" if place.url else "sqlite") and version[0].isdigit()
    assert await store.takes_writes()
    assert store.commits.total == 0, "nothing was recorded"
    await store.write(lambda rows: rows.execute(text("update alembic_version set version_num = '0001'")))
    assert not await store.takes_writes(), "the tables are another release's"
    await store.close()


def test_the_migrations_make_the_tables_that_the_program_uses(place: Place) -> None:
    with migrating(place) as connection:
        migrations.upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []


def test_a_migration_that_fails_changes_nothing(place: Place) -> None:
    with pytest.raises(OSError, match="disk full"), migrating(place) as connection:
        migrations.upgrade(connection)
        raise OSError("disk full")
    with migrating(place) as connection:
        assert inspect(connection).get_table_names() == []


async def test_a_database_of_a_newer_release_is_left_alone(place: Place) -> None:
    await place.open().close()
    with migrating(place) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabase, match="another release of Placard"):
        place.open()


@pytest.mark.postgres
async def test_a_server_that_is_gone_fails_at_once_and_says_so(tmp_path: Path) -> None:
    with pytest.raises(OperationalError):
        open_store("postgresql://postgres@127.0.0.1:1/nothing", tmp_path)
