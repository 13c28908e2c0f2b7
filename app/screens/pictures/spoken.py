"""Who has spoken: a dot for each delegation on a line of minutes, and how evenly the time was shared."""

from __future__ import annotations

from collections.abc import Iterator

from app.screens.directory import Directory
from app.screens.pictures.picture import NOTHING, Picture, line, name, step, svg, words
from app.screens.shown import tongue, who
from app.statistics.speaking import Speaking, Spoken, lists_used
from app.words import minutes_and_seconds
from app.words.language import N_, Language, capital
from app.words.names import LISTS, code_name
from app.words.statistics import NOT_QUALITY, shares_sentence, spoken_sentence

WIDTH, LEFT, TOP, PITCH = 600, 190, 34, 19
MINUTE = 60_000
STEPS = (MINUTE / 2, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, 60 * MINUTE)
SIDE = 260


def spoken_picture(speaking: Speaking, directory: Directory) -> Picture:
    """Minutes of each delegation, the least heard first, with the median."""
    speak = tongue(directory)
    title, sentence = speak(N_("Who has spoken")), spoken_sentence(speaking, speak)
    lists = lists_used(speaking.rows)
    head = (speak(N_("Delegation")), speak(N_("Speeches")), speak(N_("Seconds")))
    rows = tuple(
        (
            who(directory, row.seat).name,
            str(row.speeches),
            _seconds(row.ms),
            *(_seconds(row.ms_by_list.get(one, 0)) for one in lists),
        )
        for row in speaking.rows
    )
    by_list = tuple(capital(code_name(LISTS, one, speak)) for one in lists)
    height = TOP + PITCH * len(speaking.rows) + 26
    body = _dots(speaking, directory, speak)
    markup = svg("spoken", WIDTH, height, (title, sentence), body) if speaking.ms else NOTHING
    return Picture("spoken", title, sentence, markup, (*head, *by_list), rows, speak(NOT_QUALITY))


def _dots(speaking: Speaking, directory: Directory, speak: Language) -> Iterator[str]:
    most = max((row.ms for row in speaking.rows), default=0) or MINUTE
    each, foot = step(most, STEPS), TOP + PITCH * len(speaking.rows)
    scale = (WIDTH - LEFT - 20) / (each * -(-most // each))
    for number in range(int(-(-most // each)) + 1):
        x = LEFT + number * each * scale
        yield line(f"M{x:.1f} {TOP - 12}V{foot}")
        yield words(x, 14, f"{number * each / MINUTE:g}", "t3 mid")
    yield words(0, 14, speak(N_("Minutes")), "t3")
    for place, row in enumerate(speaking.rows):
        yield from _dot(row, directory, LEFT + row.ms * scale, TOP + PITCH * place)
    x = LEFT + speaking.median_ms * scale
    yield line(f"M{x:.1f} {TOP - 12}V{foot}", "inkline dash")
    said = speak.say(N_("median {time}"), time=minutes_and_seconds(round(speaking.median_ms / 1000)))
    right = x > WIDTH - 140
    yield words(x - 6 if right else x + 6, foot + 16, said, "t2 endt" if right else "t2")


def _dot(row: Spoken, directory: Directory, x: float, y: float) -> Iterator[str]:
    yield name(LEFT - 12, y + 5, who(directory, row.seat).name, LEFT - 16)
    if not row.speeches:
        yield f'<circle class="hollow" cx="{x:.1f}" cy="{y}" r="5"/>'
        return
    said = f"<title>{minutes_and_seconds(round(row.ms / 1000))}</title>"
    yield line(f"M{LEFT} {y}H{max(LEFT, x - 5):.1f}")
    yield f'<circle class="ink" cx="{x:.1f}" cy="{y}" r="5">{said}</circle>'


def shares_picture(speaking: Speaking, directory: Directory) -> Picture:
    """The share of the time against the share of the delegations (M. O. Lorenz, 1905)."""
    speak = tongue(directory)
    title, sentence = speak(N_("How evenly the floor was shared")), shares_sentence(speaking, speak)
    total, size = sum(row.ms for row in speaking.rows) or 1, len(speaking.rows) or 1
    reached, heard = [(0.0, 0.0)], 0
    for place, row in enumerate(speaking.rows, 1):
        heard += row.ms
        reached.append((place / size, heard / total))
    drawn = _shares(reached, speak)
    head = (speak(N_("Share of the delegations")), speak(N_("Share of the time")))
    rows = tuple((f"{many:.0%}", f"{time:.0%}") for many, time in reached)
    if not speaking.ms:
        return Picture("shares", title, spoken_sentence(speaking, speak), NOTHING, head, ())
    markup = svg("shares", 320, SIDE + 42, (title, sentence), drawn)
    return Picture("shares", title, sentence, markup, head, rows)


def _shares(reached: list[tuple[float, float]], speak: Language) -> Iterator[str]:
    foot = SIDE + 12
    yield line(f"M30 12V{foot}H{30 + SIDE}")
    yield line(f"M30 {foot}L{30 + SIDE} 12", "axis dash")
    points = "L".join(f"{30 + SIDE * many:.1f} {foot - SIDE * time:.1f}" for many, time in reached)
    yield line(f"M{points}", "inkline")
    yield words(30, foot + 20, speak(N_("least heard")), "t3")
    yield words(30 + SIDE, foot + 20, speak(N_("most heard")), "t3 endt")
    yield words(30 + SIDE * 0.55, foot - SIDE * 0.62, speak(N_("equal shares")), "t2 endt")


def _seconds(ms: int) -> str:
    return str(round(ms / 1000))
