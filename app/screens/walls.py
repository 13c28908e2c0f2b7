"""What the dais has put on a wall: nothing of its own, a blank, how to join, or a text by its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Content = Literal["floor", "blank", "join", "text"]
CONTENTS: tuple[Content, ...] = get_args(Content)
WALLS = (1, 2)
"""The displays of a room, by number; the second can show something else than the first."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What one wall shows.

    `floor` follows the committee by itself; `text` is the paper or amendment with the key `subject`, at page
    `page` (from 1; 0 for the page on which its operative part begins).
    """

    content: Content = "floor"
    subject: str = ""
    page: int = 0


FOLLOWS = Showing()
"""As long as the dais has put nothing there."""


def channel_of(wall: int) -> str:
    """The channel that a wall watches."""
    return "projector" if wall == 1 else f"projector:{wall}"


CHANNELS = frozenset(map(channel_of, WALLS))
"""Those of all walls: each shows one picture to everybody before it."""
