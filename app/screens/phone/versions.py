"""The earlier versions of a paper as its page shows them: a list, and what one of them would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from markupsafe import Markup

from app.procedure.documents import Paper
from app.screens.directory import Directory
from app.screens.phone.texts import NOTHING, redline_markup
from app.screens.shown import tongue
from app.words import clock_time, name_of
from resolutions.document import Document, digest


class Listed(Protocol):
    """A version as it stands in the list; times in milliseconds."""

    @property
    def number(self) -> int: ...
    @property
    def at(self) -> int: ...
    @property
    def by(self) -> tuple[str, ...]: ...


class Kept(Listed, Protocol):
    """A version with its text."""

    @property
    def text(self) -> Document: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One version of the list, and who wrote it since the one before."""

    number: int
    at: str
    by: tuple[str, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of a paper; `redline` is what the chosen one would change in the text as it is."""

    template: ClassVar[str] = "phone/versions.html"
    coalesced: ClassVar[bool] = False

    committee: int
    key: str
    name: str
    title: str
    version: int
    rows: tuple[Row, ...]
    chosen: int
    redline: Markup
    may_restore: bool


def versions_view(
    directory: Directory,
    paper: Paper,
    kept: Sequence[Listed],
    chosen: Kept | None,
    text: Document,
    version: int,
    may_write: bool,
) -> Versions:
    """The versions `kept` beside the `text` as it is in `version`."""
    differs = chosen is not None and digest(chosen.text) != digest(text)
    return Versions(
        committee=directory.committee,
        key=paper.key,
        name=paper.name,
        title=text.title,
        version=version,
        rows=tuple(_row(directory, one, chosen) for one in kept),
        chosen=chosen.number if chosen else 0,
        redline=redline_markup(text, chosen.text) if chosen is not None and differs else NOTHING,
        may_restore=may_write and differs,
    )


def _row(directory: Directory, one: Listed, chosen: Kept | None) -> Row:
    speak = tongue(directory)
    names = tuple(name_of(key, directory.short_names, speak) for key in one.by)
    shown = chosen is not None and one.number == chosen.number
    return Row(one.number, clock_time(one.at, directory.time_zone), names, shown)
