"""The floor: everything the rules know about a committee, and how commands become events.

A command is decided in one place. `decide` looks up its row in ACTS, asks `may` (is this act in order now,
for this seat?) and `settle` (are its fields right, and what happens?). Both yield refusals; only when none
stands do the events count. A refusal that is merely against the rulebook gives way when the dais insists
with a reason: then `RuleOverruled` is recorded before the events. `apply` folds one event into the floor;
`replay(minutes) == floor`, always. Nothing here reads a clock, a file or chance: room time and lots come
in as data. This module is also the table of contents of the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.procedure import (
    agenda,
    amendments,
    attendance,
    caucuses,
    clocks,
    motions,
    papers,
    seats,
    speakers_lists,
    speeches,
    votes,
    voting,
)
from app.procedure.act import Act, Refusal, is_dais
from app.procedure.rulebook import Rulebook

NOUNS = (
    seats,
    attendance,
    agenda,
    clocks,
    speakers_lists,
    speeches,
    caucuses,
    motions,
    papers,
    amendments,
    votes,
    voting,
)
ACTS: dict[type, Act] = {command: act for noun in NOUNS for command, act in noun.ACTS.items()}
APPLY: dict[type, Callable[[Floor, Any, int], Floor]] = {
    event: function for noun in NOUNS for event, function in noun.APPLY.items()
}
COMMANDS: dict[str, type] = {command.__name__: command for command in ACTS}
EVENTS: dict[str, type] = {event.__name__: event for event in APPLY}


@dataclass(frozen=True, slots=True)
class Floor:
    """The state of a committee after act `number`, whose chain code is `head`; all times in room ms."""

    number: int = 0
    head: str = ""
    at: int = 0
    rulebook: Rulebook = Rulebook("", "")
    topics: tuple[str, ...] = ()
    seats: Mapping[str, seats.Seat] = field(default_factory=dict)
    meeting: agenda.Meeting = agenda.Meeting()
    attendance: attendance.Attendance = attendance.Attendance()
    clocks: Mapping[str, clocks.Clock] = field(default_factory=dict)
    speeches: speeches.Speeches = speeches.Speeches()
    caucus: caucuses.Caucus | None = None
    last_caucus: caucuses.Caucus | None = None
    motions: motions.Motions = motions.Motions()
    papers: papers.Papers = papers.Papers()
    votes: votes.Votes = votes.Votes()
    undone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class InOrder:
    """The command is in order: these events happened."""

    events: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """The command is not in order, for these reasons; nothing happened."""

    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class RuleOverruled:
    """The dais insisted against a rule of the rulebook, for a reason that is on the record."""

    rule: str
    reason: str


def decide(floor: Floor, by: str, at: int, command: Any, insist: str = "") -> InOrder | Refused:
    """Decide a command of seat `by` at room time `at` (ms).

    `insist` is the dais's reason for going against the rulebook; empty means that it does not insist.
    """
    act = ACTS[type(command)]
    refusals = list(act.may(floor, by))
    if any(refusal.ground != "against_rulebook" for refusal in refusals):
        return Refused(tuple(refusals))
    outcome = list(act.settle(floor, by, at, command))
    refusals += [item for item in outcome if isinstance(item, Refusal)]
    events = [item for item in outcome if not isinstance(item, Refusal)]
    if refusals and not _may_insist(floor, by, insist, refusals):
        return Refused(tuple(dict.fromkeys(refusals)))
    overruled = [RuleOverruled(rule, insist) for rule in dict.fromkeys(r.rule for r in refusals)]
    return InOrder((*overruled, *events))


def _may_insist(floor: Floor, by: str, insist: str, refusals: Iterable[Refusal]) -> bool:
    """The dais may overrule the rulebook with a reason, never what is impossible (rules.md 9a)."""
    against_rulebook = all(refusal.ground == "against_rulebook" for refusal in refusals)
    return bool(insist.strip()) and is_dais(floor, by) and against_rulebook


def permitted(floor: Floor, by: str) -> Mapping[type, tuple[Refusal, ...]]:
    """For each command, what stands against seat `by` giving it now; nothing means that it is open."""
    return {command: tuple(act.may(floor, by)) for command, act in ACTS.items()}


def apply(floor: Floor, event: Any, at: int) -> Floor:
    """The floor after one event of an act at room time `at` (ms). Raises KeyError for an unknown event."""
    return APPLY[type(event)](floor, event, at)


def enter(floor: Floor, number: int, at: int, events: Iterable[Any], chain: str = "") -> Floor:
    """The floor after act `number` with its events and chain code.

    An undone act enters without events: what an act is called by (its number) never shifts.
    """
    floor = replace(floor, number=number - 1)
    for event in events:
        floor = apply(floor, event, at)
    return replace(floor, number=number, at=at, head=chain or floor.head)


def _overruled(floor: Floor, event: RuleOverruled, at: int) -> Floor:
    """For the record; the events that follow say what was done."""
    return floor


APPLY[RuleOverruled] = _overruled
EVENTS["RuleOverruled"] = RuleOverruled
