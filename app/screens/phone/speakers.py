"""The speakers' list as departures: who, in which order, in about how many minutes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.queues import list_in_use
from app.screens.directory import Directory
from app.screens.shown import Who, who


@dataclass(frozen=True, slots=True)
class Row:
    """One who waits: `minutes` until about then (0: next), `heard` whether it spoke before."""

    key: str
    who: Who
    minutes: int
    heard: bool


@dataclass(frozen=True, slots=True)
class List:
    """The list in use: `name` is general, caucus or "" where none is."""

    template: ClassVar[str] = "phone/list.html"
    coalesced: ClassVar[bool] = False

    name: str
    open: bool
    seconds: int
    now: Who | None
    rows: tuple[Row, ...]


def speakers_list(floor: Floor, directory: Directory) -> List:
    """The list that names go to now, with the speaker on top."""
    using = list_in_use(floor) if floor.meeting.debate == "open" else None
    speaking = floor.speeches.now
    now = who(directory, speaking.seat) if speaking else None
    if using is None:
        return List("", False, 0, now, ())
    name, speakers = using
    heard = {speech.seat for speech in floor.speeches.heard}
    rows = tuple(
        Row(key, who(directory, key), minutes_until(floor, place), key in heard)
        for place, key in enumerate(speakers.queue)
    )
    return List(name, speakers.open, speakers.seconds, now, rows)


def minutes_until(floor: Floor, place: int) -> int:
    """In about how many minutes the speech at `place` (from 0) begins, rounded up; 0 is next.

    The speech on the floor counts whole: a view knows no present time.
    """
    using = list_in_use(floor)
    each = using[1].seconds if using else 0
    now = floor.speeches.now.ms // 1000 if floor.speeches.now else 0
    return -(-(now + place * each) // 60)
