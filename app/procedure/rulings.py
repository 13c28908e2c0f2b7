"""Rulings of the chair as they are on the floor: what was ruled, whether it stands, what was appealed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.hearing import Hearing
from app.procedure.rules.debate import PointKind

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Ruled = Literal["point", "motion", "overrule", "reply"]
"""What a ruling was on: a point, a motion that is out of order, a rule set aside, a right of reply."""
RULED_POINTS: tuple[PointKind, ...] = ("order", "personal_privilege")
"""Points that the chair rules on; the others are questions, and their answers are no rulings."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A ruling of the chair; `number` is the act that made it.

    `subject` says on what: the kind of a point, the number of a motion, the rules that were set aside, the
    seat that asked for a reply; `seat` is whom it concerns. `granted` is whether the chair found for it.
    `appealable` is false for answers to questions and where the house lets nobody appeal. `stands` turns
    false when the committee overrules it.
    """

    number: int
    about: Ruled
    subject: str
    seat: str
    words: str
    granted: bool
    appealable: bool = True
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Appeal:
    """An appeal from a ruling that is before the committee: who appealed, in which words, who speaks."""

    ruling: int
    seat: str
    words: str
    hearing: Hearing


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings so far, the one that may be appealed at once (0 for none), and the appeal that is on."""

    made: tuple[Ruling, ...] = ()
    fresh: int = 0
    appeal: Appeal | None = None

    def find(self, number: int) -> Ruling | None:
        """The ruling with this number."""
        return next((ruling for ruling in self.made if ruling.number == number), None)


def with_ruling(
    floor: Floor, about: Ruled, subject: str, seat: str, words: str, granted: bool, appealable: bool = True
) -> Floor:
    """The floor with one more ruling, made by the act that is being applied; it may be appealed at once.

    An act makes one ruling: rules that it sets aside are joined, and what it rules on goes before them.
    """
    number, made = floor.number + 1, floor.rulings.made
    if made and made[-1].number == number and about == "overrule":
        joined = replace(made[-1], subject=f"{made[-1].subject} {subject}")
        return replace(floor, rulings=replace(floor.rulings, made=(*made[:-1], joined)))
    ruling = Ruling(number, about, subject, seat, words, granted, appealable)
    earlier = tuple(one for one in made if one.number != number)
    before = floor.rulings.fresh if floor.rulings.fresh != number else 0
    fresh = number if appealable else before
    return replace(floor, rulings=replace(floor.rulings, made=(*earlier, ruling), fresh=fresh))


def stale_rulings(floor: Floor) -> Floor:
    """The floor after other business began: what was ruled before it is no longer appealed at once."""
    return replace(floor, rulings=replace(floor.rulings, fresh=0)) if floor.rulings.fresh else floor
