"""Who speaks for and against a question before it is put: names that wait, and how many were called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

Side = Literal["for", "against"]
Heard = Literal["motion", "ruling"]
"""What delegations are heard on before it is put."""
SIDES: tuple[Side, Side] = ("for", "against")


@dataclass(frozen=True, slots=True)
class Hearing:
    """The speakers on one question.

    `waiting_for` and `waiting_against` hold the delegations that asked, in order; `called_for` and
    `called_against` those that had the floor; `waived` says that the chair goes to the vote without more.
    """

    waiting_for: tuple[str, ...] = ()
    waiting_against: tuple[str, ...] = ()
    called_for: tuple[str, ...] = ()
    called_against: tuple[str, ...] = ()
    waived: bool = False

    def waiting(self, side: Side) -> tuple[str, ...]:
        """Who asked to speak on this side and was not called yet."""
        return self.waiting_for if side == "for" else self.waiting_against

    def called(self, side: Side) -> tuple[str, ...]:
        """Who was called on this side."""
        return self.called_for if side == "for" else self.called_against

    def knows(self, seat: str) -> bool:
        """Whether this delegation has asked or spoken, on either side."""
        return any(seat in (*self.waiting(side), *self.called(side)) for side in SIDES)

    def named(self, seat: str, side: Side) -> Hearing:
        """With one more who asks."""
        if side == "for":
            return replace(self, waiting_for=(*self.waiting_for, seat))
        return replace(self, waiting_against=(*self.waiting_against, seat))

    def heard(self, seat: str, side: Side) -> Hearing:
        """With this delegation called on its side."""
        left = self.only(lambda key: key != seat)
        if side == "for":
            return replace(left, called_for=(*left.called_for, seat))
        return replace(left, called_against=(*left.called_against, seat))

    def only(self, wanted: Callable[[str], bool]) -> Hearing:
        """With those only of who waits that are `wanted`."""
        return replace(
            self,
            waiting_for=tuple(filter(wanted, self.waiting_for)),
            waiting_against=tuple(filter(wanted, self.waiting_against)),
        )


@dataclass(frozen=True, slots=True)
class Speakers:
    """How many speak on a question on each side, and for how many seconds each."""

    in_favour: int = 0
    opposed: int = 0
    seconds: int = 30

    def on(self, side: Side) -> int:
        """How many speak on this side."""
        return self.in_favour if side == "for" else self.opposed

    def enough(self, hearing: Hearing) -> bool:
        """Whether everybody was heard, or the chair has waived the rest."""
        return hearing.waived or all(len(hearing.called(side)) >= self.on(side) for side in SIDES)

    def turn(self, hearing: Hearing) -> Side | None:
        """The side that is called next: in turn, the motion's friends first; None where nobody waits.

        A side that has had its speakers comes last: it is called only if the chair insists.
        """
        sides = [side for side in SIDES if hearing.waiting(side)]
        return min(sides, key=lambda side: self._rank(hearing, side), default=None)

    def _rank(self, hearing: Hearing, side: Side) -> tuple[bool, int]:
        called = len(hearing.called(side))
        return called >= self.on(side), called
