"""A timed debate as every screen shows it: the question, its stage and clock, the speaker, both sides."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.floor import Floor
from app.procedure.hearing import SIDES, Hearing, Side
from app.procedure.resolution_debate import DebateStage, ResolutionDebate
from app.screens.directory import Directory
from app.screens.kept import kept
from app.screens.shown import Countdown, Who, countdown, told, who
from app.words.language import capital


@dataclass(frozen=True, slots=True)
class SideOfDebate:
    """One side: who was heard, and who waits; `on` says whether its time it is."""

    side: Side
    on: bool
    heard: tuple[Who, ...]
    waiting: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class Debating:
    """The question that is debated now: `name` is that of its draft or amendment, `below` what waits for it.

    `clock_name` is its clock's; `clock` is None at the vote. `speaker` is who has the floor on it.
    """

    subject: str
    name: str
    below: tuple[str, ...]
    stage: DebateStage
    clock_name: str
    clock: Countdown | None
    speaker: Who | None
    speech: Countdown | None
    sides: tuple[SideOfDebate, ...]


@kept
def debating(floor: Floor, directory: Directory) -> Debating | None:
    """What is debated now; None where no draft is in hand."""
    debate, context = floor.resolution_debate, told(floor, directory)
    if debate is None:
        return None
    now, one = floor.speeches.now, debate.now
    on_it = now is not None and now.list == "debate"
    return Debating(
        one.subject,
        capital(context.text(one.subject)),
        tuple(context.text(key) for key in _below(debate)),
        one.stage,
        debate.clock,
        countdown(floor.clocks.get(debate.clock)),
        who(directory, now.seat) if now is not None and on_it else None,
        countdown(floor.clocks.get("speech")) if on_it else None,
        tuple(_side(directory, one.hearing, side, one.stage) for side in SIDES),
    )


def _below(debate: ResolutionDebate) -> tuple[str, ...]:
    """What waits until the question on top is decided, the nearest first."""
    every = (debate.draft, *debate.amendments)
    return tuple(one.subject for one in reversed(every[:-1]))


def _side(directory: Directory, hearing: Hearing, side: Side, stage: DebateStage) -> SideOfDebate:
    heard = tuple(who(directory, key) for key in hearing.called(side))
    waiting = tuple(who(directory, key) for key in hearing.waiting(side))
    return SideOfDebate(side, stage in (side, "open"), heard, waiting)
