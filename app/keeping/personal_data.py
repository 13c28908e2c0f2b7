"""What Placard holds about one person, as one file: for the person, from the organizer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, col, select

from app.store import Store
from app.tables import CommitteeRow, DeviceRow, HoldingRow, PersonRow
from app.words.language import N_

ON_RECORD = N_(
    "What a delegation did stands under its seat on the record of its committee, which names no people. "
    "Codes and sign-ins are kept as hashes only. Notes that the delegation passed are for their readers, and "
    "what the dais scored it for the dais: both are erased with the name."
)


async def data_of(store: Store, conferences: Sequence[int], person: int) -> dict[str, Any] | None:
    """All rows about a person of these conferences, in words; None where there is nobody of that number."""

    def read(rows: Session) -> dict[str, Any] | None:
        found = rows.get(PersonRow, person)
        if found is None or found.conference_id not in conferences:
            return None
        return {"person": person, "name": found.name, **_places(rows, person), "record": ON_RECORD}

    return await store.read(read)


def _places(rows: Session, person: int) -> dict[str, Any]:
    held = (
        select(HoldingRow, CommitteeRow.name)
        .join(CommitteeRow, col(CommitteeRow.id) == col(HoldingRow.committee_id), isouter=True)
        .where(HoldingRow.person_id == person)
        .order_by(col(HoldingRow.id))
    )
    places = [
        {
            "committee": name,
            "seat": one.seat_key,
            "role": one.role,
            "since": _moment(one.since),
            "until": _moment(one.until),
        }
        for one, name in rows.exec(held).all()
    ]
    devices = [
        {
            "name": one.name,
            "last_seen": _moment(one.last_seen),
            "expires": _moment(one.expires),
            "ended": _moment(one.revoked),
        }
        for one in rows.exec(select(DeviceRow).where(DeviceRow.person_id == person)).all()
    ]
    return {"places": places, "devices": devices}


def _moment(at: int | None) -> str | None:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds") if at is not None else None
