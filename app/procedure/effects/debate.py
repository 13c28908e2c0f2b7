"""What passed motions do to the debate on the draft in hand: more time, its next stage, its mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.act import Outcome
from app.procedure.clocks import ClockAdjusted
from app.procedure.debate_stages import new_mode, next_stage

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.precedence import Motion


def extend_debate_time(floor: Floor, motion: Motion, at: int) -> Outcome:
    """What is debated now gets more time [GAVT] [TIME]."""
    debate = floor.resolution_debate
    if debate is not None and debate.clock in floor.clocks:
        yield ClockAdjusted(debate.clock, motion.terms.total_seconds * 1000)


def end_debate_stage(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The previous question: time against, or the vote [PORG] [GAVT]."""
    yield from next_stage(floor, at)


def set_debate_mode(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Open or closed debate, from its first stage [PORG]."""
    if motion.terms.mode:
        yield from new_mode(floor, at, motion.terms.mode, motion.terms.total_seconds)


DEBATE = (extend_debate_time, end_debate_stage, set_debate_mode)
