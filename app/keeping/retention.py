"""Data of people after a committee is over: until when it is kept, how much there is, and its deletion.

A committee that has met is over once nothing was recorded in it for as many days as its organizer set. The
record stays: it names seats, no people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, func, or_, select

from app.assignments import as_erased
from app.keeping.erasures import Erased
from app.procedure.act import ROOM
from app.procedure.attendance import RollCallStarted
from app.procedure.sittings import MeetingOpened
from app.scores import erase_scores_of
from app.store import Store
from app.tables import (
    CommitteeRow,
    ConferenceRow,
    DeviceRow,
    HoldingRow,
    MinuteRow,
    NoteRow,
    NoteThreadRow,
    OwnNoteRow,
    PersonRow,
    RemarkRow,
    ScoreRow,
)

DAY_MS = 86_400_000
USUAL_DAYS, MOST_DAYS = 30, 365
FIRST = tuple(f'"event":"{kind.__name__}"' for kind in (RollCallStarted, MeetingOpened))
"""How the record, whose bytes never change, says that a committee has met."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of the people of one committee, and when that is deleted (ms, UTC; None: it has not met).

    `names` counts people of the list, `notes` those that were passed and those that a seat keeps for itself,
    `scores` with remarks, `sign_ins` devices.
    """

    committee: int
    committee_name: str
    due: int | None
    names: int
    notes: int
    scores: int
    sign_ins: int

    @property
    def anything(self) -> bool:
        """Whether there is something to delete."""
        return bool(self.names or self.notes or self.scores or self.sign_ins)

    def is_over(self, now: int) -> bool:
        """Whether its time has come. `now` in UTC milliseconds."""
        return self.due is not None and self.due <= now


async def kept(store: Store, conferences: Sequence[int] | None = None) -> tuple[Kept, ...]:
    """What is kept of each committee, in the order in which they were founded; of all without conferences."""

    def read(rows: Session) -> tuple[Kept, ...]:
        query = select(CommitteeRow, ConferenceRow.keep_days).join(ConferenceRow)
        if conferences is not None:
            query = query.where(col(CommitteeRow.conference_id).in_(conferences))
        found = rows.exec(query.order_by(col(CommitteeRow.id))).all()
        return tuple(_kept(rows, committee, days) for committee, days in found)

    return await store.read(read)


async def days_of(store: Store, conferences: Sequence[int]) -> int:
    """For how many days these conferences keep data of people; the least, where they differ."""
    query = select(func.min(ConferenceRow.keep_days)).where(col(ConferenceRow.id).in_(conferences))
    return await store.read(lambda rows: rows.exec(query).first()) or USUAL_DAYS


async def keep_for(store: Store, conferences: Sequence[int], days: int) -> None:
    """Keep data of people for so many days from now on, 1 to `MOST_DAYS`."""

    def work(rows: Session) -> None:
        for row in rows.exec(select(ConferenceRow).where(col(ConferenceRow.id).in_(conferences))):
            row.keep_days = days
            rows.add(row)

    await store.write(work)


async def delete_expired(
    store: Store, now: int, note: Callable[[Sequence[Erased]], None]
) -> tuple[tuple[Kept, ...], frozenset[str]]:
    """Delete what is kept of the people of committees that are over; `now` in UTC milliseconds.

    Sign-ins that ended as long ago go too, of organizers and of whom no committee is over.
    Returns what that was, and the devices that nobody is signed in with any more. `note` is told whose names
    go, before they do, so that an older backup does not bring them back. Who is something in a committee
    that is not over, or an organizer, stays that with their name.
    """
    over = [one for one in await kept(store) if one.is_over(now) and one.anything]

    def work(rows: Session) -> frozenset[str]:
        _delete_old_sign_ins(rows, now)
        for one in over:
            _delete_texts(rows, one.committee)
        return _delete_people(rows, [one.committee for one in over], note)

    devices = await store.write(work)
    if over:
        await store.scrub()
    return tuple(over), devices


def _kept(rows: Session, committee: CommitteeRow, days: int) -> Kept:
    key = committee.id or 0
    here = select(HoldingRow.person_id).where(HoldingRow.committee_id == key)
    named = (col(PersonRow.id).in_(here), col(PersonRow.name).is_not(None))
    own = (OwnNoteRow.committee_id == key, or_(OwnNoteRow.notes != "", OwnNoteRow.speech != ""))
    return Kept(
        key,
        committee.name,
        _due(rows, key, days),
        _count(rows, PersonRow, *named),
        _count(rows, NoteRow, NoteRow.committee_id == key) + _count(rows, OwnNoteRow, *own),
        sum(_count(rows, table, table.committee_id == key) for table in (ScoreRow, RemarkRow)),
        _count(rows, DeviceRow, col(DeviceRow.person_id).in_(here)),
    )


def _due(rows: Session, committee: int, days: int) -> int | None:
    """So many days after the last act that somebody entered; None before the first roll call or meeting."""
    here = MinuteRow.committee_id == committee
    met = select(MinuteRow.number).where(here, or_(*(col(MinuteRow.events).contains(one) for one in FIRST)))
    if rows.exec(met.limit(1)).first() is None:
        return None
    last = rows.exec(select(func.max(MinuteRow.at)).where(here, MinuteRow.by != ROOM)).one()
    return int(last) + days * DAY_MS


def _count(rows: Session, table: type, *where: ColumnElement[bool] | bool) -> int:
    return int(rows.exec(select(func.count()).select_from(table).where(*where)).one())


def _delete_old_sign_ins(rows: Session, now: int) -> None:
    """Those that ended, and whoever has no name and none left."""
    days = select(PersonRow.id, ConferenceRow.keep_days).join(ConferenceRow).subquery()
    ended = func.coalesce(DeviceRow.revoked, DeviceRow.expires)
    query = select(DeviceRow.token_hash).join(days, days.c.id == DeviceRow.person_id)
    old = query.where(ended + days.c.keep_days * DAY_MS <= now)
    rows.execute(delete(DeviceRow).where(col(DeviceRow.token_hash).in_(old)))
    nobody = (col(PersonRow.name).is_(None), ~col(PersonRow.id).in_(select(DeviceRow.person_id)))
    rows.execute(delete(PersonRow).where(*nobody))


def _delete_texts(rows: Session, committee: int) -> None:
    """Notes that were passed, what seats keep for themselves, scores and remarks; the rubric stays."""
    rows.execute(delete(NoteRow).where(col(NoteRow.committee_id) == committee))
    rows.execute(delete(NoteThreadRow).where(col(NoteThreadRow.committee_id) == committee))
    rows.execute(delete(OwnNoteRow).where(col(OwnNoteRow.committee_id) == committee))
    erase_scores_of(rows, committee)


def _delete_people(
    rows: Session, committees: Sequence[int], note: Callable[[Sequence[Erased]], None]
) -> frozenset[str]:
    """Whoever is nothing elsewhere goes with their devices; the others are nothing here any more."""
    here = col(HoldingRow.committee_id).in_(committees)
    people = set(rows.exec(select(HoldingRow.person_id).where(here)))
    elsewhere = or_(col(HoldingRow.committee_id).is_(None), ~here)
    stay = set(rows.exec(select(HoldingRow.person_id).where(elsewhere)))
    gone = rows.exec(select(PersonRow).where(col(PersonRow.id).in_(people - stay))).all()
    note([as_erased(rows, one) for one in gone if one.name is not None])
    theirs = col(DeviceRow.person_id).in_([one.id for one in gone])
    devices = frozenset(rows.exec(select(DeviceRow.token_hash).where(theirs)))
    rows.execute(delete(HoldingRow).where(here))
    for person in gone:
        rows.delete(person)
    return devices
