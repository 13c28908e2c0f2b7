"""A request about a conference: the committees that this organizer has, or the answer for everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.founding import CONFERENCE
from app.house import House
from app.preparing.assignment_table import Room
from app.screens.environment import page
from app.tables import ConferenceRow
from app.web.answers import NOT_READ, as_page, locale_of
from app.web.fields import MOST_FIELDS, BadFields, form_of
from app.web.organizer import NO_COMMITTEE, not_an_organizer, organized, organized_committees

LOCAL = ("localhost", "127.0.0.1", "::1", "[::1]")


@dataclass(frozen=True, slots=True)
class ConferenceVisit:
    """A request of an organizer: the conferences, and the committees that it is about, with their floors."""

    request: Request
    house: House
    conferences: tuple[int, ...]
    rooms: tuple[Room, ...]

    def draw(self, template: str, status: int = 200, **context: Any) -> Response:
        """A page in the organizer's language."""
        shown = page(f"organizer/{template}", locale_of(self.request), **context)
        return HTMLResponse(shown, status)

    def address(self) -> str:
        """What phones open to come here: the organizer's own address, unless only this computer knows it."""
        own = str(self.request.base_url).rstrip("/")
        known = self.house.settings.public_url.rstrip("/") or self.house.room_address
        return known if known and self.request.url.hostname in LOCAL else own

    def reaches_phones(self) -> bool:
        """Whether another device can open the address."""
        return not any(name in self.address().split("//")[-1] for name in LOCAL)

    async def event(self) -> str:
        """What the conference is called; "" where nobody has given it a name."""
        query = select(ConferenceRow.name).where(col(ConferenceRow.id).in_(self.conferences))
        name = await self.house.store.read(lambda rows: rows.exec(query).first() or "")
        return "" if name == CONFERENCE else name


async def visit(request: Request) -> ConferenceVisit | Response:
    """Let an organizer in, to one committee where the path names one, else to all; or answer in words."""
    if no := await not_an_organizer(request):
        return no
    wanted = request.path_params.get("committee")
    keys = [key for key, _ in await organized_committees(request) if wanted in (None, key)]
    if wanted is not None and not keys:
        return as_page(request, 404, [NO_COMMITTEE])
    return await visit_of(request, keys)


async def visit_of(request: Request, committees: Sequence[int]) -> ConferenceVisit:
    """A visit to these committees of an organizer who has been let in."""
    house: House = request.app.state.house
    floors = [(await house.room(key)).floor for key in committees]
    rooms = tuple(Room(floor, house.directory(key)) for key, floor in zip(committees, floors, strict=True))
    return ConferenceVisit(request, house, await organized(request), rooms)


async def form_visit(
    request: Request, most: int = MOST_FIELDS
) -> tuple[ConferenceVisit, dict[str, list[str]]] | Response:
    """A visit with its form, each field with all its values, none for a press alone; or the answer."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    try:
        return seen, await form_of(request, most) if await request.body() else {}
    except BadFields:
        return as_page(request, 422, [NOT_READ])
