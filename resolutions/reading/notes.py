"""Notes at the foot of a page: they are left out, and so are their figures behind the words."""

import re
from collections.abc import Iterator
from dataclasses import replace

from resolutions.reading.lines import Raw

_RULE = re.compile(r"\s*[_\u2500\u2014-]{8,}\s*")
_NOTE = re.compile(r"\s*(?:\[?(\d{1,3})\]?|([¹²³⁴-⁹⁰]{1,3}))\s+\S")
_IN_BRACKETS = re.compile(r"\s*(\[\d{1,3}\])\s+\S")
_LONGEST_NOTE = 12  # lines, should nothing end it


def without_notes(lines: list[Raw]) -> list[Raw]:
    """Leave out what stands below a rule at the foot of a page and opens with the figure of a note.

    Without a rule, a line that opens with [1] is a note where [1] stands behind a word above. A line without
    words stays where they stood, so that the page ends there.
    """
    found = dict(_notes(lines)) | dict(_cited_above(lines))
    if not found:
        return lines
    written = sorted({figure for figure in found.values() if figure}, key=len, reverse=True)
    figures = "|".join(map(re.escape, written))
    behind = re.compile(
        rf"(?<=[a-zß-ÿ)”\"])(?:{figures})(?=[,;.:\s]|$)|(?<=[^\W\d_][,;.:])(?:{figures})(?=\s|$)"
        rf"|(?<=[^\W\d_][,;.:]) (?:{figures})(?=\s*$)"
    )
    return [
        replace(line, text="" if at in found else behind.sub("", line.text)) for at, line in enumerate(lines)
    ]


def _notes(lines: list[Raw]) -> Iterator[tuple[int, str]]:
    """Give the places of the rules and of all lines of notes, with the figure where a note begins."""
    at = 0
    while at < len(lines):
        begin, at = at, at + 1
        first = _next_written(lines, at)
        if not _RULE.fullmatch(lines[begin].text) or first is None or not _NOTE.match(lines[first].text):
            continue
        yield begin, ""
        for at in range(first, min(first + _LONGEST_NOTE, len(lines))):
            if not lines[at].bare or lines[at].text == "\x0c":
                break
            figure = _NOTE.match(lines[at].text)
            yield at, (figure[1] or figure[2]) if figure else ""


def _cited_above(lines: list[Raw]) -> Iterator[tuple[int, str]]:
    """Give the places of all lines of notes whose figure in brackets stands behind a word above them."""
    cited: set[str] = set()
    note = False
    for at, line in enumerate(lines):
        begins = _IN_BRACKETS.match(line.text)
        note = begins[1] in cited if begins else note and bool(line.bare)
        if note:
            yield at, begins[1] if begins else ""
        else:
            cited.update(re.findall(r"(?<=[\w)”\",;.:])\[\d{1,3}\]", line.text))


def _next_written(lines: list[Raw], at: int) -> int | None:
    return next((place for place in range(at, min(at + 3, len(lines))) if lines[place].bare), None)
