"""What would go on past the next break: the caucus that runs, and the motions that ask for time."""

from __future__ import annotations

import json
from dataclasses import dataclass

from app.procedure.countdown import Clock
from app.procedure.floor import Floor
from app.procedure.precedence import Motion
from app.procedure.timetable import ends_day, overrun
from app.screens.directory import Directory
from app.screens.shown import tongue
from app.words import clock_time, short_duration

MOST_SECONDS = 3600
"""A clock is set by an hour at most; what is later than that is ended by hand."""


@dataclass(frozen=True, slots=True)
class Late:
    """The running caucus ends at `ends`, after the stop at `stop` (times of day); `ends_day`: for good.

    `less_seconds` less bring it to `fits` ("8 min"); 0 where it is too late for one press.
    """

    ends: str
    stop: str
    ends_day: bool
    less_seconds: int
    fits: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the browser needs to tell whether a motion would go on past a stop: it knows the time.

    `total_seconds` and `speech_seconds` (0: none) are asked for; `begins` is the room time (ms) at which the
    time begins, 0 for the moment at which the motion passes. `less_seconds` is the longest total below it:
    what the press asks for until the browser has worked out what fits.
    """

    total_seconds: int
    speech_seconds: int
    begins: int
    less_seconds: int


def caucus_late(floor: Floor, directory: Directory) -> Late | None:
    """The line for the caucus on the floor; None where it ends in time, or is held."""
    found = overrun(floor)
    if found is None:
        return None
    return Late(
        clock_time(found.ends, directory.time_zone),
        clock_time(found.stop, directory.time_zone),
        ends_day(floor, found.stop),
        found.less_seconds if found.less_seconds <= MOST_SECONDS else 0,
        short_duration(found.total_seconds, tongue(directory)),
    )


def asked_time(floor: Floor, motion: Motion) -> Asked | None:
    """The time that a motion asks for, None for none; an extension begins as the caucus ends."""
    terms, rule = motion.terms, floor.rulebook.motion(motion.kind)
    if not terms.total_seconds:
        return None
    extends = rule is not None and rule.effect == "extend_caucus"
    clock: Clock | None = floor.clocks.get("caucus") if extends else None
    speakers = floor.caucus.speakers if extends and floor.caucus else None
    speech = speakers.seconds if speakers else terms.speech_seconds
    less = (terms.total_seconds - 1) // (speech or 60) * (speech or 60)
    return Asked(terms.total_seconds, speech, (clock.deadline or 0) if clock else 0, less)


def stops_told(floor: Floor, directory: Directory) -> str:
    """The stops of the day as JSON: [room time in ms, time of day, whether it ends the day]; "" for none."""
    zone, stops = directory.time_zone, floor.timetable.stops
    return (
        json.dumps([[stop, clock_time(stop, zone), ends_day(floor, stop)] for stop in stops]) if stops else ""
    )
