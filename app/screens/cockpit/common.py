"""What the cockpit's views are made of: delegations, countdowns, options, reasons of closed buttons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.procedure.act import Refusal
from app.procedure.floor import ACTS, Floor, Refused, decide
from app.procedure.roster import delegations
from app.screens.directory import Directory
from app.words import Language, Names, language, names_on, refusal_sentence
from app.words.context import Context


@dataclass(frozen=True, slots=True)
class Who:
    """A delegation as it is shown: `iso2` is "" where there is no flag."""

    key: str
    name: str
    iso2: str
    code: str


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list: the value that is sent and the words that are read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Countdown:
    """A clock for the macros of parts/clocks.html: all in room milliseconds, never the present time."""

    total: int
    deadline: int | None
    remaining: int | None
    rang: bool


def tongue(directory: Directory) -> Language:
    """The language in which the committee's sentences are made."""
    return language(directory.language)


def names(floor: Floor, directory: Directory) -> Names:
    """Short names by seat key, with the papers and topics of the floor."""
    return names_on(floor, directory.short_names)


def told(floor: Floor, directory: Directory) -> Context:
    """What the words about a floor are made from."""
    return Context(floor, names(floor, directory), tongue(directory))


def who(directory: Directory, key: str) -> Who:
    """A delegation out of the directory."""
    entry = directory.entry(key)
    return Who(entry.key, entry.short_name, entry.iso2 or "", entry.code)


def everybody(floor: Floor, directory: Directory) -> tuple[Who, ...]:
    """All delegations in seating order."""
    return tuple(who(directory, seat.key) for seat in delegations(floor))


def present(floor: Floor, directory: Directory) -> tuple[Who, ...]:
    """The delegations that are here, in seating order."""
    return tuple(one for one in everybody(floor, directory) if floor.attendance.here(one.key))


def countdown(floor: Floor, name: str) -> Countdown | None:
    """The clock `name` ("speech", "caucus"), where the floor has it."""
    clock = floor.clocks.get(name)
    if clock is None:
        return None
    remaining = None if clock.running else clock.remaining
    return Countdown(clock.total, clock.deadline, remaining, clock.rang)


def presiding(floor: Floor) -> str:
    """The seat by whose rights the dais's buttons are opened and closed: the first chair."""
    chairs = (seat for seat in floor.seats.values() if seat.kind == "chair" and not seat.closed)
    return min(chairs, key=lambda seat: (seat.order, seat.key)).key if floor.seats else ""


def closed(floor: Floor, directory: Directory, command: type) -> str:
    """Why a chair cannot give this kind of command now, in a sentence; "" where it can.

    What is only against the rulebook stays open: the chair may insist, with a reason.
    """
    return _why(floor, directory, ACTS[command].may(floor, presiding(floor)))


def refused(floor: Floor, directory: Directory, command: Any) -> str:
    """The same for one command as it would be pressed, its fields included."""
    decision = decide(floor, presiding(floor), floor.at, command)
    return _why(floor, directory, decision.refusals) if isinstance(decision, Refused) else ""


def _why(floor: Floor, directory: Directory, refusals: Iterable[Refusal]) -> str:
    found = next((one for one in refusals if one.ground != "against_rulebook"), None)
    if found is None:
        return ""
    return refusal_sentence(found, names(floor, directory), tongue(directory))
