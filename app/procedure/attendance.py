"""Who is here: roll call, late arrivals, quorum and the numbers that follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    dais,
    impossible,
    is_dais,
    no_vote_open,
    on_behalf,
    stale,
)
from app.procedure.queues import off_all_lists
from app.procedure.roster import delegations, votes_on_substance
from app.procedure.speeches import silence

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Status = Literal["present", "present_and_voting", "absent", "never_came"]
HERE = ("present", "present_and_voting")


@dataclass(frozen=True, slots=True)
class Attendance:
    """The answers of the roll call and what changed since.

    `statuses` holds one status for each seat that was asked in this session; `calling` is true while the
    roll is called; `ever` are the seats that were here in any session.
    """

    statuses: Mapping[str, Status] = field(default_factory=dict)
    calling: bool = False
    ever: frozenset[str] = frozenset()

    def here(self, seat: str) -> bool:
        """Whether the seat is present, with or without the promise to vote."""
        return self.statuses.get(seat) in HERE

    def without(self, seat: str) -> Attendance:
        """The attendance after a seat left the roster."""
        statuses = {key: status for key, status in self.statuses.items() if key != seat}
        return replace(self, statuses=statuses)


@dataclass(frozen=True, slots=True)
class StartRollCall:
    """Begin to call the roll."""


@dataclass(frozen=True, slots=True)
class RollCallStarted:
    """The roll is being called; earlier answers are asked again where the rulebook says so."""


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Answer the roll call, arrive late, or leave: for the own seat, or the dais for any."""

    status: Status
    seat: str = ""


@dataclass(frozen=True, slots=True)
class StatusSet:
    """A delegation's status from now on."""

    seat: str
    status: Status


@dataclass(frozen=True, slots=True)
class MarkAllPresent:
    """Mark everybody present who has not answered, to untick the absent afterwards."""


@dataclass(frozen=True, slots=True)
class AllMarkedPresent:
    """These delegations were marked present in one press."""

    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CloseRollCall:
    """End the roll call: who has not answered is absent."""


@dataclass(frozen=True, slots=True)
class RollCallClosed:
    """The roll call is over; `absent` gave no answer."""

    absent: tuple[str, ...]


def may_start(floor: Floor, by: str) -> Refusals:
    """The dais starts a roll call when the meeting sits and no other is running."""
    yield from dais(floor, by)
    if floor.attendance.calling:
        yield stale("roll_call.running")
    yield from _in_the_room(floor)
    yield from no_vote_open(floor)


def settle_start(floor: Floor, by: str, at: int, command: StartRollCall) -> Outcome:
    """The roll call begins."""
    yield RollCallStarted()


def _in_the_room(floor: Floor) -> Refusals:
    """A roll is called before the meeting opens and while it sits, not in a break."""
    if floor.meeting.state in ("suspended", "adjourned"):
        yield impossible(f"meeting.{floor.meeting.state}")


def may_set_status(floor: Floor, by: str) -> Refusals:
    """A delegation answers while the roll is called; afterwards the dais enters a change."""
    yield from anyone(floor, by)
    if floor.meeting.state in ("suspended", "adjourned"):
        yield impossible(f"meeting.{floor.meeting.state}")
    elif floor.meeting.state == "not_open" and not floor.attendance.calling:
        yield impossible("roll_call.not_started")
    elif not floor.attendance.calling and not is_dais(floor, by):
        yield against("roll_call.closed")


def settle_set_status(floor: Floor, by: str, at: int, command: SetStatus) -> Outcome:
    """The status must be one that the rulebook knows and that this kind of delegation may give."""
    yield from acts_for(floor, by, command.seat)
    key = on_behalf(floor, by, command.seat)
    rules = floor.rulebook.attendance
    seat = floor.seats.get(key)
    known = command.status in rules.statuses or (command.status == "never_came" and is_dais(floor, by))
    if not known:
        yield impossible("status.unknown", "status", status=command.status)
    elif command.status == "present_and_voting" and seat and rules.observers_present_only:
        yield from _members_only(floor, key)
    if floor.attendance.statuses.get(key) == command.status:
        yield stale("status.same", "status", seat=key)
    if command.status not in HERE:
        yield from silence(floor, at, (key,))
    yield StatusSet(key, command.status)


def _members_only(floor: Floor, key: str) -> Refusals:
    """Observers and NGOs answer present, no more [GEC]."""
    if not votes_on_substance(floor, key):
        yield against("status.members_only", "status", seat=key)


def may_mark_all(floor: Floor, by: str) -> Refusals:
    """Only while the roll is called."""
    yield from dais(floor, by)
    yield from _in_the_room(floor)
    if not floor.attendance.calling:
        yield stale("roll_call.not_running")


def settle_mark_all(floor: Floor, by: str, at: int, command: MarkAllPresent) -> Outcome:
    """Everybody without an answer."""
    asked = floor.attendance.statuses
    seats = tuple(seat.key for seat in delegations(floor) if seat.key not in asked)
    if not seats:
        yield stale("roll_call.all_answered")
    yield AllMarkedPresent(seats)


def settle_close(floor: Floor, by: str, at: int, command: CloseRollCall) -> Outcome:
    """Silence is absence."""
    asked, seats = floor.attendance.statuses, delegations(floor)
    yield from silence(floor, at, [seat.key for seat in seats if not floor.attendance.here(seat.key)])
    yield RollCallClosed(tuple(seat.key for seat in seats if seat.key not in asked))


def apply_started(floor: Floor, event: RollCallStarted, at: int) -> Floor:
    """Each session asks again, unless the house asks once; "never came" stands until somebody comes."""
    again = floor.rulebook.attendance.asked_again == "each_session"
    kept: Mapping[str, Status] = {
        key: status
        for key, status in floor.attendance.statuses.items()
        if not again or status == "never_came"
    }
    return replace(floor, attendance=replace(floor.attendance, statuses=kept, calling=True))


def apply_status(floor: Floor, event: StatusSet, at: int) -> Floor:
    """Lists lose who is no longer here; an open vote keeps its electorate."""
    attendance = with_statuses(floor.attendance, {event.seat: event.status})
    floor = floor if event.status in HERE else off_all_lists(floor, event.seat)
    return replace(floor, attendance=attendance)


def apply_all_present(floor: Floor, event: AllMarkedPresent, at: int) -> Floor:
    """All at once."""
    statuses: dict[str, Status] = dict.fromkeys(event.seats, "present")
    return replace(floor, attendance=with_statuses(floor.attendance, statuses))


def apply_closed(floor: Floor, event: RollCallClosed, at: int) -> Floor:
    """The absent leave the lists too."""
    absent: dict[str, Status] = dict.fromkeys(event.absent, "absent")
    attendance = replace(with_statuses(floor.attendance, absent), calling=False)
    for key, status in attendance.statuses.items():
        floor = floor if status in HERE else off_all_lists(floor, key)
    meeting = replace(floor.meeting, state="sitting")
    return replace(floor, attendance=attendance, meeting=meeting)


def with_statuses(attendance: Attendance, statuses: Mapping[str, Status]) -> Attendance:
    """The attendance with these statuses set."""
    came = {key for key, status in statuses.items() if status in HERE}
    return replace(attendance, statuses={**attendance.statuses, **statuses}, ever=attendance.ever | came)


ACTS = {
    StartRollCall: Act(may_start, settle_start),
    SetStatus: Act(may_set_status, settle_set_status),
    MarkAllPresent: Act(may_mark_all, settle_mark_all),
    CloseRollCall: Act(may_mark_all, settle_close),
}
APPLY = {
    RollCallStarted: apply_started,
    StatusSet: apply_status,
    AllMarkedPresent: apply_all_present,
    RollCallClosed: apply_closed,
}
