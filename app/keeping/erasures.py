"""Whose names were erased: a list beside the backups, so that an older backup does not bring them back.

It holds no name: a person is the number of its row, the moment that its conference was made, and the moment
that it was first given a place. No two rows of a conference ever share all three.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from app.keeping.backup_files import FOLDER, NotABackup

FILE = "erasures.json"


@dataclass(frozen=True, slots=True, order=True)
class Erased:
    """A person whose name was erased; `conference` and `since` in UTC milliseconds, 0 for no place."""

    conference: int
    person: int
    since: int


def note_erased(data: Path, people: Iterable[Erased]) -> None:
    """Add people to the list in a data directory; they are on the disk when it returns. Raises OSError."""
    folder = data / FOLDER
    everybody = {*erased_in(folder), *people}
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = folder / f"{FILE}.new"
    with fresh.open("w", encoding="utf-8") as out:
        json.dump([asdict(one) for one in sorted(everybody)], out)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(folder / FILE)


def erased_in(folder: Path) -> frozenset[Erased]:
    """The list in a folder of backups; nobody where there is none. Raises NotABackup for a damaged one."""
    try:
        listed = json.loads((folder / FILE).read_text("utf-8"))
        return frozenset(Erased(**one) for one in listed)
    except FileNotFoundError:
        return frozenset()
    except (ValueError, TypeError) as error:
        raise NotABackup(
            f"The list of erasures {folder / FILE} cannot be read; put it right first."
        ) from error
