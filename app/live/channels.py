"""What one audience sees: regions of a page, their digests, and frames from one state to the next."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import lru_cache, reduce
from hashlib import blake2b
from operator import xor
from typing import Generic, NamedTuple, Protocol, TypeVar

from app.live.wire import Frame

F = TypeVar("F")
F_in = TypeVar("F_in", contravariant=True)
Have = Mapping[str, str]
"""What a browser says it has of one channel: region -> digest."""
OPEN = ("public", "projector", "projector:2")
"""Channels without secrets, whose frames may be compressed."""
KEPT = 256
"""Differences kept for browsers that come back with the same state."""


class Screens(Protocol[F_in]):
    """Puts a floor on screens. Pure: the same floor gives equal views, and equal views the same HTML."""

    def views(self, floor: F_in, channel: str, locale: str, /) -> Mapping[str, Hashable]:
        """Returns the channel's regions by name; a view with `coalesced = True` may be 250 ms late."""

    def language(self, channel: str, locale: str, /) -> str:
        """Returns the language in which a channel is shown to those who read `locale`."""

    def html(self, view: Hashable, locale: str, /) -> str:
        """Returns the region's HTML; called again for equal views, so it should remember."""


class Region(NamedTuple):
    """A piece of a page: its HTML and the digest of its name and HTML (16 hexadecimal digits)."""

    html: str
    digest: str


@lru_cache(maxsize=8192)
def region_digest(name: str, html: str) -> str:
    """Returns the digest of a region: BLAKE2b of 8 bytes over its name and HTML."""
    return blake2b(f"{name}\0{html}".encode(), digest_size=8).hexdigest()


def version(digests: Iterable[str]) -> str:
    """Returns a channel's version: the digests of its regions, added by exclusive or.

    In this form a browser, which holds the digests and not BLAKE2b, works out its own version at any time.
    """
    return f"{reduce(xor, (int(one, 16) for one in digests), 0):016x}"


class Channel(Generic[F]):
    """One audience of a room: the state of its regions, its version and who watches.

    `name`: public, dais, projector or seat:KEY; `render` puts a view into HTML; `stamp` gives `now` (room
    time, milliseconds) and `build` for each frame. Only what everyone may see is ever compressed.
    """

    def __init__(
        self,
        name: str,
        locale: str,
        render: Callable[[Hashable, str], str],
        stamp: Callable[[], Mapping[str, object]],
    ) -> None:
        self.name = name
        self.locale = locale
        self.views: Mapping[str, Hashable] = {}
        self.regions: dict[str, Region] = {}
        self.version = version(())
        self._render = render
        self._stamp = stamp
        self._whole: Frame | None = None
        self._differences: dict[frozenset[tuple[str, str]], Frame] = {}

    def show(self, views: Mapping[str, Hashable]) -> Frame | None:
        """Takes the new state; returns the frame from the state before, or None where nothing differs."""
        if views == self.views:
            return None
        fresh = {name: self._region(name, view) for name, view in views.items()}
        self.views = views
        return self._move_to(fresh)

    def whole(self) -> Frame:
        """Returns the frame that leads here from anywhere: `was` is null, and what it does not name goes."""
        if self._whole is None:
            self._whole = self._frame(None, self.regions)
        return self._whole

    def difference(self, have: Have) -> Frame | None:
        """Returns the frame with exactly the regions that differ from `have`, or None where none does."""
        if (was := version(have.values())) == self.version and have.keys() == self.regions.keys():
            return None
        key = frozenset(have.items())
        if key not in self._differences:
            if len(self._differences) >= KEPT:
                self._differences.clear()
            self._differences[key] = self._frame(was, self._changed(have, self.regions))
        return self._differences[key]

    def _region(self, name: str, view: Hashable) -> Region:
        if name in self.views and self.views[name] == view:
            return self.regions[name]
        html = self._render(view, self.locale)
        return Region(html, region_digest(name, html))

    def _move_to(self, fresh: dict[str, Region]) -> Frame | None:
        before = {name: region.digest for name, region in self.regions.items()}
        was, self.regions = self.version, fresh
        self.version = version(region.digest for region in fresh.values())
        changed = self._changed(before, fresh)
        if not changed:
            return None
        self._whole = None
        self._differences.clear()
        return self._frame(was, changed)

    @staticmethod
    def _changed(have: Have, fresh: Mapping[str, Region]) -> dict[str, Region | None]:
        """Returns each region that `have` lacks or has otherwise, and None for each that is no more."""
        changed: dict[str, Region | None] = {
            name: region for name, region in fresh.items() if have.get(name) != region.digest
        }
        return changed | {name: None for name in have if name not in fresh}

    def _frame(self, was: str | None, changed: Mapping[str, Region | None]) -> Frame:
        body = {
            "channel": self.name,
            "was": was,
            "is": self.version,
            **self._stamp(),
            "regions": {name: region.html if region else "" for name, region in changed.items()},
            "digests": {name: region.digest for name, region in changed.items() if region},
        }
        return Frame(text(body), secret=self.name not in OPEN)


def text(body: object) -> str:
    """Returns compact JSON."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
