"""Numbers for reading: durations, times of day, ordinals and lists of names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.words.language import ENGLISH, N_, NN_, Language

HOUR = 3600
SPEECHES_IN_SECONDS = 120
"""Up to this many seconds the field counts a speech in seconds ("speeches of 90 seconds")."""

_SECONDS = NN_("{n} second", "{n} seconds")
_MINUTES = NN_("{n} minute", "{n} minutes")
_HOURS = NN_("{n} hour", "{n} hours")
_ORDINALS = (
    N_("first"),
    N_("second"),
    N_("third"),
    N_("fourth"),
    N_("fifth"),
    N_("sixth"),
    N_("seventh"),
    N_("eighth"),
    N_("ninth"),
    N_("tenth"),
)


def duration(seconds: int, gettext: Language = ENGLISH) -> str:
    """A time in words: "45 seconds", "12 minutes", "1 min 30 s", "2 hours"; its size where it is negative."""
    seconds = abs(seconds)
    if seconds and seconds % HOUR == 0:
        return gettext.count(_HOURS, seconds // HOUR)
    if seconds and seconds % 60 == 0:
        return gettext.count(_MINUTES, seconds // 60)
    return gettext.count(_SECONDS, seconds) if seconds < 60 else short_duration(seconds, gettext)


def duration_ms(ms: int, gettext: Language = ENGLISH) -> str:
    """The same for milliseconds, rounded to the nearest second."""
    return duration((abs(ms) + 500) // 1000, gettext)


def speech_length(seconds: int, gettext: Language = ENGLISH) -> str:
    """The time of a speech as the field says it: "60 seconds", "90 seconds", "3 minutes"."""
    if 0 <= seconds <= SPEECHES_IN_SECONDS:
        return gettext.count(_SECONDS, seconds)
    return duration(seconds, gettext)


def short_duration(seconds: int, gettext: Language = ENGLISH) -> str:
    """A time for titles and tables: "10 min", "60 s", "1 min 30 s"."""
    minutes, rest = divmod(abs(seconds), 60)
    if not minutes:
        return gettext.say(N_("{seconds} s"), seconds=rest)
    if not rest:
        return gettext.say(N_("{minutes} min"), minutes=minutes)
    return gettext.say(N_("{minutes} min {seconds} s"), minutes=minutes, seconds=rest)


def minutes_and_seconds(seconds: int) -> str:
    """A time as a clock shows it: "9:45", and "+0:12" below zero, which is over time."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes}:{rest:02}"


def clock_time(at_ms: int, time_zone: str) -> str:
    """The time of day "14:12" of a room time (ms since 1970) in an IANA time zone.

    Raises zoneinfo.ZoneInfoNotFoundError for a zone that does not exist.
    """
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(ZoneInfo(time_zone)).strftime("%H:%M")


def day_time(minutes: int) -> str:
    """The time of day "14:12" of minutes after midnight."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def ordinal(number: int, gettext: Language = ENGLISH) -> str:
    """A place in an order, from 1: "first" to "tenth", then "11th", "21st"."""
    if 1 <= number <= len(_ORDINALS):
        return gettext(_ORDINALS[number - 1])
    endings = {1: N_("{number}st"), 2: N_("{number}nd"), 3: N_("{number}rd")}
    teens = number % 100 in (11, 12, 13)
    return gettext.say(
        N_("{number}th") if teens else endings.get(number % 10, N_("{number}th")), number=number
    )


def listed(items: Sequence[str], gettext: Language = ENGLISH) -> str:
    """Names one after the other: "Ghana, Kenya and Norway"; "nobody" where there are none."""
    if not items:
        return gettext(N_("nobody"))
    if len(items) == 1:
        return items[0]
    return gettext.say(N_("{others} and {last}"), others=", ".join(items[:-1]), last=items[-1])


def head_code(chain: str) -> str:
    """A chain code to print and to read out: its first 16 hexadecimal digits in groups of four."""
    return " ".join(chain[start : start + 4] for start in range(0, 16, 4))
