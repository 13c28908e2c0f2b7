"""Motions that the chair decides without a vote: left to it, not seconded, or objected to by nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    against,
    chair_between_votes,
    stale,
)
from app.procedure.appeals import appeal_first
from app.procedure.handling import lacks_second, second_missing, unopposed
from app.procedure.hearings import speakers_first
from app.procedure.points import points_first
from app.procedure.precedence import Motion, precedes, some_motion, with_rule
from app.procedure.results import consequences
from app.procedure.rulebook import MotionRule
from app.procedure.terms import gone

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class GrantMotion:
    """Decide a motion without a vote: the house leaves it to the chair, or nobody seconds or opposes it."""

    motion: int
    granted: bool


def may_grant(floor: Floor, by: str) -> Refusals:
    """The chair decides in a sitting meeting, and not while another question is put."""
    yield from chair_between_votes(floor, by)
    yield from points_first(floor)
    yield from appeal_first(floor)
    yield from some_motion(floor)


def settle_grant(floor: Floor, by: str, at: int, command: GrantMotion) -> Outcome:
    """The chair's word decides where no vote is needed."""
    found = with_rule(floor, command.motion)
    if found is None:
        yield stale("motion.gone", "motion")
        return
    motion, rule = found
    if not _by_word(floor, rule, motion, command.granted):
        yield against("motion.vote_decides", "motion")
    if command.granted:
        yield from precedes(floor, motion, "motion")
        yield from gone(floor, rule, motion.terms)
        yield from second_missing(floor, rule, motion, "motion")
        yield from speakers_first(floor, rule, motion, "motion")
    yield from consequences(floor, at, motion, command.granted)


def _by_word(floor: Floor, rule: MotionRule, motion: Motion, granted: bool) -> bool:
    """Whether the chair's word is enough: for what it decides itself, to note that nobody seconds a motion,
    and that nobody objects (the second or objection ladder)."""
    if floor.rulebook.majority(rule) is None:
        return True
    return unopposed(floor, rule, motion) if granted else lacks_second(floor, rule, motion)


ACTS = {GrantMotion: Act(may_grant, settle_grant)}
APPLY: dict[type, Callable[[Floor, Any, int], Floor]] = {}
