"""The motions that wait, in the order in which they are put, and how those before them ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Act
from app.procedure.terms import Terms

if TYPE_CHECKING:
    from app.procedure.floor import Floor


Ending = Literal["passed", "failed", "fell", "withdrawn", "ruled_out"]


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion: `number` is the act that raised it, `seat` who moved it; `also` moved the same."""

    number: int
    kind: str
    seat: str
    terms: Terms
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """A motion and how it ended."""

    motion: Motion
    ending: Ending


@dataclass(frozen=True, slots=True)
class Motions:
    """The motions that wait, in the order in which they are put, and those that were dealt with."""

    pending: tuple[Motion, ...] = ()
    decided: tuple[Decided, ...] = ()

    def find(self, number: int) -> Motion | None:
        """The pending motion with this number."""
        return next((motion for motion in self.pending if motion.number == number), None)


@dataclass(frozen=True, slots=True)
class MotionDecided:
    """A motion passed or failed."""

    motion: int
    passed: bool


@dataclass(frozen=True, slots=True)
class MotionsFell:
    """The first motion to pass takes effect; these fall without a vote [THSM]."""

    motions: tuple[int, ...]


def ordered(floor: Floor, pending: tuple[Motion, ...]) -> tuple[Motion, ...]:
    """By precedence; between equals by the rulebook's tie-breaks (caucus_tiebreak)."""
    book = floor.rulebook
    breaks: dict[str, Callable[[Motion], int]] = {
        "longest_total_first": lambda m: -m.terms.total_seconds,
        "shortest_total_first": lambda m: m.terms.total_seconds,
        "most_speakers_first": lambda m: (
            -(m.terms.total_seconds // m.terms.speech_seconds if m.terms.speech_seconds else 0)
        ),
        "order_raised": lambda m: m.number,
    }
    chosen = [breaks[name] for name in book.caucuses.tiebreak]
    return tuple(sorted(pending, key=lambda m: (book.place(m.kind), *(key(m) for key in chosen), m.number)))


def ended(floor: Floor, numbers: tuple[int, ...], ending: Ending) -> Floor:
    """These motions are dealt with."""
    gone = tuple(Decided(m, ending) for m in floor.motions.pending if m.number in numbers)
    pending = tuple(m for m in floor.motions.pending if m.number not in numbers)
    return replace(floor, motions=Motions(pending, (*floor.motions.decided, *gone)))


def apply_decided(floor: Floor, event: MotionDecided, at: int) -> Floor:
    """Passed or failed."""
    return ended(floor, (event.motion,), "passed" if event.passed else "failed")


def apply_fell(floor: Floor, event: MotionsFell, at: int) -> Floor:
    """Fallen with the one that passed."""
    return ended(floor, event.motions, "fell")


ACTS: dict[type, Act] = {}
APPLY = {
    MotionDecided: apply_decided,
    MotionsFell: apply_fell,
}
