"""The phases of the business, by which the rulebook says when a kind of motion is in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.procedure.catalogue import MotionPhase
from app.procedure.rulebook import MotionRule

if TYPE_CHECKING:
    from app.procedure.floor import Floor


def phase(floor: Floor) -> MotionPhase:
    """Where the committee is, as the rulebook's `phases` name it."""
    if floor.meeting.debate == "none":
        return "agenda"
    if floor.meeting.debate == "closed":
        return "voting"
    if floor.caucus is not None:
        clock = floor.clocks.get("caucus")
        return "caucus_over" if clock is not None and clock.rang else "caucus"
    return "resolution" if floor.papers.before_the_committee(floor.meeting.topic) else "list"


def phases(floor: Floor) -> frozenset[MotionPhase]:
    """All phases that hold now: a caucus that just ended may still be extended from the list."""
    now = phase(floor)
    just_ended = now in ("list", "resolution") and floor.last_caucus is not None
    return frozenset({now, "caucus_over"} if just_ended else {now})


def on_offer(floor: Floor) -> Iterator[MotionRule]:
    """The kinds of motion that are in order now, in the order of precedence."""
    now = phases(floor)
    rules = sorted(floor.rulebook.motions, key=lambda rule: floor.rulebook.place(rule.kind))
    yield from (rule for rule in rules if now.intersection(rule.phases))
