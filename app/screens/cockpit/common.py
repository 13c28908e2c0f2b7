"""What the cockpit's views are made of beside app/screens/shown.py: names, reasons of closed buttons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.procedure.act import Refusal
from app.procedure.floor import Floor, Refused, decide, stands_against
from app.procedure.roster import delegations
from app.screens.directory import Directory
from app.screens.shown import Who, against, presiding, who
from app.words import Names, names_on


def names(floor: Floor, directory: Directory) -> Names:
    """Short names by seat key, with the papers and topics of the floor."""
    return names_on(floor, directory.short_names)


def everybody(floor: Floor, directory: Directory) -> tuple[Who, ...]:
    """All delegations in seating order."""
    return tuple(who(directory, seat.key) for seat in delegations(floor))


def present(floor: Floor, directory: Directory) -> tuple[Who, ...]:
    """The delegations that are here, in seating order."""
    return tuple(one for one in everybody(floor, directory) if floor.attendance.here(one.key))


def closed(floor: Floor, directory: Directory, command: type) -> str:
    """Why a chair cannot give this kind of command now, in a sentence; "" where it can.

    What is only against the rulebook stays open: the chair may insist, with a reason.
    """
    return _firmly(floor, directory, stands_against(floor, presiding(floor), command))


def refused(floor: Floor, directory: Directory, command: Any) -> str:
    """The same for one command as it would be pressed, its fields included."""
    decision = decide(floor, presiding(floor), floor.at, command)
    return _firmly(floor, directory, decision.refusals) if isinstance(decision, Refused) else ""


def _firmly(floor: Floor, directory: Directory, refusals: Iterable[Refusal]) -> str:
    found = (one for one in refusals if one.ground != "against_rulebook")
    return against(floor, directory, next(found, None))
