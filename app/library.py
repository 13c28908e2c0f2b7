"""A committee's library in its rows: items that were added, those sent to every screen, who has read them.

An item of the whole conference has no committee: every committee shows it, and each sends it by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, delete, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from app.screens.directory import Update
from app.store import Store
from app.tables import CommitteeRow, LibraryItemRow, ReadMarkRow
from delegations.library import Item, mentioned
from delegations.roster import Delegation

LONGEST_LINE = 200
"""Characters of a title, and of a source."""
LONGEST_TEXT = 2_000_000
"""Characters of a text that is pasted: some 600 pages; what is longer comes as a file."""
MOST_ITEMS = 500


class NoItem(KeyError):
    """The committee has no such item (any more)."""


class OfConference(Exception):
    """The item is the whole conference's: no single committee takes it out."""


class LibraryFull(Exception):
    """The committee has as many items as it may have."""


async def add_item(store: Store, committee: int, item: Item, source: str, at: int) -> int:
    """Add an item; `source` is where it comes from, `at` the time now (ms). Returns its number.

    Raises LibraryFull.
    """

    def work(rows: Session) -> int:
        if len(_found(rows, committee, col(LibraryItemRow.id))) >= MOST_ITEMS:
            raise LibraryFull
        conference = rows.get_one(CommitteeRow, committee).conference_id
        return _add(rows, conference, committee, item, source, at)

    return await store.write(work)


async def add_for_all(store: Store, conference: int, item: Item, source: str, at: int) -> int:
    """Add an item for every committee of a conference, those among them that are opened later.

    `source` is where it comes from, `at` the time now (ms). Returns its number. Raises LibraryFull.
    """

    def work(rows: Session) -> int:
        if len(rows.exec(_for_all((conference,))).all()) >= MOST_ITEMS:
            raise LibraryFull
        return _add(rows, conference, None, item, source, at)

    return await store.write(work)


async def for_all(store: Store, conferences: Sequence[int]) -> tuple[tuple[int, str, str], ...]:
    """The items of whole conferences, the newest first: number, title and source of each."""

    def work(rows: Session) -> tuple[tuple[int, str, str], ...]:
        found = reversed(rows.exec(_for_all(conferences)).all())
        return tuple((row.id or 0, row.title, str(row.meta.get("source", ""))) for row in found)

    return await store.read(work)


async def remove_for_all(store: Store, conferences: Sequence[int], number: int) -> None:
    """Take an item out of every committee, with all its read marks. Raises NoItem."""

    def work(rows: Session) -> None:
        row = rows.get(LibraryItemRow, number)
        if row is None or row.committee_id is not None or row.conference_id not in conferences:
            raise NoItem(number)
        rows.delete(row)

    await store.write(work)


async def remove_item(store: Store, committee: int, number: int) -> None:
    """Take an item out, with its read marks. Raises NoItem, OfConference."""

    def work(rows: Session) -> None:
        row = _row(rows, committee, number)
        if row.committee_id is None:
            raise OfConference(number)
        rows.delete(row)

    await store.write(work)


async def send_item(store: Store, committee: int, number: int, at: int) -> None:
    """Send an item to every screen at time `at` (ms); whoever had read it before reads it again.

    Raises NoItem.
    """

    def work(rows: Session) -> None:
        row = _row(rows, committee, number)
        _say(row, committee, {"sent": at, "wall": True})
        rows.add(row)
        mine = col(ReadMarkRow.committee_id) == committee
        rows.execute(delete(ReadMarkRow).where(mine, col(ReadMarkRow.item_id) == number))

    await store.write(work)


async def take_down(store: Store, committee: int, number: int, everywhere: bool) -> None:
    """Take an item off the wall, or off every screen; it stays in the library. Raises NoItem."""

    def work(rows: Session) -> None:
        row = _row(rows, committee, number)
        sent = _said(row, committee).get("sent")
        _say(row, committee, {"wall": False} if everywhere or sent is None else {"sent": sent, "wall": False})
        rows.add(row)

    await store.write(work)


async def mark_read(store: Store, committee: int, number: int, seat: str, at: int) -> None:
    """Note that delegation `seat` has read an item, at time `at` (ms); twice is no harm. Raises NoItem."""

    def work(rows: Session) -> None:
        _row(rows, committee, number)
        if rows.get(ReadMarkRow, (committee, number, seat)) is None:
            rows.add(ReadMarkRow(committee_id=committee, item_id=number, seat_key=seat, at=at))

    await store.write(work)


def items_of(rows: Session, committee: int, roster: tuple[Delegation, ...]) -> Mapping[int, tuple[Item, str]]:
    """The items of a committee by number, the newest first, each with its source.

    Of an item of the whole conference it is told anew which of this `roster` it speaks of.
    """
    found = reversed(_found(rows, committee, LibraryItemRow))
    return {row.id or 0: (_item(row, roster), str(row.meta.get("source", ""))) for row in found}


def shared_items(rows: Session, committee: int) -> frozenset[int]:
    """The numbers of those of its items that are the whole conference's."""
    return frozenset(row.id for row in _found(rows, committee, *_HEAD) if row.committee_id is None)


def updates_of(rows: Session, committee: int) -> tuple[Update, ...]:
    """What was sent to every screen, the newest first."""
    marks = rows.exec(select(ReadMarkRow).where(ReadMarkRow.committee_id == committee)).all()
    said = ((row, _said(row, committee)) for row in _found(rows, committee, *_HEAD))
    sent = [(row, its) for row, its in said if "sent" in its]
    sent.sort(key=lambda pair: (-int(pair[1]["sent"]), pair[0].id))
    return tuple(
        Update(
            row.id,
            row.title,
            int(its["sent"]),
            bool(its.get("wall")),
            frozenset(mark.seat_key for mark in marks if mark.item_id == row.id),
        )
        for row, its in sent
    )


_HEAD = tuple(col(getattr(LibraryItemRow, name)) for name in ("id", "committee_id", "title", "meta"))
"""An item without its text, which may be long."""


def _said(row: Any, committee: int) -> Mapping[str, Any]:
    """What this committee's dais did with an item: another's may have sent the same one, or not."""
    if row.committee_id is not None:
        own: Mapping[str, Any] = row.meta
        return own
    its: Mapping[str, Any] = row.meta.get("in", {}).get(str(committee), {})
    return its


def _say(row: LibraryItemRow, committee: int, its: Mapping[str, Any]) -> None:
    if row.committee_id is None:
        row.meta = {**row.meta, "in": {**row.meta.get("in", {}), str(committee): its}}
        return
    kept = {name: value for name, value in row.meta.items() if name not in ("sent", "wall")}
    row.meta = {**kept, **its}


def _add(rows: Session, conference: int, committee: int | None, item: Item, source: str, at: int) -> int:
    meta: dict[str, Any] = {
        "source": source,
        "delegations": list(item.delegations),
        "instruments": list(item.instruments),
        "added": at,
    }
    row = LibraryItemRow(
        conference_id=conference, committee_id=committee, title=item.title, body=item.body, meta=meta
    )
    rows.add(row)
    rows.flush()
    assert row.id is not None
    return row.id


def _found(rows: Session, committee: int, *what: Any) -> list[Any]:
    """These columns of the items that a committee has, in the order in which they came."""
    query = select(*what).where(_in_reach(rows, committee)).order_by(col(LibraryItemRow.id))
    return list(rows.exec(query))


def _in_reach(rows: Session, committee: int) -> ColumnElement[bool]:
    """An item of the committee itself, or of the whole conference."""
    found = rows.get(CommitteeRow, committee)
    conference = found.conference_id if found else 0
    alone = col(LibraryItemRow.committee_id) == committee
    all_ = col(LibraryItemRow.committee_id).is_(None), col(LibraryItemRow.conference_id) == conference
    return or_(alone, and_(*all_))


def _for_all(conferences: Sequence[int]) -> SelectOfScalar[LibraryItemRow]:
    mine = col(LibraryItemRow.conference_id).in_(conferences), col(LibraryItemRow.committee_id).is_(None)
    return select(LibraryItemRow).where(*mine).order_by(col(LibraryItemRow.id))


def _row(rows: Session, committee: int, number: int) -> LibraryItemRow:
    query = select(LibraryItemRow).where(LibraryItemRow.id == number, _in_reach(rows, committee))
    row = rows.exec(query).first()
    if row is None:
        raise NoItem(number)
    return row


def _item(row: LibraryItemRow, roster: tuple[Delegation, ...]) -> Item:
    named = tuple(row.meta.get("delegations", ()))
    if row.committee_id is None:
        named = _spoken_of(f"{row.title}\n{row.body}", roster)
    return Item(row.title, row.body, named, tuple(row.meta.get("instruments", ())))


@lru_cache(maxsize=512)
def _spoken_of(text: str, roster: tuple[Delegation, ...]) -> tuple[str, ...]:
    """Looked for once for the same roster: directories are made anew for much less."""
    return mentioned(text, roster) if roster else ()
