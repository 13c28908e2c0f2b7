"""The motions that wait, in the order in which they are put, and how those before them ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Act, Refusals, against, stale
from app.procedure.hearing import Hearing
from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.rules.debate import TieBreak
from app.procedure.terms import Terms

if TYPE_CHECKING:
    from app.procedure.floor import Floor


Ending = Literal["passed", "failed", "fell", "withdrawn", "ruled_out"]


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion: `number` is the act that raised it, `seat` who moved it; `also` moved the same.

    `second` is who seconded it, `objections` who objected to its passing without a vote, `hearing` who speaks
    on it, once the chair has entertained it.
    """

    number: int
    kind: str
    seat: str
    terms: Terms
    also: tuple[str, ...] = ()
    second: str = ""
    objections: tuple[str, ...] = ()
    hearing: Hearing | None = None

    @property
    def movers(self) -> tuple[str, ...]:
        """All who moved it."""
        return (self.seat, *self.also)


@dataclass(frozen=True, slots=True)
class Decided:
    """A motion, how it ended, and in which session."""

    motion: Motion
    ending: Ending
    session: int = 1


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


def with_rule(floor: Floor, number: int | str) -> tuple[Motion, MotionRule] | None:
    """The pending motion with this number and the rule of its kind; None where either is gone."""
    motion = next((one for one in floor.motions.pending if str(one.number) == str(number)), None)
    rule = floor.rulebook.motion(motion.kind) if motion else None
    return (motion, rule) if motion is not None and rule is not None else None


def ordered(floor: Floor, pending: tuple[Motion, ...]) -> tuple[Motion, ...]:
    """By precedence; between equals by the rulebook's tie-breaks (caucus_tiebreak)."""
    book = floor.rulebook
    breaks: dict[TieBreak, Callable[[Motion], int]] = {
        "extension_first": lambda m: not _extends(book, m),
        "longest_total_first": lambda m: -m.terms.total_seconds,
        "shortest_total_first": lambda m: m.terms.total_seconds,
        "most_speakers_first": lambda m: (
            -(m.terms.total_seconds // m.terms.speech_seconds if m.terms.speech_seconds else 0)
        ),
        "order_raised": lambda m: m.number,
    }
    chosen = [breaks[name] for name in book.caucuses.tiebreak]
    return tuple(
        sorted(
            pending,
            key=lambda m: (book.place(m.kind), _radical(book, m), *(key(m) for key in chosen), m.number),
        )
    )


def precedes(floor: Floor, motion: Motion, field: str) -> Refusals:
    """What stands against this motion being taken now: another that takes precedence [MSU] [GEO].

    Where the house has no order, the chair takes motions in the order that it chooses [GAVT].
    """
    top = floor.motions.pending[0]
    if floor.rulebook.precedence and top.number != motion.number:
        yield against("motion.precedence", field, first=top.kind, second=motion.kind)


def some_motion(floor: Floor) -> Refusals:
    """What stands against acts on a motion while none waits."""
    if not floor.motions.pending:
        yield stale("motion.gone", "motion")


def moved_before(floor: Floor, seat: str, kind: str, terms: Terms) -> Refusals:
    """What stands against moving again in this session what failed (mover_may_move_again) [NMRK]."""
    if floor.rulebook.handling.mover_may_move_again:
        return
    for one in floor.motions.decided:
        same = (one.motion.kind, one.motion.terms) == (kind, terms) and one.ending == "failed"
        if same and seat in one.motion.movers and one.session == floor.meeting.session:
            yield against("motion.again", "kind", motion=kind)
            return


def _radical(book: Rulebook, motion: Motion) -> int:
    """Of several divisions the most radical is taken first: the one that names most clauses [DUM]."""
    named = sum(len(group.split("+")) for group in motion.terms.clauses)
    return -named if book.division.order == "most_radical_first" else 0


def _extends(book: Rulebook, motion: Motion) -> bool:
    """Whether the motion extends a caucus, whatever the house calls it."""
    rule = book.motion(motion.kind)
    return rule is not None and rule.effect == "extend_caucus"


def with_motion(floor: Floor, number: int, change: Callable[[Motion], Motion]) -> Floor:
    """The floor with one pending motion changed; its place stays."""
    pending = tuple(change(m) if m.number == number else m for m in floor.motions.pending)
    return replace(floor, motions=replace(floor.motions, pending=pending))


def ended(floor: Floor, numbers: tuple[int, ...], ending: Ending) -> Floor:
    """These motions are dealt with."""
    session = floor.meeting.session
    gone = tuple(Decided(m, ending, session) for m in floor.motions.pending if m.number in numbers)
    pending = tuple(m for m in floor.motions.pending if m.number not in numbers)
    return replace(floor, motions=Motions(pending, (*floor.motions.decided, *gone)))


def restored(floor: Floor, number: int) -> Floor:
    """The floor with a motion that was ruled out before the committee again: the ruling was overruled."""
    back = tuple(d.motion for d in floor.motions.decided if d.motion.number == number)
    decided = tuple(d for d in floor.motions.decided if d.motion.number != number)
    return replace(floor, motions=Motions(ordered(floor, (*floor.motions.pending, *back)), decided))


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
