"""The organizer's page: the committees, who has taken a seat, and new codes."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.house import House
from app.invitations import committees, invite
from app.screens.environment import page
from app.web.answers import as_page, locale_of
from app.web.pages import NOT_SIGNED_IN, NOT_YOURS
from app.web.signed_in import holder_of, holders_of

NO_COMMITTEE = "There is no committee with this number in your conference."


async def overview(request: Request) -> Response:
    """The committees of the conference."""
    if no := await _not_an_organizer(request):
        return no
    house: House = request.app.state.house
    listed = [key for key, _ in await committees(house.store) if await _organizes(request, key)]
    rooms = {key: await house.room(key) for key in listed}
    shown = [(key, house.directory(key), room.floor) for key, room in rooms.items()]
    return HTMLResponse(page("organizer/overview.html", locale_of(request), committees=shown))


async def codes(request: Request) -> Response:
    """New codes for a committee, shown once; the old ones are dead from now on."""
    if no := await _not_an_organizer(request):
        return no
    house: House = request.app.state.house
    committee = request.path_params["committee"]
    if not await _organizes(request, committee):
        return as_page(request, 404, [NO_COMMITTEE])
    invited = await invite(house.store, house.access, committee)
    await house.room(committee)
    directory = house.directory(committee)
    base = str(request.base_url).rstrip("/")
    shown = page("organizer/codes.html", locale_of(request), directory=directory, invited=invited, base=base)
    return HTMLResponse(shown)


async def _not_an_organizer(request: Request) -> Response | None:
    """The answer for everybody else, or None."""
    roles = {one.role for one in await holders_of(request)}
    if "organizer" in roles:
        return None
    return as_page(request, 403 if roles else 401, [NOT_YOURS if roles else NOT_SIGNED_IN])


async def _organizes(request: Request, committee: int) -> bool:
    """Whether a committee belongs to a conference that this browser organizes."""
    here = await holder_of(request, committee)
    organized = {one.conference_id for one in await holders_of(request) if one.role == "organizer"}
    return here is not None and here.conference_id in organized
