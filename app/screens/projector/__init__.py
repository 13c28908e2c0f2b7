"""What the room reads: one board that follows the floor by itself, and its small picture for the dais."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.projector.board import draw
from app.screens.projector.thumbnail import thumbnail
from app.screens.view import View

__all__ = ["PROJECTOR", "thumbnail"]

PROJECTOR: Mapping[str, Callable[[Floor, Directory], View]] = {"board": draw}
