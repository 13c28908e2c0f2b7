"""Unfolding: a resolution that was pasted as one paragraph gets a line for each clause again."""

import re
from collections.abc import Iterator
from dataclasses import replace

from resolutions.phrases import LANGUAGES, Language, part_opened
from resolutions.reading.lines import Raw

_SHORTEST = 120  # characters of a line that may hold several clauses
_NUMBER = re.compile(r"(?:^|(?<=[,;:.])\s+)\(?(\d{1,3})[.)]\s+(?=[^\W\d_])")
_CAPITAL = re.compile(r"(?<=[,;:.])\s+(?=[^\W\d_])")
_LETTER = re.compile(r"(?<=[,;:])\s+(?=\([a-z]{1,4}\)\s)")


def unfolded(lines: list[Raw]) -> list[Raw]:
    """Break each line that holds several numbered operative paragraphs, and the preamble before them.

    They must be numbered from one and open with a phrase: other figures stand within sentences. Time grows
    with the length of the text alone.
    """
    return [part for line in lines for part in _broken(line)]


def _broken(line: Raw) -> Iterator[Raw]:
    places = _paragraphs(line.text) if len(line.text) > _SHORTEST else []
    if not places:
        yield line
        return
    begin, language = places[0][0].start(), places[0][1]
    pieces = _preamble(line.text[:begin], language)
    ends = [place.start() for place, _ in places[1:]]
    for (place, _), end in zip(places, [*ends, len(line.text)], strict=True):
        pieces.extend(_LETTER.split(line.text[place.start() : end].strip()))
    for piece in filter(None, pieces):
        yield replace(line, text=piece)


def _paragraphs(text: str) -> list[tuple[re.Match[str], Language]]:
    """Give where the operative paragraphs begin; none when there are not two at least."""
    found: list[tuple[re.Match[str], Language]] = []
    for place in _NUMBER.finditer(text):
        opened = [
            lang
            for lang in LANGUAGES
            if part_opened(text[place.end() : place.end() + 80], lang) == "operative"
        ]
        if int(place[1]) == len(found) + 1 and opened:
            found.append((place, opened[0]))
    return found if len(found) > 1 else []


def _preamble(text: str, language: Language) -> list[str]:
    begins = [
        place.end()
        for place in _CAPITAL.finditer(text)
        if text[place.end()].isupper()
        and part_opened(text[place.end() : place.end() + 80], language) == "preambular"
    ]
    return [text[begin:end].strip() for begin, end in zip([0, *begins], [*begins, len(text)], strict=True)]
