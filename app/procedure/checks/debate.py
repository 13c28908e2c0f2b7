"""What stands against motions about the debate on the draft in hand, as the floor is now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.procedure.act import Refusals, impossible, stale
from app.procedure.clocks import LONGEST_CLOCK_MS
from app.procedure.resolution_debate import in_hand

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.terms import Terms


def _check_extension(floor: Floor, terms: Terms) -> Refusals:
    """While a clock of the debate counts, and within a day in all."""
    yield from in_hand(floor)
    debate = floor.resolution_debate
    clock = floor.clocks.get(debate.clock) if debate else None
    if clock is not None and clock.total + terms.total_seconds * 1000 > LONGEST_CLOCK_MS:
        yield impossible("clock.adjust_range", "total_seconds")


def _check_stage(floor: Floor, terms: Terms) -> Refusals:
    yield from in_hand(floor)


def _check_mode(floor: Floor, terms: Terms) -> Refusals:
    """Another mode than the one on, and not while an amendment has its own debate."""
    debate = floor.resolution_debate
    yield from in_hand(floor)
    if debate is not None and debate.amendments:
        yield impossible("timed.amendment_on", amendment=debate.now.subject)
    if debate is not None and debate.mode == terms.mode:
        yield stale("timed.mode_same", "mode")


CHECKS: dict[str, Callable[[Floor, Terms], Refusals]] = {
    "extend_debate_time": _check_extension,
    "end_debate_stage": _check_stage,
    "set_debate_mode": _check_mode,
}
NEEDS: dict[str, tuple[str, ...]] = dict.fromkeys(CHECKS, ("open",))
"""Effects that mean nothing unless debate on a topic is open."""
