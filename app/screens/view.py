"""Views and their rendering: a view is a small frozen dataclass that names its template."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, ClassVar, Protocol

from app.screens.environment import environment


class View(Protocol):
    """What a region shows: a hashable frozen dataclass.

    `template` is its file under `app/templates`; the template sees the view as `v`.
    `coalesced` marks regions (tallies, presence) that wait for the next tick of 250 ms.
    """

    template: ClassVar[str]
    coalesced: ClassVar[bool]

    def __hash__(self) -> int: ...


@lru_cache(maxsize=8192)
def html(view: View, locale: str) -> str:
    """The region's HTML: rendered once for each distinct view and language."""
    context: dict[str, Any] = {"v": view}
    return environment(locale).get_template(view.template).render(context)
