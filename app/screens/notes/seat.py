"""The notes of one seat: its threads, the form of a new one, and how many it has not read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.screens.correspondence import Correspondence
from app.screens.directory import Directory
from app.screens.notes.shown import compose_view, threads_view
from app.screens.view import View


@dataclass(frozen=True, slots=True)
class UnreadView:
    """How many notes wait behind the phone's tab."""

    template: ClassVar[str] = "notes/unread.html"
    coalesced: ClassVar[bool] = False

    unread: int


def unread(floor: Floor, directory: Directory, found: Correspondence, key: str) -> UnreadView:
    """What a seat has not read; a closed seat reads nothing any more."""
    seat = floor.seats.get(key)
    return UnreadView(found.unread.get(key, 0) if seat and not seat.closed else 0)


def compose(floor: Floor, directory: Directory, found: Correspondence, key: str) -> View:
    """The form of a new note."""
    return compose_view(floor, directory, key)


DrawNotes = Callable[[Floor, Directory, Correspondence, str], View]
TAB: Mapping[str, DrawNotes] = {"unread": unread}
"""What channel `seat:<key>` has of notes, on whatever page: a number."""
NOTES: Mapping[str, DrawNotes] = {"compose": compose, "threads": threads_view}
"""The regions of channel `notes:<key>`, which the page of notes alone watches."""
