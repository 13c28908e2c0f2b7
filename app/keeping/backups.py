"""Backup, restore and move: the whole of Placard into a file, out of one, and from one database to another.

A backup is taken of one moment, also while committees sit. What is restored is looked at first, in a folder
of its own: checksum, tables, the chain of every committee; only then does it take the place of anything.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlmodel import col, select

from app.assignments import erase_again
from app.keeping.backup_files import (
    DATABASE,
    FOLDER,
    Contents,
    Held,
    NotABackup,
    file_name,
    moment,
    note,
    pack,
    unpack,
)
from app.keeping.data_directory import DataDirectory
from app.keeping.erasures import Erased, erased_in, note_erased
from app.keeping.exported_record import NOT_YET, VoteOnFloor, exported, is_settled
from app.minutes import replay, verify
from app.store import Store, open_store, postgres_copies, sqlite
from app.store.copying import NotEmpty, NothingThere, Tell
from app.tables import CommitteeRow
from app.transcripts.command import first_committee, names_of
from app.transcripts.record import NothingRecorded


@dataclass(frozen=True, slots=True)
class Place:
    """Where Placard keeps its data: the address of PostgreSQL, or "", and the data directory."""

    url: str
    data: Path

    @property
    def folder(self) -> Path:
        """Where its backups stand."""
        return self.data / FOLDER

    @property
    def is_file(self) -> bool:
        """Whether it is SQLite."""
        return not self.url.startswith("postgres")

    @property
    def file(self) -> Path:
        """The SQLite file."""
        return sqlite.file_of(self.url, self.data)


def back_up(place: Place, to: Path | None = None) -> tuple[Path, Contents]:
    """Write a backup of this moment, by default into the folder of backups; returns its file and contents.

    Works while Placard runs. Raises NothingThere, OSError and what the database raises.
    """
    file = to or place.folder / file_name()
    with _moment_of(place) as database:
        contents = pack(database, file)
    note(place.folder, made=contents.made, file=str(file.resolve()))
    return file, contents


def check(file: Path, place: Place) -> Contents:
    """The drill: restore the backup into a folder of its own, and look at everything in it.

    Raises NotABackup and OSError. That it was restored is noted beside the backups of `place`.
    """
    with _looked_at(file, frozenset()) as (_, contents):
        note(place.folder, verified=moment(), verified_file=str(file.resolve()))
        return contents


def restore(
    file: Path, place: Place, force: bool = False, tell: Tell = lambda *_: None
) -> tuple[Contents, Path | None]:
    """Put a backup in place. What is there already is backed up first, and replaced only with `force`.

    Whoever was erased since the backup is erased again. Returns what was restored, and the backup of what
    was replaced. Raises NotABackup, NotEmpty, DataDirectoryInUse, OSError and what the database raises.
    """
    erased = erased_in(place.folder) | erased_in(file.resolve().parent)
    with _looked_at(file, erased) as (database, contents):
        saved = None
        if holds_committees(place):
            if not force:
                raise NotEmpty(
                    "There are committees already. To put the backup in their place, add --force: they are "
                    "backed up first."
                )
            saved, _ = back_up(place, place.folder / file_name("before-restore"))
        _install(database, place, saved is not None, tell)
        if erased:
            note_erased(place.data, erased)
        note(place.folder, verified=moment(), verified_file=str(file.resolve()))
        return contents, saved


def move(source: Place, target: Place, tell: Tell = lambda *_: None) -> tuple[Held, ...]:
    """Copy everything to another database, which must be empty, and compare the codes of every committee.

    The source stays as it is. Raises NotEmpty, NothingThere, DataDirectoryInUse, Differs, and what the
    databases raise.
    """
    if source.is_file and not source.file.is_file():
        raise NothingThere(f"There is nothing of Placard in {source.data}.")
    _opened_once(source)
    with _moment_of(source) as database:
        _install(database, target, False, tell)
        if erased := erased_in(source.folder):
            note_erased(target.data, erased)
        there = _held_in(target)
        if there != asyncio.run(_verified(database.parent)):
            raise Differs("The records at the new place are not those of the old one: go on with that.")
        return there


def record_of(place: Place, committee: int) -> bytes:
    """The whole record of a committee (0: the first) as the file that is taken away, also while it sits.

    Raises NothingRecorded, VoteOnFloor, and what the database raises.
    """
    with _moment_of(place) as database:
        return asyncio.run(_exported(database.parent, committee))


async def _exported(folder: Path, committee: int) -> bytes:
    store = await asyncio.to_thread(open_store, "", folder)
    try:
        key = committee or await store.read(first_committee)
        minutes = await store.since(key)
        if not minutes:
            raise NothingRecorded(
                f"There is no record of committee {key}." if key else "Nothing is recorded."
            )
        if not is_settled(replay(minutes)):
            raise VoteOnFloor(NOT_YET)
        names = await store.read(lambda rows: names_of(rows, key))
        name = await store.read(lambda rows: rows.get_one(CommitteeRow, key).name)
        return exported(key, name, names, minutes)
    finally:
        await store.close()


class Differs(Exception):
    """What was copied is not what was there; the message is one sentence."""


def holds_committees(place: Place) -> bool:
    """Whether anything of Placard is at this place."""
    try:
        with _moment_of(place) as database, closing(sqlite3.connect(database)) as connection:
            return bool(connection.execute("SELECT 1 FROM conference LIMIT 1").fetchone())
    except (FileNotFoundError, NothingThere, sqlite3.OperationalError):
        return False


def _opened_once(place: Place) -> None:
    """Bring the tables of a place to this release. Raises DataDirectoryInUse while Placard runs there."""
    asyncio.run(open_store(place.url, place.data).close())


def _held_in(place: Place) -> tuple[Held, ...]:
    """The committees of a place, their chains found right."""
    with _moment_of(place) as database:
        return asyncio.run(_verified(database.parent))


@contextmanager
def _moment_of(place: Place) -> Iterator[Path]:
    """An SQLite file, in a folder of its own, with everything as it is at this moment."""
    with TemporaryDirectory() as folder:
        into = Path(folder) / DATABASE
        if place.is_file:
            sqlite.snapshot(place.file, into)
        else:
            postgres_copies.snapshot(place.url, into)
        yield into


@contextmanager
def _looked_at(file: Path, erased: Iterable[Erased]) -> Iterator[tuple[Path, Contents]]:
    """The database of a backup, brought to this release, found right, and without whoever was erased."""
    with TemporaryDirectory() as folder, TemporaryDirectory() as clean:
        contents = unpack(file, Path(folder))
        held = asyncio.run(_verified(Path(folder), erased))
        if held != contents.committees:
            raise NotABackup(f"The records in {file} are not those that were backed up.")
        # What was erased may stand between the rows and in the log: neither goes into a new file.
        sqlite.snapshot(Path(folder) / DATABASE, Path(clean) / DATABASE)
        yield Path(clean) / DATABASE, contents


def _install(database: Path, place: Place, replace: bool, tell: Tell) -> None:
    """Put an SQLite file of this release at a place. Raises NotEmpty where something is there."""
    if not place.is_file:
        _opened_once(place)
        with sqlite.migrating(f"sqlite:///{database}") as source:
            postgres_copies.fill(place.url, source, replace, tell)
        return
    directory = DataDirectory(place.data)
    try:
        if not replace and holds_committees(place):
            raise NotEmpty(f"There are committees in {place.data} already; nothing was changed.")
        sqlite.put(database, place.file)
        (place.data / "alive").unlink(missing_ok=True)
    finally:
        directory.close()


async def _verified(folder: Path, erased: Iterable[Erased] = ()) -> tuple[Held, ...]:
    """The committees in the data directory `folder`, after erasing. Raises NotABackup for a broken chain."""
    store = await asyncio.to_thread(open_store, "", folder)
    try:
        await erase_again(store, erased)
        query = select(CommitteeRow.id, CommitteeRow.name).order_by(col(CommitteeRow.id))
        return tuple(
            [
                await _chained(store, key, name)
                for key, name in await store.read(lambda rows: rows.exec(query).all())
            ]
        )
    finally:
        await store.close()


async def _chained(store: Store, committee: int | None, name: str) -> Held:
    assert committee is not None
    minutes = await store.since(committee)
    if wrong := verify(minutes):
        raise NotABackup(f"Act {wrong} of {name} is not what was recorded: nothing is restored from this.")
    return Held(committee, name, len(minutes), minutes[-1].chain if minutes else "")
