"""Small values that several layouts of the board share: names with flags, clocks, cells of the grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.procedure.countdown import Clock
from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.words import language, names_on, topic_name
from app.words.context import Context

ROWS, COLUMNS = 10, 3
"""The grid of names: what fits on the board at 48 pixels (identity.md section 5)."""


@dataclass(frozen=True, slots=True)
class Named:
    """A delegation as the board shows it; `iso2` is "" where there is no flag."""

    name: str
    iso2: str = ""


@dataclass(frozen=True, slots=True)
class Countdown:
    """A clock in room milliseconds: `deadline` while it runs, `remaining` while it is held."""

    total: int
    deadline: int | None
    remaining: int | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One name of the grid with its answer; `state` is "now", "wait" or ""."""

    id: str
    name: str
    choice: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells that are on the board: from the `first` (from 1) to the `last` of `total`."""

    cells: tuple[Cell, ...]
    first: int
    last: int
    total: int


def talk(floor: Floor, directory: Directory) -> Context:
    """The words of the committee's own language, with its names, papers and topics."""
    return Context(floor, names_on(floor, directory.short_names), language(directory.language))


def topic_of(context: Context) -> str:
    """The topic under debate in its words; "" while there is none."""
    number = context.floor.meeting.topic
    return topic_name(number, context.names, context.gettext) if number else ""


def named(directory: Directory, key: str) -> Named:
    """A seat's short name and flag."""
    entry = directory.entry(key)
    return Named(entry.short_name, entry.iso2 or "")


def countdown(clock: Clock | None) -> Countdown | None:
    """A clock of the floor as the page takes it; None where there is none."""
    if clock is None:
        return None
    return Countdown(clock.total, clock.deadline, clock.remaining if clock.deadline is None else None)


def grid(cells: Sequence[Cell]) -> Grid:
    """The columns around the cell that is called; more than 30 names turn by column, never by page.

    The column in use stands in the middle, so that the room sees what was said and who comes next.
    """
    total, size = len(cells), ROWS * COLUMNS
    if total <= size:
        return Grid(tuple(cells), 1, total, total)
    called = next((place for place, cell in enumerate(cells) if cell.state == "now"), total - 1)
    columns = -(-total // ROWS)
    start = ROWS * max(0, min(called // ROWS - 1, columns - COLUMNS))
    shown = tuple(cells[start : start + size])
    return Grid(shown, start + 1, start + len(shown), total)
