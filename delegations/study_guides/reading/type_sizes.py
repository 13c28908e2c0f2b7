"""Tells headings and footnotes from body text by the size of their type, where nothing else marks them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_HEADING_SIZE = 1.12
_SAME_SIZE = 1.06
_DEEPEST = 6
_NOTE_SIZE = 0.87
_NOTE = re.compile(r"\[?(?:\d{1,3}|[*†‡])[\].)]?\s*[^\W\d_]")
_BELOW_NOTES = 3


def heading_levels(characters: Counter[float]) -> dict[float, int]:
    """Return the level, 1 to 6, of each size that is that of headings.

    `characters` says how many characters are set in each size; the most common one is the body's. Sizes
    that differ by less than six per cent are one level.
    """
    body = body_size(characters)
    larger = sorted((size for size in characters if body and size > _HEADING_SIZE * body), reverse=True)
    levels = {larger[0]: 1} if larger else {}
    for above, size in pairwise(larger):
        step = 0 if above < _SAME_SIZE * size else 1
        levels[size] = min(levels[above] + step, _DEEPEST)
    return levels


def body_size(characters: Counter[float]) -> float:
    """Return the size in which most characters are set, 0 when there are none."""
    return characters.most_common(1)[0][0] if characters else 0.0


def footnotes(page: Sequence[tuple[str, float]], body: float) -> range:
    """Return which of a page's lines, (text, size) each, are its footnotes.

    They are the small lines at its foot, from the first that begins with a number on; a page number or a
    running footer may stand below them.
    """
    end = len(page)
    while end and len(page) - end < _BELOW_NOTES and not _is_small(page[end - 1], body):
        end -= 1
    start = end
    while start and _is_small(page[start - 1], body):
        start -= 1
    begins = next((at for at in range(start, end) if _NOTE.match(page[at][0].lstrip())), end)
    return range(begins, end)


def _is_small(line: tuple[str, float], body: float) -> bool:
    return bool(line[0].strip()) and 0 < line[1] < _NOTE_SIZE * body
