"""Reads the notes of a committee out of the rows, for those who show them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import Session, col, select

from app.screens.correspondence import DAIS, Correspondence, Note, Thread
from app.store import Store
from app.tables import NotePartyRow, NoteRow, NoteThreadRow, SeatRow

OF_THE_DAIS = ("chair", "assistant")
"""The kinds of seats whose notes are those of the dais."""
LAST = 10**9
"""Where a note stands that was not passed on: behind the others."""


async def load_correspondence(store: Store, committee: int) -> Correspondence:
    """All notes of a committee."""

    def work(rows: Session) -> Correspondence:
        keys = rows.exec(select(NoteThreadRow.id).where(NoteThreadRow.committee_id == committee)).all()
        return Correspondence({one.key: one for one in _threads(rows, committee, keys)})

    return await store.read(work)


async def load_thread(store: Store, committee: int, key: int) -> Thread | None:
    """One thread of a committee; None where it has none of this key."""
    return await store.read(lambda rows: next(iter(_threads(rows, committee, [key])), None))


def _threads(rows: Session, committee: int, keys: Iterable[int | None]) -> list[Thread]:
    """These threads of a committee, each with its notes in the order in which they reached their readers."""
    wanted = [key for key in keys if key is not None]
    notes: dict[int, list[Note]] = {}
    query = select(NoteRow, SeatRow.kind).join(
        SeatRow, (col(SeatRow.committee_id) == NoteRow.committee_id) & (col(SeatRow.key) == NoteRow.by)
    )
    here = (NoteRow.committee_id == committee, col(NoteRow.thread_id).in_(wanted))
    for row, kind in rows.exec(query.where(*here).order_by(col(NoteRow.id))).all():
        notes.setdefault(row.thread_id, []).append(_note(row, kind))
    read: dict[int, dict[str, int]] = {}
    for one in rows.exec(select(NotePartyRow).where(col(NotePartyRow.thread_id).in_(wanted))).all():
        read.setdefault(one.thread_id, {})[one.party] = one.read_to
    ordered = {key: sorted(found, key=lambda note: note.place or LAST) for key, found in notes.items()}
    return [Thread(key, read.get(key, {}), tuple(found)) for key, found in ordered.items()]


def _note(row: NoteRow, kind: str) -> Note:
    return Note(
        key=row.id or 0,
        by=row.by,
        party=DAIS if kind in OF_THE_DAIS else row.by,
        text=row.body,
        at=row.at,
        readers=row.readers,
        place=row.place or 0,
        returned=row.returned or "",
        reported_by=row.reported_by or "",
        settled=row.settled,
    )
