"""The floor: everything the rules know about a committee, and how commands become events.

A command is decided in one place. `decide` looks up its row in ACTS, asks `may` (is this act in order now,
for this seat?) and `settle` (are its fields right, and what happens?). Both yield refusals; only when none
stands do the events count. A refusal that is merely against the rulebook gives way when the dais insists
with a reason: then `RuleOverruled` is recorded before the events. `apply` folds one event into the floor;
`replay(minutes) == floor`, always. Nothing here reads a clock, a file or chance: room time and lots come
in as data. `app/procedure/nouns.py` is the table of contents of the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.procedure import (
    action,
    agenda,
    attendance,
    caucuses,
    countdown,
    documents,
    election_opening,
    elections,
    motions,
    note_passing,
    paragraphs,
    points,
    precedence,
    presence,
    questions,
    replies,
    resolution_debate,
    roster,
    rulings,
    sittings,
    speeches,
    straw_polls,
    suspended_rules,
    timetable,
    voting,
    warnings,
)
from app.procedure.act import LONGEST_REASON, Act, ActState, Refusal, decisive, is_chair, state_of, words
from app.procedure.copies import replace
from app.procedure.nouns import NOUNS
from app.procedure.rulebook import Rulebook
from app.procedure.suspended_rules import standing

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
        election_opening.ElectionOpened,
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
    attendance: presence.Attendance = presence.Attendance()
    clocks: Mapping[str, countdown.Clock] = field(default_factory=dict)
    speeches: speeches.Speeches = speeches.Speeches()
    resolution_debate: resolution_debate.ResolutionDebate | None = None
    consultations: paragraphs.Consultations = paragraphs.Consultations()
    caucus: caucuses.Caucus | None = None
    last_caucus: caucuses.Caucus | None = None
    motions: precedence.Motions = precedence.Motions()
    points: points.Points = points.Points()
    rulings: rulings.Rulings = rulings.Rulings()
    papers: documents.Papers = documents.Papers()
    votes: questions.Votes = questions.Votes()
    elections: elections.Elections = elections.Elections()
    straw_poll: straw_polls.StrawPoll | None = None
    replies: replies.Replies = replies.Replies()
    warnings: warnings.Warnings = warnings.Warnings()
    action: action.Action = action.Action()
    note_passing: note_passing.NotePassing = note_passing.NotePassing()
    timetable: timetable.Timetable = timetable.Timetable()
    suspended_rules: tuple[suspended_rules.Suspended, ...] = ()
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
    refusals = [*stands_against(floor, by, type(command)), *words(insist, "insist", LONGEST_REASON)]
    if any(refusal.ground != "against_rulebook" for refusal in refusals):
        return Refused(tuple(refusals))
    outcome = list(act.settle(floor, by, at, command))
    refusals += standing(floor, (item for item in outcome if isinstance(item, Refusal)))
    events = [item for item in outcome if not isinstance(item, Refusal)]
    if refusals and not _may_insist(floor, by, insist, refusals):
        return Refused(tuple(dict.fromkeys(refusals)))
    overruled = [RuleOverruled(rule, insist.strip()) for rule in dict.fromkeys(r.rule for r in refusals)]
    return InOrder((*overruled, *events))


def _may_insist(floor: Floor, by: str, insist: str, refusals: Iterable[Refusal]) -> bool:
    """A chair may overrule the rulebook with a reason, never what is impossible.

    An assistant may not: to insist is a ruling. Source: rules reference, section 9a.
    """
    against_rulebook = all(refusal.ground == "against_rulebook" for refusal in refusals)
    return bool(insist.strip()) and is_chair(floor, by) and against_rulebook


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether a seat may give a command now, and what stands most in the way: None where it is open."""

    state: ActState
    reason: Refusal | None = None


def permission(floor: Floor, by: str, command: type) -> Permission:
    """How an act stands for seat `by`, whatever its fields will say; a page closes its button by it.

    What is `against_rulebook` the chair may insist on; a delegation may not. A rule that the committee has
    suspended stands against nothing. Raises KeyError for a class that is no command.
    """
    refusals = stands_against(floor, by, command)
    return Permission(state_of(refusals), decisive(refusals))


def stands_against(floor: Floor, by: str, command: type) -> tuple[Refusal, ...]:
    """All that stands against seat `by` giving a command now; nothing means that it is open."""
    return tuple(standing(floor, ACTS[command].may(floor, by)))


def permitted(floor: Floor, by: str) -> Mapping[type, tuple[Refusal, ...]]:
    """For each command what stands against it (`stands_against`)."""
    return {command: stands_against(floor, by, command) for command in ACTS}


def apply(floor: Floor, event: Any, at: int) -> Floor:
    """The floor after one event of an act at room time `at` (ms). Raises KeyError for an unknown event."""
    after = APPLY[type(event)](floor, event, at)
    return paragraphs.only_while_debated(resolution_debate.only_what_is_there(after))


def enter(floor: Floor, number: int, at: int, events: Iterable[Any], chain: str = "") -> Floor:
    """The floor after act `number` with its events and chain code.

    An undone act enters without events: what an act is called by (its number) never shifts.
    """
    happened = tuple(events)
    if any(type(event) in BEGINNINGS for event in happened):
        floor = rulings.stale_rulings(
            replace(
                floor,
                votes=replace(floor.votes, fresh=False),
                elections=replace(floor.elections, fresh=False),
            )
        )
    if floor.number != number - 1:
        floor = replace(floor, number=number - 1)
    for event in happened:
        floor = apply(floor, event, at)
    return replace(floor, number=number, at=at, head=chain or floor.head)


def _overruled(floor: Floor, event: RuleOverruled, at: int) -> Floor:
    """For the record; the events that follow say what was done. To insist is a ruling: it may be appealed."""
    return rulings.with_ruling(floor, "overrule", event.rule, "", event.reason, True)


APPLY[RuleOverruled] = _overruled
EVENTS["RuleOverruled"] = RuleOverruled
