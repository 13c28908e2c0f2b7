"""Earlier versions of a working paper: kept before what changes it, listed, and read again."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, select
from sqlmodel.sql.expression import Select

from app.store import Store
from app.tables import PaperVersionRow, WorkingPaperRow
from resolutions.document import Document, from_json

PAUSE_MS, APART_MS = 60_000, 300_000
"""Typing makes a version when it goes on after such a pause, and at least so often."""
MOST_KEPT = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """That a paper was kept as it stood at `at` (ms); `by` are the seats that wrote since the one before."""

    number: int
    at: int
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version(Kept):
    """A version that was kept, with its text."""

    text: Document


def keep_version(rows: Session, row: WorkingPaperRow, at: int, typing: bool = False) -> bool:
    """Keep the text of `row` as it is, before it changes at `at` (ms); says whether a version was made.

    Nothing is kept twice, nor the empty paper. While people type only some moments are kept.
    """
    latest, kept_at, _ = rows.exec(_listed(row.committee_id, row.key).limit(1)).first() or (0, 0, "")
    if typing and latest and at - row.changed_at < PAUSE_MS and at - kept_at < APART_MS:
        return False
    if not _is_new(rows, row, latest):
        return False
    number = latest + 1
    rows.add(
        PaperVersionRow(
            committee_id=row.committee_id,
            paper=row.key,
            number=number,
            at=row.changed_at,
            by=row.changed_by,
            body=row.body,
        )
    )
    rows.execute(delete(PaperVersionRow).where(*_of(row), col(PaperVersionRow.number) <= number - MOST_KEPT))
    return True


async def versions(store: Store, committee: int, row_key: str, since: int = 0) -> tuple[Kept, ...]:
    """All versions of a paper's row that are kept, the newest first, without their texts.

    Those from before `since` (ms) belong to a paper that was taken back.
    """
    query = _listed(committee, row_key).where(col(PaperVersionRow.at) >= since)
    return await store.read(
        lambda rows: tuple(Kept(number, at, tuple(by.split())) for number, at, by in rows.exec(query))
    )


async def version(store: Store, committee: int, row_key: str, number: int, since: int = 0) -> Version | None:
    """One version, if it is kept and not from before `since` (ms)."""

    def work(rows: Session) -> Version | None:
        row = rows.get(PaperVersionRow, (committee, row_key, number))
        return _version(row) if row and row.at >= since else None

    return await store.read(work)


def _listed(committee: int, row_key: str) -> Select[int, int, str]:
    """Number, time and writers of each version, the newest first: texts are large, and only one is read."""
    one = PaperVersionRow
    here = (col(one.committee_id) == committee, col(one.paper) == row_key)
    return select(one.number, one.at, one.by).where(*here).order_by(col(one.number).desc())


def _version(row: PaperVersionRow) -> Version:
    return Version(row.number, row.at, tuple(row.by.split()), from_json(row.body))


def _is_new(rows: Session, row: WorkingPaperRow, latest: int) -> bool:
    """Whether the text of `row` is not that of version `latest`; with none (0), whether it has any."""
    if not latest:
        return bool(row.body.get("clauses"))
    body = select(PaperVersionRow.body).where(*_of(row), col(PaperVersionRow.number) == latest)
    return row.body != rows.exec(body).one()


def _of(row: WorkingPaperRow) -> tuple[ColumnElement[bool], ...]:
    return (col(PaperVersionRow.committee_id) == row.committee_id, col(PaperVersionRow.paper) == row.key)
