"""Tells headings from prose, and what the chapter under a heading is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from delegations.names import fold
from delegations.study_guides.guide import StakeholderKind
from delegations.study_guides.understanding.composed import composed_role, perhaps_sources
from delegations.study_guides.understanding.furniture import is_footnote, is_source, title_of_contents_line
from delegations.study_guides.understanding.joining import ends_sentence
from delegations.study_guides.understanding.naming import states_named
from delegations.study_guides.understanding.roles import Role, category, role_of
from delegations.study_guides.understanding.rows import Row, following, without_number

_MOST_QUESTION_ROWS = 8
_LABEL = re.compile(r"(:\s|\s[–—-]\s)")
_SOURCES_IN = 3  # of so many lines below a heading at least one has a year or an address, if they are sources


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its words, role, level (1 is a chapter) and, inside positions, what kind it announces."""

    at: int
    title: str
    role: Role | None
    level: int
    category: StakeholderKind | None = None


def headings(rows: Sequence[Row]) -> dict[int, Heading]:
    """Return the headings among `rows` by index.

    A heading is marked by the format, listed in the contents, or a short line that stands by itself and
    either is numbered or says what guides' chapters are called.
    """
    listed = _listed(rows)
    found: dict[int, Heading] = {}
    for at, row in enumerate(rows):
        if not row.contents and (heading := _heading(rows, at, row, listed)):
            found[at] = heading
    return _with_sources_only(rows, found)


def looks_like_heading(rows: Sequence[Row], at: int) -> bool:
    """Return whether the row is set off as a heading would be: short, no full stop, prose around it ended."""
    row = rows[at]
    if not _short(row.text):
        return False
    if row.styled:
        return True
    after = rows[at + 1] if at + 1 < len(rows) else None
    if row.bullet or not after or after.text[:1].islower():
        return False
    return (
        row.gap
        and (after.gap or row.text.isupper())
        and _titled(without_number(row.text))
        and begins_afresh(rows, at)
    )


def begins_afresh(rows: Sequence[Row], at: int) -> bool:
    """Return whether nothing before the row runs on into it."""
    before = rows[at - 1] if at else None
    row = rows[at]
    if before is None or row.styled or row.bullet or before.styled or before.contents or before.note:
        return True
    if row.gap and is_footnote(before.text):
        return True
    if ends_sentence(before.text) or (before.gap and _short(before.text) and role_of(before.text)):
        return True
    return row.gap and (_short(before.text) or "\t" in before.text)


def _heading(rows: Sequence[Row], at: int, row: Row, listed: frozenset[str]) -> Heading | None:
    title = without_number(row.text).rstrip(":.")
    if not _short(row.text) or not title or "\t" in row.text or title[0] in "(,;":
        return None
    if _begins_a_position(row, title):
        return None
    kind = category(title)
    role = role_of(title) if len(title.split()) <= 9 else None
    if role is None and kind is None and _heads_questions(rows, at):
        role = "guiding"
    if _key(title) in listed and begins_afresh(rows, at):
        return Heading(at, title, role, row.level or 1, kind)
    if row.level:
        return Heading(at, title, role, row.level, kind)
    alone = looks_like_heading(rows, at) or _set_apart(rows, at, numbered=title != row.text, role=role)
    if role and not row.bullet and (alone or _introduces(rows, at, title)):
        return Heading(
            at, title, role, 2 if listed and role not in ("topic", "positions", "guiding") else 1, kind
        )
    if alone or (kind and row.gap):
        return Heading(at, title, role, 2, kind)
    return None


def _heads_questions(rows: Sequence[Row], at: int) -> bool:
    """Whether a line that names nobody stands over a list of questions and of nothing else."""
    row = rows[at]
    if not row.gap or row.bullet or row.text[-1:] in "?" or states_named(without_number(row.text)):
        return False
    asked: list[str] = []
    for below in rows[at + 1 : at + 1 + _MOST_QUESTION_ROWS]:
        if below.bullet or without_number(below.text) != below.text:
            if asked and not asked[-1].endswith("?"):
                return False
            asked.append(below.text)
        elif not asked:
            return False
        elif below.gap:
            break
        else:
            asked[-1] = below.text
    return len(asked) > 1 and asked[-1].endswith("?")


def _begins_a_position(row: Row, title: str) -> bool:
    """Whether the line is a name and the beginning of its text: `France's position: It ...`."""
    if row.raw.startswith("**") and not row.styled:
        return True
    name, mark, rest = _LABEL.split(title, 1) if _LABEL.search(title) else ("", "", "")
    return bool(mark and rest) and states_named(name) is not None


def _set_apart(rows: Sequence[Row], at: int, *, numbered: bool, role: Role | None) -> bool:
    """Whether a numbered or known title in small letters has empty lines on both sides."""
    row, after = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    if row.bullet or not row.gap or not after or not after.gap or row.text.endswith("?"):
        return False
    return (
        (numbered or role is not None)
        and row.text[:1].isupper() | row.text[:1].isdigit()
        and begins_afresh(rows, at)
    )


def _introduces(rows: Sequence[Row], at: int, title: str) -> bool:
    """Whether a known title stands directly above its text: numbered, in capitals, or over a list."""
    row = rows[at]
    after_table = at > 0 and "\t" in rows[at - 1].text
    numbered = without_number(row.text) != row.text
    # "Questions a resolution should answer" in small letters holds no word that prose would hold.
    small = title[:1].isupper() and (composed_role(fold(title)) is not None or _stands_over_list(rows, at))
    known = numbered or _titled(title) or small
    return known and begins_afresh(rows, at) and (row.gap or row.text.isupper() or after_table)


def _stands_over_list(rows: Sequence[Row], at: int) -> bool:
    after = following(rows, at)
    if after is None or rows[at].text.endswith("?"):
        return False
    return after.bullet or after.text.endswith("?") or without_number(after.text) != after.text


def _with_sources_only(rows: Sequence[Row], found: dict[int, Heading]) -> dict[int, Heading]:
    """`found`, where "Notes" and "Resources" are chapters of sources only when sources stand below them."""
    begins = [*found, len(rows)]
    for at, after in pairwise(begins):
        one = found[at]
        if one.role == "references" and perhaps_sources(fold(one.title)):
            below = rows[at + 1 : after]
            if len(below) > _SOURCES_IN * sum(is_source(row.text) or row.note for row in below):
                found[at] = replace(one, role="other")
    return found


def _listed(rows: Sequence[Row]) -> frozenset[str]:
    titles = (without_number(title_of_contents_line(row.text)) for row in rows if row.contents)
    return frozenset(_key(t) for t in titles if len(t) > 3 and not states_named(t))


def _key(title: str) -> str:
    folded = fold(title)
    return folded[:-1] if folded.endswith("s") else folded


def _short(text: str) -> bool:
    if len(text) > 140 or len(text.split()) > 24 or "http" in text:
        return False
    if text.count(")") > text.count("(") + (without_number(text) != text):
        return False  # the end of a sentence whose bracket opened on the line above
    ended = text.rstrip()
    return not ended.endswith((".", ";", ",", "!")) or (ended.endswith(").") and ended.count(".") == 1)


def _titled(text: str) -> bool:
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 3]
    capital = sum(word[0].isupper() for word in words)
    first = next((char for char in text if char.isalnum()), "")
    return (first.isupper() or first.isdigit()) and (capital * 2 >= len(words) or len(text.split()) <= 4)
