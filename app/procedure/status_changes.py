"""What the rulebook says against a status: which there are, whose they are, how they change later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.act import Refusals, against, forbidden, impossible, is_chair, is_dais
from app.procedure.action import shut_out
from app.procedure.presence import HERE, Status, calls_the_roll, statuses_of
from app.procedure.roster import votes_on_substance

if TYPE_CHECKING:
    from app.procedure.floor import Floor


def fits(floor: Floor, by: str, seat: str, status: Status) -> Refusals:
    """Whether the house knows this status, and this delegation may have it."""
    known = status in statuses_of(floor) or (status == "never_came" and is_dais(floor, by))
    if not known:
        yield impossible("status.unknown", "status", status=status)
    elif status == "never_came" and seat in floor.attendance.ever:
        yield impossible("status.came", "status", seat=seat)
    elif status != "never_came" and seat in floor.seats and status not in answers(floor, seat):
        yield against("status.members_only", "status", seat=seat)


def answers(floor: Floor, seat: str) -> tuple[Status, ...]:
    """What a delegation answers to the roll: observers and NGOs answer present, no more [GEC]."""
    only_present = floor.rulebook.attendance.observers_present_only and not votes_on_substance(floor, seat)
    return tuple(one for one in statuses_of(floor) if not (only_present and one == "present_and_voting"))


def late_change(floor: Floor, by: str, seat: str, status: Status) -> Refusals:
    """What stands against this status after the roll call: late arrival [DUM] [JAM], change [PMUN] [UNAI]."""
    if status in HERE and not floor.attendance.here(seat):
        yield from shut_out(floor, seat)
        if floor.warnings.sent_out(seat):
            yield against("warning.sent_out", "status", seat=seat)
    if floor.attendance.calling or not calls_the_roll(floor) or status not in HERE:
        return
    if floor.attendance.here(seat):
        yield from _change(floor, status)
    elif floor.rulebook.attendance.late_arrival == "chair_recognises" and not is_chair(floor, by):
        yield forbidden("status.chair_recognises")


def _change(floor: Floor, status: Status) -> Refusals:
    """Between present, and present and voting (status_change_after_rollcall)."""
    rule = floor.rulebook.attendance.change
    if rule == "next_session_only":
        yield against("status.next_session", "status")
    elif rule == "to_present_and_voting_only" and status == "present":
        yield against("status.upward_only", "status")
    elif rule == "any_time_before_voting" and _voting(floor):
        yield against("status.before_voting", "status")


def _voting(floor: Floor) -> bool:
    """Whether drafts are being voted: debate is closed, or a question of substance is put."""
    now = floor.votes.now
    return floor.meeting.debate == "closed" or (now is not None and not now.procedural)
