"""Rules set aside for the rest of a session: what the rulebook says against them stands no more [JAM]."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusal, Refusals, impossible, stale
from app.procedure.overrulable import RULES

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.precedence import Motion
    from app.procedure.terms import Terms


@dataclass(frozen=True, slots=True)
class Suspended:
    """A rule that the committee set aside, and the session for which it did."""

    rule: str
    session: int


@dataclass(frozen=True, slots=True)
class RuleSuspended:
    """The committee set a rule aside for the rest of the session."""

    rule: str


def standing(floor: Floor, refusals: Iterable[Refusal]) -> Refusals:
    """The refusals without those that only a suspended rule gives; what is impossible stays so."""
    aside = suspended(floor)
    yield from (r for r in refusals if r.ground != "against_rulebook" or r.rule not in aside)


def suspended(floor: Floor) -> frozenset[str]:
    """The rules that are set aside now."""
    return frozenset(one.rule for one in floor.suspended_rules if one.session == floor.meeting.session)


def check_rule(floor: Floor, terms: Terms) -> Refusals:
    """The rule must be one that only the rulebook gives, and not be set aside already."""
    if terms.rule not in RULES:
        yield impossible("rule.unknown", "rule")
    elif terms.rule in suspended(floor):
        yield stale("rule.suspended", "rule")


def suspend_rule(floor: Floor, motion: Motion, at: int) -> Outcome:
    """A rule is set aside for the rest of the session."""
    yield RuleSuspended(motion.terms.rule)


def apply_suspended(floor: Floor, event: RuleSuspended, at: int) -> Floor:
    """Set aside; with the next session it is a rule again."""
    one = Suspended(event.rule, floor.meeting.session)
    return replace(floor, suspended_rules=(*floor.suspended_rules, one))


SUSPENDING = (suspend_rule,)
ACTS: dict[type, Act] = {}
APPLY = {RuleSuspended: apply_suspended}
