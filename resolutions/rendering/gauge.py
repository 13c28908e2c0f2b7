"""The gauge of attendance as SVG: a dot for each member, and ticks at the quorum and the majorities."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from resolutions.rendering.pictures import ENGLISH, framed

_LETTER: Final = 6.9  # mean width of a letter at the stylesheet's 13 px
_GAP: Final = 10


def gauge(
    members: int,
    present: int,
    ticks: Sequence[tuple[str, int]] = (),
    width: int = 440,
    prefix: str = "gauge",
    words: Mapping[str, str] = ENGLISH,
) -> str:
    """Draw a dot for each member, in ink if present, with ticks behind the dot of each threshold.

    ``ticks`` are (label, number of members), smallest first; their labels stand below and above in turn,
    side by side where a small committee leaves no room between the ticks.
    """
    pitch = (width - 40) / max(1, members)
    radius = min(4.2, pitch * 0.4)
    dots = "".join(
        f'<circle class="{"ink" if n < present else "hollow thin"}" '
        f'cx="{20 + pitch * (n + 0.5):.1f}" cy="30" r="{radius:.1f}"/>'
        for n in range(members)
    )
    named = ", ".join(f"{label} {number}" for label, number in ticks)
    said = words["attendance"].format(present=present, members=members, ticks=named)
    count = words["present"].format(present=present)
    at = [(20 + pitch * min(number, members), label) for number, label in _thresholds(ticks)]
    lines = "".join(f'<path class="inkline" d="M{x:.1f} 16v28"/>' for x, _ in at)
    below, above = at[::2], [*at[1::2], (float(width), count)]
    labels = _row(below, 58, width) + _row(above, 12, width, bold=count)
    body = f"{dots}{lines}{labels}"
    return framed("gauge", width, f"0 0 {width} 60", prefix, (words["gauge"], said), body)


def _thresholds(ticks: Sequence[tuple[str, int]]) -> list[tuple[int, str]]:
    # Two thresholds at one number have one line, and one label with both names.
    numbers = sorted({number for _, number in ticks})
    return [(at, f"{', '.join(name for name, number in ticks if number == at)} {at}") for at in numbers]


def _row(wanted: Sequence[tuple[float, str]], y: int, width: int, bold: str = "") -> str:
    # Labels stay near their ticks, in order and within the picture.
    spans = [_LETTER * len(label) for _, label in wanted]
    starts = [x - span / 2 for (x, _), span in zip(wanted, spans, strict=True)]
    for n in range(len(starts)):
        free = starts[n - 1] + spans[n - 1] + _GAP if n else 0.0
        starts[n] = max(starts[n], free)
    limit = float(width)
    for n in reversed(range(len(starts))):
        starts[n] = min(starts[n], limit - spans[n])
        limit = starts[n] - _GAP
    return "".join(
        f'<text class="mid{" b" if label == bold else ""}" x="{start + span / 2:.1f}" y="{y}">'
        f"{escape(label)}</text>"
        for start, span, (_, label) in zip(starts, spans, wanted, strict=True)
    )
