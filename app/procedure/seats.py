"""Seats on the record: the committee is founded, seats are added and closed, rights change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    LONGEST_KEY,
    ORGANIZER,
    ROOM,
    Act,
    Outcome,
    Refusals,
    forbidden,
    impossible,
    is_chair,
    words,
)
from app.procedure.list_state import emptied
from app.procedure.queues import off_all_lists
from app.procedure.roster import DAIS_KINDS, Kind, Seat
from app.procedure.rulebook import Rulebook
from app.procedure.speeches import silence

if TYPE_CHECKING:
    from app.procedure.floor import Floor

MOST_SEATS = 400
MOST_TOPICS = 20
LAST_PLACE = 9_999
LONGEST_AGENDA_ITEM = 300
"""What a roster and an agenda hold: seats, topics, the last place in the roll call, characters."""


@dataclass(frozen=True, slots=True)
class OpenCommittee:
    """Found the committee: its rulebook, topics and seats go on the record."""

    rulebook: Rulebook
    topics: tuple[str, ...]
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class CommitteeOpened:
    """The committee exists, with this rulebook and these seats."""

    rulebook: Rulebook
    topics: tuple[str, ...]
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class AddSeat:
    """Seat a delegation (or a further chair) that was not on the roster."""

    key: str
    kind: Kind
    order: int


@dataclass(frozen=True, slots=True)
class SeatAdded:
    """A seat joined the roster."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class CloseSeat:
    """Take a delegation off the roster; what it did stays on the record."""

    seat: str


@dataclass(frozen=True, slots=True)
class SeatClosed:
    """A seat left the roster."""

    seat: str


@dataclass(frozen=True, slots=True)
class ChangeRights:
    """Set a seat's kind and votes by hand; None leaves a vote to the rulebook."""

    seat: str
    kind: Kind
    veto: bool = False
    procedural: bool | None = None
    substantive: bool | None = None


@dataclass(frozen=True, slots=True)
class RightsChanged:
    """A seat's kind and votes from now on."""

    seat: str
    kind: Kind
    veto: bool
    procedural: bool | None
    substantive: bool | None


def may_open(floor: Floor, by: str) -> Refusals:
    """Only the organizer founds a committee, and once."""
    if by != ORGANIZER:
        yield forbidden("organizer.only")
    if floor.number:
        yield impossible("committee.open_already")


def settle_open(floor: Floor, by: str, at: int, command: OpenCommittee) -> Outcome:
    """Check that the roster can be used: unique keys of the right form, and a chair."""
    keys = [seat.key for seat in command.seats]
    if len(set(keys)) != len(keys):
        yield impossible("roster.key_twice", "seats")
    for seat in command.seats:
        yield from _key_form(seat.key, "seats")
        yield from _place(seat.order, "seats")
    if not any(seat.kind == "chair" and not seat.closed for seat in command.seats):
        yield impossible("roster.no_chair", "seats")
    if len(keys) > MOST_SEATS:
        yield impossible("roster.size", "seats", most=MOST_SEATS)
    if len(command.topics) > MOST_TOPICS:
        yield impossible("topics.number", "topics", most=MOST_TOPICS)
    for topic in command.topics:
        yield from words(topic, "topics", LONGEST_AGENDA_ITEM)
    yield CommitteeOpened(command.rulebook, command.topics, command.seats)


def _key_form(key: str, field: str) -> Refusals:
    """Letters, digits and hyphens; the names under which the room and the organizer act are nobody's seat."""
    if not key.isascii() or not key.replace("-", "").isalnum() or len(key) > LONGEST_KEY:
        yield impossible("roster.key_form", field)
    if key in (ROOM, ORGANIZER):
        yield impossible("roster.key_reserved", field)


def _place(order: int, field: str) -> Refusals:
    """The place in the roll call."""
    if not 0 <= order <= LAST_PLACE:
        yield impossible("roster.order", field, most=LAST_PLACE)


def may_change_roster(floor: Floor, by: str) -> Refusals:
    """The organizer and the chairs change the roster of a committee that has been founded."""
    if by != ORGANIZER and not is_chair(floor, by):
        yield forbidden("chair.only")
    if not floor.number:
        yield impossible("committee.not_open")


def settle_add(floor: Floor, by: str, at: int, command: AddSeat) -> Outcome:
    """A new key becomes a seat."""
    if command.key in floor.seats:
        yield impossible("roster.key_twice", "key")
    yield from _key_form(command.key, "key")
    yield from _place(command.order, "order")
    if len(floor.seats) >= MOST_SEATS:
        yield impossible("roster.size", "key", most=MOST_SEATS)
    yield SeatAdded(Seat(command.key, command.kind, command.order))


def settle_close(floor: Floor, by: str, at: int, command: CloseSeat) -> Outcome:
    """A delegation that has acted keeps its record; only its place is closed."""
    seat = floor.seats.get(command.seat)
    if seat is None or seat.closed:
        yield impossible("seat.unknown", "seat")
        return
    if floor.votes.now and seat.key in floor.votes.now.order:
        yield impossible("seat.votes_now", "seat")
    if floor.elections.now and seat.key in (*floor.elections.now.order, *floor.elections.now.candidates):
        yield impossible("seat.elects_now", "seat", seat=seat.key)
    if seat.kind == "chair":
        yield from _last_chair(floor, seat.key)
    yield from silence(floor, at, (seat.key,))
    yield SeatClosed(seat.key)
    if floor.meeting.state == "sitting":
        yield from emptied(floor, (seat.key,))


def _last_chair(floor: Floor, key: str) -> Refusals:
    """A committee without a chair could go on no more."""
    if not any(is_chair(floor, other) for other in floor.seats if other != key):
        yield impossible("roster.no_chair", "seat")


def settle_rights(floor: Floor, by: str, at: int, command: ChangeRights) -> Outcome:
    """Rights change from the next question on; an open vote keeps its electorate.

    A delegation never becomes a chair: who presides has a seat of its own.
    """
    seat = floor.seats.get(command.seat)
    if seat is None or seat.closed:
        yield impossible("seat.unknown", "seat")
        return
    if seat.is_dais != (command.kind in DAIS_KINDS):
        yield impossible("seat.dais_apart", "kind", seat=seat.key)
    if seat.kind == "chair" and command.kind != "chair":
        yield from _last_chair(floor, seat.key)
    yield RightsChanged(seat.key, command.kind, command.veto, command.procedural, command.substantive)


def apply_opened(floor: Floor, event: CommitteeOpened, at: int) -> Floor:
    """The floor of a committee that has not met."""
    seats = {seat.key: seat for seat in event.seats}
    return replace(floor, rulebook=event.rulebook, topics=event.topics, seats=seats)


def apply_added(floor: Floor, event: SeatAdded, at: int) -> Floor:
    """One more seat."""
    return replace(floor, seats={**floor.seats, event.seat.key: event.seat})


def apply_closed(floor: Floor, event: SeatClosed, at: int) -> Floor:
    """The seat stays readable for the record but takes no further part."""
    seat = replace(floor.seats[event.seat], closed=True)
    floor = off_all_lists(floor, event.seat)
    attendance = floor.attendance.without(event.seat)
    seats = {**floor.seats, event.seat: seat}
    return replace(floor, seats=seats, attendance=attendance)


def apply_rights(floor: Floor, event: RightsChanged, at: int) -> Floor:
    """The seat with its new kind and votes."""
    seat = replace(
        floor.seats[event.seat],
        kind=event.kind,
        veto=event.veto,
        procedural=event.procedural,
        substantive=event.substantive,
    )
    return replace(floor, seats={**floor.seats, event.seat: seat})


ACTS = {
    OpenCommittee: Act(may_open, settle_open),
    AddSeat: Act(may_change_roster, settle_add),
    CloseSeat: Act(may_change_roster, settle_close),
    ChangeRights: Act(may_change_roster, settle_rights),
}
APPLY = {
    CommitteeOpened: apply_opened,
    SeatAdded: apply_added,
    SeatClosed: apply_closed,
    RightsChanged: apply_rights,
}
