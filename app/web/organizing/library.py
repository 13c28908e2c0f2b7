"""Items for the whole conference: added once, and shown in the library of every committee."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.library import LONGEST_LINE, LibraryFull, NoItem, add_for_all, for_all, remove_for_all
from app.wall_clock import now_ms
from app.web.library_adding import FULL, Given, NotAdded, read_item, sent_item
from app.web.organizing.visits import ConferenceVisit, visit
from app.words.language import N_
from delegations.study_guides.reading import Unreadable

SHELF = "/organizer/library"
GONE = N_("This item is no longer in the library. Look at the list again.")


async def page_of(request: Request) -> Response:
    """What every committee has to read, and the form to add more."""
    seen = await visit(request)
    return seen if isinstance(seen, Response) else await _draw(seen)


async def add(request: Request) -> Response:
    """Add what was uploaded or pasted; where it cannot be, the page with what was typed still in it."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    given = Given()
    try:
        given = await sent_item(request)
        item, source = await read_item(given, (), seen.house.paper_reading)
        await add_for_all(seen.house.store, seen.conferences[0], item, source, now_ms())
    except NotAdded as no:
        return await _draw(seen, given, str(no), no.status)
    except Unreadable as no:
        return await _draw(seen, given, no.sentence())
    except LibraryFull:
        return await _draw(seen, given, FULL)
    await _follow(seen)
    return RedirectResponse(SHELF, 303)


async def remove(request: Request) -> Response:
    """Take an item out of every committee."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    try:
        await remove_for_all(seen.house.store, seen.conferences, request.path_params["item"])
    except NoItem:
        return await _draw(seen, refused=GONE)
    await _follow(seen)
    return RedirectResponse(SHELF, 303)


async def _follow(seen: ConferenceVisit) -> None:
    """Every committee's library is read again, and what is on its screens."""
    for room in seen.rooms:
        await seen.house.beside.read_names(room.id)


async def _draw(
    seen: ConferenceVisit, given: Given | None = None, refused: str = "", status: int = 422
) -> Response:
    items = await for_all(seen.house.store, seen.conferences)
    shown = {"items": items, "given": given or Given(), "refused": refused, "rooms": seen.rooms}
    return seen.draw("library.html", status if refused else 200, longest=LONGEST_LINE, **shown)
