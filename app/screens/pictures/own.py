"""One delegation's figures, each on its own line beside the committee's median; as wide as a phone."""

from __future__ import annotations

from collections.abc import Iterator

from app.screens.directory import Directory
from app.screens.pictures.picture import Picture, line, svg, words
from app.screens.shown import tongue
from app.statistics.own import Figure
from app.words import minutes_and_seconds
from app.words.language import N_, Language
from app.words.statistics import MEASURES, NOT_QUALITY

WIDTH, PITCH, EDGE = 328, 56, 8


def own_picture(figures: tuple[Figure, ...], directory: Directory) -> Picture:
    """The own figures; without medians where they would tell of single delegations."""
    speak = tongue(directory)
    title = speak(N_("Your figures"))
    with_median = any(one.median is not None for one in figures)
    sentence = speak(
        N_("The dot is you, the upright line is the median of the committee.")
        if with_median
        else N_("The committee is too small for medians: they would tell what single delegations did.")
    )
    head = (speak(N_("What")), speak(N_("You")), speak(N_("Median")))
    rows = tuple(
        (speak(MEASURES[one.measure]), value(one, one.own), value(one, one.median)) for one in figures
    )
    body = (part for place, one in enumerate(figures) for part in _row(one, PITCH * place, speak))
    markup = svg("mine", WIDTH, PITCH * len(figures) + 4, (title, sentence), body)
    return Picture("mine", title, sentence, markup, head, rows, speak(NOT_QUALITY))


def value(figure: Figure, number: float | None) -> str:
    """A figure as it is read: "1:30" of speaking time, else a count; "–" for a median that is not told."""
    if number is None:
        return "–"
    return minutes_and_seconds(round(number / 1000)) if figure.measure == "ms" else f"{number:g}"


def _row(figure: Figure, y: float, speak: Language) -> Iterator[str]:
    most = max(figure.own, figure.median or 0, 1) * 1.1
    scale = (WIDTH - 2 * EDGE) / most
    yield words(0, y + 14, speak(MEASURES[figure.measure]), "t2")
    yield words(WIDTH, y + 14, value(figure, figure.own), "endt b")
    yield line(f"M{EDGE} {y + 32}H{WIDTH - EDGE}")
    if figure.median is not None:
        x = EDGE + figure.median * scale
        said = speak.say(N_("median {time}"), time=value(figure, figure.median))
        yield words(WIDTH - 48, y + 14, said, "t3 endt")
        yield line(f"M{x:.1f} {y + 23}v18", "inkline")
    yield f'<circle class="sealf" cx="{EDGE + figure.own * scale:.1f}" cy="{y + 32}" r="6"/>'
