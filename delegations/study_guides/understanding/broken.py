"""Joins headings and names that the width of a page or a column broke over lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from delegations.countries import lookup
from delegations.study_guides.understanding.joining import continued
from delegations.study_guides.understanding.measures import capitals, full_length
from delegations.study_guides.understanding.naming import states_in_list, states_named
from delegations.study_guides.understanding.roles import role_of

if TYPE_CHECKING:
    from delegations.study_guides.understanding.rows import Row

_UNFINISHED = frozenset(
    ("of", "the", "and", "for", "in", "on", "to", "&", "a", "its", "their", "with", "by", "–")
)
_LONGEST_BLOC = 80
_LONGEST_NAME = 8  # words
_FEWEST_ROWS = 20  # fewer say nothing about the width
_FULL = 0.9
_CAPITAL = 0.25  # how much wider than a small letter a capital is, in small letters
_LONGEST_TITLE = 140


def headings_rejoined(rows: list[Row], *, pdf: bool = False) -> list[Row]:
    """Return the rows with headings joined that the page's width broke, where the format shows that they are.

    In a PDF (`pdf`) two lines of one heading's level without a gap are one heading.
    """
    kept: list[Row] = []
    width = _full_width(rows)
    for at, row in enumerate(rows):
        above = kept[-1] if kept else None
        further = rows[at + 1 : at + 2]
        if above and (
            _is_rest_of_heading(above, row, further, width) or (pdf and _is_one_heading(above, row))
        ):
            kept[-1] = replace(above, text=continued(above.text, row.text), raw=continued(above.raw, row.raw))
        else:
            kept.append(row)
    return kept


def rejoined(rows: list[Row]) -> list[Row]:
    """Return the rows with names joined that were broken over lines, and blocs with members in brackets."""
    kept: list[Row] = []
    at = 0
    width = _full_width(rows)
    while at < len(rows):
        group = next((size for size in (3, 2) if _is_broken_name(rows, at, size)), 0)
        group = group or next((size for size in (2, 3) if _is_broken_title(rows, at, size, width)), 0)
        group = group or next((size for size in (2, 3, 4) if _is_broken_list(rows, at, size)), 1)
        kept.append(_as_row(rows[at : at + group]))
        at += group
    return kept


def _as_row(rows: Sequence[Row]) -> Row:
    return replace(rows[0], text=_as_one(rows), raw=reduce(continued, (row.raw for row in rows)))


def _as_one(rows: Sequence[Row]) -> str:
    return reduce(continued, (row.text for row in rows))


def _full_width(rows: Sequence[Row]) -> float:
    """How long a line is, in characters, that the page's or the column's width broke."""
    return _FULL * full_length(row.text for row in rows if "\t" not in row.text)


def _is_full(row: Row, after: Row, width: float) -> bool:
    """Whether the first word of the next line had no place on this one."""
    text = f"{row.text} {after.text.split()[0]}"
    return len(text) + _CAPITAL * sum(map(str.isupper, text)) > width


def _is_rest_of_heading(above: Row, row: Row, further: Sequence[Row], width: float) -> bool:
    if not row.styled or above.style != row.style or row.gap or row.page != above.page:
        return False
    if len(above.text) + len(row.text) > 160 or "\t" in above.text + row.text or row.bullet:
        return False
    if row.text[0] == "(" or row.text[0].islower() or above.text.split()[-1] in _UNFINISHED:
        return True
    if above.text.count("(") > above.text.count(")"):
        return True
    if states_named(above.text):
        return False
    joined = continued(above.text, row.text)
    goes_on = bool(further) and further[0].style == row.style and not further[0].gap
    if states_named(joined) or (goes_on and states_named(continued(joined, further[0].text))):
        return True
    return row.style == "bold" and _is_full(above, row, width) and states_named(row.text) is None


def _is_one_heading(above: Row, row: Row) -> bool:
    """Whether two lines in the type of one heading's level stand directly one below the other."""
    if not row.level or above.style != row.style or row.gap or row.page != above.page:
        return False
    joined = continued(above.text, row.text)
    if len(joined) > _LONGEST_TITLE or "\t" in joined or row.bullet or row.text[0].isdigit():
        return False
    return not any(states_named(one.text) or role_of(one.text) for one in (above, row))


def _is_broken_name(rows: list[Row], at: int, size: int) -> bool:
    group = rows[at : at + size]
    if len(group) < size or not group[0].gap or any(row.gap or "\t" in row.text for row in group[1:]):
        return False
    joined = _as_one(group)
    if len(group[0].text) > 40 or (states_named(group[0].text) and not lookup(joined).is_country):
        return False
    after = rows[at + size] if at + size < len(rows) else None
    return bool(after and after.gap and len(joined) < 60 and states_named(joined))


def _is_broken_title(rows: list[Row], at: int, size: int, width: float) -> bool:
    """Whether a title in capitals that stands by itself was broken over `size` lines by the page's width."""
    group = rows[at : at + size]
    first, last = group[0], group[-1]
    if len(group) < size or not first.gap or any(row.gap or row.styled or row.bullet for row in group[1:]):
        return False
    if len(rows) < _FEWEST_ROWS or any(role_of(row.text) for row in group):
        return False
    if first.styled or first.bullet or not all(_is_full(*two, width) for two in pairwise(group)):
        return False
    after = rows[at + size] if at + size < len(rows) else None
    joined = _as_one(group)
    if after is None or not after.gap or "\t" in joined or len(joined) > _LONGEST_TITLE:
        return False
    upper, longer = capitals(joined)
    return last.text[-1:] not in ".,;:!?" and upper == longer


def _is_broken_list(rows: list[Row], at: int, size: int) -> bool:
    """Whether a bracket of states behind or below a short name closes on the last of `size` rows."""
    group = rows[at : at + size]
    if len(group) < size or "\t" in group[0].text or any(row.gap for row in group[1:]):
        return False
    if "(" not in group[0].text and not (_is_short_name(group[0].text) and group[1].text[0] == "("):
        return False
    if any(")" in row.text for row in group[:-1]) or ")" not in group[-1].text:
        return False
    name, _, inside = _as_one(group).partition("(")
    return 3 < len(name) < _LONGEST_BLOC and len(states_in_list(inside.partition(")")[0])) > 1


def _is_short_name(text: str) -> bool:
    return len(text.split()) <= _LONGEST_NAME and text[:1].isupper() and text[-1:] not in ".,;:!?"
