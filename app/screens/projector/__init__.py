"""What the room reads: a board that follows the floor by itself or shows what the dais put there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.projector.held import offered, on, page_of
from app.screens.projector.thumbnail import thumbnail
from app.screens.updates import on_wall
from app.screens.view import View

__all__ = ["PROJECTOR", "SECOND", "offered", "page_of", "thumbnail"]

PROJECTOR: Mapping[str, Callable[[Floor, Directory], View]] = {
    "board": on(1),
    "update": on_wall,
}
SECOND: Mapping[str, Callable[[Floor, Directory], View]] = {"board": on(2), "update": on_wall}
"""The second wall, which the dais may hold on something else."""
