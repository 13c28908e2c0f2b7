"""What the views of a phone are made of: a delegation as it is shown, and a clock as it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.floor import Floor
from app.screens.directory import Directory


@dataclass(frozen=True, slots=True)
class Face:
    """A delegation as a page shows it; `iso2` is empty where there is no flag."""

    key: str
    name: str
    iso2: str
    code: str


@dataclass(frozen=True, slots=True)
class Dial:
    """A clock as a page draws it: `deadline` in room time while it runs, else what remains; all in ms."""

    clock: str
    total: int
    deadline: int | None
    remaining: int | None


def face(directory: Directory, key: str) -> Face:
    """How the delegation of a seat is shown."""
    entry = directory.entry(key)
    return Face(key, entry.short_name, entry.iso2 or "", entry.code)


def dial(floor: Floor, name: str) -> Dial | None:
    """The clock "speech" or "caucus", or None where none of this name is on the floor."""
    clock = floor.clocks.get(name)
    if clock is None:
        return None
    return Dial(name, clock.total, clock.deadline, None if clock.running else clock.remaining)
