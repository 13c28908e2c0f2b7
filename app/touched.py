"""What the dais said of the guide's questions: which caucus or clause touched which, kept in rows."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session, select

from app.store import Store
from app.tables import TouchRow


async def say_touched(store: Store, committee: int, question: int, about: str, agreed: bool) -> None:
    """Keep that `about` (a caucus or a clause) touched a question (counted from 0), or that it did not."""

    def work(rows: Session) -> None:
        row = rows.get(TouchRow, (committee, question, about))
        row = row or TouchRow(committee_id=committee, question=question, about=about, agreed=agreed)
        row.agreed = agreed
        rows.add(row)

    await store.write(work)


def touched_of(rows: Session, committee: int) -> Mapping[tuple[int, str], bool]:
    """Everything that the dais said, by question and what it is about."""
    found = rows.exec(select(TouchRow).where(TouchRow.committee_id == committee)).all()
    return {(row.question, row.about): row.agreed for row in found}
