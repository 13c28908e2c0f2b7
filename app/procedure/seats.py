"""The seats of a committee as the rules see them: keys, kinds, rights; never names of people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import ORGANIZER, Act, Outcome, Refusals, forbidden, impossible, is_dais
from app.procedure.rulebook import Rulebook

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Kind = Literal["member", "observer", "ngo", "guest", "chair", "assistant"]


@dataclass(frozen=True, slots=True)
class Seat:
    """A delegation's place, or a place on the dais.

    `key` never changes and is what events use; `order` is the place in the roll call (alphabetical by the
    roster's collation); `veto` marks a permanent member. `procedural` and `substantive` set a vote right
    by hand; None leaves it to the rulebook.
    """

    key: str
    kind: Kind
    order: int
    veto: bool = False
    procedural: bool | None = None
    substantive: bool | None = None
    closed: bool = False

    @property
    def is_dais(self) -> bool:
        """Whether this place is on the dais."""
        return self.kind in ("chair", "assistant")


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


def votes_on_procedure(floor: Floor, key: str) -> bool:
    """Whether a seat votes on procedural motions (rules.md section 6: members; others by switch)."""
    seat = floor.seats[key]
    rights = floor.rulebook.rights
    by_kind = {
        "member": True,
        "observer": rights.observer_procedural_vote,
        "ngo": rights.ngo_procedural_vote,
    }
    return by_kind.get(seat.kind, False) if seat.procedural is None else seat.procedural


def votes_on_substance(floor: Floor, key: str) -> bool:
    """Whether a seat votes on amendments and drafts (members only, in every source)."""
    seat = floor.seats[key]
    rights = floor.rulebook.rights
    by_kind = {
        "member": True,
        "observer": rights.observer_substantive_vote,
        "ngo": rights.observer_substantive_vote,
    }
    return by_kind.get(seat.kind, False) if seat.substantive is None else seat.substantive


def delegations(floor: Floor) -> tuple[Seat, ...]:
    """The delegations' seats that are not closed, in roll-call order."""
    seats = (seat for seat in floor.seats.values() if not seat.is_dais and not seat.closed)
    return tuple(sorted(seats, key=lambda seat: (seat.order, seat.key)))


def may_open(floor: Floor, by: str) -> Refusals:
    """Only the organizer founds a committee, and once."""
    if by != ORGANIZER:
        yield forbidden("organizer.only")
    if floor.number:
        yield impossible("committee.open_already")


def settle_open(floor: Floor, by: str, at: int, command: OpenCommittee) -> Outcome:
    """Check that the roster can be used: unique keys, at least one chair and one delegation."""
    keys = [seat.key for seat in command.seats]
    if len(set(keys)) != len(keys):
        yield impossible("roster.key_twice", "seats")
    if not any(seat.kind == "chair" for seat in command.seats):
        yield impossible("roster.no_chair", "seats")
    yield CommitteeOpened(command.rulebook, command.topics, command.seats)


def may_change_roster(floor: Floor, by: str) -> Refusals:
    """The organizer and the dais change the roster."""
    if by != ORGANIZER and not is_dais(floor, by):
        yield forbidden("dais.only")


def settle_add(floor: Floor, by: str, at: int, command: AddSeat) -> Outcome:
    """A new key becomes a seat."""
    if command.key in floor.seats:
        yield impossible("roster.key_twice", "key")
    if not command.key or not command.key.replace("-", "").isalnum() or len(command.key) > 60:
        yield impossible("roster.key_form", "key")
    yield SeatAdded(Seat(command.key, command.kind, command.order))


def settle_close(floor: Floor, by: str, at: int, command: CloseSeat) -> Outcome:
    """A delegation that has acted keeps its record; only its place is closed."""
    if command.seat not in floor.seats or floor.seats[command.seat].closed:
        yield impossible("seat.unknown", "seat")
    elif floor.votes.now and command.seat in floor.votes.now.order:
        yield impossible("seat.votes_now", "seat")
    yield SeatClosed(command.seat)


def settle_rights(floor: Floor, by: str, at: int, command: ChangeRights) -> Outcome:
    """Rights change from the next question on; an open vote keeps its electorate."""
    if command.seat not in floor.seats:
        yield impossible("seat.unknown", "seat")
    yield RightsChanged(command.seat, command.kind, command.veto, command.procedural, command.substantive)


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
