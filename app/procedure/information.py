"""Points of information to a speaker: the speaker says whether it takes them [GAVT]."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    against,
    anyone,
    forbidden,
    is_dais,
    on_behalf,
    sits,
    stale,
)
from app.procedure.points import open_to_points

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class TakePoints:
    """The speaker takes points of information from now on, or no more."""

    taken: bool = True
    seat: str = ""


@dataclass(frozen=True, slots=True)
class PointsTaken:
    """Whether the speaker takes points of information."""

    taken: bool
    seat: str


def may_take(floor: Floor, by: str) -> Refusals:
    """The speaker says whether it takes points of information, or the dais for it."""
    yield from anyone(floor, by)
    yield from sits(floor)
    now = floor.speeches.now
    if "information" not in floor.rulebook.points.available:
        yield against("point.unavailable", point="information")
    if now is None:
        yield stale("speech.none")
    elif by in floor.seats and not is_dais(floor, by) and now.seat != by:
        yield forbidden("point.not_speaking", seat=now.seat)


def settle_take(floor: Floor, by: str, at: int, command: TakePoints) -> Outcome:
    """For the speech that is held now."""
    now, seat = floor.speeches.now, on_behalf(floor, by, command.seat)
    if now is None or seat not in ("", now.seat):
        yield stale("speech.other", seat=now.seat if now else "")
        return
    if open_to_points(floor) == command.taken:
        yield stale("point.taken_already", seat=now.seat)
    yield PointsTaken(command.taken, now.seat)


def apply_taken(floor: Floor, event: PointsTaken, at: int) -> Floor:
    """For this speech, whoever speaks next."""
    now = floor.speeches.now
    speech = (now.seat, now.began) if now is not None and event.taken else None
    return replace(floor, points=replace(floor.points, open_speech=speech))


ACTS = {TakePoints: Act(may_take, settle_take)}
APPLY = {PointsTaken: apply_taken}
