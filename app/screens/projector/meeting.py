"""The board around the debate: joining, the roll call, the agenda, a break, the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from app.procedure.floor import Floor
from app.procedure.presence import Status
from app.procedure.quorum import members, members_here, quorum_to_open, quorum_to_vote
from app.procedure.roster import delegations
from app.screens.directory import Directory
from app.screens.disclosure import code_told
from app.screens.projector.drawn import attendance_gauge
from app.screens.projector.parts import Cell, Grid, grid
from app.screens.shown import Who, told, who
from app.words import head_code

ANSWERS: dict[Status, str] = {
    "present": "present",
    "present_and_voting": "voting",
    "absent": "absent",
    "never_came": "absent",
}


@dataclass(frozen=True, slots=True)
class Join:
    """Before the first roll call: how to take a seat, and how many of the `seats` have been `claimed`.

    An empty `qr` means that there is none.
    """

    template: ClassVar[str] = "projector/join.html"
    coalesced: ClassVar[bool] = True
    committee: str
    seats: int
    claimed: int
    host: str
    qr: str
    qr_size: int


@dataclass(frozen=True, slots=True)
class RollCall:
    """The roll is called: who is called now, and the answers as they come."""

    template: ClassVar[str] = "projector/roll_call.html"
    coalesced: ClassVar[bool] = False
    here: int
    quorum: int
    called: Who | None
    grid: Grid


@dataclass(frozen=True, slots=True)
class Agenda:
    """No topic is under debate: who is here, what that is enough for, and the topics."""

    template: ClassVar[str] = "projector/agenda.html"
    coalesced: ClassVar[bool] = False
    committee: str
    here: int
    members: int
    quorum: int
    gauge: Markup
    topics: tuple[str, ...]
    tabled: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Suspended:
    """A break; `until` is what the room was told."""

    template: ClassVar[str] = "projector/suspended.html"
    coalesced: ClassVar[bool] = False
    committee: str
    until: str


@dataclass(frozen=True, slots=True)
class Adjourned:
    """The end, with what the committee adopted: (symbol, title), and the code of its record ("": none)."""

    template: ClassVar[str] = "projector/adjourned.html"
    coalesced: ClassVar[bool] = False
    committee: str
    adopted: tuple[tuple[str, str], ...]
    head: str


def join(floor: Floor, directory: Directory) -> Join:
    """The way in."""
    host = directory.join_url.partition("://")[2].partition("/")[0] or directory.join_url
    seats = len(delegations(floor))
    return Join(
        directory.name,
        seats,
        min(directory.claimed, seats),
        host,
        directory.join_qr,
        directory.join_qr_size,
    )


def roll_call(floor: Floor, directory: Directory) -> RollCall:
    """The first who was not asked is called."""
    asked = floor.attendance.statuses
    seats = delegations(floor)
    called = next((seat.key for seat in seats if seat.key not in asked), None)
    cells = tuple(
        Cell(
            f"at-{seat.key}",
            directory.entry(seat.key).short_name,
            ANSWERS[asked[seat.key]] if seat.key in asked else "",
            "now" if seat.key == called else "" if seat.key in asked else "wait",
        )
        for seat in seats
    )
    return RollCall(
        len(members_here(floor)),
        quorum_to_open(floor),
        who(directory, called) if called else None,
        grid(cells),
    )


def agenda(floor: Floor, directory: Directory) -> Agenda:
    """Between roll call and debate, and between topics."""
    here, all_members, quorum = len(members_here(floor)), len(members(floor)), quorum_to_open(floor)
    return Agenda(
        directory.name,
        here,
        all_members,
        quorum,
        attendance_gauge(all_members, here, quorum, quorum_to_vote(floor), told(floor, directory).gettext),
        floor.topics,
        floor.meeting.tabled,
    )


def suspended(floor: Floor, directory: Directory) -> Suspended:
    """What was said about resuming, without the "until" that many people write in front."""
    until = floor.meeting.until.strip()
    for word in ("until ", "Until "):
        until = until.removeprefix(word)
    return Suspended(directory.name, until)


def adjourned(floor: Floor, directory: Directory) -> Adjourned:
    """The committee has ended."""
    adopted = (paper for paper in floor.papers.papers if paper.stage == "adopted")
    head = code_told(floor, head_code(floor.head))
    return Adjourned(directory.name, tuple((paper.name, paper.title) for paper in adopted), head)
