"""Changing the rules of a running committee: with a reason, as a new copy, never under an open vote."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.procedure.act import (
    LONGEST_REASON,
    ORGANIZER,
    Act,
    Outcome,
    Refusals,
    forbidden,
    impossible,
    is_chair,
    not_over,
    reason,
)
from app.procedure.parameters import Difference, differences, with_parameters
from app.procedure.precedence import ordered
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import shipped
from app.procedure.rulebook_layers import UnknownRulebook

if TYPE_CHECKING:
    from app.procedure.floor import Floor

OF_THE_VOTE = (
    "vote_change_until",
    "votes.tie",
    "multiple_resolutions_per_topic",
    "division_effect",
    "action.explanations",
)
"""Settings that an open vote still goes by after its rule and electorate are frozen."""
OF_A_MOTION = ("effect", "parameters", "optional", "majority")
"""What a motion that waits is held to: as it was when it was raised."""


@dataclass(frozen=True, slots=True)
class ChangeRulebook:
    """Change the rules for what comes next, with a reason.

    `parameters` are set by the names that a transcript and a house's file use; `rulebook` first takes another
    one that ships ("una_usa", "harvard+iom_council"); "" keeps the one in use.
    """

    reason: str
    parameters: dict[str, Any] = field(default_factory=dict)
    rulebook: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One parameter that is set otherwise now; `before` and `after` are its values as JSON."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RulebookChanged:
    """The committee goes by this copy of the rules from now on."""

    rulebook: Rulebook
    changes: tuple[Change, ...]
    reason: str


def may_change(floor: Floor, by: str) -> Refusals:
    """The organizer and the chairs, until the committee is over."""
    if by != ORGANIZER and not is_chair(floor, by):
        yield forbidden("chair.only")
    if not floor.number:
        yield impossible("committee.not_open")
    yield from not_over(floor)


def settle_change(floor: Floor, by: str, at: int, command: ChangeRulebook) -> Outcome:
    """The new rules pass the checks of a rulebook's file, and leave alone what is on the floor."""
    yield from reason(command.reason, LONGEST_REASON)
    try:
        base = shipped(command.rulebook) if command.rulebook else floor.rulebook
        book = with_parameters(base, command.parameters)
    except UnknownRulebook as error:
        field = "parameters" if error.where else "rulebook"
        yield impossible("rulebook.wrong", field, fault=str(error))
        return
    found = differences(floor.rulebook, book)
    if book == floor.rulebook:
        yield impossible("rulebook.same")
    yield from _in_use(floor, found)
    yield RulebookChanged(book, tuple(_change(one) for one in found), command.reason.strip())


def _in_use(floor: Floor, found: Iterable[Difference]) -> Refusals:
    """What an open vote and motions that wait rest on stays until they are dealt with."""
    waiting = dict.fromkeys(motion.kind for motion in floor.motions.pending)
    for name, _, _ in found:
        kind = next((k for k in waiting if _touches(floor.rulebook, name, k)), None)
        if kind is not None:
            yield impossible("rulebook.motion_waits", "parameters", motion=kind)
        if floor.votes.now and name in OF_THE_VOTE:
            yield impossible("rulebook.vote_open", "parameters", setting=name)


def _touches(book: Rulebook, name: str, kind: str) -> bool:
    """Whether a difference takes away a kind of motion, or changes what a motion of it is held to."""
    rule = book.motion(kind)
    if name == "votes.procedural":
        return rule is not None and rule.majority is None
    own = (f"motions.{kind}", *(f"motions.{kind}.{field}" for field in OF_A_MOTION))
    return name in own or (name == "close_debate_majority" and kind == "close_debate")


def _change(found: Difference) -> Change:
    name, before, after = found
    return Change(name, json.dumps(before, sort_keys=True), json.dumps(after, sort_keys=True))


def apply_changed(floor: Floor, event: RulebookChanged, at: int) -> Floor:
    """Motions that wait stand in the order of the new rules; everything else is as it was."""
    changed = replace(floor, rulebook=event.rulebook)
    pending = ordered(changed, floor.motions.pending)
    return replace(changed, motions=replace(floor.motions, pending=pending))


ACTS = {ChangeRulebook: Act(may_change, settle_change)}
APPLY = {RulebookChanged: apply_changed}
