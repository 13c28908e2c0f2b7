"""Written numbers of clauses: letters (a, b, ... z, aa) and small roman figures, in both directions."""

import re

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ROMAN_FORM = re.compile(r"(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")


def letters(number: int) -> str:
    """Write 1 as "a", 26 as "z", 27 as "aa"; ``number`` counts from one."""
    written = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


def roman(number: int) -> str:
    """Write a number from one to 399 in small roman figures."""
    written = ""
    for value, figure in _ROMAN:
        count, number = divmod(number, value)
        written += figure * count
    return written


def from_letters(written: str) -> int | None:
    """Read "a" as 1 and "aa" as 27; None when it is not one or two small letters."""
    if not re.fullmatch(r"[a-z]{1,2}", written):
        return None
    number = 0
    for letter in written:
        number = number * 26 + ord(letter) - ord("a") + 1
    return number


def from_roman(written: str) -> int | None:
    """Read small roman figures below 400; None when they are not well formed."""
    if not written or not _ROMAN_FORM.fullmatch(written):
        return None
    values = {figure: value for value, figure in _ROMAN}
    number, place = 0, 0
    while place < len(written):
        pair = written[place : place + 2]
        step = 2 if pair in values and len(pair) == 2 else 1
        number += values[written[place : place + step]]
        place += step
    return number
