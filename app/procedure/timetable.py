"""The day's timetable: when the committee begins, breaks and ends, and which caucus would go on past it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from app.procedure.act import ORGANIZER, Act, Outcome, Refusals, forbidden, impossible, is_chair, not_over

if TYPE_CHECKING:
    from app.procedure.floor import Floor

MINUTE_MS = 60_000
DAY = 24 * 60
NEAR_MS = 400 * DAY * MINUTE_MS
"""Minutes of a day, and how far a day may lie from now (ms): a year and a little."""
MOST_TIMES = 14
"""Times of one day: its begin and end, and six breaks between them."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """One day, in minutes after `midnight` (room time in ms): the committee begins and stops in turn.

    The first of `times` is the begin of the day, the last its end, those between the breaks. None: not set.
    """

    midnight: int = 0
    times: tuple[int, ...] = ()

    @property
    def breaks(self) -> tuple[tuple[int, int], ...]:
        """The breaks, each from and to in minutes after midnight."""
        inner = self.times[1:-1]
        return tuple(zip(inner[::2], inner[1::2], strict=True))

    def at(self, minutes: int) -> int:
        """The room time (ms) of a time of this day."""
        return self.midnight + minutes * MINUTE_MS

    @property
    def stops(self) -> tuple[int, ...]:
        """When the committee stops: room times (ms) of each break and of the end."""
        return tuple(self.at(one) for one in self.times[1::2])


@dataclass(frozen=True, slots=True)
class SetTimetable:
    """Set the times of a day in minutes after `midnight` (room time in ms); none take the timetable away."""

    midnight: int
    times: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TimetableSet:
    """The day has these times from now on, or none."""

    midnight: int
    times: tuple[int, ...] = ()


def next_stop(floor: Floor, at: int) -> int | None:
    """When the committee stops next after room time `at` (ms): a break or the end of the day; None: never."""
    return next((stop for stop in floor.timetable.stops if stop > at), None)


def ends_day(floor: Floor, stop: int) -> bool:
    """Whether a stop is the end of the day, not a break."""
    return floor.timetable.stops[-1:] == (stop,)


@dataclass(frozen=True, slots=True)
class Overrun:
    """The caucus that runs goes on past the next stop.

    It ends at `ends`, the stop is at `stop` (room times, ms). `less_seconds` shorten it to `total_seconds`,
    which fit: whole speeches where it has them.
    """

    ends: int
    stop: int
    total_seconds: int
    less_seconds: int


def overrun(floor: Floor) -> Overrun | None:
    """How the running caucus goes on past the stop that was next at the last act; None where it fits."""
    clock = floor.clocks.get("caucus")
    if floor.caucus is None or clock is None or clock.deadline is None:
        return None
    stop = next_stop(floor, floor.at)
    if stop is None or clock.deadline <= stop:
        return None
    total, least = clock.total // 1000, -((stop - clock.deadline) // 1000)
    each = floor.caucus.speakers.seconds if floor.caucus.speakers else 1
    less = total - (total - least) // each * each
    ran = (floor.at - clock.deadline + clock.total) // 1000
    less = less if total - less > ran else least
    return Overrun(clock.deadline, stop, total - less, less)


def may_set(floor: Floor, by: str) -> Refusals:
    """The organizer or a chair, until the committee is over."""
    if by != ORGANIZER and not is_chair(floor, by):
        yield forbidden("chair.only")
    if not floor.number:
        yield impossible("committee.not_open")
    yield from not_over(floor)


def settle_set(floor: Floor, by: str, at: int, command: SetTimetable) -> Outcome:
    """Times of one day, each later than the one before, each begin with its end."""
    times = command.times
    if not at - NEAR_MS <= command.midnight <= at + NEAR_MS:
        yield impossible("field.wrong", "midnight", name="midnight")
    if len(times) > MOST_TIMES:
        yield impossible("timetable.many", "times", most=(MOST_TIMES - 2) // 2)
    elif len(times) % 2:
        yield impossible("timetable.pairs", "times")
    elif any(not 0 <= one <= DAY for one in times) or any(one >= other for one, other in pairwise(times)):
        yield impossible("timetable.order", "times")
    yield TimetableSet(command.midnight, times)


def apply_set(floor: Floor, event: TimetableSet, at: int) -> Floor:
    """Instead of the one before."""
    return replace(floor, timetable=Timetable(event.midnight, event.times))


ACTS = {SetTimetable: Act(may_set, settle_set)}
APPLY = {TimetableSet: apply_set}
