"""The roll call as it is walked: who is called now, the answers it may give, and who comes after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.quorum import members_here
from app.procedure.roster import delegations
from app.procedure.status_changes import answers
from app.screens.cockpit.head import quorum_to_come
from app.screens.directory import Directory
from app.screens.shown import Who, who

NEXT = 3
"""How many names after the called one are shown."""


@dataclass(frozen=True, slots=True)
class CallingView:
    """The name that is called, or none when everybody was; `statuses` are the answers it may give.

    `before` is who stands before it on the roll.
    """

    template: ClassVar[str] = "cockpit/calling.html"
    coalesced: ClassVar[bool] = False
    committee: int
    session: int
    called: Who | None
    next: tuple[Who, ...]
    before: Who | None
    statuses: tuple[str, ...]
    answered: int
    total: int
    here: int
    quorum: int


def calling(floor: Floor, directory: Directory) -> CallingView:
    """The first without an answer is called."""
    asked, seats = floor.attendance.statuses, delegations(floor)
    left = [seat.key for seat in seats if seat.key not in asked]
    return CallingView(
        committee=directory.committee,
        session=floor.meeting.session,
        called=who(directory, left[0]) if left else None,
        next=tuple(who(directory, key) for key in left[1 : 1 + NEXT]),
        before=_before(directory, [seat.key for seat in seats], left),
        statuses=answers(floor, left[0]) if left else (),
        answered=len(seats) - len(left),
        total=len(seats),
        here=len(members_here(floor)),
        quorum=quorum_to_come(floor),
    )


def _before(directory: Directory, roll: list[str], left: list[str]) -> Who | None:
    """Who stands before the called one on the roll; the last of all where everybody was called."""
    place = roll.index(left[0]) if left else len(roll)
    return who(directory, roll[place - 1]) if place else None
