"""Who waits to speak, or what is worked through in its place: the list, both sides, or the paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.screens.consulted import Consulting, consulting
from app.screens.debated import Debating, debating
from app.screens.directory import Directory
from app.screens.phone.speakers import speakers_list
from app.screens.view import View


@dataclass(frozen=True, slots=True)
class BothSides:
    """The queues for and against what is debated."""

    template: ClassVar[str] = "phone/sides.html"
    coalesced: ClassVar[bool] = False
    on: Debating


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The paragraphs of the draft under consultations, each with its state."""

    template: ClassVar[str] = "phone/paragraphs.html"
    coalesced: ClassVar[bool] = False
    on: Consulting


def to_speak(floor: Floor, directory: Directory) -> View:
    """A caucus has its own list, whatever is in hand."""
    timed = debating(floor, directory) if floor.caucus is None else None
    if timed is not None:
        return BothSides(timed)
    on = consulting(floor, directory) if floor.caucus is None else None
    return Paragraphs(on) if on is not None else speakers_list(floor, directory)
