"""Placards that are up: who wishes to ask, to comment or to be recognised, in the order of raising them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    anyone,
    is_dais,
    no_vote_open,
    on_behalf,
    sits,
    stale,
)
from app.procedure.explanations import explained_now
from app.procedure.question_time import answering
from app.procedure.queues import takes_floor

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class RaisePlacard:
    """Ask to be recognised where no list takes names: the own seat, or the dais for a delegation."""

    seat: str = ""


@dataclass(frozen=True, slots=True)
class PlacardRaised:
    """A delegation asks to be recognised."""

    seat: str


@dataclass(frozen=True, slots=True)
class LowerPlacard:
    """Take the placard down again."""

    seat: str = ""


@dataclass(frozen=True, slots=True)
class PlacardLowered:
    """A delegation no longer asks."""

    seat: str


def placards_count(floor: Floor) -> bool:
    """Whether raised placards mean something now: questions, comments, or a caucus without an open list."""
    speeches, caucus = floor.speeches, floor.caucus
    comments = speeches.comments is not None and speeches.comments.left > 0
    recognised = caucus is not None and caucus.kind == "moderated" and caucus.speakers is not None
    return bool(answering(floor)) or comments or (recognised and not _open(floor))


def _open(floor: Floor) -> bool:
    return bool(floor.caucus and floor.caucus.speakers and floor.caucus.speakers.open)


def may_raise(floor: Floor, by: str) -> Refusals:
    """Delegations that are present, while the chair recognises placards or hears explanations of vote."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    if not placards_count(floor) and not explained_now(floor):
        yield stale("placard.nothing")
    if by in floor.seats and not is_dais(floor, by):
        yield from takes_floor(floor, by)


def settle_raise(floor: Floor, by: str, at: int, command: RaisePlacard) -> Outcome:
    """Once each."""
    yield from acts_for(floor, by, command.seat)
    seat = on_behalf(floor, by, command.seat)
    if is_dais(floor, by):
        yield from takes_floor(floor, seat, "seat")
    if seat in floor.speeches.raised:
        yield stale("placard.raised", seat=seat)
    yield PlacardRaised(seat)


def may_lower(floor: Floor, by: str) -> Refusals:
    """Whoever has it up."""
    yield from anyone(floor, by)
    yield from sits(floor)
    up = floor.speeches.raised
    if not up or (by in floor.seats and not is_dais(floor, by) and by not in up):
        yield stale("placard.down")


def settle_lower(floor: Floor, by: str, at: int, command: LowerPlacard) -> Outcome:
    """Down."""
    yield from acts_for(floor, by, command.seat)
    seat = on_behalf(floor, by, command.seat)
    if seat not in floor.speeches.raised:
        yield stale("placard.down")
    yield PlacardLowered(seat)


def apply_raised(floor: Floor, event: PlacardRaised, at: int) -> Floor:
    """Behind those that are up."""
    return replace(floor, speeches=replace(floor.speeches, raised=(*floor.speeches.raised, event.seat)))


def apply_lowered(floor: Floor, event: PlacardLowered, at: int) -> Floor:
    """Down."""
    raised = tuple(seat for seat in floor.speeches.raised if seat != event.seat)
    return replace(floor, speeches=replace(floor.speeches, raised=raised))


ACTS = {
    RaisePlacard: Act(may_raise, settle_raise),
    LowerPlacard: Act(may_lower, settle_lower),
}
APPLY = {
    PlacardRaised: apply_raised,
    PlacardLowered: apply_lowered,
}
