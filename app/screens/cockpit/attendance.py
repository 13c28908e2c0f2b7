"""Who is here: every delegation with its status, to be changed in one press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.attendance import SetStatus
from app.procedure.floor import Floor
from app.procedure.late_arrivals import MarkNeverCame
from app.procedure.roster import delegations
from app.procedure.status_changes import answers
from app.screens.cockpit.common import closed
from app.screens.directory import Directory
from app.screens.shown import Who, who


@dataclass(frozen=True, slots=True)
class Attending:
    """A delegation and its status ("" before it was asked); `kind` as on the roster."""

    who: Who
    kind: str
    status: str
    answers: tuple[str, ...]
    called: bool
    has_profile: bool


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """All delegations in the order of the roll; `here` counts all kinds.

    `missing` are those that are away and were here in no session; `warned` are the warnings by seat.
    """

    template: ClassVar[str] = "cockpit/attendance.html"
    coalesced: ClassVar[bool] = False
    committee: int
    rows: tuple[Attending, ...]
    here: int
    calling: bool
    why: str
    missing: tuple[Who, ...]
    why_not_mark: str
    warned: tuple[tuple[str, int], ...]


def draw_attendance(floor: Floor, directory: Directory) -> AttendanceView:
    """The roll as it stands."""
    attendance, seats = floor.attendance, delegations(floor)
    unanswered = [seat.key for seat in seats if seat.key not in attendance.statuses]
    called = unanswered[0] if attendance.calling and unanswered else ""
    rows = tuple(
        Attending(
            who(directory, seat.key),
            seat.kind,
            attendance.statuses.get(seat.key, ""),
            answers(floor, seat.key),
            seat.key == called,
            seat.key in directory.profiles,
        )
        for seat in seats
    )
    here = sum(attendance.here(seat.key) for seat in seats)
    return AttendanceView(
        directory.committee,
        rows,
        here,
        attendance.calling,
        closed(floor, directory, SetStatus),
        _missing(floor, directory),
        closed(floor, directory, MarkNeverCame),
        tuple(sorted(floor.warnings.counts.items())),
    )


def _missing(floor: Floor, directory: Directory) -> tuple[Who, ...]:
    """Who is away, and was here in no session: after the roll call."""
    attendance = floor.attendance
    if attendance.calling or not attendance.statuses:
        return ()
    away = (seat.key for seat in delegations(floor) if attendance.statuses.get(seat.key) == "absent")
    return tuple(who(directory, key) for key in away if key not in attendance.ever)
