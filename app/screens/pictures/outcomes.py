"""What became of the motions: a tick for each, in a column for each step that it reached."""

from __future__ import annotations

from collections.abc import Iterator

from app.screens.directory import Directory
from app.screens.pictures.picture import NOTHING, Picture, line, name, svg, words
from app.screens.shown import tongue
from app.statistics.outcomes import Outcomes
from app.words import Names, motion_kind_name
from app.words.language import N_, Language
from app.words.statistics import outcomes_sentence

WIDTH, LEFT, COLUMN, TOP, PITCH = 516, 206, 62, 34, 38
STEPS = (N_("moved"), N_("in order"), N_("seconded"), N_("decided"), N_("passed"))


def outcomes_picture(motions: tuple[Outcomes, ...], directory: Directory, names: Names) -> Picture:
    """By kind, the most moved first; `names` has the house's own names of motions."""
    speak = tongue(directory)
    title, sentence = speak(N_("What became of the motions")), outcomes_sentence(motions, speak)
    rows = tuple(
        (motion_kind_name(row.kind, names, speak), *(str(number) for number in _numbers(row)))
        for row in motions
    )
    height, body = TOP + PITCH * len(motions), _rows(motions, rows, speak)
    markup = svg("motions", WIDTH, height, (title, sentence), body) if motions else NOTHING
    head = (speak(N_("Motion")), *(speak(one) for one in STEPS))
    return Picture("motions", title, sentence, markup, head, rows)


def _numbers(row: Outcomes) -> tuple[int, ...]:
    return (row.raised, row.in_order, row.seconded, row.put, row.passed)


def _rows(motions: tuple[Outcomes, ...], rows: tuple[tuple[str, ...], ...], speak: Language) -> Iterator[str]:
    for place, one in enumerate(STEPS):
        yield words(LEFT + COLUMN * place, 12 + 16 * (place % 2), speak(one), "t3")
    most = max((row.raised for row in motions), default=1)
    for place, (row, cells) in enumerate(zip(motions, rows, strict=True)):
        y = TOP + PITCH * place
        yield name(LEFT - 10, y + 23, cells[0], LEFT - 6)
        for column, number in enumerate(_numbers(row)):
            yield from _ticks(LEFT + COLUMN * column, y + 9, number, most, column == len(STEPS) - 1)
        yield line(f"M0 {y + PITCH}H{WIDTH}")


def _ticks(x: float, y: float, number: int, most: int, last: bool) -> Iterator[str]:
    """A tick for each motion, as wide as the room allows, and their number before them."""
    pitch = min(9.0, (COLUMN - 30) / most)
    yield words(x, y + 14, str(number), "num b" if last and number else "num")
    for place in range(number):
        at = x + 20 + pitch * place
        css = "ink" if last else "edgef"
        yield f'<rect class="{css}" x="{at:.1f}" y="{y}" width="{pitch * 0.7:.1f}" height="18"/>'
