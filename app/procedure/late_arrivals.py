"""After the roll call: notes to the dais for a status, their answers, and those who never came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, dais, delegation, impossible, meets, stale
from app.procedure.attendance import status_set
from app.procedure.presence import Status, calls_the_roll, in_the_room
from app.procedure.queues import off_all_lists
from app.procedure.status_changes import fits, late_change

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class AskStatus:
    """Ask the dais by a note for a status: arriving late, changing it, or leaving."""

    status: Status


@dataclass(frozen=True, slots=True)
class StatusAsked:
    """A note lies with the dais; a later one takes its place."""

    seat: str
    status: Status


@dataclass(frozen=True, slots=True)
class AnswerNote:
    """Enter what a delegation asked for, or decline it."""

    seat: str
    granted: bool = True


@dataclass(frozen=True, slots=True)
class NoteDeclined:
    """The dais declined a note."""

    seat: str


@dataclass(frozen=True, slots=True)
class MarkNeverCame:
    """Mark delegations that never came, in one press."""

    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeverCameMarked:
    """These delegations never came: they count for no quorum and no share until they do."""

    seats: tuple[str, ...]


def may_ask(floor: Floor, by: str) -> Refusals:
    """In a house that calls a roll, after it, from a delegation's own device."""
    yield from delegation(floor, by)
    yield from meets(floor)
    arrives_alone = floor.rulebook.attendance.late_arrival == "automatic" and not floor.attendance.here(by)
    if floor.attendance.calling or not calls_the_roll(floor) or arrives_alone:
        yield stale("note.answer_directly")


def settle_ask(floor: Floor, by: str, at: int, command: AskStatus) -> Outcome:
    """What the dais could not enter is not asked for."""
    yield from fits(floor, by, by, command.status)
    yield from late_change(floor, by, by, command.status)
    if floor.attendance.statuses.get(by) == command.status:
        yield stale("status.same", "status", seat=by)
    if floor.attendance.notes.get(by) == command.status:
        yield stale("note.same", "status")
    yield StatusAsked(by, command.status)


def may_answer(floor: Floor, by: str) -> Refusals:
    """The dais, once somebody asked."""
    yield from dais(floor, by)
    yield from meets(floor)
    if not floor.attendance.notes:
        yield stale("note.none")


def settle_answer(floor: Floor, by: str, at: int, command: AnswerNote) -> Outcome:
    """The floor may have gone on since the note was written."""
    status = floor.attendance.notes.get(command.seat)
    if status is None:
        yield stale("note.none", "seat")
    elif command.granted:
        yield from late_change(floor, by, command.seat, status)
        yield from status_set(floor, at, command.seat, status)
    else:
        yield NoteDeclined(command.seat)


def may_mark(floor: Floor, by: str) -> Refusals:
    """The dais, at any time but in a break."""
    yield from dais(floor, by)
    yield from in_the_room(floor)


def settle_mark(floor: Floor, by: str, at: int, command: MarkNeverCame) -> Outcome:
    """Delegations that were here in some session came (T74)."""
    seats = tuple(dict.fromkeys(command.seats))
    for key in seats:
        seat = floor.seats.get(key)
        if seat is None or seat.is_dais or seat.closed:
            yield impossible("seat.name_one", "seats")
        elif key in floor.attendance.ever:
            yield impossible("status.came", "seats", seat=key)
        elif floor.attendance.statuses.get(key) == "never_came":
            yield stale("status.same", "seats", seat=key)
    if not seats:
        yield impossible("seat.name_one", "seats")
    yield NeverCameMarked(seats)


def apply_asked(floor: Floor, event: StatusAsked, at: int) -> Floor:
    """The note waits."""
    notes = {**floor.attendance.notes, event.seat: event.status}
    return replace(floor, attendance=replace(floor.attendance, notes=notes))


def apply_declined(floor: Floor, event: NoteDeclined, at: int) -> Floor:
    """The note is gone."""
    return replace(floor, attendance=floor.attendance.without_note(event.seat))


def apply_never_came(floor: Floor, event: NeverCameMarked, at: int) -> Floor:
    """Out of every base, and off every list."""
    statuses: dict[str, Status] = dict.fromkeys(event.seats, "never_came")
    for seat in event.seats:
        floor = off_all_lists(floor, seat)
    return replace(floor, attendance=floor.attendance.with_statuses(statuses))


ACTS = {
    AskStatus: Act(may_ask, settle_ask),
    AnswerNote: Act(may_answer, settle_answer),
    MarkNeverCame: Act(may_mark, settle_mark),
}
APPLY = {
    StatusAsked: apply_asked,
    NoteDeclined: apply_declined,
    NeverCameMarked: apply_never_came,
}
