"""Preparations in the rows: begun, changed on the version that the organizer saw, opened, thrown away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.preparing.founded import is_founded
from app.preparing.guide_files import guide_of
from app.preparing.preparation import Preparation, from_json, to_json
from app.store import Store
from app.tables import PreparationRow
from delegations.study_guides.guide import StudyGuide


@dataclass(frozen=True, slots=True)
class Prepared:
    """A preparation in its row: `committee` is None until it is opened, `changed` is in UTC milliseconds.

    `renews` is the committee for which it prepares a newer guide, None where it becomes a committee.
    """

    id: int
    conference: int
    committee: int | None
    preparation: Preparation
    version: int
    changed: int
    renews: int | None = None


class NoPreparation(Exception):
    """There is no such preparation in this conference."""


class ChangedElsewhere(Exception):
    """The preparation was changed in another window since this page was drawn."""


async def begin(
    store: Store, conference: int, preparation: Preparation, at: int, renews: int | None = None
) -> int:
    """A new preparation of a conference; returns its id. `at` in UTC milliseconds.

    `renews` is a committee for which a newer guide is prepared.
    """

    def work(rows: Session) -> int:
        row = PreparationRow(conference_id=conference, renews=renews, body=to_json(preparation), changed=at)
        rows.add(row)
        rows.flush()
        assert row.id is not None
        return row.id

    return await store.write(work)


async def begin_new(store: Store, conference: int, preparations: Iterable[Preparation], at: int) -> None:
    """Begin those whose name no preparation of this conference has, whoever else begins some now."""

    def work(rows: Session) -> None:
        there = {row.body["name"] for row in rows.exec(_waiting((conference,))) if row.renews is None}
        for one in preparations:
            if one.name not in there:
                there.add(one.name)
                rows.add(PreparationRow(conference_id=conference, body=to_json(one), changed=at))

    await store.write(work)


async def listed(store: Store, conferences: Sequence[int]) -> tuple[Prepared, ...]:
    """Those of these conferences that are not opened yet, without their guides, the last changed first."""
    ordered = _waiting(conferences).order_by(col(PreparationRow.changed).desc())
    return await store.read(lambda rows: tuple(_prepared(row, None) for row in rows.exec(ordered)))


async def one(store: Store, id_: int, conferences: Sequence[int]) -> Prepared:
    """One preparation of these conferences. Raises NoPreparation."""
    return await store.read(lambda rows: _prepared(_row(rows, id_, conferences), guide_of(rows, id_)))


async def change(
    store: Store, id_: int, version: int, at: int, edit: Callable[[Preparation], Preparation]
) -> Prepared:
    """Apply `edit` to version `version`; returns what stands now.

    Raises ChangedElsewhere where it has another version or is opened already, and what `edit` raises.
    """

    def work(rows: Session) -> Prepared:
        row = _row_of_version(rows, id_, version)
        guide = guide_of(rows, id_)
        row.body = to_json(edit(from_json(row.body, guide)))
        row.version, row.changed = version + 1, at
        rows.add(row)
        return _prepared(row, guide)

    return await store.write(work)


async def opened(store: Store, id_: int, committee: int, at: int) -> None:
    """This preparation has become a committee. Raises ChangedElsewhere where it was one before."""

    def work(rows: Session) -> None:
        row = rows.get(PreparationRow, id_)
        if row is None or row.committee_id is not None:
            raise ChangedElsewhere
        row.committee_id, row.changed = committee, at
        rows.add(row)

    await store.write(work)


async def throw_away(store: Store, id_: int, version: int) -> None:
    """Delete a preparation with its guide. Raises ChangedElsewhere as `change` does."""

    def work(rows: Session) -> None:
        rows.delete(_row_of_version(rows, id_, version))

    await store.write(work)


def seen_no_more(rows: Session, committee: int, but: int) -> None:
    """Whatever else would renew this committee was looked at beside another guide: it is looked at again."""
    waiting = col(PreparationRow.renews) == committee, col(PreparationRow.committee_id).is_(None)
    for row in rows.exec(select(PreparationRow).where(*waiting)).all():
        if row.id != but:
            row.version += 1
            rows.add(row)


def _waiting(conferences: Sequence[int]) -> SelectOfScalar[PreparationRow]:
    """Those that have not become a committee, nor a committee's newer guide."""
    mine = col(PreparationRow.conference_id).in_(conferences)
    return select(PreparationRow).where(mine, col(PreparationRow.committee_id).is_(None))


def _row(rows: Session, id_: int, conferences: Sequence[int]) -> PreparationRow:
    row = rows.get(PreparationRow, id_)
    if row is None or row.conference_id not in conferences:
        raise NoPreparation(id_)
    return row


def _row_of_version(rows: Session, id_: int, version: int) -> PreparationRow:
    row = rows.get(PreparationRow, id_)
    if row is None or row.version != version or is_founded(rows, row):
        raise ChangedElsewhere
    return row


def _prepared(row: PreparationRow, guide: StudyGuide | None) -> Prepared:
    assert row.id is not None
    preparation = from_json(row.body, guide)
    return Prepared(
        row.id, row.conference_id, row.committee_id, preparation, row.version, row.changed, row.renews
    )
