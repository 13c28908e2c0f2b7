"""Lines of a pasted text: cleaned, measured, and split into marker and words."""

import re
from dataclasses import dataclass
from typing import Literal

from resolutions.numerals import from_letters, from_roman

Wrap = Literal["number", "(a)", "a.", "a)", "bullet"]
LONGEST_READ = 200_000

_NUMBER = re.compile(r"(?:\(?(\d{1,3})[.)])\s+(?=\S)")
_LETTER = re.compile(r"(?:\(([a-z]{1,7})\)|([a-z]{1,7})([.)]))\s+(?=\S)")
_BULLET = re.compile(r"[-–—•*·▪◦]\s+(?=\S)")
_LEFT_OUT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u200b]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from one, its indent in spaces, its marker if any, and its words.

    ``wrap`` is the form of the marker, ``marker`` what stands in it ("3", "b", "iv"), ``letter`` and
    ``roman`` its value when read as a letter or as a roman figure.
    """

    number: int
    indent: int
    words: str
    wrap: Wrap | None = None
    marker: str = ""
    letter: int | None = None
    roman: int | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written on the line."""
        return not self.words and self.wrap is None


def lines_of(text: str) -> tuple[Line, ...]:
    """Split a text into lines; characters that cannot be printed are left out, tabs count four spaces."""
    return tuple(
        _line(number, raw.expandtabs(4))
        for number, raw in enumerate(cleaned(text[:LONGEST_READ]).splitlines(), start=1)
    )


def cleaned(text: str) -> str:
    """Give a text without characters that cannot be printed."""
    return _LEFT_OUT.sub("", text.replace("\u00a0", " "))


def _line(number: int, raw: str) -> Line:
    bare = raw.strip()
    indent = len(raw) - len(raw.lstrip())
    if match := _NUMBER.match(bare):
        return Line(number, indent, bare[match.end() :], "number", match[1])
    if match := _BULLET.match(bare):
        return Line(number, indent, bare[match.end() :], "bullet", match[0].strip())
    match = _LETTER.match(bare)
    if match is None:
        return Line(number, indent, bare)
    marker = match[1] or match[2]
    letter, roman = from_letters(marker), from_roman(marker)
    if letter is None and roman is None:
        return Line(number, indent, bare)
    wrap: Wrap = "(a)" if match[1] else "a." if match[3] == "." else "a)"
    return Line(number, indent, bare[match.end() :], wrap, marker, letter, roman)
