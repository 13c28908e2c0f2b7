"""Clocks: held, started and adjusted by the dais; running out, and stops of the server, by the room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, dais, impossible, meets, room_itself, stale
from app.procedure.countdown import hold_all, with_clock
from app.procedure.resolution_debate import clock_waits

if TYPE_CHECKING:
    from app.procedure.floor import Floor

LONGEST_GAP_MS = 30_000
"""After a stop of up to this long the clocks simply went on; after a longer one the chair decides."""
LONGEST_CLOCK_MS = 24 * 3_600_000
"""No clock of a committee counts more than a day."""


@dataclass(frozen=True, slots=True)
class PauseClock:
    """Hold a clock ("speech" or "caucus")."""

    clock: str


@dataclass(frozen=True, slots=True)
class ClockPaused:
    """A clock was held."""

    clock: str


@dataclass(frozen=True, slots=True)
class StartClock:
    """Let a held clock go on."""

    clock: str


@dataclass(frozen=True, slots=True)
class ClockStarted:
    """A clock runs (again)."""

    clock: str


@dataclass(frozen=True, slots=True)
class AdjustClock:
    """Give a clock `seconds` more (negative: less)."""

    clock: str
    seconds: int


@dataclass(frozen=True, slots=True)
class ClockAdjusted:
    """A clock got `ms` milliseconds more (negative: less)."""

    clock: str
    ms: int


@dataclass(frozen=True, slots=True)
class TimeUp:
    """The room's alarm: this clock, in this generation, has reached zero."""

    clock: str
    generation: int


@dataclass(frozen=True, slots=True)
class TimeRanOut:
    """A clock reached zero; the chair rules what follows."""

    clock: str


@dataclass(frozen=True, slots=True)
class ReopenRoom:
    """The room serves again; it was last alive at room time `last_alive` (ms)."""

    last_alive: int


@dataclass(frozen=True, slots=True)
class ClocksResumed:
    """The stop was short: running clocks went on through it. `gap` in milliseconds."""

    gap: int


@dataclass(frozen=True, slots=True)
class ClocksHeld:
    """The stop was long: running clocks are held at what they showed at `since` (room time, ms)."""

    since: int
    gap: int


def may_set_clocks(floor: Floor, by: str) -> Refusals:
    """The dais sets clocks while the meeting sits: in a suspension nothing runs."""
    yield from dais(floor, by)
    yield from meets(floor)


def settle_pause(floor: Floor, by: str, at: int, command: PauseClock) -> Outcome:
    """Only a running clock can be held."""
    clock = floor.clocks.get(command.clock)
    if clock is None:
        yield impossible("clock.unknown", "clock")
    elif not clock.running:
        yield stale("clock.held_already", "clock")
    yield ClockPaused(command.clock)


def settle_start(floor: Floor, by: str, at: int, command: StartClock) -> Outcome:
    """Only a held clock can be started."""
    clock = floor.clocks.get(command.clock)
    if clock is None:
        yield impossible("clock.unknown", "clock")
    elif clock.running:
        yield stale("clock.runs_already", "clock")
    elif clock_waits(floor, command.clock):
        yield impossible("clock.waits", "clock")
    yield ClockStarted(command.clock)


def settle_adjust(floor: Floor, by: str, at: int, command: AdjustClock) -> Outcome:
    """At most an hour either way, and up to a day in all."""
    clock = floor.clocks.get(command.clock)
    if clock is None:
        yield impossible("clock.unknown", "clock")
        return
    total = clock.total + command.seconds * 1000
    if not 0 < abs(command.seconds) <= 3600 or abs(total) > LONGEST_CLOCK_MS:
        yield impossible("clock.adjust_range", "seconds")
    yield ClockAdjusted(command.clock, command.seconds * 1000)


def settle_time_up(floor: Floor, by: str, at: int, command: TimeUp) -> Outcome:
    """A late alarm (the clock was held, adjusted or replaced since) changes nothing."""
    clock = floor.clocks.get(command.clock)
    if clock is None or clock.generation != command.generation or not clock.running or clock.rang:
        yield stale("clock.late_alarm")
    elif clock.left(at) > 0:
        yield stale("clock.early_alarm")
    yield TimeRanOut(command.clock)


def settle_reopen(floor: Floor, by: str, at: int, command: ReopenRoom) -> Outcome:
    """Up to LONGEST_GAP_MS the clocks went on; beyond it they are held and the chair is asked."""
    last_alive = max(command.last_alive, floor.at)  # it lived when it recorded its last act
    gap = at - last_alive
    if gap < 0:
        yield impossible("clock.gap", "last_alive")
    if not any(clock.running for clock in floor.clocks.values()):
        yield stale("clock.none_runs")
    elif gap <= LONGEST_GAP_MS:
        yield ClocksResumed(gap)
    else:
        yield ClocksHeld(last_alive, gap)


def apply_paused(floor: Floor, event: ClockPaused, at: int) -> Floor:
    """The clock keeps what is left."""
    return with_clock(floor, event.clock, floor.clocks[event.clock].paused(at))


def apply_started(floor: Floor, event: ClockStarted, at: int) -> Floor:
    """The clock runs from now."""
    return with_clock(floor, event.clock, floor.clocks[event.clock].started(at))


def apply_adjusted(floor: Floor, event: ClockAdjusted, at: int) -> Floor:
    """The clock with more or less time."""
    return with_clock(floor, event.clock, floor.clocks[event.clock].adjusted(event.ms, at))


def apply_ran_out(floor: Floor, event: TimeRanOut, at: int) -> Floor:
    """Noted; the clock counts over time until the chair ends what it measures."""
    return with_clock(floor, event.clock, replace(floor.clocks[event.clock], rang=True))


def apply_resumed(floor: Floor, event: ClocksResumed, at: int) -> Floor:
    """Deadlines stand."""
    return floor


def apply_held(floor: Floor, event: ClocksHeld, at: int) -> Floor:
    """What the clocks showed when the room was last alive."""
    return hold_all(floor, event.since)


ACTS = {
    PauseClock: Act(may_set_clocks, settle_pause),
    StartClock: Act(may_set_clocks, settle_start),
    AdjustClock: Act(may_set_clocks, settle_adjust),
    TimeUp: Act(room_itself, settle_time_up),
    ReopenRoom: Act(room_itself, settle_reopen),
}
APPLY = {
    ClockPaused: apply_paused,
    ClockStarted: apply_started,
    ClockAdjusted: apply_adjusted,
    TimeRanOut: apply_ran_out,
    ClocksResumed: apply_resumed,
    ClocksHeld: apply_held,
}
