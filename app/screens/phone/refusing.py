"""Why a seat cannot give a command now, in a sentence."""

from __future__ import annotations

from typing import Any

from app.procedure.floor import Floor, Refused, decide, permission
from app.screens.directory import Directory
from app.screens.shown import against


def why_not(floor: Floor, directory: Directory, key: str, command: type) -> str:
    """The sentence of what stands most in the way of a seat giving a command now, or ""."""
    return against(floor, directory, permission(floor, key, command).reason)


def why_not_this(floor: Floor, directory: Directory, key: str, command: Any) -> str:
    """The same for a command as it would be pressed, its fields included."""
    decision = decide(floor, key, floor.at, command)
    return against(floor, directory, decision.refusals[0] if isinstance(decision, Refused) else None)
