"""Whether an instrument that a clause cites is one of the guide's: a doubt for a person, never a verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from delegations.study_guides.guide import Instrument
from delegations.study_guides.understanding.instruments import symbols

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A symbol to look at again: `why` it is doubtful, and the guide's instrument that may be meant.

    `unknown`: the guide does not name it; `near`: it names one that differs in a sign, or in their order;
    `year`: the clause gives another year than the guide, `year` is the clause's.
    """

    symbol: str
    why: Literal["unknown", "near", "year"]
    meant: Instrument | None = None
    year: int = 0


def doubts(text: str, instruments: Sequence[Instrument]) -> tuple[Doubt, ...]:
    """Return what is doubtful in the symbols that `text` cites, in their order.

    Nothing is doubtful where the guide names no symbol at all: then there is nothing to compare with.
    """
    listed = [one for one in instruments if one.symbol]
    if not listed:
        return ()
    found = (_doubt(symbol, text, listed) for symbol, _ in symbols(text))
    return tuple(one for one in found if one)


def _doubt(symbol: str, text: str, listed: Sequence[Instrument]) -> Doubt | None:
    same = next((one for one in listed if _plain(one.symbol) == _plain(symbol)), None)
    if same:
        year = _year_beside(text, symbol)
        return Doubt(symbol, "year", same, year) if year and same.year and year != same.year else None
    near = [one for one in listed if _alike(_plain(one.symbol), _plain(symbol))]
    if len(near) == 1:
        return Doubt(symbol, "near", near[0])
    return Doubt(symbol, "unknown")


def _plain(symbol: str | None) -> str:
    """The symbol in capitals, without blanks and without a year in brackets."""
    return re.sub(r"\(\d{4}\)", "", (symbol or "").upper()).replace(" ", "")


def _alike(one: str, other: str) -> bool:
    """Whether one is the other with one sign typed wrongly, or with its numbers or figures mixed up."""
    if sorted(_NUMBERS.findall(one)) == sorted(_NUMBERS.findall(other)) or sorted(one) == sorted(other):
        return True
    return len(one) > 5 and _distance(one, other) <= 1


def _distance(one: str, other: str) -> int:
    """How many signs must be put in, left out or changed (Levenshtein)."""
    row = list(range(len(other) + 1))
    for at, sign in enumerate(one, 1):
        above, row[0] = row[0], at
        for place, its in enumerate(other, 1):
            kept = above + (sign != its)
            above, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, kept)
    return row[-1]


def _year_beside(text: str, symbol: str) -> int:
    """The year that stands within a few words behind a symbol; 0 for none."""
    at = text.find(symbol.partition(" ")[0])
    behind = text[at + len(symbol) : at + len(symbol) + 30].partition(";")[0] if at >= 0 else ""
    found = _YEAR.search(behind)
    return int(found[1]) if found else 0
