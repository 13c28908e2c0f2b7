"""The delegations of a committee that exists, as a roster has them."""

from __future__ import annotations

from typing import cast

from app.procedure.floor import Floor
from app.procedure.roster import Seat
from app.procedure.roster import delegations as seats_of
from app.screens.directory import Directory
from delegations.roster import Delegation, DelegationKind, Rights, in_this_order


def delegation_of(seat: Seat, directory: Directory) -> Delegation:
    """The delegation of a seat, with its kind and its place in the roll call as they are now."""
    entry, kind = directory.entry(seat.key), cast(DelegationKind, seat.kind)
    return Delegation(seat.key, entry.name, entry.short_name, entry.iso2, kind, seat.order)


def roster_of(floor: Floor, directory: Directory) -> tuple[tuple[Delegation, ...], dict[str, Rights]]:
    """The delegations of a committee in roll-call order as they are now, and what was set by hand."""
    seats = seats_of(floor)
    rows = [delegation_of(seat, directory) for seat in seats]
    given = {seat.key: Rights(seat.veto, seat.procedural, seat.substantive) for seat in seats}
    return in_this_order(rows), {key: rights for key, rights in given.items() if rights != Rights()}
