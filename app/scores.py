"""The private scores and remarks of a dais in their rows: shared by its chairs, and erasable."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from sqlmodel import Session, col, delete, func, select

from app.screens.scorebook import USUAL, Criterion, Remark, Score, Scorebook
from app.store import Store
from app.tables import RemarkRow, RubricRow, ScoreRow

LONGEST_REMARK = 500
LONGEST_CRITERION = 60
"""Characters."""
MOST_REMARKS = 2_000
"""Remarks that one committee holds."""


class ChangedByAnother(Exception):
    """Another of the dais changed it since; nothing was changed."""


class RemarksFull(Exception):
    """The committee holds as many remarks as fit."""


async def load_scorebook(store: Store, committee: int) -> Scorebook:
    """Everything that the dais scored and noted."""
    return await store.read(lambda rows: _scorebook(rows, committee))


async def give_points(
    store: Store, committee: int, seat: str, criterion: str, points: int | None, by: str, version: int
) -> int:
    """Score a delegation on the score as it was seen (`version`, 0: none); returns the next version.

    None takes the points back. Raises ChangedByAnother where another chair scored otherwise meanwhile.
    """

    def work(rows: Session) -> int:
        row = rows.get(ScoreRow, (committee, seat, criterion))
        if row is not None and row.points == points:
            return row.version  # the same press again, or two chairs who agree
        if version != (row.version if row else 0):
            raise ChangedByAnother
        row = row or ScoreRow(committee_id=committee, seat_key=seat, criterion=criterion, by=by, version=0)
        row.points, row.by, row.version = points, by, row.version + 1
        rows.add(row)
        return row.version

    return await store.write(work)


async def add_remark(
    store: Store, committee: int, seat: str, text: str, by: str, press: str, at: int
) -> None:
    """Note something of a delegation at `at` (ms); the same press again adds nothing. Raises RemarksFull."""

    def work(rows: Session) -> None:
        here = col(RemarkRow.committee_id) == committee
        again = (here, col(RemarkRow.by) == by, col(RemarkRow.press) == press)
        if rows.exec(select(RemarkRow.id).where(*again)).first() is not None:
            return
        if rows.exec(select(func.count()).select_from(RemarkRow).where(here)).one() >= MOST_REMARKS:
            raise RemarksFull
        rows.add(RemarkRow(committee_id=committee, seat_key=seat, by=by, press=press, body=text, at=at))

    await store.write(work)


async def remove_remark(store: Store, committee: int, key: int) -> None:
    """Delete a remark; one that is gone is no harm."""
    here = (col(RemarkRow.committee_id) == committee, col(RemarkRow.id) == key)
    await store.write(lambda rows: rows.execute(delete(RemarkRow).where(*here)) and None)


async def set_rubric(
    store: Store, committee: int, criteria: Sequence[tuple[str, str, int]], version: int
) -> None:
    """Score by these criteria (key, "" for a new one; name; most points) from now on.

    Points by a criterion that is left out are deleted, points above the most of one become the most.
    Raises ChangedByAnother where the rubric is not of `version` any more.
    """

    def work(rows: Session) -> None:
        row = rows.get(RubricRow, committee)
        if version != (row.version if row else 0):
            raise ChangedByAnother
        row = row or RubricRow(committee_id=committee, version=0)
        row.criteria = [[key or secrets.token_hex(4), name, most] for key, name, most in criteria]
        row.version += 1
        rows.add(row)
        most = {key: top for key, _, top in row.criteria}
        for score in rows.exec(select(ScoreRow).where(ScoreRow.committee_id == committee)).all():
            if score.criterion not in most:
                rows.delete(score)
            elif score.points is not None and score.points > most[score.criterion]:
                score.points, score.version = most[score.criterion], score.version + 1
                rows.add(score)

    await store.write(work)


async def erase_scores(store: Store, committee: int) -> None:
    """Delete every score and remark of a committee; the rubric stays."""
    await store.write(lambda rows: erase_scores_of(rows, committee))


def erase_scores_of(rows: Session, committee: int, seat: str = "") -> None:
    """Delete the scores and remarks of one delegation, or of all."""
    for table in (ScoreRow, RemarkRow):
        these = [col(table.committee_id) == committee, *([col(table.seat_key) == seat] if seat else [])]
        rows.execute(delete(table).where(*these))


def _scorebook(rows: Session, committee: int) -> Scorebook:
    rubric = rows.get(RubricRow, committee)
    criteria = tuple(Criterion(*one) for one in rubric.criteria) if rubric else USUAL
    scores = rows.exec(select(ScoreRow).where(ScoreRow.committee_id == committee)).all()
    query = select(RemarkRow).where(RemarkRow.committee_id == committee).order_by(col(RemarkRow.id))
    remarks: dict[str, list[Remark]] = {}
    for row in rows.exec(query).all():
        remarks.setdefault(row.seat_key, []).append(
            Remark(row.id or 0, row.seat_key, row.by, row.body, row.at)
        )
    return Scorebook(
        criteria,
        rubric.version if rubric else 0,
        {(one.seat_key, one.criterion): Score(one.points, one.by, one.version) for one in scores},
        {seat: tuple(found) for seat, found in remarks.items()},
    )
