"""The form by which the dais enters a motion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.motions import RaiseMotion
from app.screens.cockpit.common import closed
from app.screens.directory import Directory
from app.screens.moving import Move, moves
from app.screens.questions import offered


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of motion: what its mover names, and whether it is in order now."""

    value: str
    label: str
    takes: tuple[str, ...]
    in_order: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a field, and the kinds of motion that take it."""

    value: str
    label: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MovingView:
    """The form of a new motion: kinds in order now, then those that a chair may insist on.

    `choices` are the fields with options, (name, choices); `uneven` is what the house makes of speeches that
    do not divide the total, as its rulebook says it.
    """

    template: ClassVar[str] = "cockpit/moving.html"
    coalesced: ClassVar[bool] = False
    committee: int
    kinds: tuple[Kind, ...]
    choices: tuple[tuple[str, tuple[Choice, ...]], ...]
    questions: tuple[str, ...]
    uneven: str
    why: str


def draw_moving(floor: Floor, directory: Directory) -> MovingView:
    """What may be moved now."""
    found = moves(floor, directory)
    return MovingView(
        directory.committee,
        tuple(_kind(move) for move in found),
        tuple((name, _choices(found, name)) for name in CHOSEN),
        offered(floor, directory),
        floor.rulebook.caucuses.uneven_time,
        closed(floor, directory, RaiseMotion),
    )


CHOSEN = ("paper", "amendment", "topic_number", "order", "clauses", "count", "rule", "mode")
"""Fields that are chosen, not typed."""


def _kind(move: Move) -> Kind:
    return Kind(move.kind, move.name, tuple(one.name for one in move.fields), move.in_order)


def _choices(found: tuple[Move, ...], name: str) -> tuple[Choice, ...]:
    """What any kind of motion offers there, each with the kinds that do."""
    labels: dict[str, str] = {}
    kinds: dict[str, list[str]] = {}
    for move in found:
        for option in (o for one in move.fields if one.name == name for o in one.options if o.value):
            labels.setdefault(option.value, option.label)
            kinds.setdefault(option.value, []).append(move.kind)
    return tuple(Choice(value, label, tuple(kinds[value])) for value, label in labels.items())
