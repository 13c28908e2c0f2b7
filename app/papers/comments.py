"""What people say of the clauses of a working paper, beside its text and outside the minutes."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from app.store import Store
from app.tables import CommentRow

LONGEST_COMMENT = 1_000
MOST_COMMENTS = 500
"""Comments that one paper holds."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What `seat` said of a clause at `at` (ms); `resolved_by` is the seat that settled it, "" for none."""

    key: int
    clause: str
    seat: str
    text: str
    at: int
    resolved_by: str = ""


class TooManyComments(Exception):
    """The paper holds as many comments as fit."""


async def comments_on(store: Store, committee: int, paper: str) -> tuple[Comment, ...]:
    """All comments on a paper, in the order in which they were made."""
    here = (col(CommentRow.committee_id) == committee, col(CommentRow.paper) == paper)
    query = select(CommentRow).where(*here).order_by(col(CommentRow.id))
    return await store.read(lambda rows: tuple(_comment(row) for row in rows.exec(query)))


async def add_comment(
    store: Store, committee: int, paper: str, clause: str, seat: str, text: str, at: int
) -> None:
    """Say something of a clause. Raises TooManyComments."""

    def work(rows: Session) -> None:
        here = (col(CommentRow.committee_id) == committee, col(CommentRow.paper) == paper)
        if rows.exec(select(func.count()).select_from(CommentRow).where(*here)).one() >= MOST_COMMENTS:
            raise TooManyComments
        place = CommentRow(committee_id=committee, paper=paper, clause=clause, seat=seat, body=text, at=at)
        rows.add(place)

    await store.write(work)


async def resolve_comment(store: Store, committee: int, paper: str, key: int, seat: str, at: int) -> bool:
    """Settle a comment, or take up one that was settled; says whether there is such a comment."""

    def work(rows: Session) -> bool:
        row = rows.get(CommentRow, key)
        if row is None or (row.committee_id, row.paper) != (committee, paper):
            return False
        row.resolved_by, row.resolved_at = (None, None) if row.resolved_by else (seat, at)
        rows.add(row)
        return True

    return await store.write(work)


def _comment(row: CommentRow) -> Comment:
    assert row.id is not None
    return Comment(row.id, row.clause, row.seat, row.body, row.at, row.resolved_by or "")
