"""Warnings by the chair, counted, with the consequence that the house gives them (JAMUN 6.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    chair,
    meets,
    reason,
)
from app.procedure.attendance import status_set
from app.procedure.list_state import emptied
from app.procedure.queues import off_all_lists
from app.procedure.speeches import silence

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Consequence = Literal["none", "no_floor_this_session", "leaves_the_room"]


@dataclass(frozen=True, slots=True)
class Warnings:
    """How many warnings each delegation had, and what they cost it in this session."""

    counts: Mapping[str, int] = field(default_factory=dict)
    barred: Mapping[str, Consequence] = field(default_factory=dict)

    def silences(self, seat: str) -> bool:
        """Whether a warning took the floor from this delegation for the session."""
        return self.barred.get(seat) == "no_floor_this_session"

    def sent_out(self, seat: str) -> bool:
        """Whether a warning sent this delegation out of the room for the session."""
        return self.barred.get(seat) == "leaves_the_room"


@dataclass(frozen=True, slots=True)
class WarnDelegation:
    """Warn a delegation, for a reason that the room is told."""

    seat: str
    reason: str


@dataclass(frozen=True, slots=True)
class DelegationWarned:
    """A delegation had its warning number `count`; `consequence` follows from it, if the limit is reached."""

    seat: str
    reason: str
    count: int
    consequence: Consequence


def may_warn(floor: Floor, by: str) -> Refusals:
    """A chair, in a house that counts warnings."""
    yield from chair(floor, by)
    yield from meets(floor)
    if not floor.rulebook.warnings.used:
        yield against("warning.not_used")


def settle_warn(floor: Floor, by: str, at: int, command: WarnDelegation) -> Outcome:
    """At the limit the consequence follows at once."""
    yield from acts_for(floor, by, command.seat)
    yield from reason(command.reason, LONGEST_REASON)
    rules = floor.rulebook.warnings
    count = floor.warnings.counts.get(command.seat, 0) + 1
    consequence = rules.consequence if count >= rules.limit else "none"
    yield DelegationWarned(command.seat, command.reason.strip(), count, consequence)
    if consequence == "leaves_the_room" and floor.attendance.here(command.seat):
        yield from status_set(floor, at, command.seat, "absent")
    elif consequence == "no_floor_this_session":
        yield from silence(floor, at, (command.seat,))
        yield from emptied(floor, (command.seat,))


def apply_warned(floor: Floor, event: DelegationWarned, at: int) -> Floor:
    """Counted; who lost the floor is off every list."""
    counts, barred = {**floor.warnings.counts, event.seat: event.count}, floor.warnings.barred
    if event.consequence != "none":
        barred = {**barred, event.seat: event.consequence}
        floor = off_all_lists(floor, event.seat)
    return replace(floor, warnings=Warnings(counts, barred))


ACTS = {WarnDelegation: Act(may_warn, settle_warn)}
APPLY = {DelegationWarned: apply_warned}
