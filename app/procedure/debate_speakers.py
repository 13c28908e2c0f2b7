"""Speakers in a timed debate: they ask on either side, and are called for and against in turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    dais,
    impossible,
    is_dais,
    no_vote_open,
    on_behalf,
    sits,
    stale,
)
from app.procedure.hearing import SIDES, Hearing, Side
from app.procedure.queues import takes_floor
from app.procedure.quorum import quorate
from app.procedure.resolution_debate import Debated, first_speaker, in_hand
from app.procedure.speeches import SpeechBegan, end_of_speech, same_speaker

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class JoinDebate:
    """Ask for the floor, for or against what is debated: the own seat, or the dais for a delegation."""

    side: Side
    seat: str = ""


@dataclass(frozen=True, slots=True)
class DebateJoined:
    """A delegation asks for the floor on a draft or an amendment."""

    subject: str
    side: Side
    seat: str


@dataclass(frozen=True, slots=True)
class LeaveDebate:
    """Ask for the floor no longer."""

    seat: str = ""


@dataclass(frozen=True, slots=True)
class DebateLeft:
    """A delegation no longer asks for the floor on a draft or an amendment."""

    subject: str
    seat: str


@dataclass(frozen=True, slots=True)
class CallDebater:
    """Give the floor on one side: to the next who asked, or to `seat`, whose placard is up.

    `after` is who is speaking now ("" for nobody).
    """

    side: Side
    seat: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class DebaterCalled:
    """A delegation is heard for or against a draft or an amendment."""

    subject: str
    side: Side
    seat: str


def may_join(floor: Floor, by: str) -> Refusals:
    """Delegations that are present, while something is debated."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    yield from in_hand(floor)
    if by in floor.seats and not is_dais(floor, by):
        yield from takes_floor(floor, by)
        yield from _once(floor, by)


def _once(floor: Floor, seat: str) -> Refusals:
    debate = floor.resolution_debate
    if debate is not None and any(seat in debate.now.hearing.waiting(side) for side in SIDES):
        yield stale("timed.asked", seat=seat)


def settle_join(floor: Floor, by: str, at: int, command: JoinDebate) -> Outcome:
    """On the side whose time it is, once until called."""
    debate, seat = floor.resolution_debate, on_behalf(floor, by, command.seat)
    assert debate is not None
    yield from acts_for(floor, by, command.seat)
    if is_dais(floor, by):
        yield from takes_floor(floor, seat, "seat")
        yield from _once(floor, seat)
    yield from _side(debate.now, command.side)
    yield DebateJoined(debate.now.subject, command.side, seat)


def _side(debated: Debated, side: Side) -> Refusals:
    if debated.stage not in (side, "open"):
        yield against("timed.side", "side", debate_stage=debated.stage)


def may_leave(floor: Floor, by: str) -> Refusals:
    """Who asked."""
    yield from anyone(floor, by)
    yield from sits(floor)
    debate = floor.resolution_debate
    waiting = [key for side in SIDES for key in debate.now.hearing.waiting(side)] if debate else []
    if not waiting or (by in floor.seats and not is_dais(floor, by) and by not in waiting):
        yield stale("timed.not_asked")


def settle_leave(floor: Floor, by: str, at: int, command: LeaveDebate) -> Outcome:
    """On whichever side."""
    debate, seat = floor.resolution_debate, on_behalf(floor, by, command.seat)
    assert debate is not None
    yield from acts_for(floor, by, command.seat)
    if not any(seat in debate.now.hearing.waiting(side) for side in SIDES):
        yield stale("timed.not_asked", "seat")
    yield DebateLeft(debate.now.subject, seat)


def may_call(floor: Floor, by: str) -> Refusals:
    """The dais gives the floor; nobody speaks into a vote or a caucus."""
    yield from dais(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    yield from quorate(floor)
    yield from in_hand(floor)
    if floor.caucus is not None:
        yield impossible("timed.caucus_on")


def settle_call(floor: Floor, by: str, at: int, command: CallDebater) -> Outcome:
    """The chair balances for and against; who submitted the text speaks first [GAVT] [BFI]."""
    debate = floor.resolution_debate
    assert debate is not None
    yield from same_speaker(floor, command.after)
    waiting = debate.now.hearing.waiting(command.side)
    seat = command.seat or next(iter(waiting), "")
    if not seat:
        yield impossible("timed.nobody", "side")
        return
    yield from acts_for(floor, by, seat)
    yield from takes_floor(floor, seat, "seat")
    yield from _side(debate.now, command.side)
    yield from _turn(floor, debate.now, command.side, seat)
    clock = floor.clocks.get(debate.clock)
    if clock is not None and clock.left(at) <= 0:
        yield against("timed.time_up")
    yield from end_of_speech(floor, at)
    yield DebaterCalled(debate.now.subject, command.side, seat)
    yield SpeechBegan(seat, "debate", floor.rulebook.timed_debate.speech_seconds * 1000)


def _turn(floor: Floor, debated: Debated, side: Side, seat: str) -> Refusals:
    first, hearing = first_speaker(floor, debated), debated.hearing
    if first and seat != first and debated.stage != "against":
        yield against("timed.submitter_first", "seat", seat=first)
    elif debated.stage == "open" and next_side(hearing) not in ("", side):
        yield against("timed.turn", "side")


def next_side(hearing: Hearing) -> Side | Literal[""]:
    """The side whose turn it is in open debate: the one heard less, in favour first; "" if none waits."""
    less: Side = "for" if len(hearing.called_for) <= len(hearing.called_against) else "against"
    return less if hearing.waiting(less) else ""


def side_called(debated: Debated) -> Side:
    """The side that the chair calls next: in open debate that whose turn it is, or where anybody waits."""
    if debated.stage == "against":
        return "against"
    side = next_side(debated.hearing) if debated.stage == "open" else "for"
    return side or ("against" if debated.hearing.waiting_against else "for")


def apply_joined(floor: Floor, event: DebateJoined, at: int) -> Floor:
    """Behind those of its side."""
    return _heard(floor, lambda hearing: hearing.named(event.seat, event.side))


def apply_left(floor: Floor, event: DebateLeft, at: int) -> Floor:
    """No longer waiting."""
    return _heard(floor, lambda hearing: hearing.only(lambda key: key != event.seat))


def apply_called(floor: Floor, event: DebaterCalled, at: int) -> Floor:
    """One more heard on its side."""
    return _heard(floor, lambda hearing: hearing.heard(event.seat, event.side))


def _heard(floor: Floor, change: Callable[[Hearing], Hearing]) -> Floor:
    debate = floor.resolution_debate
    assert debate is not None
    changed = replace(debate.now, hearing=change(debate.now.hearing))
    return replace(floor, resolution_debate=debate.with_now(changed))


ACTS = {
    JoinDebate: Act(may_join, settle_join),
    LeaveDebate: Act(may_leave, settle_leave),
    CallDebater: Act(may_call, settle_call),
}
APPLY = {
    DebateJoined: apply_joined,
    DebateLeft: apply_left,
    DebaterCalled: apply_called,
}
