"""Tells whether a number of a list or chapter follows on another: 2.3 and 2.4, "b)" and "c)", III and IV."""

from __future__ import annotations

import re

_MARK = re.compile(r"^\s*(\(?)((?:\d{1,2}\.)*)(\d{1,2}|[ivxIVX]{1,5}|[a-zA-Z])([.)]?)\s")
_ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
)  # fmt: skip


def follows_on(number: str, text: str) -> bool:
    """Return whether `text` begins with the number that comes after the one that `number` begins with."""
    before, after = _MARK.match(number), _MARK.match(text)
    if not before or not after or before.group(1, 2, 4) != after.group(1, 2, 4):
        return False
    return after[3] in _next(before[3])


def _next(mark: str) -> set[str]:
    if mark.isdigit():
        return {str(int(mark) + 1)}
    following = {chr(ord(mark) + 1)} if len(mark) == 1 else set()
    upper = mark.upper()
    if upper in _ROMAN[:-1]:
        roman = _ROMAN[_ROMAN.index(upper) + 1]
        following.add(roman if mark.isupper() else roman.lower())
    return following
