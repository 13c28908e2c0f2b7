"""What was said of the clauses of a paper, as its page shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.screens.directory import Directory
from app.screens.shown import tongue
from app.words import clock_time, name_of


class Said(Protocol):
    """A comment as it is kept; times in milliseconds."""

    @property
    def key(self) -> int: ...
    @property
    def clause(self) -> str: ...
    @property
    def seat(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def at(self) -> int: ...
    @property
    def resolved_by(self) -> str: ...


@dataclass(frozen=True, slots=True)
class ShownComment:
    """One comment in names: `by` said it at `at`, `resolved_by` settled it ("" for nobody)."""

    key: int
    by: str
    text: str
    at: str
    resolved_by: str


def comments_by_clause(directory: Directory, said: Sequence[Said]) -> Mapping[str, tuple[ShownComment, ...]]:
    """The comments on each clause (uid), open ones first."""
    speak, found = tongue(directory), dict[str, list[ShownComment]]()
    names = directory.short_names
    for one in sorted(said, key=lambda one: bool(one.resolved_by)):
        by = name_of(one.seat, names, speak)
        settled = name_of(one.resolved_by, names, speak) if one.resolved_by else ""
        at = clock_time(one.at, directory.time_zone)
        found.setdefault(one.clause, []).append(ShownComment(one.key, by, one.text, at, settled))
    return {clause: tuple(shown) for clause, shown in found.items()}
