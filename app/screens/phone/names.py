"""The delegations that the dais may enter for."""

from __future__ import annotations

from app.procedure.act import is_dais
from app.procedure.floor import Floor
from app.procedure.roster import delegations
from app.screens.directory import Directory
from app.screens.shown import Option


def seats_to_name(floor: Floor, directory: Directory, seat_key: str) -> tuple[Option, ...]:
    """Every delegation, for the dais; nobody else enters for another."""
    if not is_dais(floor, seat_key):
        return ()
    return tuple(Option(seat.key, directory.entry(seat.key).short_name) for seat in delegations(floor))
