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
    adoption,
    agenda,
    amendments,
    approval,
    attendance,
    caucuses,
    clocks,
    countdown,
    documents,
    motions,
    papers,
    placards,
    precedence,
    questions,
    results,
    roster,
    seats,
    sharing,
    sittings,
    speakers_lists,
    speaking_time,
    speeches,
    sponsorship,
    votes,
    voting,
)
from app.procedure.act import LONGEST_REASON, Act, Refusal, is_chair, words
from app.procedure.rulebook import Rulebook

NOUNS = (
    seats,
    attendance,
    sittings,
    agenda,
    clocks,
    speakers_lists,
    speaking_time,
    speeches,
    caucuses,
    motions,
    precedence,
    papers,
    approval,
    sponsorship,
    sharing,
    amendments,
    adoption,
    votes,
    placards,
    voting,
    results,
)
ACTS: dict[type, Act] = {command: act for noun in NOUNS for command, act in noun.ACTS.items()}
APPLY: dict[type, Callable[[Floor, Any, int], Floor]] = {
    event: function for noun in NOUNS for event, function in noun.APPLY.items()
}
COMMANDS: dict[str, type] = {command.__name__: command for command in ACTS}
EVENTS: dict[str, type] = {event.__name__: event for event in APPLY}

BEGINNINGS: frozenset[type] = frozenset(
    {
        attendance.RollCallStarted,
        agenda.DebateOpened,
        agenda.VotingEnded,
        sittings.MeetingSuspended,
        sittings.MeetingResumed,
        sittings.MeetingAdjourned,
        speeches.SpeechBegan,
        caucuses.CaucusEnded,
        motions.MotionRaised,
        voting.VoteOpened,
    }
)
"""Events after which the result announced last is no longer what the room looks at."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The state of a committee after act `number`, whose chain code is `head`; all times in room ms."""

    number: int = 0
    head: str = ""
    at: int = 0
    rulebook: Rulebook = Rulebook("", "")
    topics: tuple[str, ...] = ()
    seats: Mapping[str, roster.Seat] = field(default_factory=dict)
    meeting: sittings.Meeting = sittings.Meeting()
    attendance: attendance.Attendance = attendance.Attendance()
    clocks: Mapping[str, countdown.Clock] = field(default_factory=dict)
    speeches: speeches.Speeches = speeches.Speeches()
    caucus: caucuses.Caucus | None = None
    last_caucus: caucuses.Caucus | None = None
    motions: precedence.Motions = precedence.Motions()
    papers: documents.Papers = documents.Papers()
    votes: questions.Votes = questions.Votes()
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

    `insist` is the chair's reason for going against the rulebook; empty means that it does not insist.
    Raises KeyError for a class that is no command, and for nothing else.
    """
    act = ACTS[type(command)]
    refusals = [*act.may(floor, by), *words(insist, "insist", LONGEST_REASON)]
    if any(refusal.ground != "against_rulebook" for refusal in refusals):
        return Refused(tuple(refusals))
    outcome = list(act.settle(floor, by, at, command))
    refusals += [item for item in outcome if isinstance(item, Refusal)]
    events = [item for item in outcome if not isinstance(item, Refusal)]
    if refusals and not _may_insist(floor, by, insist, refusals):
        return Refused(tuple(dict.fromkeys(refusals)))
    overruled = [RuleOverruled(rule, insist.strip()) for rule in dict.fromkeys(r.rule for r in refusals)]
    return InOrder((*overruled, *events))


def _may_insist(floor: Floor, by: str, insist: str, refusals: Iterable[Refusal]) -> bool:
    """A chair may overrule the rulebook with a reason, never what is impossible (rules.md 9a).

    An assistant may not: to insist is a ruling.
    """
    against_rulebook = all(refusal.ground == "against_rulebook" for refusal in refusals)
    return bool(insist.strip()) and is_chair(floor, by) and against_rulebook


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
    happened = tuple(events)
    if floor.votes.fresh and any(type(event) in BEGINNINGS for event in happened):
        floor = replace(floor, votes=replace(floor.votes, fresh=False))
    floor = replace(floor, number=number - 1)
    for event in happened:
        floor = apply(floor, event, at)
    return replace(floor, number=number, at=at, head=chain or floor.head)


def _overruled(floor: Floor, event: RuleOverruled, at: int) -> Floor:
    """For the record; the events that follow say what was done."""
    return floor


APPLY[RuleOverruled] = _overruled
EVENTS["RuleOverruled"] = RuleOverruled
