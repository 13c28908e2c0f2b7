"""Yields: a speaker gives the rest of its time to the chair, a delegate, questions or comments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, assert_never

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
    stale,
)
from app.procedure.calling import may_call
from app.procedure.countdown import with_clock
from app.procedure.list_state import emptied
from app.procedure.queues import takes_floor
from app.procedure.speeches import CommentsFollow, Speech, SpeechBegan, end_of_speech, same_speaker

if TYPE_CHECKING:
    from app.procedure.floor import Floor

YieldTo = Literal["chair", "delegate", "questions", "comments"]
CHAINS = {"no_second_yield": 1, "two_successive": 2}
"""How often the same time may be yielded [DUM] [ISC]."""


@dataclass(frozen=True, slots=True)
class YieldFloor:
    """Yield the rest of the speech that is held; `seat` is the delegation that receives it."""

    to: YieldTo
    seat: str = ""


@dataclass(frozen=True, slots=True)
class FloorYielded:
    """The speaker yielded: to the chair, to `receiver`, to questions or to comments."""

    seat: str
    to: YieldTo
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class CallComment:
    """Give the floor for a comment on the speech that was held. `after` is who is speaking now."""

    seat: str
    after: str = ""


LISTS = ("general", "caucus", "debate")
"""The lists on which a speaker has time of its own to yield."""


def yields_now(floor: Floor) -> tuple[YieldTo, ...]:
    """To whom the house lets the speech on the floor be yielded, whatever else stands against it now.

    () where it is no speech of a list, and in a caucus of a house that yields on its list only [DUM] [UNAD].
    """
    now, rules = floor.speeches.now, floor.rulebook.yields
    if now is None or not _is_held(now) or (now.list == "caucus" and not rules.in_caucus):
        return ()
    return rules.to


def _is_held(now: Speech) -> bool:
    return now.list in LISTS and now.kind in ("speech", "yielded")


def may_yield(floor: Floor, by: str) -> Refusals:
    """The speaker, or the dais for it, while it speaks on a list; not on procedure [DUM] [UNAD]."""
    yield from anyone(floor, by)
    yield from meets(floor)
    yield from no_vote_open(floor)
    now, rules = floor.speeches.now, floor.rulebook.yields
    if now is None:
        yield stale("speech.none")
        return
    if by in floor.seats and not is_dais(floor, by) and now.seat != by:
        yield forbidden("yield.not_speaker")
    if not _is_held(now):
        yield impossible("yield.not_here")
    elif now.list == "caucus" and not rules.in_caucus:
        yield against("yield.in_caucus")
    elif now.yields >= CHAINS[rules.chain]:
        yield against("yield.chain", most=CHAINS[rules.chain])


def settle_yield(floor: Floor, by: str, at: int, command: YieldFloor) -> Outcome:
    """One of the house's yields, of time that is left."""
    now, left = floor.speeches.now, floor.clocks["speech"].left(at)
    assert now is not None
    if command.to not in floor.rulebook.yields.to:
        yield against("yield.not_used", "to", to=command.to)
    if left <= 0:
        yield impossible("yield.no_time")
    yield FloorYielded(now.seat, command.to, command.seat if command.to == "delegate" else "")
    match command.to:
        case "chair":
            yield from end_of_speech(floor, at)
            yield from emptied(floor, (now.seat,))
        case "delegate":
            yield from _to_delegate(floor, at, now, command.seat, left)
        case "questions":
            pass  # the speech goes on, with answers
        case "comments":
            yield from end_of_speech(floor, at)
            yield CommentsFollow(now.seat, floor.rulebook.yields.comments_max)
        case _:
            assert_never(command.to)


def _to_delegate(floor: Floor, at: int, now: Speech, receiver: str, left: int) -> Outcome:
    """The receiver speaks for what is left, and keeps its own place on the list."""
    seat = floor.seats.get(receiver)
    if seat is None or seat.is_dais or seat.closed:
        yield impossible("seat.name_one", "seat")
        return
    if receiver == now.seat:
        yield impossible("yield.to_itself", "seat")
    yield from takes_floor(floor, receiver, "seat")
    yield from end_of_speech(floor, at, lapses=False)
    yield SpeechBegan(receiver, now.list, left, "yielded", now.yields + 1)


def may_comment(floor: Floor, by: str) -> Refusals:
    """The dais calls comments while any are left."""
    yield from may_call(floor, by)
    comments = floor.speeches.comments
    if comments is None or comments.left <= 0:
        yield stale("comment.none")


def settle_comment(floor: Floor, by: str, at: int, command: CallComment) -> Outcome:
    """Another delegation, for the house's length of a comment."""
    comments = floor.speeches.comments
    assert comments is not None
    yield from same_speaker(floor, command.after)
    yield from acts_for(floor, by, command.seat)
    yield from takes_floor(floor, command.seat, "seat")
    if command.seat == comments.on:
        yield against("comment.own", "seat", seat=command.seat)
    yield from end_of_speech(floor, at)
    yield SpeechBegan(command.seat, "general", floor.rulebook.yields.comment_seconds * 1000, "comment")


def apply_yielded(floor: Floor, event: FloorYielded, at: int) -> Floor:
    """With questions the speech goes on: its clock waits for the first."""
    now = floor.speeches.now
    if event.to != "questions" or now is None:
        return floor
    speeches = replace(floor.speeches, now=replace(now, kind="questions", yields=now.yields + 1), raised=())
    clock = floor.clocks["speech"]
    held = clock.paused(at) if clock.running else clock
    return with_clock(replace(floor, speeches=speeches), "speech", held)


ACTS = {
    YieldFloor: Act(may_yield, settle_yield),
    CallComment: Act(may_comment, settle_comment),
}
APPLY = {FloorYielded: apply_yielded}
