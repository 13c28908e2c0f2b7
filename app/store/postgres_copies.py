"""All of a PostgreSQL database into an SQLite file, and out of one: for backups, restore and move."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, MetaData, text

from app import migrations
from app.keeping.backup_files import DATABASE, pack
from app.store import sqlite
from app.store.copying import NotEmpty, NothingThere, Tell, copy_rows, empty, is_empty
from app.store.postgres_connections import connections
from app.tables import Table

KEYS = text("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = current_schema()")
SET_KEY = text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :key)")
SET_HEADS = text(
    "UPDATE committee SET head ="
    " (SELECT coalesce(max(minute.number), 0) FROM minute WHERE minute.committee_id = committee.id)"
)


def snapshot(url: str, into: Path) -> None:
    """Writes everything, as it is at one moment, into a new SQLite file with the same tables.

    Raises NothingThere, and what the databases raise.
    """
    engine = connections(url, 1, read_only=True)
    try:
        with engine.connect() as source, sqlite.migrating(f"sqlite:///{into}") as target:
            revision = migrations.revision_of(source)
            if not revision:
                raise NothingThere("There is nothing of Placard in this database.")
            migrations.upgrade(target, revision)
            copy_rows(source, target, _tables(source))
            sqlite.set_last_keys(target, _last_keys(source))
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
    engine = connections(url, 1)
    try:
        with engine.begin() as target:
            if replace:
                empty(target, Table.metadata)
            elif not is_empty(target, Table.metadata):
                raise NotEmpty("The database holds committees already; nothing was changed.")
            copy_rows(source, target, Table.metadata, tell)
            for table, key in sqlite.last_keys(source).items():
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
