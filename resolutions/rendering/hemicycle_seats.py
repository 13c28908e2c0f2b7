"""Seats of a hemicycle: where each stands on arcs of equal spacing, counted from the left."""

from dataclasses import dataclass
from functools import cache
from math import cos, floor, pi, sin
from typing import Final

CENTRE: Final = (552, 558)
OUTER: Final = 504  # radius of the outer arc in the units of the drawing, which is 1104 wide
_INNER: Final = 0.5 * OUTER  # the tally stands inside
_WIDEST: Final = 112.0  # seats of a small body do not grow beyond this pitch
_FULL_SEAT: Final = 112.0  # the pitch at which a seat is drawn unscaled


@dataclass(frozen=True, slots=True)
class SeatPlace:
    """The centre of one seat and how far its shape is scaled down."""

    x: float
    y: float
    scale: float


@cache
def seat_places(seats: int) -> tuple[SeatPlace, ...]:
    """Give the places of ``seats`` seats, sorted by angle from the left end to the right.

    The pitch is the widest at which all fit, the rows are no more than are needed, and they take seats in
    proportion to their length.
    """
    if seats <= 0:
        return ()
    pitch = _WIDEST
    while sum(_room(pitch)) < seats:
        pitch *= 0.99
    room = _room(pitch)
    rows = next(count for count in range(1, len(room) + 1) if sum(room[:count]) >= seats)
    scale = pitch / _FULL_SEAT
    placed = []
    for row, count in enumerate(_shares(seats, room[:rows])):
        radius = OUTER - row * pitch
        for n in range(count):
            angle = pi * (1 - n / (count - 1)) if count > 1 else pi / 2
            x, y = CENTRE[0] + radius * cos(angle), CENTRE[1] - radius * sin(angle)
            placed.append((-round(angle, 9), -row, SeatPlace(x, y, scale)))
    return tuple(place for _, _, place in sorted(placed, key=lambda entry: entry[:2]))


def _room(pitch: float) -> tuple[int, ...]:
    """How many seats fit on each row, the outer row first."""
    rows = floor((OUTER - _INNER) / pitch) + 1
    return tuple(floor(pi * (OUTER - row * pitch) / pitch) + 1 for row in range(rows))


def _shares(seats: int, room: tuple[int, ...]) -> tuple[int, ...]:
    """Divide seats over rows by largest remainders, never more than fit."""
    total = sum(room)
    shares = [seats * fit // total for fit in room]
    by_remainder = sorted(range(len(room)), key=lambda row: (-(seats * room[row] % total), row))
    for row in by_remainder[: seats - sum(shares)]:
        shares[row] += 1
    return tuple(shares)
