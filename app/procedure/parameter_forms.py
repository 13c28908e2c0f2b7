"""How the values of parameters are written, and how each form is read: shares, times, caps, pairs, words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Patch = dict[str, Any]
"""Dotted settings ("quorum.open") and what they become, as a TOML file would give it."""
Reader = Callable[[Any], Patch]
"""Reads the value of a parameter; raises ValueError where it is not in the parameter's form."""
_PERCENT = r"(?P<percent>\d{1,3})\s*%"
_SHARE = re.compile(
    rf"(?P<before>floor|ceil)?\s*(?:(?P<more>>)?\s*(?:(?P<over>\d{{1,3}})/(?P<under>\d{{1,3}})|{_PERCENT})|"
    r"(?P<majority>majority))\s*(?:\(majority\))?\s*(?P<after>ceil|floor|rounded up|rounded down)?"
    r"\s*(?:of (?P<of>members|present))?"
)
_TIME = re.compile(r"(?P<number>\d{1,5})\s*(?P<unit>s|seconds?|min|minutes?|h|hours?)")
_ROUNDED = {"rounded up": "ceil", "rounded down": "floor"}


def as_is(setting: str, words: Mapping[str, Any] = {}) -> Reader:
    """One setting; `words` are what others call some of its values. Lists are read word by word."""

    def read(value: Any) -> Patch:
        if isinstance(value, list | tuple):
            return {setting: [words.get(word, word) if isinstance(word, str) else word for word in value]}
        return {setting: words.get(value, value) if isinstance(value, str) else value}

    return read


def share(setting: str, rounding: str = "ceil", **phrases: Patch) -> Reader:
    """One share: "1/3", ">1/2 (majority)", "1/8 ceil", "20% floor of present", or its table.

    `phrases` are what may follow after a comma (with _ for blanks) and what that sets besides.
    """

    def read(value: Any) -> Patch:
        if not isinstance(value, str):
            return {setting: value}
        head, comma, phrase = value.partition(",")
        if comma and phrase.strip().replace(" ", "_") not in phrases:
            raise ValueError(value)
        extra = phrases[phrase.strip().replace(" ", "_")] if comma else {}
        return {setting: read_share(head, rounding), **extra}

    return read


def read_share(text: str, rounding: str = "ceil") -> Patch:
    """A share as a table out of its short form; raises ValueError."""
    found = _SHARE.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    told = found.groupdict()
    over, under = (1, 2) if told["majority"] else (int(told["over"] or 0), int(told["under"] or 0))
    if told["percent"]:
        over, under = int(told["percent"]), 100
    said = told["after"] or told["before"] or ""
    chosen = "more_than" if told["more"] or told["majority"] else _ROUNDED.get(said, said) or rounding
    return {"numerator": over, "denominator": under, "rounding": chosen, "of": told["of"] or "members"}


def write_share(table: Mapping[str, Any]) -> str:
    """The short form of a share's table: what `read_share` reads."""
    sign = ">" if table["rounding"] == "more_than" else ""
    rounding = f" {table['rounding']}" if not sign else ""
    of = f" of {table['of']}" if table["of"] != "members" else ""
    return f"{sign}{table['numerator']}/{table['denominator']}{rounding}{of}"


def time(setting: str) -> Reader:
    """Seconds: a number, or "20 min"."""
    return lambda value: {setting: read_time(value) if isinstance(value, str) else value}


def read_time(text: str) -> int:
    """Seconds out of "90 s", "20 min" or "1 h"; raises ValueError."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return int(found["number"]) * {"s": 1, "m": 60, "h": 3600}[found["unit"][0]]


def cap(setting: str, as_share: str) -> Reader:
    """A number, a share ("5% rounded up"), or both ("10%, cap 5"); a share alone is rounded down."""

    def read(value: Any) -> Patch:
        if not isinstance(value, str):
            return {setting: value, as_share: None}
        head, comma, number = value.partition(",")
        most = re.fullmatch(r"\s*cap (\d{1,3})", number) if comma else None
        if comma and most is None:
            raise ValueError(value)
        return {setting: int(most[1]) if most else 0, as_share: read_share(head, "floor")}

    return read


def speakers(kind: str) -> Reader:
    """Speakers for and against a motion: {"for": 0, "against": 2} or [0, 2]."""

    def read(value: Any) -> Patch:
        pair = dict(zip(("for", "against"), value, strict=True)) if isinstance(value, list | tuple) else value
        if not isinstance(pair, Mapping) or set(pair) != {"for", "against"}:
            raise ValueError(value)
        return {f"motions.{kind}.speakers_{side}": number for side, number in pair.items()}

    return read


def table(**entries: Reader) -> Reader:
    """A table of entries, each read by its own reader; what is not given stays as it is."""

    def read(value: Any) -> Patch:
        if not isinstance(value, Mapping) or not set(value) <= set(entries):
            raise ValueError(value)
        return {name: new for key, given in value.items() for name, new in entries[key](given).items()}

    return read


def words(**sets: Patch) -> Reader:
    """One of a few words, each of which sets several things."""

    def read(value: Any) -> Patch:
        if not isinstance(value, str) or value not in sets:
            raise ValueError(value)
        return sets[value]

    return read
