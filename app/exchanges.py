"""Delegations change places between committees that are open: acts for the seats, rows for names and people.

Who has acted stays: what it did is on that committee's record.
"""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass

from sqlmodel import Session

from app.assignments import move_people
from app.directories import guide_of
from app.founding import seat_row
from app.house import House
from app.minutes import decode
from app.preparing.delegations import is_among, with_fitting_keys
from app.preparing.earlier import delegation_of
from app.preparing.renewal import acted, placed
from app.procedure.act import ORGANIZER, ROOM
from app.procedure.roster import Seat, delegations
from app.procedure.seats import AddSeat, ChangeRights, CloseSeat
from app.rooms import NotInOrder, Room
from app.screens.directory import Directory
from app.tables import CommitteeRow, ProfileRow, SeatRow
from app.words import refusal_sentence
from app.words.language import ENGLISH, N_, Language
from delegations import profiles
from delegations.roster import Delegation
from delegations.said import Said

SAME = N_("Choose two different committees.")
GONE = N_("This delegation is not in that committee any more. Look at the list again.")
ACTED = N_("{name} has acted in {committee} and stays there. Nobody changed places.")
VOTES = N_("{name} is asked to vote in {committee} now. Close the vote first; nobody changed places.")
SITS = N_("{name} sits in {committee} already. Nobody changed places.")
HALF = N_("{name} has its seat in {there}; the one in {here} could not be closed: {why}")


class NotExchanged(ValueError):
    """Nobody changed places; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Place:
    """A delegation of an open committee, by the key of its seat; "" stands for the committee alone."""

    committee: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What came of it: the new seats, and a sentence for each old one that could not be closed."""

    seats: tuple[Place, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    room: Room
    directory: Directory
    seat: Seat | None

    @property
    def delegation(self) -> Delegation | None:
        return delegation_of(self.seat, self.directory) if self.seat else None


async def exchange(house: House, one: Place, other: Place, at: int, tongue: Language = ENGLISH) -> Exchanged:
    """The two delegations change committees; where `other` names none, the first one moves there.

    Each gets a seat in the other committee, with its rights and the people that were assigned to it, and is
    given what that committee's guide says of it. `at` in UTC ms; what a record refuses is said in `tongue`.
    Raises NotExchanged.
    """
    if one.committee == other.committee:
        raise NotExchanged(SAME)
    here, there = await _side(house, one), await _side(house, other)
    moves = [(here, there), *([(there, here)] if there.seat else [])]
    for source, target in moves:
        await _may_go(house, source)
        _fits(source, target)
    seats = [await _arrive(house, source, target, at, tongue) for source, target in moves]
    sentences = [why for source, target in moves if (why := await _leave(source, target, tongue))]
    for side in (here, there):
        await house.beside.read_names(side.room.committee_id)
    return Exchanged(tuple(seats), tuple(sentences))


async def _side(house: House, place: Place) -> _Side:
    room = await house.room(place.committee)
    seat = room.floor.seats.get(place.key)
    if place.key and (seat is None or seat.closed or seat.is_dais):
        raise NotExchanged(GONE)
    return _Side(room, house.directory(place.committee), seat)


async def _may_go(house: House, source: _Side) -> None:
    """Whether nothing of a delegation is on the record that it would leave behind. Raises NotExchanged."""
    assert source.seat is not None
    floor, key = source.room.floor, source.seat.key
    said = {"name": source.directory.entry(key).short_name, "committee": source.directory.name}
    minutes = await house.store.since(source.room.committee_id)
    done = await asyncio.to_thread(lambda: acted(floor, [decode(row) for row in minutes]))
    if key in done:
        raise NotExchanged(Said(ACTED, **said))
    election = floor.elections.now
    if (floor.votes.now and key in floor.votes.now.order) or (election and key in election.order):
        raise NotExchanged(Said(VOTES, **said))


def _fits(source: _Side, target: _Side) -> None:
    """Whether the delegation has no seat there yet. Raises NotExchanged."""
    coming, leaving = source.delegation, target.seat.key if target.seat else ""
    assert coming is not None
    there = [delegation_of(seat, target.directory) for seat in delegations(target.room.floor)]
    if is_among(coming, [one for one in there if one.key != leaving]):
        raise NotExchanged(Said(SITS, name=coming.short_name, committee=target.directory.name))


async def _arrive(house: House, source: _Side, target: _Side, at: int, tongue: Language) -> Place:
    """A seat for the delegation in the other committee, under a key that nobody has had there."""
    one, seat, floor = source.delegation, source.seat, target.room.floor
    assert one is not None and seat is not None
    (fitting,) = with_fitting_keys([one], {*floor.seats, ROOM, ORGANIZER})
    fitting = placed(fitting, [delegation_of(other, target.directory) for other in delegations(floor)])
    here, there = source.room.committee_id, target.room.committee_id
    await house.store.write(lambda rows: _rows(rows, there, fitting))
    if no := await _act(target.room, AddSeat(fitting.key, seat.kind, fitting.order), tongue):
        raise NotExchanged(no)
    if seat.veto or seat.procedural is not None or seat.substantive is not None:
        rights = ChangeRights(fitting.key, seat.kind, seat.veto, seat.procedural, seat.substantive)
        await _act(target.room, rights, tongue)
    await house.store.write(lambda rows: move_people(rows, (here, seat.key), (there, fitting.key), at))
    return Place(there, fitting.key)


async def _leave(source: _Side, target: _Side, tongue: Language) -> str:
    """Close the seat that was left; "" or what stands against it."""
    assert source.seat is not None
    why = await _act(source.room, CloseSeat(source.seat.key), tongue)
    name = source.directory.entry(source.seat.key).short_name
    names = {"here": source.directory.name, "there": target.directory.name}
    return Said(HALF, name=name, why=why, **names) if why else ""


async def _act(room: Room, command: AddSeat | ChangeRights | CloseSeat, tongue: Language) -> str:
    """One act of the organizer; "" or what stands against it."""
    try:
        await room.act(ORGANIZER, secrets.token_hex(16), command)
    except NotInOrder as no:
        return refusal_sentence(no.refusals[0], {}, tongue)
    return ""


def _rows(rows: Session, committee: int, one: Delegation) -> None:
    """The names of a delegation that comes, and what the committee's guide gives it."""
    if rows.get(SeatRow, (committee, one.key)) is not None:
        return  # they came with a press that was cut short
    conference = rows.get_one(CommitteeRow, committee).conference_id
    seat_row(rows, conference, committee, one)
    guide = guide_of(rows, committee)
    given = profiles.profiles_from(guide, [one]) if guide else {}
    for key, profile in given.items():
        rows.add(ProfileRow(committee_id=committee, delegation_key=key, body=profiles.to_json(profile)))
