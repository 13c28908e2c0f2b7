"""A backup as a file: a ZIP with the whole database as SQLite, and a list of what it holds with checksums.

Whatever database Placard runs on, its backup is the same kind of file, so that either can be restored into
the other. Uploads stand in the database and so are in it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

DATABASE, CONTENTS = "placard.db", "backup.json"
FORMAT = 1
FOLDER = "backups"
"""Where backups stand in the data directory, with `last.json` and the list of erasures beside them."""
LAST = "last.json"


class NotABackup(Exception):
    """The file is no backup of Placard, or was damaged; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Held:
    """A committee as a backup holds it: its acts, and the chain code after the last ("" without any)."""

    id: int
    name: str
    acts: int
    head: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds: when it was made (UTC, ISO 8601), the SHA-256 of its database, its committees."""

    made: str
    sha256: str
    committees: tuple[Held, ...]


def pack(database: Path, to: Path) -> Contents:
    """Write the backup of this SQLite file, which nothing has open, to `to`; the file is whole or not there.

    Raises OSError; what stood at `to` is replaced.
    """
    to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    contents = Contents(moment(), _sum(database), tuple(_held(database)))
    part = to.with_name(to.name + ".part")
    with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as out:
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            archive.write(database, DATABASE)
            archive.writestr(CONTENTS, json.dumps({"placard_backup": FORMAT, **asdict(contents)}, indent=1))
        out.flush()
        os.fsync(out.fileno())
    part.replace(to)
    return contents


def unpack(file: Path, folder: Path) -> Contents:
    """Put the database of a backup into `folder` as `placard.db`. Raises NotABackup and OSError."""
    try:
        with ZipFile(file) as archive:
            told = json.loads(archive.read(CONTENTS))
            contents = _contents(told)
            with archive.open(DATABASE) as source, (folder / DATABASE).open("wb") as target:
                while block := source.read(1 << 20):
                    target.write(block)
    except (BadZipFile, KeyError, ValueError, TypeError, EOFError) as error:
        raise NotABackup(f"{file} is no backup of Placard, or it was damaged.") from error
    if _sum(folder / DATABASE) != contents.sha256:
        raise NotABackup(f"The database in {file} is not the one that was backed up: the file was damaged.")
    return contents


def file_name(what: str = "placard") -> str:
    """A name for a backup that is made now: "placard-20261130T142501.117Z.zip"."""
    now = datetime.now(UTC)
    return f"{what}-{now:%Y%m%dT%H%M%S}.{now.microsecond // 1000:03d}Z.zip"


def note(folder: Path, **told: Any) -> None:
    """Put fields into `last.json` of a folder of backups; the others stay.

    `made` and `file` are of the newest backup, `verified` and `verified_file` of the last one that was
    restored, if only to try it; moments as ISO 8601, None for never.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = folder / f"{LAST}.new"
    fresh.write_text(
        json.dumps(
            {"made": None, "file": None, "verified": None, "verified_file": None, **noted(folder), **told}
        ),
        "utf-8",
    )
    fresh.replace(folder / LAST)


def noted(folder: Path) -> dict[str, Any]:
    """What `last.json` of a folder of backups says; nothing where there is none."""
    try:
        found = json.loads((folder / LAST).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def moment() -> str:
    """Now, in UTC."""
    return f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _contents(told: Any) -> Contents:
    if told["placard_backup"] != FORMAT:
        raise NotABackup("This backup was made by a newer release of Placard: restore it with that one.")
    held = tuple(Held(**one) for one in told["committees"])
    return Contents(str(told["made"]), str(told["sha256"]), held)


def _held(database: Path) -> Iterator[Held]:
    """The committees in an SQLite file, of whatever release."""
    query = (
        "SELECT id, name, (SELECT count(*) FROM minute WHERE committee_id = id), coalesce((SELECT chain FROM"
        " minute WHERE committee_id = id ORDER BY number DESC LIMIT 1), '') FROM committee ORDER BY id"
    )
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        yield from (Held(*row) for row in connection.execute(query).fetchall())


def _sum(file: Path) -> str:
    with file.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
