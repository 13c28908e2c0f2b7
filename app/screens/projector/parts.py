"""Small values that several layouts of the board share: cells of the grid, the topic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.words import topic_name
from app.words.context import Context

ROWS, COLUMNS = 10, 3
"""The grid of names: what fits on the board at 48 pixels."""


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


def topic_of(context: Context) -> str:
    """The topic under debate in its words; "" while there is none."""
    number = context.floor.meeting.topic
    return topic_name(number, context.names, context.gettext) if number else ""


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
