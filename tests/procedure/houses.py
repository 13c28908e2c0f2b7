"""Houses in tests: a rulebook that ships with Placard, with other settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.rulebook_files import load


def house(name: str = "harvard", **groups: Mapping[str, Any]) -> Rulebook:
    """A house with other settings, group by group: `house(votes={"change_until": "never"})`."""
    book = load(name)
    changed = {group: replace(getattr(book, group), **given) for group, given in groups.items()}
    return replace(book, **changed)


def with_motions(book: Rulebook, *rows: MotionRule) -> Rulebook:
    """The house with further kinds of motion, or with its own row of a kind it has."""
    kinds = {row.kind for row in rows}
    kept = tuple(rule for rule in book.motions if rule.kind not in kinds)
    return replace(book, motions=(*kept, *rows))
