"""Written numbers of clauses: letters (a, ... z, aa, bb) and small roman figures, in both directions."""

import re

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ROMAN_FORM = re.compile(r"(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")


def letters(number: int) -> str:
    """Write 1 as "a", 26 as "z", 27 as "aa", 28 as "bb"; ``number`` counts from one.

    The United Nations double the letter behind z, as Word does.
    """
    times, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (times + 1)


def roman(number: int) -> str:
    """Write a number from one to 399 in small roman figures."""
    written = ""
    for value, figure in _ROMAN:
        count, number = divmod(number, value)
        written += figure * count
    return written


def from_letters(written: str) -> int | None:
    """Read "a" as 1, "aa" as 27 and "bb" as 28; "ab", as web pages count on, is 28 too.

    None when it is neither one small letter over and over nor two of them.
    """
    if re.fullmatch(r"([a-z])\1{0,19}", written):
        return 26 * (len(written) - 1) + ord(written[0]) - ord("a") + 1
    if not re.fullmatch(r"[a-z]{2}", written):
        return None
    first, second = (ord(letter) - ord("a") + 1 for letter in written)
    return 26 * first + second


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
