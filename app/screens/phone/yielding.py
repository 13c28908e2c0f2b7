"""What the speaker itself can do: yield the rest of its time, take points of information."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.floor import Floor
from app.procedure.points import open_to_points
from app.procedure.roster import delegations
from app.procedure.yields import YieldFloor, yields_now
from app.screens.directory import Directory
from app.screens.phone.refusing import why_not
from app.screens.shown import Option


@dataclass(frozen=True, slots=True)
class Yielding:
    """The yields of the house (codes) with their reason where they are closed; `others` may receive one.

    `points` says whether the speaker takes points of information, None where the house has none.
    """

    to: tuple[str, ...]
    others: tuple[Option, ...]
    why: str
    points: bool | None


def yielding(floor: Floor, directory: Directory, key: str) -> Yielding | None:
    """For the seat that speaks now; None for every other."""
    now = floor.speeches.now
    if now is None or now.seat != key:
        return None
    to = yields_now(floor)
    here = (seat.key for seat in delegations(floor) if floor.attendance.here(seat.key) and seat.key != key)
    others = tuple(Option(one, directory.entry(one).short_name) for one in here) if "delegate" in to else ()
    informs = "information" in floor.rulebook.points.available
    points = open_to_points(floor) if informs else None
    return Yielding(to, others, why_not(floor, directory, key, YieldFloor) if to else "", points)
