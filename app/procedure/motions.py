"""Motions: raised with their parameters, ordered by precedence, withdrawn, ruled out, decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    chair,
    forbidden,
    impossible,
    is_dais,
    meets,
    no_vote_open,
    on_behalf,
    reason,
    sits,
    stale,
)
from app.procedure.phases import phase, phases
from app.procedure.precedence import Motion, ended, ordered
from app.procedure.terms import LONGEST_TOPIC, Terms, check_terms, form, taken

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class RaiseMotion:
    """Move something: a kind that the rulebook has, with its parameters (seconds, words, paper)."""

    kind: str
    seat: str = ""
    total_seconds: int = 0
    speech_seconds: int = 0
    topic: str = ""
    paper: str = ""
    amendment: str = ""
    until: str = ""
    topic_number: int = 0

    @property
    def terms(self) -> Terms:
        """Its parameters."""
        return Terms(
            self.total_seconds,
            self.speech_seconds,
            self.topic.strip(),
            self.paper,
            self.amendment,
            self.until.strip(),
            self.topic_number,
        )


@dataclass(frozen=True, slots=True)
class MotionRaised:
    """A motion is before the committee."""

    kind: str
    seat: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class MotionJoined:
    """A delegation moved what is moved already: both stand as movers of one motion."""

    motion: int
    seat: str


@dataclass(frozen=True, slots=True)
class WithdrawMotion:
    """Take a motion back before it is put to the vote."""

    motion: int


@dataclass(frozen=True, slots=True)
class MotionWithdrawn:
    """The mover took the motion back."""

    motion: int


@dataclass(frozen=True, slots=True)
class RuleMotionOut:
    """The chair rules a motion out of order (dilatory), with a reason."""

    motion: int
    reason: str


@dataclass(frozen=True, slots=True)
class MotionRuledOut:
    """The chair ruled the motion out of order."""

    motion: int
    reason: str


def may_raise(floor: Floor, by: str) -> Refusals:
    """Motions are taken when nobody speaks and no vote is open, from delegations that are present."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    if floor.speeches.now and not is_dais(floor, by):
        yield against("motion.speech_on", seat=floor.speeches.now.seat)
    if not is_dais(floor, by) and by in floor.seats:
        yield from _may_move(floor, by)


def _may_move(floor: Floor, seat: str) -> Refusals:
    """Members move; others where the rulebook lets them; the absent do not."""
    kind = floor.seats[seat].kind
    if kind == "guest" or (kind != "member" and not floor.rulebook.rights.observer_may_move):
        yield against("motion.members_only", seat=seat)
    if not floor.attendance.here(seat):
        yield impossible("seat.absent", seat=seat)


def settle_raise(floor: Floor, by: str, at: int, command: RaiseMotion) -> Outcome:
    """The kind must be in order now and its parameters within the rulebook's limits."""
    yield from acts_for(floor, by, command.seat)
    seat = on_behalf(floor, by, command.seat)
    rule = floor.rulebook.motion(command.kind)
    if seat in floor.seats and is_dais(floor, by):
        yield from _may_move(floor, seat)
    if rule is None:
        yield impossible("motion.unknown", "kind", motion=command.kind[:LONGEST_TOPIC])
        return
    if not phases(floor).intersection(rule.phases):
        yield against("motion.phase", "kind", motion=rule.kind, phase=phase(floor))
    refusals = tuple(form(command.terms))
    yield from refusals
    if refusals:
        return
    terms = taken(rule, command.terms)
    yield from check_terms(floor, rule, terms)
    yield from _raised(floor, seat, rule.kind, terms)


def _raised(floor: Floor, seat: str, kind: str, terms: Terms) -> Outcome:
    """Identical motions merge: same kind and terms count once (motion handling loop)."""
    for motion in floor.motions.pending:
        if (motion.kind, motion.terms) == (kind, terms):
            if seat in (motion.seat, *motion.also):
                yield stale("motion.same", motion=motion.number)
            yield MotionJoined(motion.number, seat)
            return
    yield MotionRaised(kind, seat, terms)


def may_withdraw(floor: Floor, by: str) -> Refusals:
    """In a meeting; motions wait through a suspension."""
    yield from anyone(floor, by)
    yield from meets(floor)


def may_rule_out(floor: Floor, by: str) -> Refusals:
    """A ruling is the chair's."""
    yield from chair(floor, by)
    yield from meets(floor)


def settle_withdraw(floor: Floor, by: str, at: int, command: WithdrawMotion) -> Outcome:
    """By its mover, or by the dais for the mover."""
    motion = floor.motions.find(command.motion)
    if motion is None:
        yield stale("motion.gone", "motion")
    elif by != motion.seat and not is_dais(floor, by):
        yield forbidden("motion.not_yours")
    elif floor.votes.about("motion", str(command.motion)):
        yield impossible("vote.open_now")
    yield MotionWithdrawn(command.motion)


def settle_rule_out(floor: Floor, by: str, at: int, command: RuleMotionOut) -> Outcome:
    """A ruling has a reason, which the room is told."""
    if floor.motions.find(command.motion) is None:
        yield stale("motion.gone", "motion")
    elif floor.votes.about("motion", str(command.motion)):
        yield impossible("vote.open_now")
    yield from reason(command.reason, LONGEST_REASON)
    yield MotionRuledOut(command.motion, command.reason.strip())


def apply_raised(floor: Floor, event: MotionRaised, at: int) -> Floor:
    """The motion takes its place in the order of precedence."""
    motion = Motion(floor.number + 1, event.kind, event.seat, event.terms)
    pending = ordered(floor, (*floor.motions.pending, motion))
    return replace(floor, motions=replace(floor.motions, pending=pending))


def apply_joined(floor: Floor, event: MotionJoined, at: int) -> Floor:
    """One motion, one more mover."""
    pending = tuple(
        replace(motion, also=(*motion.also, event.seat)) if motion.number == event.motion else motion
        for motion in floor.motions.pending
    )
    return replace(floor, motions=replace(floor.motions, pending=pending))


def apply_withdrawn(floor: Floor, event: MotionWithdrawn, at: int) -> Floor:
    """Taken back."""
    return ended(floor, (event.motion,), "withdrawn")


def apply_ruled_out(floor: Floor, event: MotionRuledOut, at: int) -> Floor:
    """Out of order."""
    return ended(floor, (event.motion,), "ruled_out")


ACTS = {
    RaiseMotion: Act(may_raise, settle_raise),
    WithdrawMotion: Act(may_withdraw, settle_withdraw),
    RuleMotionOut: Act(may_rule_out, settle_rule_out),
}
APPLY = {
    MotionRaised: apply_raised,
    MotionJoined: apply_joined,
    MotionWithdrawn: apply_withdrawn,
    MotionRuledOut: apply_ruled_out,
}
