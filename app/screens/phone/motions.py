"""The motions that wait, in the order in which they are put."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.precedence import Motion
from app.screens.directory import Directory
from app.screens.shown import told
from app.words import motion_detail, motion_title
from app.words.motion_stages import motion_stage


@dataclass(frozen=True, slots=True)
class Rung:
    """One motion on the ladder: its title, who moved it, what it is about, the seconds it asks, its stage."""

    number: int
    title: str
    by: str
    about: str
    seconds: int
    stage: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """The ladder, the first on top."""

    template: ClassVar[str] = "phone/motions.html"
    coalesced: ClassVar[bool] = False

    rows: tuple[Rung, ...]


def ladder(floor: Floor, directory: Directory) -> Ladder:
    """The pending motions."""
    return Ladder(tuple(_rung(floor, directory, motion) for motion in floor.motions.pending))


def _rung(floor: Floor, directory: Directory, motion: Motion) -> Rung:
    context = told(floor, directory)
    return Rung(
        motion.number,
        motion_title(motion.kind, motion.terms, context.names, context.gettext),
        context.seats((motion.seat, *motion.also)),
        motion_detail(motion.kind, motion.terms, context.names, context.gettext),
        motion.terms.total_seconds,
        motion_stage(context, motion),
    )
