"""Reads a committee's names, flags and profiles out of the rows into a directory for its screens."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from sqlmodel import Session, col, select

from app.screens.directory import Directory, Entry
from app.store import Store
from app.tables import CommitteeRow, DelegationRow, GuideRow, ProfileRow, SeatRow
from delegations import profiles
from delegations.study_guides.guide import StudyGuide, from_json

QUIET_ZONE = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """How the room is told to join: the address and the public code."""

    url: str = ""
    code: str = ""


async def load_directory(store: Store, committee: int, invitation: Invitation = Invitation()) -> Directory:
    """The directory of a committee. Raises KeyError where there is no such committee."""
    return await store.read(lambda rows: _directory(rows, committee, invitation))


def _directory(rows: Session, committee: int, invitation: Invitation) -> Directory:
    row = rows.get(CommitteeRow, committee)
    if row is None:
        raise KeyError(committee)
    guide = _guide(rows, committee)
    qr, size = qr_path(invitation.url) if invitation.url else ("", 0)
    return Directory(
        committee=committee,
        name=row.name,
        organ=guide.organization if guide else "",
        topics=tuple(row.topic),
        entries=_entries(rows, committee),
        profiles=_profiles(rows, committee),
        questions=(*guide.questions.guiding, *guide.questions.critical) if guide else (),
        language=row.language,
        time_zone=row.time_zone,
        join_url=invitation.url,
        join_code=invitation.code,
        join_qr=qr,
        join_qr_size=size,
    )


def _guide(rows: Session, committee: int) -> StudyGuide | None:
    row = rows.exec(select(GuideRow).where(GuideRow.committee_id == committee)).first()
    return from_json(row.body) if row else None


def _entries(rows: Session, committee: int) -> dict[str, Entry]:
    query = (
        select(SeatRow, DelegationRow)
        .where(SeatRow.committee_id == committee)
        .join(DelegationRow, col(DelegationRow.id) == col(SeatRow.delegation_id))
    )
    found = rows.exec(query).all()
    return {
        seat.key: Entry(
            seat.key, row.name, row.short_name, row.iso2, seat.kind, code_of(row.short_name, row.iso2)
        )
        for seat, row in found
    }


def _profiles(rows: Session, committee: int) -> dict[str, profiles.Profile]:
    found = rows.exec(select(ProfileRow).where(ProfileRow.committee_id == committee)).all()
    return {row.delegation_key: profiles.from_json(row.body) for row in found}


def code_of(short_name: str, iso2: str | None) -> str:
    """Two or three letters for places where no name fits: ISO's for states, else capitals of the name."""
    if iso2:
        return iso2.upper()
    capitals = "".join(letter for letter in short_name if letter.isupper())
    return (capitals or short_name.upper())[:4]


def qr_path(url: str) -> tuple[str, int]:
    """A QR code of `url` as the path data of an SVG, one unit a module, and its size in modules."""
    code = segno.make(url, error="m", micro=False)
    rows = list(code.matrix_iter(border=QUIET_ZONE))
    squares = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return "".join(squares), len(rows)
