"""Where a delegation stands: its answer to the roll call, its place on the list, and when it speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.queues import SpeakersList, list_in_use
from app.screens.directory import Directory
from app.screens.phone.speakers import minutes_until
from app.screens.shown import tongue
from app.words import ordinal, speech_length

PICTURED = 4
"""Up to this place the queue is drawn; further back it would be blocks too small to read."""


@dataclass(frozen=True, slots=True)
class Block:
    """A speech on the queue's axis: where it begins and how wide it is, in units of the picture."""

    code: str
    x: int
    width: int
    kind: str


@dataclass(frozen=True, slots=True)
class Me:
    """What a seat is told of itself. `place` counts from 1, 0 is not on the list."""

    template: ClassVar[str] = "phone/me.html"
    coalesced: ClassVar[bool] = False

    status: str
    speaking: bool
    place: int
    ordinal: str
    minutes: int
    speech: str
    blocks: tuple[Block, ...]


def me(floor: Floor, directory: Directory, key: str) -> Me:
    """A seat's own state."""
    using = list_in_use(floor) if floor.meeting.debate == "open" else None
    queue = using[1].queue if using else ()
    place = queue.index(key) + 1 if key in queue else 0
    speak = tongue(directory)
    speaking = floor.speeches.now is not None and floor.speeches.now.seat == key
    return Me(
        status=floor.attendance.statuses.get(key, ""),
        speaking=speaking,
        place=place,
        ordinal=ordinal(place, speak) if place else "",
        minutes=minutes_until(floor, place - 1) if place else 0,
        speech=speech_length(using[1].seconds, speak) if using and place else "",
        blocks=_blocks(floor, directory, using[1], place) if using and 0 < place <= PICTURED else (),
    )


def _blocks(floor: Floor, directory: Directory, speakers: SpeakersList, place: int) -> tuple[Block, ...]:
    """The speech on the floor, those before mine, mine, and one after it."""
    shown = [(key, speakers.seconds) for key in speakers.queue[: place + 1]]
    kinds = ["wait"] * (place - 1) + ["mine", "wait"]
    now = floor.speeches.now
    if now is not None:
        shown.insert(0, (now.seat, now.ms // 1000))
        kinds.insert(0, "now")
    total = sum(seconds for _, seconds in shown) or 1
    blocks, x = [], 0
    for (key, seconds), kind in zip(shown, kinds, strict=False):
        width = round(328 * seconds / total)
        blocks.append(Block(directory.entry(key).code, x, max(width - 2, 1), kind))
        x += width
    return tuple(blocks)
