"""A motion for a caucus that would go on past a break is put for less time, once its mover agrees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, dais, impossible, no_vote_open, sits, stale
from app.procedure.precedence import ordered, some_motion, with_motion, with_rule
from app.procedure.terms import check_terms

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class ShortenMotion:
    """Put a motion for `total_seconds` instead of the longer time that was moved; its mover has agreed."""

    motion: int
    total_seconds: int


@dataclass(frozen=True, slots=True)
class MotionShortened:
    """The mover agreed to a shorter total time, in seconds."""

    motion: int
    total_seconds: int


def may_shorten(floor: Floor, by: str) -> Refusals:
    """The dais asks the mover before anything is put to the vote."""
    yield from dais(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    yield from some_motion(floor)


def settle_shorten(floor: Floor, by: str, at: int, command: ShortenMotion) -> Outcome:
    """Less than was moved, and within the rulebook's limits as any motion."""
    found = with_rule(floor, command.motion)
    if found is None:
        yield stale("motion.gone", "motion")
        return
    motion, rule = found
    if not motion.terms.total_seconds:
        yield impossible("motion.no_time", "motion", motion=motion.kind)
        return
    if not 0 < command.total_seconds < motion.terms.total_seconds:
        yield impossible("motion.not_shorter", "total_seconds", most=motion.terms.total_seconds)
        return
    yield from check_terms(floor, rule, replace(motion.terms, total_seconds=command.total_seconds))
    yield MotionShortened(motion.number, command.total_seconds)


def apply_shortened(floor: Floor, event: MotionShortened, at: int) -> Floor:
    """The motion takes the place that its new length gives it."""
    shorter = with_motion(
        floor,
        event.motion,
        lambda one: replace(one, terms=replace(one.terms, total_seconds=event.total_seconds)),
    )
    pending = ordered(shorter, shorter.motions.pending)
    return replace(shorter, motions=replace(shorter.motions, pending=pending))


ACTS = {ShortenMotion: Act(may_shorten, settle_shorten)}
APPLY = {MotionShortened: apply_shortened}
