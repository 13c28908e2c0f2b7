"""Who stood together: the lower half of a matrix in an order in which neighbours agree, in four greys."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from app.screens.directory import Directory
from app.screens.pictures.picture import NOTHING, Picture, name, svg, words
from app.screens.shown import tongue, who
from app.statistics.likeness import Likeness, Pair
from app.words.language import N_, Language
from app.words.statistics import likeness_sentence

LEFT, GAP = 176, 2
GRADES = (
    (0.25, "cell1", N_("seldom")),
    (0.625, "cell2", N_("half")),
    (0.9, "cell3", N_("often")),
    (1.01, "cell4", N_("always")),
)
"""Below which share of occasions a cell has which grey, and the word for it."""
ACROSS = 700
"""What the cells have of a page's width (px)."""
LEAST, MOST, WITH_FIGURE = 14, 30, 28
"""How small and how large a cell is, and from where on it holds a figure (px)."""


def alike_picture(found: Likeness, directory: Directory) -> Picture:
    """Of the occasions on which two delegations could stand together, how often they did."""
    speak = tongue(directory)
    title, sentence = speak(N_("Who stood together")), likeness_sentence(found, speak)
    size = len(found.seats)
    cell = max(LEAST, min(MOST, ACROSS // max(1, size)))
    width, height = LEFT + 44 + cell * size, 12 + cell * size + 40
    body = (*_cells(found, directory, cell), *_legend(12 + cell * size + 14, speak))
    markup = svg("alike", max(620, width), height, (title, sentence), body) if size else NOTHING
    head = (
        speak(N_("Delegation")),
        speak(N_("With")),
        speak(N_("Together")),
        speak(N_("Occasions")),
    )
    return Picture("alike", title, sentence, markup, head, tuple(_table(found, directory)))


def _table(found: Likeness, directory: Directory) -> Iterator[tuple[str, ...]]:
    for place, one in enumerate(found.seats):
        for other in found.seats[:place]:
            pair = found.pair(one, other)
            if pair.occasions:
                names = who(directory, one).name, who(directory, other).name
                yield (*names, str(pair.together), str(pair.occasions))


def _cells(found: Likeness, directory: Directory, cell: int) -> Iterator[str]:
    for row, one in enumerate(found.seats):
        y, seat = 12 + cell * row, who(directory, one)
        yield name(LEFT - 10, y + cell / 2 + 5, seat.name, LEFT - 14)
        for column, other in enumerate(found.seats[:row]):
            pair = found.pair(one, other)
            if pair.occasions:
                yield _cell(LEFT + cell * column, y, cell, pair, f"{seat.name}, {who(directory, other).name}")
        yield words(LEFT + cell * row + 4, y + cell / 2 + 4, seat.code, "t3 code3")


def _cell(x: float, y: float, cell: int, pair: Pair, names: str) -> str:
    css = next(css for below, css, _ in GRADES if pair.share < below)
    side = cell - GAP
    title = f"<title>{escape(names)}: {pair.together}/{pair.occasions}</title>"
    drawn = f'<rect class="{css}" x="{x}" y="{y}" width="{side}" height="{side}">{title}</rect>'
    if cell < WITH_FIGURE:
        return drawn
    on = "onink" if css in ("cell3", "cell4") else ""
    return drawn + words(x + side / 2, y + side / 2 + 4, f"{100 * pair.share:.0f}", f"mid code3 {on}".strip())


def _legend(y: float, speak: Language) -> Iterator[str]:
    for place, (_, css, said) in enumerate(GRADES):
        x = LEFT + 100 * place
        yield f'<rect class="{css}" x="{x}" y="{y}" width="18" height="18"/>'
        yield words(x + 25, y + 14, speak(said), "t2")
