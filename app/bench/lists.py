"""What the bench shows everybody: the speakers' list of a phone, as long as a message is to be large."""

from __future__ import annotations

from functools import cache

from app.main import create_app
from app.screens.phone.speakers import List, Row
from app.screens.shown import Who
from app.screens.view import html
from app.settings import Settings
from delegations.countries import members

SEATS = 34
"""Delegations of a usual committee: states from all over the alphabet, names unlike each other."""


def html_of(number: int, size: int) -> str:
    """The list after `number` speakers were called: the longest one that has at most `size` bytes of HTML.

    It is drawn before anything is counted: here the price of showing is asked, not that of drawing.
    """
    return _drawn(size)[number % SEATS]


@cache
def _drawn(size: int) -> tuple[str, ...]:
    """The list once for each speaker that may be first."""
    create_app(Settings())  # it tells the templates the addresses of acts
    one, two = (len(_html(0, waiting).encode()) for waiting in (SEATS, 2 * SEATS))
    waiting = SEATS + (size - one) * SEATS // (two - one)
    return tuple(_html(first, waiting) for first in range(SEATS))


def _html(first: int, waiting: int) -> str:
    """So many `waiting`, who come round again where there are more of them than seats."""
    seats = _seats()
    rows = (
        Row(
            f"{seats[(first + place) % SEATS].key}-{place // SEATS}",
            seats[(first + place) % SEATS],
            place,
            False,
        )
        for place in range(waiting)
    )
    return html(List("general", True, 60, None, tuple(rows)), "en")


@cache
def _seats() -> tuple[Who, ...]:
    states = members()[:: len(members()) // SEATS][:SEATS]
    return tuple(
        Who(f"seat-{place}", state.display, state.iso2 or "", (state.iso2 or "").upper())
        for place, state in enumerate(states, 1)
    )
