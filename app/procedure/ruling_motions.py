"""Ruling motions out of order: the chair's, with a reason, or as dilatory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    chair,
    impossible,
    meets,
    reason,
    stale,
    words,
)
from app.procedure.precedence import ended, some_motion
from app.procedure.rulings import with_ruling

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class RuleMotionOut:
    """The chair rules a motion out of order, with a reason; one that only delays is `dilatory` [NMRK]."""

    motion: int
    reason: str = ""
    dilatory: bool = False


@dataclass(frozen=True, slots=True)
class MotionRuledOut:
    """The chair ruled the motion out of order, or dilatory."""

    motion: int
    reason: str
    dilatory: bool = False


def may_rule_out(floor: Floor, by: str) -> Refusals:
    """A ruling is the chair's."""
    yield from chair(floor, by)
    yield from meets(floor)
    yield from some_motion(floor)


def settle_rule_out(floor: Floor, by: str, at: int, command: RuleMotionOut) -> Outcome:
    """A ruling has a reason, which the room is told; "dilatory" is one."""
    if floor.motions.find(command.motion) is None:
        yield stale("motion.gone", "motion")
    elif floor.votes.about("motion", str(command.motion)):
        yield impossible("vote.open_now")
    if command.dilatory:
        yield from words(command.reason, "reason", LONGEST_REASON)
    else:
        yield from reason(command.reason, LONGEST_REASON)
    yield MotionRuledOut(command.motion, command.reason.strip(), command.dilatory)


def apply_ruled_out(floor: Floor, event: MotionRuledOut, at: int) -> Floor:
    """Out of order; the committee may be asked whether that stands."""
    motion = floor.motions.find(event.motion)
    floor = ended(floor, (event.motion,), "ruled_out")
    mover = motion.seat if motion is not None else ""
    return with_ruling(floor, "motion", str(event.motion), mover, event.reason, False)


ACTS = {RuleMotionOut: Act(may_rule_out, settle_rule_out)}
APPLY = {MotionRuledOut: apply_ruled_out}
