"""The proposer's slot in a moderated caucus: first, last, or waived by silence [MUSP] [JAM]."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Act, Outcome, Refusals, against, anyone, forbidden, is_dais, sits, stale
from app.procedure.queues import speakers_of, takes_floor, with_list

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class TakeSlot:
    """Choose the proposer's slot: the proposer itself, or the dais for it."""

    slot: Literal["first", "last", "waived"]


@dataclass(frozen=True, slots=True)
class SlotTaken:
    """The proposer of the caucus speaks first, or last, or waived its slot."""

    seat: str
    slot: Literal["first", "last", "waived"]


def may_take(floor: Floor, by: str) -> Refusals:
    """Until the first speech of the caucus."""
    yield from anyone(floor, by)
    yield from sits(floor)
    caucus = floor.caucus
    if caucus is None or caucus.slot != "asked":
        yield stale("slot.not_asked")
    elif by in floor.seats and not is_dais(floor, by) and by != caucus.proposer:
        yield forbidden("slot.not_yours")


def settle_take(floor: Floor, by: str, at: int, command: TakeSlot) -> Outcome:
    """One that the house offers (mod_proposer_slot)."""
    caucus = floor.caucus
    assert caucus is not None
    if command.slot == "last" and floor.rulebook.caucuses.proposer_slot == "first":
        yield against("slot.first_only", "slot")
    if command.slot != "waived":
        yield from takes_floor(floor, caucus.proposer)
    yield SlotTaken(caucus.proposer, command.slot)


def apply_taken(floor: Floor, event: SlotTaken, at: int) -> Floor:
    """In front of the list, or behind whoever joins it."""
    assert floor.caucus is not None
    rest = tuple(seat for seat in speakers_of(floor, "caucus").queue if seat != event.seat)
    queues = {"first": (event.seat, *rest), "last": (*rest, event.seat)}
    floor = replace(floor, caucus=replace(floor.caucus, slot=event.slot))
    return with_list(floor, "caucus", queue=queues[event.slot]) if event.slot in queues else floor


ACTS = {TakeSlot: Act(may_take, settle_take)}
APPLY = {SlotTaken: apply_taken}
