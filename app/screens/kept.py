"""What is the same for every seat: drawn once for each floor, however many seats' pages ask for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from app.procedure.floor import Floor
from app.screens.directory import Directory

Drawn = TypeVar("Drawn")


def kept(draw: Callable[[Floor, Directory], Drawn]) -> Callable[[Floor, Directory], Drawn]:
    """`draw`, which keeps what it drew last for each committee and language until either changes."""
    found: dict[tuple[int, str], tuple[Floor, Directory, Drawn]] = {}

    @wraps(draw)
    def drawn(floor: Floor, directory: Directory) -> Drawn:
        key = (directory.committee, directory.reader)
        last = found.get(key)
        if last is None or last[0] is not floor or last[1] is not directory:
            last = found[key] = (floor, directory, draw(floor, directory))
        return last[2]

    return drawn
