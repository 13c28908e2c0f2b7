"""What a delegation keeps for itself: read and written for its own seat, and put into nothing else.

Neither the directory nor a floor, a screen's region, the record or a log ever holds any of it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from sqlmodel import Session

from app.store import Store
from app.tables import OwnNoteRow

LONGEST_NOTES = 20_000
LONGEST_SPEECH = 10_000
KEPT_PRESSES = 50
"""How many of a seat's presses are told again from new ones; a page tries again within a minute."""


@dataclass(frozen=True, slots=True, repr=False)
class OwnNotes:
    """A delegation's notes and the note for its next speech; `version` grows with each change."""

    notes: str = ""
    speech: str = ""
    version: int = 0


class NotesChanged(Exception):
    """Another device of the seat changed the notes since; `now` is how they are."""

    def __init__(self, now: OwnNotes) -> None:
        super().__init__("changed meanwhile")
        self.now = now


class NotesTooLong(Exception):
    """The notes do not fit."""


async def read_notes(store: Store, committee: int, seat: str) -> OwnNotes:
    """The notes of a delegation."""
    return await store.read(lambda rows: _notes(rows, committee, seat))


async def write_notes(store: Store, committee: int, seat: str, written: OwnNotes) -> OwnNotes:
    """Keep the notes as written on version `written.version`; returns them with the next version.

    Raises NotesChanged, NotesTooLong; then nothing changed.
    """

    def work(rows: Session) -> OwnNotes:
        now = _notes(rows, committee, seat)
        if now.version != written.version:
            raise NotesChanged(now)
        return _keep(rows, committee, seat, written)

    return await store.write(work)


async def add_to_speech(store: Store, committee: int, seat: str, words: str, press: str) -> OwnNotes:
    """Put words behind the note for the next speech; the same `press` again changes nothing.

    Raises NotesTooLong.
    """
    name = hashlib.sha256(press.encode()).hexdigest()[:16]

    def work(rows: Session) -> OwnNotes:
        now, row = _notes(rows, committee, seat), rows.get(OwnNoteRow, (committee, seat))
        before = row.presses.split() if row else []
        if name in before:
            return now
        kept = _keep(rows, committee, seat, replace(now, speech=f"{now.speech}\n\n{words}".strip()))
        rows.get_one(OwnNoteRow, (committee, seat)).presses = " ".join((*before, name)[-KEPT_PRESSES:])
        return kept

    return await store.write(work)


def _keep(rows: Session, committee: int, seat: str, written: OwnNotes) -> OwnNotes:
    if len(written.notes) > LONGEST_NOTES or len(written.speech) > LONGEST_SPEECH:
        raise NotesTooLong
    row = rows.get(OwnNoteRow, (committee, seat)) or OwnNoteRow(committee_id=committee, seat_key=seat)
    row.notes, row.speech, row.version = written.notes, written.speech, written.version + 1
    rows.add(row)
    return replace(written, version=row.version)


def _notes(rows: Session, committee: int, seat: str) -> OwnNotes:
    row = rows.get(OwnNoteRow, (committee, seat))
    return OwnNotes(row.notes, row.speech, row.version) if row else OwnNotes()
