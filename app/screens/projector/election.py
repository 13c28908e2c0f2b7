"""The board in an election: who stands and how many ballots are in; once it is announced, the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.elections import ElectionShown, going_on, over


@dataclass(frozen=True, slots=True)
class Electing:
    """An election, open or announced."""

    template: ClassVar[str] = "projector/electing.html"
    coalesced: ClassVar[bool] = True

    election: ElectionShown


def electing(floor: Floor, directory: Directory) -> Electing | None:
    """The election on the floor, else the result at which the room still looks."""
    if floor.elections.now is not None:
        return Electing(going_on(floor, directory, floor.elections.now))
    done = floor.elections.on_show
    return Electing(over(floor, directory, done)) if done is not None else None
