"""Which regions each channel has: the meeting point of the gallery and the screens."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import cast

from app.procedure.floor import Floor
from app.procedure.undo import History
from app.screens import cockpit, phone, projector, scoring
from app.screens.correspondence import Correspondence
from app.screens.directory import Directory, read_in
from app.screens.notes import dais as dais_notes
from app.screens.notes import seat as seat_notes
from app.screens.scorebook import Scorebook
from app.screens.view import View, html
from app.screens.walls import CHANNELS, channel_of


class Screens:
    """One committee's screens, for the gallery: channel names to views, views to HTML.

    Channels: `public` (every phone), `seat:<key>` (what one seat sees of its own), `dais`, `projector` and
    `projector:2` (the walls), and for the pages of notes `notes:<key>` and `dais-notes`, of scores
    `dais-scores`. All show the floor; the dais is also told what it did last, so screens are made of a
    history. `directory` gives the committee's names as they are now, `notes` what was passed (each channel
    gets what its one reader may read), `scores` what the dais keeps for itself.
    """

    def __init__(
        self,
        directory: Callable[[], Directory],
        notes: Callable[[], Correspondence] = Correspondence,
        scores: Callable[[], Scorebook] = Scorebook,
    ) -> None:
        self._directory, self._notes, self._scores = directory, notes, scores

    def views(self, past: History, channel: str, locale: str) -> Mapping[str, View]:
        """The views of a channel's regions. Raises KeyError for a channel that does not exist."""
        directory, floor = self._read(channel, locale), past.floor
        kind, _, key = channel.partition(":")
        seat, dais, scored = OF_SEATS.get(kind, {}), OF_DAIS.get(channel, {}), SCORED.get(channel, {})
        return {
            **self.of_floor(past, channel, locale),
            **{name: draw(floor, directory, self._notes(), key) for name, draw in seat.items()},
            **{name: draw(floor, directory, self._notes()) for name, draw in dais.items()},
            **{name: draw(floor, directory, self._scores()) for name, draw in scored.items()},
        }

    def of_floor(self, past: History, channel: str, locale: str) -> Mapping[str, View]:
        """Those of a channel's views that show the floor alone: neither notes nor what the dais scores.

        Raises KeyError for a channel that does not exist.
        """
        directory, floor = self._read(channel, locale), past.floor
        kind, _, key = channel.partition(":")
        if kind in OF_SEATS:
            own = phone.SEAT if kind == "seat" else {}
            return {name: draw(floor, directory, key) for name, draw in own.items()}
        shown = {name: draw(floor, directory) for name, draw in SHARED[channel].items()}
        told = {name: draw(past, directory) for name, draw in OF_HISTORY.get(channel, {}).items()}
        return {**shown, **told}

    def _read(self, channel: str, locale: str) -> Directory:
        return read_in(self._directory(), "" if channel in CHANNELS else locale)

    def language(self, channel: str, locale: str) -> str:
        """The reader's language; the committee's for what all look at together."""
        return self._directory().language if channel in CHANNELS else locale

    def html(self, view: Hashable, locale: str) -> str:
        """A region's HTML; rendered once for each distinct view."""
        return html(cast(View, view), locale)


Draw = Callable[[Floor, Directory], View]
SHARED: Mapping[str, Mapping[str, Draw]] = {
    "public": phone.PUBLIC,
    "dais": cockpit.DAIS,
    channel_of(1): projector.PROJECTOR,
    channel_of(2): projector.SECOND,
    "dais-notes": {},
    "dais-scores": {},
}
OF_SEATS: Mapping[str, Mapping[str, seat_notes.DrawNotes]] = {
    "seat": seat_notes.TAB,
    "notes": seat_notes.NOTES,
}
"""What the two channels of a seat show of its notes."""
OF_DAIS: Mapping[str, Mapping[str, dais_notes.Draw]] = {
    "dais": dais_notes.INBOX,
    "dais-notes": dais_notes.PAGE,
}
SCORED: Mapping[str, Mapping[str, scoring.Draw]] = {"dais": scoring.CARD, "dais-scores": scoring.TABLE}
OF_HISTORY: Mapping[str, Mapping[str, Callable[[History, Directory], View]]] = {"dais": cockpit.HISTORY}
"""Regions that tell what was done, beside those that show how the floor is."""
