"""The minutes as a file to publish: what everybody may be told, as plain data for PDF, Word and CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.screens.directory import Directory
from app.screens.record import ActLine
from app.screens.shown import tongue
from app.words.language import N_


@dataclass(frozen=True, slots=True)
class FileLine:
    """One act: its number, date and time, sentences; `remark`: taken back, or from paper."""

    number: int
    day: str
    time: str
    kind: str
    sentences: tuple[str, ...]
    remark: str
    undone: bool
    decides: bool


@dataclass(frozen=True, slots=True)
class MinutesFile:
    """The whole file. `people` are (delegation, names), none where names are left out; `head` may be ""."""

    title: str
    committee: str
    topics: str
    as_of: str
    head: str
    head_label: str
    people_label: str
    people: tuple[tuple[str, str], ...]
    lines: tuple[FileLine, ...]
    language: str


def minutes_file(
    lines: Sequence[ActLine], directory: Directory, head: str, people: Sequence[tuple[str, str]] = ()
) -> MinutesFile:
    """The minutes of a committee, oldest first; `head` is the code of the record as it is read aloud."""
    speak, last = tongue(directory), lines[-1] if lines else None
    number = speak.say(N_("Entry {number}"), number=last.number) if last else ""
    return MinutesFile(
        title=speak(N_("Minutes")),
        committee=directory.name,
        topics="; ".join(directory.topics),
        as_of=f"{number}, {_day(last, directory)} {last.time(directory.time_zone)}" if last else "",
        head=head,
        head_label=speak(N_("Head of the record")),
        people_label=speak(N_("Delegates")),
        people=tuple(people),
        lines=tuple(_line(line, directory) for line in lines),
        language=speak.tag,
    )


def _line(line: ActLine, directory: Directory) -> FileLine:
    speak = tongue(directory)
    remark = speak(N_("taken back")) if line.undone else ""
    remark = remark or (speak(N_("entered afterwards from paper")) if line.sheet else "")
    return FileLine(
        line.number,
        _day(line, directory),
        line.time(directory.time_zone),
        line.kind,
        line.sentences,
        remark,
        line.undone,
        line.decides,
    )


def _day(line: ActLine, directory: Directory) -> str:
    return f"{datetime.fromtimestamp(line.at / 1000, UTC).astimezone(ZoneInfo(directory.time_zone)):%Y-%m-%d}"
