"""What goes with a person's name: the notes its delegation wrote meanwhile, and what the dais scored it."""

from __future__ import annotations

from sqlmodel import Session, select

from app.scores import erase_scores_of
from app.tables import HoldingRow, NoteRow, NoteThreadRow


def erase_beside(rows: Session, person: int) -> None:
    """Delete what a person's seats wrote in notes while it held them, and their scores and remarks."""
    for held in rows.exec(select(HoldingRow).where(HoldingRow.person_id == person)).all():
        if held.committee_id is not None and held.seat_key is not None:
            erase_notes_of(rows, held.committee_id, held.seat_key, held.since, held.until)
            erase_scores_of(rows, held.committee_id, held.seat_key)


def erase_notes_of(rows: Session, committee: int, seat: str, since: int, until: int | None) -> None:
    """Delete what a seat wrote from `since` to `until` (ms; None: no end), with threads left empty."""
    query = select(NoteRow).where(NoteRow.committee_id == committee, NoteRow.by == seat, NoteRow.at >= since)
    if until is not None:
        query = query.where(NoteRow.at <= until)
    found = rows.exec(query).all()
    for note in found:
        rows.delete(note)
    rows.flush()
    for key in {note.thread_id for note in found}:
        if rows.exec(select(NoteRow.id).where(NoteRow.thread_id == key)).first() is None:
            rows.delete(rows.get_one(NoteThreadRow, key))
