"""The motions that wait, in the order in which they are put."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.precedence import Motion
from app.screens.directory import Directory
from app.words import listed, motion_detail, motion_title, name_of, names_on


@dataclass(frozen=True, slots=True)
class Rung:
    """One motion on the ladder: its title, who moved it, what it is about, and the time it asks (s)."""

    number: int
    title: str
    by: str
    about: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Ladder:
    """The ladder, the first on top."""

    template: ClassVar[str] = "phone/motions.html"
    coalesced: ClassVar[bool] = False

    rows: tuple[Rung, ...]


def ladder(floor: Floor, directory: Directory) -> Ladder:
    """The pending motions."""
    return Ladder(tuple(_rung(floor, directory, motion) for motion in floor.motions.pending))


def _rung(floor: Floor, directory: Directory, motion: Motion) -> Rung:
    names = names_on(floor, directory.short_names)
    return Rung(
        motion.number,
        motion_title(motion.kind, motion.terms, names),
        listed([name_of(key, names) for key in (motion.seat, *motion.also)]),
        motion_detail(motion.kind, motion.terms, names),
        motion.terms.total_seconds,
    )
