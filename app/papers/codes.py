"""Codes that let a delegation in to a working paper: made by a sponsor, told by mouth, good for a day."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, delete

from app.access.codes import code_hash, new_code
from app.store import Store
from app.tables import PaperCodeRow

GOOD_FOR_MS = 24 * 3_600_000


@dataclass(frozen=True, slots=True)
class PaperCode:
    """What a code opens: a paper, for reading or for writing, in the name of the seat that made it."""

    paper: str
    seat: str
    edits: bool


async def make_paper_code(store: Store, committee: int, code_for: PaperCode, now: int) -> str:
    """A new code, to be shown once; the seat's former one for the same is dead. `now` is the clock (ms)."""
    code = new_code()

    def work(rows: Session) -> None:
        same = (col(PaperCodeRow.committee_id) == committee, col(PaperCodeRow.paper) == code_for.paper)
        whose = (col(PaperCodeRow.seat) == code_for.seat, col(PaperCodeRow.edits) == code_for.edits)
        rows.execute(delete(PaperCodeRow).where(*same, *whose))
        row = PaperCodeRow(code_hash=code_hash(code), committee_id=committee, expires=now + GOOD_FOR_MS)
        row.paper, row.seat, row.edits = code_for.paper, code_for.seat, code_for.edits
        rows.add(row)

    await store.write(work)
    return code


async def read_paper_code(store: Store, committee: int, typed: str, now: int) -> PaperCode | None:
    """What a code opens in this committee; None where it opens nothing, or no longer."""

    def work(rows: Session) -> PaperCode | None:
        row = rows.get(PaperCodeRow, code_hash(typed))
        if row is None or row.committee_id != committee or row.expires <= now:
            return None
        return PaperCode(row.paper, row.seat, row.edits)

    return await store.read(work)
