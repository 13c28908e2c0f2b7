"""How a motion comes to its vote: it is seconded, objected to, or passes because nobody objects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    impossible,
    is_dais,
    no_vote_open,
    on_behalf,
    sits,
    stale,
)
from app.procedure.precedence import Motion, MotionDecided, with_motion, with_rule
from app.procedure.presence import present
from app.procedure.roster import votes_on_procedure
from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.rules.debate import SecondsNeeded

if TYPE_CHECKING:
    from app.procedure.floor import Floor


DIVISIONS = ("divide", "divide_clause_by_clause")
"""Effects that divide the question: the house says whether an objection brings the vote (T42)."""


@dataclass(frozen=True, slots=True)
class SecondMotion:
    """Second a motion that another delegation moved."""

    motion: int
    seat: str = ""


@dataclass(frozen=True, slots=True)
class MotionSeconded:
    """A motion has its second."""

    motion: int
    seat: str


@dataclass(frozen=True, slots=True)
class ObjectToMotion:
    """Object to a motion that would else pass without a vote."""

    motion: int
    seat: str = ""


@dataclass(frozen=True, slots=True)
class MotionObjectedTo:
    """Somebody objects: the motion is put to the vote."""

    motion: int
    seat: str


def seconds_needed(floor: Floor, rule: MotionRule) -> SecondsNeeded:
    """Whether this kind of motion needs a second: its own row says, else the house (seconds_required)."""
    return rule.seconds or floor.rulebook.handling.seconds


def takes_objections(floor: Floor, rule: MotionRule) -> bool:
    """Whether this kind passes without a vote where nobody objects (second or objection ladder; T42)."""
    ladder = seconds_needed(floor, rule) == "second_or_objection_ladder"
    return only_if_objected(floor.rulebook, rule) or ladder


def only_if_objected(book: Rulebook, rule: MotionRule) -> bool:
    """Whether this kind is spoken and voted on only where somebody objects to it (T42)."""
    return rule.only_if_objected or (rule.effect in DIVISIONS and book.division.only_if_objected)


def lacks_second(floor: Floor, rule: MotionRule, motion: Motion) -> bool:
    """Whether the motion waits for its second; who moved the same has seconded it."""
    return seconds_needed(floor, rule) != "none" and not (motion.second or motion.also)


def unopposed(floor: Floor, rule: MotionRule, motion: Motion) -> bool:
    """Whether the motion passes by the chair's word, because nobody has objected [DIM] [MTRV]."""
    return takes_objections(floor, rule) and not motion.objections


def second_missing(floor: Floor, rule: MotionRule, motion: Motion, field: str) -> Refusals:
    """What stands against a motion being taken without a second."""
    if lacks_second(floor, rule, motion):
        yield against("motion.second_missing", field, motion=rule.kind)


def put_only_if_opposed(floor: Floor, rule: MotionRule, motion: Motion, field: str) -> Refusals:
    """What stands against a vote on what nobody objects to: it passes without one."""
    if unopposed(floor, rule, motion):
        yield against("motion.no_objection", field, motion=rule.kind)


def may_second(floor: Floor, by: str) -> Refusals:
    """Delegations that are present second, in a house that asks for it, while a motion waits."""
    yield from _may(floor, by)
    if all(seconds_needed(floor, rule) == "none" for rule in floor.rulebook.motions):
        yield impossible("motion.no_seconds")


def may_object(floor: Floor, by: str) -> Refusals:
    """Delegations that vote on procedure object, where an objection means something."""
    yield from _may(floor, by)
    if not any(takes_objections(floor, rule) for rule in floor.rulebook.motions):
        yield impossible("motion.no_objections")
    if by in floor.seats and not is_dais(floor, by):
        yield from _votes(floor, by)


def _may(floor: Floor, by: str) -> Refusals:
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    if not floor.motions.pending:
        yield stale("motion.none")
    yield from present(floor, by)


def _votes(floor: Floor, seat: str) -> Refusals:
    if not votes_on_procedure(floor, seat):
        yield against("motion.objector_votes", seat=seat)


def settle_second(floor: Floor, by: str, at: int, command: SecondMotion) -> Outcome:
    """Another delegation than the mover; one second is enough [DIM]."""
    yield from acts_for(floor, by, command.seat)
    seat, found = on_behalf(floor, by, command.seat), with_rule(floor, command.motion)
    if found is None:
        yield stale("motion.gone", "motion")
        return
    motion, rule = found
    yield from _here(floor, by, seat)
    if seconds_needed(floor, rule) == "none":
        yield impossible("motion.no_seconds", "motion")
    elif seat in (motion.seat, *motion.also):
        yield against("motion.second_own", "seat", seat=seat)
    elif not lacks_second(floor, rule, motion):
        yield stale("motion.seconded", "motion")
    yield MotionSeconded(motion.number, seat)


def settle_object(floor: Floor, by: str, at: int, command: ObjectToMotion) -> Outcome:
    """Each delegation once."""
    yield from acts_for(floor, by, command.seat)
    seat, found = on_behalf(floor, by, command.seat), with_rule(floor, command.motion)
    if found is None:
        yield stale("motion.gone", "motion")
        return
    motion, rule = found
    yield from _here(floor, by, seat)
    if is_dais(floor, by) and seat in floor.seats:
        yield from _votes(floor, seat)
    if not takes_objections(floor, rule):
        yield impossible("motion.no_objections", "motion")
    elif seat in motion.objections:
        yield stale("motion.objected", "motion", seat=seat)
    by_mover = rule.effect in DIVISIONS and floor.rulebook.division.mover_of_draft_only
    draft = floor.papers.get(motion.terms.paper)
    if by_mover and draft is not None and seat not in draft.sponsors:
        yield against("division.mover_only", "seat", seat=seat)
    yield MotionObjectedTo(motion.number, seat)
    if by_mover:
        yield MotionDecided(motion.number, False)


def _here(floor: Floor, by: str, seat: str) -> Refusals:
    """The dais enters it for a delegation that is in the room."""
    if is_dais(floor, by):
        yield from present(floor, seat, "seat")


def apply_seconded(floor: Floor, event: MotionSeconded, at: int) -> Floor:
    """It has its second."""
    return with_motion(floor, event.motion, lambda motion: replace(motion, second=event.seat))


def apply_objected(floor: Floor, event: MotionObjectedTo, at: int) -> Floor:
    """It is put to the vote."""
    return with_motion(
        floor, event.motion, lambda motion: replace(motion, objections=(*motion.objections, event.seat))
    )


ACTS = {
    SecondMotion: Act(may_second, settle_second),
    ObjectToMotion: Act(may_object, settle_object),
}
APPLY = {
    MotionSeconded: apply_seconded,
    MotionObjectedTo: apply_objected,
}
