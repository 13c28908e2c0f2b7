"""What a conference did in figures, for its organizers: sums and medians of committees, no delegation."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from app.screens.conference_statistics import ConferenceFigures, conference_figures
from app.web.answers import locale_of
from app.web.downloads import table
from app.web.organizing.visits import ConferenceVisit, visit
from app.words import language
from app.words.language import N_
from delegations.tables import csv_of


async def page_of(request: Request) -> Response:
    """The committees side by side."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    return seen.draw("statistics.html", v=_figures(seen))


async def as_csv(request: Request) -> Response:
    """The same for a spreadsheet."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    found = _figures(seen)
    return table(csv_of([found.head, *found.rows]), "conference")


def _figures(seen: ConferenceVisit) -> ConferenceFigures:
    speak = language(locale_of(seen.request))
    rooms = ((room.floor, room.directory) for room in seen.rooms)
    return conference_figures(rooms, speak(N_("All committees")), speak)
