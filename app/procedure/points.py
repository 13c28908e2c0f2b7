"""Points: of order, of personal privilege, of inquiry, of information; raised, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from app.procedure.act import (
    LONGEST_REASON,
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
    on_behalf,
    sits,
    stale,
    words,
)
from app.procedure.clocks import ClockPaused, ClockStarted
from app.procedure.presence import present
from app.procedure.resolution_debate import DEBATE_CLOCKS, clock_waits
from app.procedure.rules.debate import PointKind

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class Point:
    """A point that waits for the chair: `number` is the act that raised it, `held` the clocks it stopped."""

    number: int
    kind: PointKind
    seat: str
    words: str
    held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """The points that wait, in the order in which they are taken.

    `open_speech` is the speaker, and when the speech began (room ms), that takes points of information.
    """

    pending: tuple[Point, ...] = ()
    open_speech: tuple[str, int] | None = None

    def find(self, number: int) -> Point | None:
        """The point with this number."""
        return next((point for point in self.pending if point.number == number), None)


@dataclass(frozen=True, slots=True)
class RaisePoint:
    """Raise a point. `audibility` says that the speaker cannot be heard (personal privilege)."""

    kind: PointKind
    words: str = ""
    audibility: bool = False
    seat: str = ""


@dataclass(frozen=True, slots=True)
class PointRaised:
    """A point is raised; `held` are the clocks that wait for its ruling."""

    kind: PointKind
    seat: str
    words: str
    held: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithdrawPoint:
    """Take a point back before it is ruled on."""

    point: int


@dataclass(frozen=True, slots=True)
class PointWithdrawn:
    """The point was taken back."""

    point: int


def may_raise(floor: Floor, by: str) -> Refusals:
    """Delegations that are present, where one of the house's points is in order now."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from present(floor, by)
    known = floor.rulebook.points.available
    if not known:
        yield against("point.unavailable", point="order")
    elif all(any(_obstacles(floor, kind, True, by)) for kind in known):
        yield from _obstacles(floor, known[0], True, by)


def settle_raise(floor: Floor, by: str, at: int, command: RaisePoint) -> Outcome:
    """Of a kind that the house has, once, and into a speech only where that kind may interrupt."""
    yield from acts_for(floor, by, command.seat)
    yield from words(command.words, "words", LONGEST_REASON)
    seat = on_behalf(floor, by, command.seat)
    if is_dais(floor, by):
        yield from present(floor, seat, "seat")
    if any((point.kind, point.seat) == (command.kind, seat) for point in floor.points.pending):
        yield stale("point.same", seat=seat)
    yield from _obstacles(floor, command.kind, command.audibility, seat)
    held = tuple(_running(floor)) if floor.speeches.now is not None else ()
    yield from (ClockPaused(clock) for clock in held)
    yield PointRaised(command.kind, seat, command.words.strip(), held)


def _running(floor: Floor) -> Iterator[str]:
    """The clocks that a speech runs against."""
    against_it = ("speech", "caucus", *DEBATE_CLOCKS)
    return (name for name in against_it if name in floor.clocks and floor.clocks[name].running)


def _obstacles(floor: Floor, kind: PointKind, audibility: bool, seat: str) -> Refusals:
    """What stands against a point of this kind now: not of the house, in a vote, into a speech."""
    if kind not in floor.rulebook.points.available:
        yield against("point.unavailable", "kind", point=kind)
    if floor.votes.now is not None or floor.elections.now is not None:
        if kind != "order":  # GA 88/128: only about the conduct of the vote
            yield against("point.in_vote", "kind", point=kind)
    elif kind == "information":
        yield from _information(floor, seat)
    else:
        now = floor.speeches.now
        if now is not None and now.seat != seat and not _interrupts(floor, kind, audibility):
            yield against("point.interrupts", "kind", point=kind, seat=now.seat)


def _information(floor: Floor, seat: str) -> Refusals:
    """A question to the speaker: somebody speaks, and is open to it [GAVT]."""
    now = floor.speeches.now
    if now is None or now.seat == seat:
        yield impossible("point.no_speaker", "kind")
    elif now.list == "debate" and not floor.rulebook.timed_debate.points_of_information:
        yield against("point.not_in_debate", "kind")
    elif not open_to_points(floor):
        yield against("point.not_open", "kind", seat=now.seat)


def open_to_points(floor: Floor) -> bool:
    """Whether the speaker takes points of information: it said so, or has yielded to questions."""
    now = floor.speeches.now
    if now is None:
        return False
    return now.kind == "questions" or (now.seat, now.began) == floor.points.open_speech


def _interrupts(floor: Floor, kind: PointKind, audibility: bool) -> bool:
    """Whether a point of this kind may interrupt a speaker (point_of_order_may_interrupt and the like)."""
    rules = floor.rulebook.points
    match kind:
        case "order":
            return rules.order_may_interrupt
        case "personal_privilege":
            heard = rules.privilege_may_interrupt == "audibility_only" and audibility
            return heard or rules.privilege_may_interrupt == "any"
        case "inquiry" | "information" | "information_to_chair":
            return False
        case _:
            assert_never(kind)


def may_withdraw(floor: Floor, by: str) -> Refusals:
    """Who raised a point takes it back."""
    yield from anyone(floor, by)
    yield from meets(floor)
    mine = (point.seat for point in floor.points.pending)
    if not floor.points.pending:
        yield stale("point.none")
    elif by in floor.seats and not is_dais(floor, by) and by not in mine:
        yield forbidden("point.not_yours")


def settle_withdraw(floor: Floor, by: str, at: int, command: WithdrawPoint) -> Outcome:
    """The clocks that it stopped go on."""
    point = floor.points.find(command.point)
    if point is None:
        yield stale("point.gone", "point")
        return
    if by != point.seat and not is_dais(floor, by):
        yield forbidden("point.not_yours")
    yield PointWithdrawn(point.number)
    yield from resumed(floor, point)


def resumed(floor: Floor, point: Point, taken: bool = False) -> Outcome:
    """The events that let the clocks of a speech run again after a point, unless another holds them too.

    A question that is `taken` in a timed debate is not counted on the speech: its clock waits for the dais.
    """
    others = {name for other in floor.points.pending if other.number != point.number for name in other.held}
    now = floor.speeches.now
    if taken and point.kind == "information" and now is not None and now.list == "debate":
        others.add("speech")
    for name in point.held:
        clock = floor.clocks.get(name)
        if clock is not None and not clock.running and not (name in others or clock_waits(floor, name)):
            yield ClockStarted(name)


def points_first(floor: Floor) -> Refusals:
    """What stands against other business: points come before motions."""
    for point in floor.points.pending[:1]:
        yield against("point.first", point=point.kind, seat=point.seat)


def apply_raised(floor: Floor, event: PointRaised, at: int) -> Floor:
    """It takes its place in the order of the house's points."""
    known = floor.rulebook.points.available
    point = Point(floor.number + 1, event.kind, event.seat, event.words, event.held)
    pending = sorted(
        (*floor.points.pending, point),
        key=lambda one: (known.index(one.kind) if one.kind in known else len(known), one.number),
    )
    return replace(floor, points=replace(floor.points, pending=tuple(pending)))


def apply_withdrawn(floor: Floor, event: PointWithdrawn, at: int) -> Floor:
    """Taken back."""
    return without_point(floor, event.point)


def without_point(floor: Floor, number: int) -> Floor:
    """The floor with a point dealt with."""
    pending = tuple(point for point in floor.points.pending if point.number != number)
    return replace(floor, points=replace(floor.points, pending=pending))


ACTS = {
    RaisePoint: Act(may_raise, settle_raise),
    WithdrawPoint: Act(may_withdraw, settle_withdraw),
}
APPLY = {
    PointRaised: apply_raised,
    PointWithdrawn: apply_withdrawn,
}
