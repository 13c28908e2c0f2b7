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
    on_behalf,
    stale,
)
from app.procedure.seats import Seat, delegations, votes_on_procedure, votes_on_substance
from app.procedure.speakers_lists import off_all_lists

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


def members(floor: Floor) -> tuple[Seat, ...]:
    """The voting members: who counts for quorum, signatures and thresholds."""
    return tuple(seat for seat in delegations(floor) if votes_on_substance(floor, seat.key))


def member_base(floor: Floor, base: Literal["registered", "ever_attended"]) -> int:
    """How many members a quorum is a share of (rules.md A: quorum_open_base).

    With `ever_attended`, members that the dais marked as never having come are left out.
    """
    counted = members(floor)
    if base == "registered":
        return len(counted)
    status = floor.attendance.statuses
    return sum(status.get(seat.key) != "never_came" for seat in counted)


def members_here(floor: Floor) -> tuple[str, ...]:
    """The members that are present, in roll-call order."""
    return tuple(seat.key for seat in members(floor) if floor.attendance.here(seat.key))


def electorate(floor: Floor, procedural: bool) -> tuple[str, ...]:
    """Who votes if a question is put now: present, with the right to, in roll-call order."""
    has_vote = votes_on_procedure if procedural else votes_on_substance
    return tuple(
        seat.key
        for seat in delegations(floor)
        if floor.attendance.here(seat.key) and has_vote(floor, seat.key)
    )


def must_vote(floor: Floor, seats: tuple[str, ...]) -> frozenset[str]:
    """Those of `seats` that answered present and voting: they gave up abstention on substance."""
    status = floor.attendance.statuses
    return frozenset(key for key in seats if status.get(key) == "present_and_voting")


def quorum_to_open(floor: Floor) -> int:
    """How many members must be here to open debate (a count)."""
    rules = floor.rulebook.quorum
    return rules.open.count(member_base(floor, rules.open_base))


def quorum_to_vote(floor: Floor) -> int:
    """How many members must be here for a vote on substance (a count)."""
    rules = floor.rulebook.quorum
    return rules.vote.count(member_base(floor, rules.vote_base))


def share_base(floor: Floor, of: Literal["members", "present"]) -> int:
    """The number of members that a share (signatures) is taken of."""
    if of == "present":
        return len(members_here(floor))
    return member_base(floor, floor.rulebook.quorum.vote_base)


def may_start(floor: Floor, by: str) -> Refusals:
    """The dais starts a roll call when the meeting sits and no other is running."""
    yield from dais(floor, by)
    if floor.attendance.calling:
        yield stale("roll_call.running")
    if floor.meeting.state == "adjourned":
        yield impossible("meeting.adjourned")
    if floor.meeting.state == "suspended":
        yield impossible("meeting.suspended")
    if floor.votes.now:
        yield impossible("vote.open_now")


def settle_start(floor: Floor, by: str, at: int, command: StartRollCall) -> Outcome:
    """The roll call begins."""
    yield RollCallStarted()


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
    yield StatusSet(key, command.status)


def _members_only(floor: Floor, key: str) -> Refusals:
    """Observers and NGOs answer present, no more [GEC]."""
    if not votes_on_substance(floor, key):
        yield against("status.members_only", "status", seat=key)


def may_mark_all(floor: Floor, by: str) -> Refusals:
    """Only while the roll is called."""
    yield from dais(floor, by)
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
    asked = floor.attendance.statuses
    yield RollCallClosed(tuple(seat.key for seat in delegations(floor) if seat.key not in asked))


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
