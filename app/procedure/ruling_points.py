"""Ruling on points, and answering those that are questions: the chair's, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import LONGEST_REASON, Act, Outcome, Refusals, against, chair, meets, reason, stale
from app.procedure.points import resumed, without_point
from app.procedure.rulings import RULED_POINTS, with_ruling

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class RulePoint:
    """Rule on a point, or answer it, in a sentence; `granted` says that it is well taken."""

    point: int
    ruling: str
    granted: bool = True


@dataclass(frozen=True, slots=True)
class PointRuled:
    """The chair ruled on a point, or answered it."""

    point: int
    ruling: str
    granted: bool


def may_rule(floor: Floor, by: str) -> Refusals:
    """A ruling is the chair's, on what waits."""
    yield from chair(floor, by)
    yield from meets(floor)
    if not floor.points.pending:
        yield stale("point.none")


def settle_rule(floor: Floor, by: str, at: int, command: RulePoint) -> Outcome:
    """In the order of the house's points, with a sentence; the clocks that it stopped go on."""
    point = floor.points.find(command.point)
    if point is None:
        yield stale("point.gone", "point")
        return
    first = floor.points.pending[0]
    if first.number != point.number and first.kind != point.kind:
        yield against("point.order", "point", first_point=first.kind, point=point.kind)
    yield from reason(command.ruling, LONGEST_REASON, "ruling")
    yield PointRuled(point.number, command.ruling.strip(), command.granted)
    yield from resumed(floor, point, command.granted)


def apply_ruled(floor: Floor, event: PointRuled, at: int) -> Floor:
    """Ruled on; an answer to a question is no ruling that could be appealed."""
    point = floor.points.find(event.point)
    assert point is not None
    appealable = point.kind in RULED_POINTS
    floor = with_ruling(floor, "point", point.kind, point.seat, event.ruling, event.granted, appealable)
    return without_point(floor, event.point)


ACTS = {RulePoint: Act(may_rule, settle_rule)}
APPLY = {PointRuled: apply_ruled}
