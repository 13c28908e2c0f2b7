"""The phases of the business, by which the rulebook says when a kind of motion is in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.procedure.catalogue import MotionPhase
from app.procedure.resolution_debate import votes_one_by_one
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
    if floor.resolution_debate is not None and floor.resolution_debate.now.stage == "vote":
        return "voting"
    return "resolution" if floor.papers.before_the_committee(floor.meeting.topic) else "list"


def phases(floor: Floor) -> frozenset[MotionPhase]:
    """All phases that hold now: what has just ended may still be taken further.

    A caucus is extended from the list; where drafts are voted one by one, the house is divided right after.
    """
    found = {phase(floor)}
    if found & {"list", "resolution"}:
        found |= {"caucus_over"} if floor.last_caucus is not None else set()
        found |= {"voting"} if floor.votes.fresh and votes_one_by_one(floor) else set()
    return frozenset(found)


def in_order(floor: Floor, rule: MotionRule) -> bool:
    """Whether this kind of motion is in order in one of the phases that hold now.

    Of the kinds that belong to voting procedure alone, the house may have only some (voting_motions_allowed).
    """
    of_voting = rule.phases == ("voting",)
    allowed = not of_voting or rule.kind in floor.rulebook.action.motions
    return allowed and bool(phases(floor).intersection(rule.phases))


def on_offer(floor: Floor) -> Iterator[MotionRule]:
    """The kinds of motion that are in order now, in the order of precedence."""
    rules = sorted(floor.rulebook.motions, key=lambda rule: floor.rulebook.place(rule.kind))
    yield from (rule for rule in rules if in_order(floor, rule))
