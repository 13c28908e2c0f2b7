"""Which regions each channel has: the meeting point of the gallery and the screens."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import cast

from app.procedure.floor import Floor
from app.screens import cockpit, phone, projector
from app.screens.directory import Directory
from app.screens.view import View, html


class Screens:
    """One committee's screens, for the gallery: channel names to views, views to HTML.

    Channels: `public` (every phone), `seat:<key>` (what one seat sees of its own), `dais`, `projector`.
    `directory` gives the committee's names as they are now.
    """

    def __init__(self, directory: Callable[[], Directory]) -> None:
        self._directory = directory

    def views(self, floor: Floor, channel: str, locale: str) -> Mapping[str, View]:
        """The views of a channel's regions. Raises KeyError for a channel that does not exist."""
        directory = self._directory()
        if channel.startswith("seat:"):
            key = channel.removeprefix("seat:")
            return {name: draw(floor, directory, key) for name, draw in phone.SEAT.items()}
        return {name: draw(floor, directory) for name, draw in SHARED[channel].items()}

    def html(self, view: Hashable, locale: str) -> str:
        """A region's HTML; rendered once for each distinct view."""
        return html(cast(View, view), locale)


Draw = Callable[[Floor, Directory], View]
SHARED: Mapping[str, Mapping[str, Draw]] = {
    "public": phone.PUBLIC,
    "dais": cockpit.DAIS,
    "projector": projector.PROJECTOR,
}
