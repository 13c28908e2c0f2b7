"""The board while a draft is debated by itself, and while the committee consults on one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.screens.consulted import Consulting, Paragraph, consulting
from app.screens.debated import Debating, debating
from app.screens.directory import Directory
from app.screens.projector.debate import Upcoming
from app.screens.projector.parts import topic_of
from app.screens.shown import told

WAITING, ROWS = 4, 6


@dataclass(frozen=True, slots=True)
class Debated:
    """The question in hand with its stage, its clock, its speaker and both queues."""

    template: ClassVar[str] = "projector/timed.html"
    coalesced: ClassVar[bool] = False
    topic: str
    on: Debating
    upcoming: tuple[Upcoming, ...]
    most: int
    motions: int


@dataclass(frozen=True, slots=True)
class Consulted:
    """The paragraphs around the one in hand; `before` and `after` are how many are not shown."""

    template: ClassVar[str] = "projector/consulting.html"
    coalesced: ClassVar[bool] = False
    name: str
    agreed: int
    every: int
    rows: tuple[Paragraph, ...]
    before: int
    after: int


def debated(floor: Floor, directory: Directory) -> Debated:
    """What is debated; raises AssertionError where nothing is."""
    on = debating(floor, directory)
    assert on is not None
    waiting = [one for side in on.sides if side.on for one in side.waiting] if on.stage != "open" else []
    upcoming = tuple(Upcoming(f"{place}.", one.name) for place, one in enumerate(waiting[:3], 1))
    topic = topic_of(told(floor, directory))
    return Debated(topic, on, upcoming, WAITING, len(floor.motions.pending))


def consulted(floor: Floor, directory: Directory) -> Consulted:
    """As many paragraphs as fit; raises AssertionError where there are no consultations."""
    on = consulting(floor, directory)
    assert on is not None
    first = _first(on)
    rows = on.paragraphs[first : first + ROWS]
    left = len(on.paragraphs) - first - len(rows)
    return Consulted(on.name, on.agreed, len(on.paragraphs), rows, first, left)


def _first(on: Consulting) -> int:
    """Where the rows begin, so that the paragraph in hand has what stands before and behind it."""
    place = next((place for place, one in enumerate(on.paragraphs) if one.in_hand), 0)
    return max(0, min(place - 2, len(on.paragraphs) - ROWS))
