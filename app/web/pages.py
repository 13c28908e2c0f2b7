"""The pages of a committee in session: chair, delegate, projector, profiles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.access import Holder, Role
from app.house import House
from app.live import Gallery
from app.notes.own import read_notes
from app.procedure.act import impossible
from app.procedure.undo import History
from app.rooms import Room, UnknownCommittee
from app.screens.directory import Directory, read_in
from app.screens.drawn import drawn
from app.screens.environment import build, page
from app.screens.questions import offered
from app.screens.walls import channel_of
from app.web.acts import answer_refusals
from app.web.answers import as_page, locale_of
from app.web.policy import may_open
from app.web.signed_in import holder_of
from app.words.language import N_

NO_COMMITTEE = N_("There is no committee at this address. Open the page again from your card.")
NOT_SIGNED_IN = N_("You are not signed in here. Enter your code to take your seat.")
NOT_YOURS = N_("This page belongs to another role. Sign in with the code of that role to open it.")


@dataclass(frozen=True, slots=True)
class Slot:
    """A region's HTML and digest, as a page carries them, so that a fresh page needs no transfer."""

    html: Markup
    digest: str


@dataclass(frozen=True, slots=True)
class Visit:
    """One request for a page of a committee: who, where, and what is needed to draw it."""

    request: Request
    house: House
    holder: Holder
    room: Room
    gallery: Gallery[History]
    directory: Directory
    locale: str

    @property
    def moment(self) -> datetime:
        """Room time now, in UTC."""
        return datetime.fromtimestamp(self.room.now() / 1000, UTC)

    def slots(self, *channels: str) -> Mapping[str, Slot]:
        """The regions of these channels, by `channel:region`; a seat's channel is called `seat` here."""
        found: dict[str, Slot] = {}
        for channel in channels:
            name = channel.partition(":")[0]
            for region, shown in self.gallery.regions(channel, self.locale).items():
                found[f"{name}:{region}"] = Slot(drawn(shown.html), shown.digest)
        return found

    def for_all_together(self) -> Visit:
        """The same in the committee's own language: what is projected or printed is for everybody."""
        return replace(self, directory=read_in(self.directory, ""), locale=self.directory.language)

    def draw(self, template: str, status: int = 200, **context: Any) -> Response:
        """The page in the visitor's language."""
        shown = page(
            template,
            self.locale,
            committee=self.directory.committee,
            directory=self.directory,
            holder=self.holder,
            build=build(),
            zone=self.directory.time_zone,
            **context,
        )
        return HTMLResponse(shown, status)


async def visit(request: Request, counted: bool = True) -> Visit | Response:
    """Let a request in to a committee's page as the policy says, or answer 404, 401, 403 or 429 in words.

    A press is counted here, unless the caller does it (`counted` is False) to keep what was typed.
    """
    house: House = request.app.state.house
    committee = request.path_params["committee"]
    holder = await holder_of(request, committee)
    if holder is None:
        return as_page(request, 401, [NOT_SIGNED_IN])
    if not may_open(request.method, request.scope["path"], holder.role):
        return as_page(request, 403, [NOT_YOURS])
    if counted and request.method == "POST" and not house.presses.take(holder):
        return answer_refusals(request, (impossible("too_many"),), 429, {})
    try:
        room = await house.room(committee)
    except UnknownCommittee:
        return as_page(request, 404, [NO_COMMITTEE])
    locale = locale_of(request)
    directory = read_in(house.directory(committee), locale)
    return Visit(request, house, holder, room, house.galleries[committee], directory, locale)


PAGES_OF: Mapping[Role, str] = {
    "organizer": "organizer",
    "chair": "chair",
    "assistant": "chair",
    "delegate": "seat",
    "observer": "floor",
    "projector": "projector",
    "lobby": "lobby",
}


async def front(request: Request) -> Response:
    """The committee's own page for whoever is signed in."""
    holder = await holder_of(request, request.path_params["committee"])
    if holder is None:
        return RedirectResponse("/", 303)
    where = f"/committees/{request.path_params['committee']}/{PAGES_OF[holder.role]}"
    return RedirectResponse("/organizer" if holder.role == "organizer" else where, 303)


async def chair(request: Request) -> Response:
    """The cockpit."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    return seen.draw("cockpit/page.html", slots=seen.slots("dais"))


async def seat(request: Request) -> Response:
    """A delegation's page."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    key = seen.holder.seat_key
    slots = seen.slots("public", f"seat:{key}")
    own = await read_notes(seen.house.store, seen.directory.committee, key)
    return seen.draw(
        "phone/page.html",
        slots=slots,
        key=key,
        entry=seen.directory.entry(key),
        speech_note=own.speech,
        topics=offered(seen.room.floor, seen.directory),
    )


async def floor_page(request: Request) -> Response:
    """What everyone may see, for observers and the press."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    return seen.draw("phone/page.html", slots=seen.slots("public"), key="", entry=None, speech_note="")


async def projector(request: Request) -> Response:
    """What the room reads."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    wall = 2 if request.query_params.get("wall") == "2" else 1
    together, channel = seen.for_all_together(), channel_of(wall)
    return together.draw("projector/page.html", slots=together.slots(channel), channel=channel)


async def lobby(request: Request) -> Response:
    """How to join; all that the public code opens."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    return seen.draw("phone/lobby.html")
