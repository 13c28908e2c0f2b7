"""P-52: tables go up, down and up again with a meeting in them; a failed step leaves what was there."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from app import migrations
from app.keeping.backup_files import unpack
from app.keeping.backups import Place as DataPlace
from app.keeping.backups import restore
from app.minutes import Minute, replay, verify
from app.store import postgres_connections, sqlite
from tests.afternoon import Afternoon
from tests.served import Served
from tests.store.places import Place

pytestmark = pytest.mark.anyio
REVISIONS = [
    step.revision for step in ScriptDirectory(str(Path(migrations.__file__).parent)).walk_revisions()
][::-1]


def play(place: Place) -> None:
    """An afternoon over HTTP, with a preparation beside it."""
    with Served(place.data, database_url=place.url) as served:
        afternoon = Afternoon(served)
        for scene in (afternoon.opens, afternoon.debates, afternoon.caucuses, afternoon.writes):
            scene()
        assert served.preparation
        served.client("organizer").post(
            "/organizer/people/taken", data={"table": "name,delegation\nA B,Ghana\n"}
        )


def migrating(place: Place) -> AbstractContextManager[Connection]:
    if place.url:
        return postgres_connections.migrating(place.url)
    return sqlite.migrating(f"sqlite:///{place.data / 'placard.db'}")


def of_the_first_release(connection: Connection) -> dict[str, list[tuple[str, ...]]]:
    """Every row of the tables that the first revision has, in the columns that it has."""
    found = {}
    for table, columns in FIRST.items():
        listed = ", ".join(f'"{column}"' for column in columns)
        rows = connection.execute(text(f"SELECT {listed} FROM {table}"))
        found[table] = sorted((tuple(map(str, row)) for row in rows), key=repr)
    return found


def everything(connection: Connection) -> dict[str, list[tuple[str, ...]]]:
    """Every row of every table that there is, and how each table is made up."""
    found = {}
    for table in sorted(map(str, inspect(connection).get_table_names())):
        columns = sorted(
            str((one["name"], one["nullable"])) for one in inspect(connection).get_columns(table)
        )
        rows = connection.execute(text(f'SELECT * FROM "{table}"')).mappings()
        told = (tuple(f"{key}: {row[key]}" for key in sorted(map(str, row))) for row in rows)
        found[table] = [tuple(columns), *sorted(told)]
    return found


FIRST = {
    "conference": ("id", "name", "created"),
    "committee": ("id", "name", "rulebook", "language", "created"),
    "seat": ("committee_id", "key", "kind"),
    "person": ("id", "conference_id", "name"),
    "holding": ("id", "person_id", "seat_key", "role", "since"),
    "working_paper": ("committee_id", "key", "version", "changed_by"),
    "minute": ("committee_id", "number", "at", "by", "command_id", "digest", "command", "events", "chain"),
}


async def minutes_of(place: Place) -> Sequence[Minute]:
    store = await to_thread(place.open)
    try:
        return await store.since(1)
    finally:
        await store.close()


async def test_p52_every_step_goes_up_down_and_up_with_a_meeting_in_it(place: Place) -> None:
    await to_thread(play, place)
    before = await minutes_of(place)
    floor = replay(before)
    with migrating(place) as connection:
        rows = of_the_first_release(connection)
    assert all(rows.values())
    for lower in reversed(REVISIONS[:-1]):
        for step in ("down", "up", "down"):
            with migrating(place) as connection:
                if step == "down":
                    migrations.downgrade(connection, lower)
                else:
                    kept = everything(connection)
                    migrations.upgrade(connection)
                assert of_the_first_release(connection) == rows, (lower, step)
        with migrating(place) as connection:
            assert everything(connection) == kept, f"what {lower} had was there after the later release too"
    after = await minutes_of(place)  # opening brings the tables up again
    assert list(after) == list(before) and verify(after) is None
    assert replay(after) == floor


async def test_p52_a_backup_is_made_before_tables_change(place: Place, tmp_path: Path) -> None:
    await to_thread(play, place)
    before = await minutes_of(place)
    folder = place.data / "backups"
    assert not list(folder.glob("*.zip")), "opening tables of this release changes nothing"
    with migrating(place) as connection:
        migrations.downgrade(connection, REVISIONS[-2])
    await minutes_of(place)
    (made,) = folder.glob("before-upgrade*.zip")
    await to_thread(unpack, made, tmp_path)
    with sqlite.migrating(f"sqlite:///{tmp_path / 'placard.db'}") as connection:
        assert migrations.revision_of(connection) == REVISIONS[-2], "it is the old release's own"
    await to_thread(restore, made, DataPlace("", tmp_path / "new"))
    assert list(await minutes_of(Place("", tmp_path / "new"))) == list(before)


async def test_p52_a_failed_migration_leaves_the_old_release_runnable(place: Place) -> None:
    await to_thread(play, place)
    with migrating(place) as connection:
        migrations.downgrade(connection, "0003")
        connection.execute(text("CREATE TABLE touch (id INTEGER)"))  # the last table that 0004 makes
    with migrating(place) as connection:
        rows, tables = of_the_first_release(connection), set(inspect(connection).get_table_names())
    with pytest.raises(DBAPIError, match="touch"):
        place.open()
    with migrating(place) as connection:
        assert migrations.revision_of(connection) == "0003"
        assert set(inspect(connection).get_table_names()) == tables
        assert of_the_first_release(connection) == rows
        connection.execute(text("DROP TABLE touch"))
    assert verify(await minutes_of(place)) is None, "once the fault is mended it goes on"
