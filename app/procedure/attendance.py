"""Attendance: the roll is called and answered; delegations arrive late, change their status, leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

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
from app.procedure.action import admitted
from app.procedure.list_state import emptied
from app.procedure.presence import HERE, Status, calls_the_roll, in_the_room
from app.procedure.queues import off_all_lists
from app.procedure.quorum import QuorumCounted, members_here, quorum_now
from app.procedure.roster import delegations
from app.procedure.speeches import silence
from app.procedure.status_changes import fits, late_change

if TYPE_CHECKING:
    from app.procedure.floor import Floor


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
    """The dais starts a roll call when no other is running, in a house that calls one [AMPV]."""
    yield from dais(floor, by)
    if floor.attendance.calling:
        yield stale("roll_call.running")
    yield from in_the_room(floor)
    yield from no_vote_open(floor)
    if not calls_the_roll(floor):
        yield against("roll_call.not_used")


def settle_start(floor: Floor, by: str, at: int, command: StartRollCall) -> Outcome:
    """The roll call begins."""
    yield RollCallStarted()


def may_set_status(floor: Floor, by: str) -> Refusals:
    """A delegation answers while the roll is called; afterwards the dais enters a change.

    Where no roll is called members come and go by themselves; where late arrivals are automatic the
    delegation's own device enters it.
    """
    yield from anyone(floor, by)
    yield from in_the_room(floor)
    if floor.attendance.calling or not calls_the_roll(floor):
        return
    automatic = floor.rulebook.attendance.late_arrival == "automatic" and not floor.attendance.here(by)
    if floor.meeting.state == "not_open":
        yield impossible("roll_call.not_started")
    elif floor.meeting.state == "sitting" and not automatic and not is_dais(floor, by):
        yield against("roll_call.closed")


def settle_set_status(floor: Floor, by: str, at: int, command: SetStatus) -> Outcome:
    """The status must be one that the rulebook knows and that this kind of delegation may give."""
    yield from acts_for(floor, by, command.seat)
    key = on_behalf(floor, by, command.seat)
    yield from fits(floor, by, key, command.status)
    if floor.attendance.statuses.get(key) == command.status:
        yield stale("status.same", "status", seat=key)
    yield from late_change(floor, by, key, command.status)
    yield from status_set(floor, at, key, command.status)


def status_set(floor: Floor, at: int, seat: str, status: Status) -> Outcome:
    """What a new status brings: who leaves gives up the floor."""
    if status not in HERE:
        yield from silence(floor, at, (seat,))
    yield StatusSet(seat, status)
    if status not in HERE:
        yield from emptied(floor, (seat,))


def may_mark_all(floor: Floor, by: str) -> Refusals:
    """While the roll is called, or at any time where none is."""
    yield from dais(floor, by)
    yield from in_the_room(floor)
    if not floor.attendance.calling and calls_the_roll(floor):
        yield stale("roll_call.not_running")


def settle_mark_all(floor: Floor, by: str, at: int, command: MarkAllPresent) -> Outcome:
    """Everybody without an answer."""
    asked = floor.attendance.statuses
    seats = tuple(seat.key for seat in delegations(floor) if seat.key not in asked)
    if not seats:
        yield stale("roll_call.all_answered")
    yield AllMarkedPresent(seats)


def may_close(floor: Floor, by: str) -> Refusals:
    """Only while the roll is called."""
    yield from dais(floor, by)
    yield from in_the_room(floor)
    if not floor.attendance.calling:
        yield stale("roll_call.not_running")


def settle_close(floor: Floor, by: str, at: int, command: CloseRollCall) -> Outcome:
    """Silence is absence; a quorum that was challenged is counted by it."""
    asked, seats = floor.attendance.statuses, delegations(floor)
    away = [seat.key for seat in seats if not floor.attendance.here(seat.key)]
    yield from silence(floor, at, away)
    yield RollCallClosed(tuple(seat.key for seat in seats if seat.key not in asked))
    if floor.attendance.doubt != "none":
        yield QuorumCounted(len(members_here(floor)), quorum_now(floor))
    yield from emptied(floor, away)


def apply_started(floor: Floor, event: RollCallStarted, at: int) -> Floor:
    """Each session asks again, unless the house asks once."""
    if floor.rulebook.attendance.asked_again == "once":
        return replace(floor, attendance=replace(floor.attendance, calling=True))
    return replace(floor, attendance=floor.attendance.asked_again())


def apply_status(floor: Floor, event: StatusSet, at: int) -> Floor:
    """Lists lose who is no longer here; an open vote keeps its electorate."""
    attendance = floor.attendance.with_statuses({event.seat: event.status})
    floor = floor if event.status in HERE else off_all_lists(floor, event.seat)
    return replace(floor, attendance=attendance)


def apply_all_present(floor: Floor, event: AllMarkedPresent, at: int) -> Floor:
    """All at once."""
    statuses: dict[str, Status] = dict.fromkeys(event.seats, "present")
    return replace(floor, attendance=floor.attendance.with_statuses(statuses))


def apply_closed(floor: Floor, event: RollCallClosed, at: int) -> Floor:
    """The absent leave the lists too."""
    absent: dict[str, Status] = dict.fromkeys(event.absent, "absent")
    attendance = replace(floor.attendance.with_statuses(absent), calling=False)
    for key, status in attendance.statuses.items():
        floor = floor if status in HERE else off_all_lists(floor, key)
    meeting = replace(floor.meeting, state="sitting")
    return admitted(replace(floor, attendance=attendance, meeting=meeting))


ACTS = {
    StartRollCall: Act(may_start, settle_start),
    SetStatus: Act(may_set_status, settle_set_status),
    MarkAllPresent: Act(may_mark_all, settle_mark_all),
    CloseRollCall: Act(may_close, settle_close),
}
APPLY = {
    RollCallStarted: apply_started,
    StatusSet: apply_status,
    AllMarkedPresent: apply_all_present,
    RollCallClosed: apply_closed,
}
