"""Whether a preparation has become a committee: from its first row on, nobody changes what it is made of."""

from __future__ import annotations

from sqlmodel import Session, select

from app.tables import CommitteeRow, PreparationRow


def digest_of(preparation: int) -> str:
    """By what a committee's row tells from which preparation it was founded."""
    return f"preparation {preparation}"


def is_founded(rows: Session, row: PreparationRow) -> bool:
    """Whether the committee is there, even if a stop of the server kept it from being opened to the end."""
    if row.committee_id is not None:
        return True
    query = select(CommitteeRow.id).where(CommitteeRow.guide_digest == digest_of(row.id or 0))
    return rows.exec(query).first() is not None
