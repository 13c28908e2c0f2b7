"""The organizer's page: the committees, who has taken a seat, and new codes."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.house import House
from app.invitations import committees
from app.preparing.preparations import listed as listed_preparations
from app.procedure.act import impossible
from app.screens.environment import page
from app.web.acts import answer_refusals
from app.web.answers import as_page, locale_of
from app.web.pages import NOT_SIGNED_IN, NOT_YOURS
from app.web.policy_rows import PREPARATIONS
from app.web.signed_in import holder_of, holders_of
from app.words.language import N_

NO_COMMITTEE = N_("There is no committee with this number in your conference.")


async def overview(request: Request) -> Response:
    """The committees of the conference."""
    if no := await not_an_organizer(request):
        return no
    house: House = request.app.state.house
    listed = await organized_committees(request)
    rooms = {key: await house.room(key) for key, _ in listed}
    shown = [(key, house.directory(key), room.floor) for key, room in rooms.items()]
    prepared = await listed_preparations(house.store, await organized(request))
    context = {"committees": shown, "preparations": prepared, "preparing": PREPARATIONS}
    return HTMLResponse(page("organizer/overview.html", locale_of(request), **context))


async def not_an_organizer(request: Request) -> Response | None:
    """The answer for everybody else, and for an organizer who presses too often; or None."""
    held = await holders_of(request)
    organizer = next((one for one in held if one.role == "organizer"), None)
    if organizer is None:
        return as_page(request, 403 if held else 401, [NOT_YOURS if held else NOT_SIGNED_IN])
    house: House = request.app.state.house
    if request.method == "POST" and not house.presses.take(organizer):
        return answer_refusals(request, (impossible("too_many"),), 429, {})
    return None


async def organizes(request: Request, committee: int) -> bool:
    """Whether a committee belongs to a conference that this browser organizes."""
    here = await holder_of(request, committee)
    return here is not None and here.conference_id in await organized(request)


async def organized_committees(request: Request) -> list[tuple[int, str]]:
    """The committees that this browser organizes: id and name, in the order they were founded."""
    house: House = request.app.state.house
    return [one for one in await committees(house.store) if await organizes(request, one[0])]


async def organized(request: Request) -> tuple[int, ...]:
    """The conferences that this browser organizes."""
    return tuple(one.conference_id for one in await holders_of(request) if one.role == "organizer")
