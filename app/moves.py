"""One person goes to another delegation: a name of the list with its devices, or one device; no new codes.

Rows alone change: the record names seats, and whoever sits there is nobody's business on it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.access.sign_ins import holdings_at
from app.house import House
from app.procedure.floor import Floor
from app.store import RecordWentOn, Store
from app.tables import DeviceRow, HoldingRow, PersonRow
from app.words.language import N_
from delegations.said import Said

NOBODY = N_("This person does not sit there any more. Look at the list and choose again.")
NO_SEAT = N_("This delegation has no seat in the committee. Choose one of the list.")
SAME = N_("Choose a delegation other than the one where this person sits.")
TOO_BUSY = N_("So much happens in the meeting that nobody could be moved. Press once more.")
VOTES = N_("{name} is asked to vote now. Close the vote and announce its result first; nobody was moved.")

TRIES = 40
BETWEEN_S = 0.05
"""How often the floor is looked at again because acts were recorded meanwhile, and how long between (s)."""


class NotMoved(ValueError):
    """Nobody was moved; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """Somebody who can be moved: the ids of the rows that go together, and the seat where they are.

    `name` is that of the list, else what the device calls itself, "" where it has no name; `devices` are
    signed in now, `assigned` says whether the name stands in the list.
    """

    people: tuple[int, ...]
    seat_key: str
    name: str
    devices: int
    assigned: bool


async def sitters(house: House, committee: int) -> tuple[Sitter, ...]:
    """Everybody at a delegation's seat of a committee, by seat.

    The devices at a seat that has one name in the list are this person's and go along; where there are
    several names, or none, each device goes by itself.
    """
    now = house.access.now()
    return await house.store.read(lambda rows: tuple(_sitters(rows, committee, now)))


async def move(house: House, committee: int, people: Collection[int], seat_key: str) -> str:
    """These people sit at another delegation from now on, on all their devices; returns where they sat.

    Their open pages change to the new seat by themselves. Refused while a vote asks either delegation: one
    person could vote for both. Raises NotMoved.
    """
    left = await _seat_of(house.store, committee, people)
    room = await house.room(committee)
    for _ in range(TRIES):
        _may_move(house, committee, room.floor, left, seat_key)
        try:
            devices = await house.access.move(committee, room.floor.number, people, left, seat_key)
        except RecordWentOn:  # perhaps with a vote: look at the floor as it is then
            room.look()
            await asyncio.sleep(BETWEEN_S)
            continue
        if devices is None:
            raise NotMoved(NOBODY)
        house.watchers.sit_elsewhere(committee, devices)
        return left
    raise NotMoved(TOO_BUSY)


def _may_move(house: House, committee: int, floor: Floor, left: str, seat_key: str) -> None:
    seat = floor.seats.get(seat_key)
    if seat is None or seat.closed or seat.is_dais:
        raise NotMoved(NO_SEAT)
    if left == seat_key:
        raise NotMoved(SAME)
    for key in (left, seat_key):
        if _is_asked(floor, key):
            raise NotMoved(Said(VOTES, name=house.directory(committee).entry(key).short_name))


def _is_asked(floor: Floor, key: str) -> bool:
    vote, election = floor.votes.now, floor.elections.now
    votes = vote is not None and vote.tally is None and key in vote.order
    return votes or (election is not None and not election.closed and key in election.order)


async def _seat_of(store: Store, committee: int, people: Collection[int]) -> str:
    held = await store.read(lambda rows: [one.seat_key for one in holdings_at(rows, committee, people)])
    if not people or len(held) != len(people) or len(set(held)) != 1:
        raise NotMoved(NOBODY)
    return held[0] or ""


def _sitters(rows: Session, committee: int, now: int) -> list[Sitter]:
    held = (col(HoldingRow.committee_id) == committee, col(HoldingRow.role) == "delegate")
    query = select(PersonRow, HoldingRow).join(HoldingRow, col(HoldingRow.person_id) == col(PersonRow.id))
    query = query.where(*held, col(HoldingRow.until).is_(None)).order_by(col(PersonRow.id))
    names, devices = dict[str, list[Sitter]](), dict[str, list[Sitter]]()
    for person, holding in rows.exec(query).all():
        seat, id_ = holding.seat_key or "", person.id or 0
        good = _devices(rows, id_, now)
        if person.name:
            names.setdefault(seat, []).append(Sitter((id_,), seat, person.name, len(good), True))
        elif good:
            own = next((one.name for one in good if one.name), "")
            devices.setdefault(seat, []).append(Sitter((id_,), seat, own, len(good), False))
    seats = sorted({*names, *devices})
    return [one for seat in seats for one in _of_seat(names.get(seat, []), devices.get(seat, []))]


def _of_seat(named: list[Sitter], devices: list[Sitter]) -> list[Sitter]:
    if len(named) != 1:
        return [*named, *devices]
    (only,) = named
    people = (*only.people, *(id_ for one in devices for id_ in one.people))
    return [Sitter(people, only.seat_key, only.name, only.devices + sum(d.devices for d in devices), True)]


def _devices(rows: Session, person: int, now: int) -> list[DeviceRow]:
    good = (col(DeviceRow.revoked).is_(None), col(DeviceRow.expires) > now)
    return list(rows.exec(select(DeviceRow).where(DeviceRow.person_id == person, *good)).all())
