"""Collects the questions that a guide asks its delegates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from delegations.study_guides.guide import Questions
from delegations.study_guides.understanding.headings import Heading
from delegations.study_guides.understanding.rows import Row, without_number


def questions(rows: Sequence[Row], found: Mapping[int, Heading]) -> Questions:
    """Return the guiding and the critical questions, each as one line.

    Under such a heading a question begins with a bullet, a number or after a question mark, and ends with
    its question mark.
    """
    collected: dict[str, list[str]] = {"guiding": [], "critical": []}
    inside: str | None = None
    for at, row in enumerate(rows):
        heading = found.get(at)
        if heading and not row.text.rstrip().endswith("?"):
            if heading.role in collected:
                inside = heading.role
            elif heading.role or heading.level == 1:
                inside = None
        elif inside and not row.contents:
            _take(collected[inside], row)
    kept = {kind: tuple(q for q in asked if q.endswith("?")) for kind, asked in collected.items()}
    return Questions(kept["guiding"], kept["critical"])


def _take(asked: list[str], row: Row) -> None:
    for piece in _split(without_number(row.text)):
        if asked and not asked[-1].endswith("?") and not row.bullet:
            asked[-1] = f"{asked[-1]} {piece}"
        else:
            asked.append(piece)


def _split(text: str) -> list[str]:
    parts = text.split("? ")
    return [part + "?" for part in parts[:-1]] + parts[-1:]
