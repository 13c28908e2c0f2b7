"""Columns of a table of positions: one for each topic (`Country | Topic A | Topic B`), facts beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from delegations.names import fold
from delegations.study_guides.understanding.roles import announces_members, role_of
from delegations.study_guides.understanding.rows import Row

_NAMED = re.compile(
    r"(?:topic|agenda item|tema|t[oó]pico|sujet|th[eè]me)\s+([A-Da-d]|[1-4]|I{1,3}|IV)\b\s*[:.)–—-]*\s*(.*)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:positions?|stances?|views?|posici[oó]n|postura|position)\s+(?:on|about|sobre|sur)\s+", re.IGNORECASE
)
_LONGEST_LABEL = 200
_NUMBERS = ("no", "nr", "number")
_FACTS = frozenset((
    "bloc", "block", "group", "region", "continent", "capital", "status", "membership", "code", "iso", "flag",
    "population", "government", "leader", "head of state", "head of government", "delegate", "language",
    "languages", "gdp", "income", "head of state or government", "currency", "religion", "seats",
    "un member since", "hauptstadt", "poblacion", "idioma", "gobierno", "langue", "gouvernement", "populacao",
    "bloque", "grupo", "pais", "capitale", "groupe", "member", "allies", "key allies", "office", "title",
    "post", "rank", "portfolio", "role", "cargo", "poste", "fonction", "amt", "aliados", "allies principaux",
))  # fmt: skip
"""What columns are called that hold a fact about the delegation and no position."""


def columns_of(head: Row, rows: Sequence[Row]) -> tuple[str | None, ...]:
    """Return what each column after the first holds: a topic's position (the topic, "" for the open one),
    or None for a fact such as the bloc or its members. Empty where a row's cells are one position together.
    """
    if topics := topics_of_columns(head, rows):
        return topics
    facts = [is_fact(cell) or announces_members(cell) for cell in _unnumbered(head.text)[1:]]
    if not any(facts) or (all(facts) and members_column(head) is None):
        return ()
    return tuple(None if fact else "" for fact in facts)


def members_column(head: Row) -> int | None:
    """Return which column after the first lists the members of a bloc, None for none."""
    cells = _unnumbered(head.text)[1:]
    return next((at for at, cell in enumerate(cells) if announces_members(cell)), None)


def is_fact(label: str) -> bool:
    """Return whether `label` stands over or before a fact about the delegation, and no position."""
    return fold(label) in _FACTS


def cells_of(row: Row, columns: int) -> list[str]:
    """Return so many cells of a row after the name: those beyond go with the last, one that lacks is ""."""
    cells = _unnumbered(row.text)[1:]
    cells += [""] * (columns - len(cells))
    return [*cells[: columns - 1], " ".join(filter(None, cells[columns - 1 :]))]


def topics_of_columns(head: Row, rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the topic of each column after the first, empty unless there are several and each has one.

    A column is named by its topic ("Topic A", "Position on topic 2: Ports") or by the topic's own words.
    """
    cells = [_BEFORE.sub("", cell.strip(), count=1) for cell in _unnumbered(head.text)[1:]]
    labels = _labels(rows) if len(cells) > 1 and all(cells) else {}
    topics = tuple(filter(None, (_topic(cell, labels) for cell in cells)))
    return topics if len(topics) == len(cells) == len(set(topics)) and labels else ()


def _unnumbered(text: str) -> list[str]:
    """The cells of a row without the number, or its head, that may stand before the name."""
    cells = [cell.strip() for cell in text.split("\t")]
    first = cells[0].rstrip(".")
    return cells[1:] if first.isdigit() or fold(first) in _NUMBERS else cells


def _topic(cell: str, labels: dict[str, str]) -> str:
    if named := _NAMED.match(cell):
        return named[2].strip() or labels.get(named[1].upper(), cell)
    return next((topic for topic in labels.values() if fold(topic) == fold(cell)), "")


def _labels(rows: Sequence[Row]) -> dict[str, str]:
    """The topics of the guide by their letter or number, as its lines name them; the first line counts."""
    labels: dict[str, str] = {}
    for row in rows:
        if len(row.text) <= _LONGEST_LABEL and "\t" not in row.text and role_of(row.text) == "topic":
            named = _NAMED.match(row.text)
            if named and named[2].strip():
                labels.setdefault(named[1].upper(), named[2].strip())
    return labels
