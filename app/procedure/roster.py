"""The roster as it is: seats, their kinds, and which of them vote on what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from app.procedure.floor import Floor


Kind = Literal["member", "observer", "ngo", "guest", "chair", "assistant"]


DAIS_KINDS = ("chair", "assistant")


@dataclass(frozen=True, slots=True)
class Seat:
    """A delegation's place, or a place on the dais.

    `key` never changes and is what events use; `order` is the place in the roll call (alphabetical by the
    roster's collation); `veto` marks a permanent member. `procedural` and `substantive` set a vote right
    by hand; None leaves it to the rulebook.
    """

    key: str
    kind: Kind
    order: int
    veto: bool = False
    procedural: bool | None = None
    substantive: bool | None = None
    closed: bool = False

    @property
    def is_dais(self) -> bool:
        """Whether this place is on the dais."""
        return self.kind in DAIS_KINDS


def votes_on_procedure(floor: Floor, key: str) -> bool:
    """Whether a seat votes on procedural motions (rules.md section 6: members; others by switch)."""
    seat = floor.seats[key]
    rights = floor.rulebook.rights
    by_kind = {
        "member": True,
        "observer": rights.observer_procedural_vote,
        "ngo": rights.ngo_procedural_vote,
    }
    return by_kind.get(seat.kind, False) if seat.procedural is None else seat.procedural


def votes_on_substance(floor: Floor, key: str) -> bool:
    """Whether a seat votes on amendments and drafts (members only, in every source)."""
    seat = floor.seats[key]
    rights = floor.rulebook.rights
    by_kind = {
        "member": True,
        "observer": rights.observer_substantive_vote,
        "ngo": rights.observer_substantive_vote,
    }
    return by_kind.get(seat.kind, False) if seat.substantive is None else seat.substantive


def delegations(floor: Floor) -> tuple[Seat, ...]:
    """The delegations' seats that are not closed, in roll-call order."""
    seats = (seat for seat in floor.seats.values() if not seat.is_dais and not seat.closed)
    return tuple(sorted(seats, key=lambda seat: (seat.order, seat.key)))
