"""Notes between delegations and to the dais, in rows of their own that can be erased.

Their words are on no record and in no log: nothing here is an act, and what is read goes to its readers only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from app.notes.reading import OF_THE_DAIS
from app.screens.correspondence import DAIS
from app.store import Store
from app.tables import NotePartyRow, NoteRow, NoteThreadRow, SeatRow

LONGEST_NOTE = 500
MOST_RECIPIENTS = 8
"""Characters of a note, and parties that it goes to."""
NOTES_A_MINUTE = 6
"""So many notes a delegation may send within a minute, on whatever devices."""
MOST_NOTES = 20_000
"""Notes that one committee holds."""
MINUTE_MS = 60_000
Change = Callable[[Session, NoteRow], None]


@dataclass(frozen=True, slots=True, repr=False)
class Written:
    """A note as it comes in: its words, who wrote it under which press, when (ms), and who reads it.

    `held`: it waits until the dais passes it on, where it is for more than the dais. `limited`: the writer
    sends only so many a minute.
    """

    text: str
    by: str
    press: str
    at: int
    readers: str
    held: bool = False
    limited: bool = True


class NoThread(LookupError):
    """There is no such thread or note, or it is not the reader's."""


class TooManyNotes(Exception):
    """The delegation has sent its notes of this minute; `seconds` is how long it waits."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too many notes")
        self.seconds = seconds


class NotesFull(Exception):
    """The committee holds as many notes as fit."""


class NotReportable(Exception):
    """The note was written where nobody but its recipients reads it."""


class SettledAlready(Exception):
    """The dais has dealt with this note."""


async def send_note(store: Store, committee: int, to: Sequence[str], written: Written) -> int:
    """Begin a thread with parties `to`; returns its key. The same press again begins no other.

    Raises TooManyNotes, NotesFull.
    """

    def work(rows: Session) -> int:
        if (sent := _sent(rows, committee, written)) is not None:
            return sent
        _check_room(rows, committee, written)
        thread = NoteThreadRow(committee_id=committee)
        rows.add(thread)
        rows.flush()
        assert thread.id is not None
        own = _party(rows, committee, written.by)
        for party in dict.fromkeys((own, *to)):
            rows.add(NotePartyRow(thread_id=thread.id, party=party))
        rows.flush()
        return _add(rows, committee, thread.id, written)

    return await store.write(work)


async def answer_note(store: Store, committee: int, thread: int, written: Written) -> int:
    """Answer to all parties of a thread; returns its key. Raises NoThread, TooManyNotes, NotesFull."""

    def work(rows: Session) -> int:
        if (sent := _sent(rows, committee, written)) is not None:
            return sent
        if _party(rows, committee, written.by) not in _parties(rows, committee, thread):
            raise NoThread
        _check_room(rows, committee, written)
        return _add(rows, committee, thread, written)

    return await store.write(work)


async def mark_thread_read(store: Store, committee: int, thread: int, party: str, place: int) -> None:
    """A party has read a thread up to the note at `place`. Raises NoThread."""

    def work(rows: Session) -> None:
        row = _parties(rows, committee, thread).get(party)
        if row is None:
            raise NoThread
        row.read_to = max(row.read_to, min(place, _last_place(rows, thread)))
        rows.add(row)

    await store.write(work)


async def report_note(store: Store, committee: int, note: int, party: str) -> int:
    """Bring a note that a party received before the dais, with its thread; returns the thread's key.

    Raises NoThread, NotReportable.
    """

    def change(rows: Session, row: NoteRow) -> None:
        if party not in _parties(rows, committee, row.thread_id) or row.place is None:
            raise NoThread
        if row.readers == "recipients":
            raise NotReportable
        row.reported_by = row.reported_by or party

    return await _change(store, committee, note, change)


async def settle_report(store: Store, committee: int, note: int) -> int:
    """The dais has dealt with a report; returns the thread's key. Raises NoThread, SettledAlready."""

    def change(rows: Session, row: NoteRow) -> None:
        if row.reported_by is None or row.settled:
            raise SettledAlready
        row.settled = True

    return await _change(store, committee, note, change)


async def pass_on(store: Store, committee: int, note: int) -> int:
    """A note that waited reaches those it is for; returns the thread's key.

    Raises NoThread, SettledAlready.
    """

    def change(rows: Session, row: NoteRow) -> None:
        _still_waits(row)
        row.place = _last_place(rows, row.thread_id) + 1

    return await _change(store, committee, note, change)


async def return_note(store: Store, committee: int, note: int, sentence: str) -> int:
    """A note that waited goes back with a sentence; returns the thread's key.

    Raises NoThread, SettledAlready.
    """

    def change(rows: Session, row: NoteRow) -> None:
        _still_waits(row)
        row.returned = sentence

    return await _change(store, committee, note, change)


async def _change(store: Store, committee: int, note: int, change: Change) -> int:
    def work(rows: Session) -> int:
        row = rows.get(NoteRow, note)
        if row is None or row.committee_id != committee:
            raise NoThread
        change(rows, row)
        rows.add(row)
        return row.thread_id

    return await store.write(work)


def _still_waits(row: NoteRow) -> None:
    if row.place is not None or row.returned is not None:
        raise SettledAlready


def _sent(rows: Session, committee: int, written: Written) -> int | None:
    """The thread that this press was sent to before."""
    here = (NoteRow.committee_id == committee, NoteRow.by == written.by, NoteRow.press == written.press)
    return rows.exec(select(NoteRow.thread_id).where(*here)).first()


def _check_room(rows: Session, committee: int, written: Written) -> None:
    here = col(NoteRow.committee_id) == committee
    if rows.exec(select(func.count()).select_from(NoteRow).where(here)).one() >= MOST_NOTES:
        raise NotesFull
    if not written.limited:
        return
    recent = (here, col(NoteRow.by) == written.by, col(NoteRow.at) > written.at - MINUTE_MS)
    times = rows.exec(select(NoteRow.at).where(*recent).order_by(col(NoteRow.at))).all()
    if len(times) >= NOTES_A_MINUTE:
        raise TooManyNotes(max(1, (times[-NOTES_A_MINUTE] + MINUTE_MS - written.at + 999) // 1000))


def _add(rows: Session, committee: int, thread: int, written: Written) -> int:
    parties = _parties(rows, committee, thread)
    waits = written.held and bool(parties.keys() - {written.by, DAIS})
    place = None if waits else _last_place(rows, thread) + 1
    rows.add(
        NoteRow(
            committee_id=committee,
            thread_id=thread,
            by=written.by,
            press=written.press,
            body=written.text,
            at=written.at,
            readers=written.readers,
            place=place,
        )
    )
    return thread


def _last_place(rows: Session, thread: int) -> int:
    found = rows.exec(select(func.max(NoteRow.place)).where(NoteRow.thread_id == thread)).one()
    return int(found or 0)


def _parties(rows: Session, committee: int, thread: int) -> dict[str, NotePartyRow]:
    """The parties of a thread of this committee; none where it has no such thread."""
    row = rows.get(NoteThreadRow, thread)
    if row is None or row.committee_id != committee:
        return {}
    found = rows.exec(select(NotePartyRow).where(NotePartyRow.thread_id == thread)).all()
    return {one.party: one for one in found}


def _party(rows: Session, committee: int, seat: str) -> str:
    row = rows.get(SeatRow, (committee, seat))
    return DAIS if row is not None and row.kind in OF_THE_DAIS else seat
