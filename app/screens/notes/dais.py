"""The notes as the dais has them: in its inbox, and on a page of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.note_passing import SwitchNotes, notes_on
from app.screens.cockpit.common import closed
from app.screens.correspondence import DAIS, Correspondence
from app.screens.directory import Directory
from app.screens.notes.shown import (
    NoteShown,
    ThreadShown,
    compose_view,
    readers_sentence,
    thread_shown,
    threads_view,
    why_not,
)
from app.screens.shown import Who, presiding, who
from app.screens.view import View

IN_THE_INBOX = 5
"""So many threads that wait stand in the inbox; the page has all."""


@dataclass(frozen=True, slots=True)
class NotesState:
    """The switch of notes: whether they are on, why they are closed all the same, and who is muted.

    `readers` says who reads a delegation's note.
    """

    template: ClassVar[str] = "notes/state.html"
    coalesced: ClassVar[bool] = False

    committee: int
    on: bool
    closed_now: str
    why_not: str
    muted: tuple[Who, ...]
    readers: str


@dataclass(frozen=True, slots=True, repr=False)
class InboxNote:
    """One thread that waits, by the note that it waits for; `others` are those it went to beside the dais."""

    thread: int
    others: tuple[Who, ...]
    note: NoteShown


@dataclass(frozen=True, slots=True, repr=False)
class NotesInbox:
    """What waits for the dais among the notes: unread ones to it, reports, and those it passes on."""

    template: ClassVar[str] = "notes/inbox.html"
    coalesced: ClassVar[bool] = False

    committee: int
    on: bool
    closed_now: str
    why_not: str
    waiting: tuple[InboxNote, ...]
    more: int
    muted: tuple[Who, ...]


def draw_state(floor: Floor, directory: Directory, found: Correspondence) -> NotesState:
    """The switch, the muted seats, and who reads."""
    return NotesState(
        directory.committee,
        notes_on(floor),
        _closed_now(floor, directory),
        closed(floor, directory, SwitchNotes),
        tuple(who(directory, one) for one in floor.note_passing.muted),
        readers_sentence(floor, directory, ""),
    )


def draw_inbox_notes(floor: Floor, directory: Directory, found: Correspondence) -> NotesInbox:
    """The threads in which something waits for the dais, the newest first."""
    waiting = [one for one in found.of.get(DAIS, ()) if one.to_settle or one.unread(DAIS)]
    shown = tuple(_waiting(thread_shown(floor, directory, one, DAIS)) for one in waiting[:IN_THE_INBOX])
    return NotesInbox(
        directory.committee,
        notes_on(floor),
        _closed_now(floor, directory),
        closed(floor, directory, SwitchNotes),
        shown,
        max(0, len(waiting) - IN_THE_INBOX),
        tuple(who(directory, one) for one in floor.note_passing.muted),
    )


def _waiting(thread: ThreadShown) -> InboxNote:
    """What is to be settled comes before what is only to be read."""
    pressing = [note for note in thread.notes if note.settles] or [
        note for note in thread.notes if note.fresh
    ]
    note = pressing[0]
    return InboxNote(thread.key, tuple(one for one in thread.others if one.key != note.by.key), note)


def draw_threads(floor: Floor, directory: Directory, found: Correspondence) -> View:
    """All that the dais may read."""
    return threads_view(floor, directory, found, DAIS)


def draw_compose(floor: Floor, directory: Directory, found: Correspondence) -> View:
    """A note of the dais to delegations."""
    return compose_view(floor, directory, DAIS)


def _closed_now(floor: Floor, directory: Directory) -> str:
    """Why no notes are passed although they are switched on; "" where they are."""
    return why_not(floor, directory, presiding(floor)) if notes_on(floor) else ""


Draw = Callable[[Floor, Directory, Correspondence], View]
INBOX: Mapping[str, Draw] = {"notes": draw_inbox_notes}
"""What channel `dais` has of notes, beside the inbox."""
PAGE: Mapping[str, Draw] = {"state": draw_state, "compose": draw_compose, "threads": draw_threads}
"""The regions of channel `dais-notes`."""
