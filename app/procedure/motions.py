"""Motions: raised with their parameters, ordered by precedence, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    forbidden,
    impossible,
    is_dais,
    meets,
    no_vote_open,
    on_behalf,
    sits,
    stale,
)
from app.procedure.checks.voting import check_mover
from app.procedure.phases import in_order, phase
from app.procedure.precedence import Motion, ended, moved_before, ordered, some_motion, with_motion
from app.procedure.presence import present
from app.procedure.quorum import quorate
from app.procedure.results import consequences
from app.procedure.terms import LONGEST_TOPIC, TERMS, Terms, check_terms, form, taken

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class RaiseMotion:
    """Move something: a kind that the rulebook has, with its parameters (`terms.Terms`)."""

    kind: str
    seat: str = ""
    total_seconds: int = 0
    speech_seconds: int = 0
    topic: str = ""
    paper: str = ""
    amendment: str = ""
    until: str = ""
    topic_number: int = 0
    order: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    to: str = ""
    count: int = 0
    name: str = ""
    rule: str = ""
    mode: Literal["", "open", "closed"] = ""

    @property
    def terms(self) -> Terms:
        """Its parameters."""
        return Terms(**{name: _trimmed(getattr(self, name)) for name in TERMS})


def _trimmed(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


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


def may_raise(floor: Floor, by: str) -> Refusals:
    """Motions are taken when nobody speaks and no vote is open, from delegations that are present."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    yield from quorate(floor)
    if floor.speeches.now and not is_dais(floor, by):
        yield against("motion.speech_on", seat=floor.speeches.now.seat)
    if not is_dais(floor, by) and by in floor.seats:
        yield from _may_move(floor, by)


def _may_move(floor: Floor, seat: str) -> Refusals:
    """Members move; others where the rulebook lets them; the absent do not."""
    kind = floor.seats[seat].kind
    if kind == "guest" or (kind != "member" and not floor.rulebook.rights.observer_may_move):
        yield against("motion.members_only", seat=seat)
    yield from present(floor, seat)


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
    if not in_order(floor, rule):
        yield against("motion.phase", "kind", motion=rule.kind, phase=phase(floor))
    said = command.terms
    refusals = tuple(form(said))
    yield from refusals
    if refusals:
        return
    terms = taken(rule, said)
    yield from _unread(floor, by, terms)
    yield from check_terms(floor, rule, terms)
    yield from check_mover(floor, rule.effect, seat, terms)
    yield from moved_before(floor, seat, rule.kind, terms)
    yield from _raised(floor, seat, rule.kind, terms)
    if floor.rulebook.carried(rule) == "automatic":
        yield from consequences(floor, at, Motion(floor.number + 1, rule.kind, seat, terms), True)


def _unread(floor: Floor, by: str, terms: Terms) -> Refusals:
    """A paper that a delegation may not read is none that it could name."""
    paper = floor.papers.get(terms.paper)
    if paper is not None and not is_dais(floor, by) and not paper.may_be_read_by(by):
        yield impossible("paper.unknown", "paper", paper=terms.paper[:LONGEST_TOPIC])


def _raised(floor: Floor, seat: str, kind: str, terms: Terms) -> Outcome:
    """Identical motions merge: same kind and terms count once (motion handling loop)."""
    for motion in floor.motions.pending:
        if (motion.kind, motion.terms) == (kind, terms):
            if seat in motion.movers:
                yield stale("motion.same", motion=motion.number)
            yield MotionJoined(motion.number, seat)
            return
    yield MotionRaised(kind, seat, terms)


def may_withdraw(floor: Floor, by: str) -> Refusals:
    """In a meeting, who has moved something; motions wait through a suspension."""
    yield from anyone(floor, by)
    yield from meets(floor)
    yield from some_motion(floor)
    movers = [motion.seat for motion in floor.motions.pending]
    if movers and by in floor.seats and not is_dais(floor, by) and by not in movers:
        yield forbidden("motion.not_yours")


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


def apply_raised(floor: Floor, event: MotionRaised, at: int) -> Floor:
    """The motion takes its place in the order of precedence."""
    motion = Motion(floor.number + 1, event.kind, event.seat, event.terms)
    pending = ordered(floor, (*floor.motions.pending, motion))
    return replace(floor, motions=replace(floor.motions, pending=pending))


def apply_joined(floor: Floor, event: MotionJoined, at: int) -> Floor:
    """One motion, one more mover."""
    return with_motion(floor, event.motion, lambda one: replace(one, also=(*one.also, event.seat)))


def apply_withdrawn(floor: Floor, event: MotionWithdrawn, at: int) -> Floor:
    """Taken back."""
    return ended(floor, (event.motion,), "withdrawn")


ACTS = {
    RaiseMotion: Act(may_raise, settle_raise),
    WithdrawMotion: Act(may_withdraw, settle_withdraw),
}
APPLY = {
    MotionRaised: apply_raised,
    MotionJoined: apply_joined,
    MotionWithdrawn: apply_withdrawn,
}
