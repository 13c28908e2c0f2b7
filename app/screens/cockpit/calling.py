"""The roll call as it is walked: who is called now, the answers it may give, and who comes after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.quorum import members_here
from app.procedure.roster import delegations, votes_on_substance
from app.screens.cockpit.common import Who, who
from app.screens.cockpit.head import quorum_now
from app.screens.directory import Directory

NEXT = 3
"""How many names after the called one are shown."""


@dataclass(frozen=True, slots=True)
class CallingView:
    """The name that is called, or none when everybody was; `statuses` are the answers it may give."""

    template: ClassVar[str] = "cockpit/calling.html"
    coalesced: ClassVar[bool] = False
    committee: int
    session: int
    called: Who | None
    next: tuple[Who, ...]
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
        statuses=answers(floor, left[0]) if left else (),
        answered=len(seats) - len(left),
        total=len(seats),
        here=len(members_here(floor)),
        quorum=quorum_now(floor),
    )


def answers(floor: Floor, key: str) -> tuple[str, ...]:
    """What a delegation may answer to the roll, by the rulebook: observers answer present, no more."""
    rules = floor.rulebook.attendance
    only_present = rules.observers_present_only and not votes_on_substance(floor, key)
    return tuple(one for one in rules.statuses if not (only_present and one == "present_and_voting"))
