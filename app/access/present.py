"""Who is signed in now, on which device and as what, for those who look after a conference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, distinct, func, select

from app.access.posts import ROLES, Role, role_named
from app.access.sign_ins import NEWEST_FIRST
from app.tables import DeviceRow, HoldingRow, PersonRow


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A good sign-in: `device` and the `name` that the browser gave itself, and the most that its owner is.

    `heard` is when it was last heard of.
    """

    device: str
    name: str
    role: Role
    committee_id: int | None
    seat_key: str
    heard: datetime


def signed_in(
    session: Session, conferences: Sequence[int], now: int, heard: Mapping[str, int]
) -> list[SignedIn]:
    """Every sign-in of these conferences, committee by committee, the most first.

    `heard` says when devices were last heard of (ms), beyond what the rows say.
    """
    good = (col(DeviceRow.revoked).is_(None), col(DeviceRow.expires) > now, col(HoldingRow.until).is_(None))
    query = select(DeviceRow, HoldingRow).join(PersonRow, col(PersonRow.id) == col(DeviceRow.person_id))
    query = query.join(HoldingRow, col(HoldingRow.person_id) == col(PersonRow.id))
    found: dict[str, SignedIn] = {}
    rows = session.exec(
        query.where(col(PersonRow.conference_id).in_(conferences), *good).order_by(*NEWEST_FIRST)
    )
    for row, held in sorted(rows, key=lambda pair: ROLES.index(role_named(pair[1].role))):
        at = datetime.fromtimestamp(max(row.last_seen, heard.get(row.token_hash, 0)) / 1000, UTC)
        place = (role_named(held.role), held.committee_id, held.seat_key or "")
        found.setdefault(row.token_hash, SignedIn(row.token_hash, row.name, *place, at))
    return sorted(
        found.values(), key=lambda one: (one.committee_id or 0, ROLES.index(one.role), one.seat_key)
    )


def seats_claimed(session: Session, now: int) -> dict[int, int]:
    """For each committee, how many delegations' seats somebody holds who is signed in."""
    good = (col(DeviceRow.revoked).is_(None), col(DeviceRow.expires) > now)
    held = (col(HoldingRow.until).is_(None), col(HoldingRow.role) == "delegate")
    seats = func.count(distinct(col(HoldingRow.seat_key)))
    query = select(HoldingRow.committee_id, seats).group_by(col(HoldingRow.committee_id))
    query = query.join(DeviceRow, col(DeviceRow.person_id) == col(HoldingRow.person_id)).where(*held, *good)
    return {committee: number for committee, number in session.exec(query) if committee is not None}


def claimed(session: Session, committee: int, now: int) -> dict[tuple[str, str], int]:
    """For each place of a committee, role and seat key, how many devices are signed in there."""
    good = (col(DeviceRow.revoked).is_(None), col(DeviceRow.expires) > now)
    held = (col(HoldingRow.until).is_(None), col(HoldingRow.committee_id) == committee)
    query = select(HoldingRow.role, HoldingRow.seat_key, func.count(distinct(col(DeviceRow.token_hash))))
    query = query.join(DeviceRow, col(DeviceRow.person_id) == col(HoldingRow.person_id)).where(*held, *good)
    grouped = query.group_by(col(HoldingRow.role), col(HoldingRow.seat_key))
    return {(role, seat or ""): number for role, seat, number in session.exec(grouped)}
