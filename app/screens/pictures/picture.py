"""A picture as data, and what all drawings share: words that are escaped, a nice step for an axis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from app.screens.drawn import drawn
from resolutions.rendering.pictures import framed

NOTHING = drawn("")
LETTER = 7.3
"""The width of a letter of 14 px, on average (px)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with what is said of it: `head` and `rows` are the table that says the same.

    `key` names its files; `markup` is "" where there is nothing to draw yet, and `sentence` then says what it
    takes; `note` warns of what it does not say.
    """

    key: str
    title: str
    sentence: str
    markup: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def svg(
    key: str, width: float, height: float, said: tuple[str, str], body: Iterable[str], links: bool = False
) -> Markup:
    """The drawing of a picture: `said` are its title and its description; one with `links` is a group."""
    box = f"0 0 {width:g} {height:g}"
    markup = framed(f"pic-{key}", round(width), box, f"pic-{key}", said, "".join(body))
    return drawn(markup.replace('role="img"', 'role="group"', 1) if links else markup)


def words(x: float, y: float, said: str, css: str = "", title: str = "") -> str:
    """Text at a place; `title` is what it says in full."""
    inside = f"<title>{escape(title)}</title>" if title else ""
    kind = f' class="{css}"' if css else ""
    return f'<text{kind} x="{x:.1f}" y="{y:.1f}">{inside}{escape(said)}</text>'


def name(x: float, y: float, said: str, room: float, css: str = "endt") -> str:
    """A name that must fit into `room` px: cut with an ellipsis where it does not, whole in its title."""
    most = int(room / LETTER)
    short = said if len(said) <= most else f"{said[: most - 1].rstrip()}…"
    return words(x, y, short, css, said if short != said else "")


def line(path: str, css: str = "grid") -> str:
    """A line."""
    return f'<path class="{css}" d="{path}"/>'


def step(most: float, steps: Iterable[float], lines: int = 8) -> float:
    """The smallest of `steps` that needs at most so many lines up to `most`; the largest where none does."""
    found = tuple(steps)
    return next((one for one in found if most / one <= lines), found[-1])
