"""The roster as it is: seats, their kinds, and which of them vote on what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, assert_never

if TYPE_CHECKING:
    from app.procedure.floor import Floor


Kind = Literal["member", "observer", "ngo", "guest", "chair", "assistant"]


Matter = Literal["procedure", "amendment", "draft"]
"""What a vote is on: who votes and what carries it differ by it."""


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
    """Whether a seat votes on procedural motions (rules reference, section 6: members; others by switch)."""
    seat = floor.seats[key]
    rights = floor.rulebook.rights
    by_kind = {
        "member": True,
        "observer": rights.observer_procedural_vote,
        "ngo": rights.ngo_procedural_vote,
    }
    return by_kind.get(seat.kind, False) if seat.procedural is None else seat.procedural


def votes_on_substance(floor: Floor, key: str) -> bool:
    """Whether a seat votes on drafts (members only, in every source)."""
    seat = floor.seats[key]
    rights = floor.rulebook.rights
    by_kind = {
        "member": True,
        "observer": rights.observer_substantive_vote,
        "ngo": rights.observer_substantive_vote,
    }
    return by_kind.get(seat.kind, False) if seat.substantive is None else seat.substantive


def votes_on_amendments(floor: Floor, key: str) -> bool:
    """Whether a seat votes on amendments: who votes on drafts, and others where the house lets them.

    Affiliates of THIMUN let NGOs vote on amendments, though not on the resolution as a whole (K).
    """
    seat = floor.seats[key]
    let = floor.rulebook.rights.non_member_amendment_vote and seat.kind in ("observer", "ngo")
    return votes_on_substance(floor, key) or (let and seat.substantive is None)


def has_vote(floor: Floor, key: str, on: Matter) -> bool:
    """Whether a seat votes on such a question, if it is present."""
    match on:
        case "procedure":
            return votes_on_procedure(floor, key)
        case "amendment":
            return votes_on_amendments(floor, key)
        case "draft":
            return votes_on_substance(floor, key)
        case _:
            assert_never(on)


def delegations_here(floor: Floor) -> tuple[str, ...]:
    """The keys of the delegations that are present, members or not, in roll-call order."""
    return tuple(seat.key for seat in delegations(floor) if floor.attendance.here(seat.key))


def chairs(floor: Floor) -> tuple[str, ...]:
    """The keys of those who preside, in the order of their places."""
    seats = (seat for seat in floor.seats.values() if seat.kind == "chair" and not seat.closed)
    return tuple(seat.key for seat in sorted(seats, key=lambda seat: (seat.order, seat.key)))


def delegations(floor: Floor) -> tuple[Seat, ...]:
    """The delegations' seats that are not closed, in roll-call order."""
    seats = (seat for seat in floor.seats.values() if not seat.is_dais and not seat.closed)
    return tuple(sorted(seats, key=lambda seat: (seat.order, seat.key)))
