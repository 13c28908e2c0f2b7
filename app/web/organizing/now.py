"""All committees on one page as they are now; the page asks again every two seconds."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.screens.conference import CommitteeNow, committee_now
from app.screens.directory import read_in
from app.screens.environment import page
from app.wall_clock import now_ms
from app.web.answers import locale_of
from app.web.organizing.visits import ConferenceVisit, visit


async def page_of(request: Request) -> Response:
    """The overview."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    return seen.draw("now.html", rows=_rows(seen))


async def rows(request: Request) -> Response:
    """The rows alone; their header says what time it is here, for the badge."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    shown = page("organizer/now_rows.html", locale_of(request), rows=_rows(seen))
    return HTMLResponse(shown, headers={"x-now": str(now_ms())})


def _rows(seen: ConferenceVisit) -> tuple[CommitteeNow, ...]:
    locale = locale_of(seen.request)
    return tuple(committee_now(room.floor, read_in(room.directory, locale)) for room in seen.rooms)
