"""What the dais sent to every screen: a bar on each phone until it is read, and a bar on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.screens.directory import Directory, Update
from app.words import clock_time

AT_ONCE = 3
"""So many unread updates are shown; further ones wait until these are read."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One update: the number of its item, its title, and the time of day when it was sent."""

    number: int
    title: str
    at: str


@dataclass(frozen=True, slots=True)
class UpdateBar:
    """What a phone shows under its head; `reads` is whether this is a delegation that can say it has read."""

    template: ClassVar[str] = "phone/update.html"
    coalesced: ClassVar[bool] = False

    committee: int
    notices: tuple[Notice, ...]
    more: int
    reads: bool


@dataclass(frozen=True, slots=True)
class WallUpdate:
    """What the wall shows at its foot; None: nothing."""

    template: ClassVar[str] = "projector/update.html"
    coalesced: ClassVar[bool] = False

    notice: Notice | None


def for_seat(floor: Floor, directory: Directory, key: str) -> UpdateBar:
    """What a delegation has not read yet, the newest first."""
    unread = [one for one in directory.updates if key not in one.read_by]
    return _bar(directory, unread, True)


def for_all(floor: Floor, directory: Directory) -> UpdateBar:
    """The newest update, for those who look on."""
    return _bar(directory, [*directory.updates[:1]], False)


def on_wall(floor: Floor, directory: Directory) -> WallUpdate:
    """The newest update that the dais has not taken off the wall."""
    shown = next((one for one in directory.updates if one.wall), None)
    return WallUpdate(_notice(directory, shown) if shown else None)


def _bar(directory: Directory, updates: list[Update], reads: bool) -> UpdateBar:
    notices = tuple(_notice(directory, one) for one in updates[:AT_ONCE])
    return UpdateBar(directory.committee, notices, max(0, len(updates) - AT_ONCE), reads)


def _notice(directory: Directory, update: Update) -> Notice:
    return Notice(update.number, update.title, clock_time(update.at, directory.time_zone))
