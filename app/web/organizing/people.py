"""The assignment list in the browser: pasted or uploaded, looked at, taken; and names erased."""

from __future__ import annotations

import asyncio
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from app.assignments import assign, assigned, erase
from app.keeping.erasures import note_erased
from app.keeping.personal_data import data_of
from app.keeping.retention import keep_for
from app.preparing.assignment_table import read_assignments
from app.wall_clock import now_ms
from app.web.answers import as_page, locale_of
from app.web.brought import NotATable, sent_table
from app.web.organizing import retention
from app.web.organizing.visits import ConferenceVisit, form_visit, visit
from app.words.language import N_, language

NOTHING = N_("Choose a file or paste at least one row: a name, a delegation, and the committee behind them.")
NOBODY = N_("There is nobody of this number on the list.")
PEOPLE = "/organizer/people"


async def page_of(request: Request) -> Response:
    """Everybody on the list."""
    seen = await visit(request)
    return seen if isinstance(seen, Response) else await _list(seen)


async def preview(request: Request) -> Response:
    """What each row would do; nothing is changed yet."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    try:
        text = await sent_table(request)
    except NotATable as no:
        return await _list(seen, str(no))
    there = await assigned(seen.house.store, seen.conferences)
    rows = await asyncio.to_thread(read_assignments, text, seen.rooms, there)
    if not rows:
        return await _list(seen, NOTHING)
    return seen.draw("assigning.html", rows=rows, text=text, several=len(seen.rooms) > 1)


async def take(request: Request) -> Response:
    """Take the rows without errors."""
    sent = await form_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    rows = await asyncio.to_thread(read_assignments, form.get("table", [""])[-1], seen.rooms)
    given = [row.assignment for row in rows if row.assignment is not None]
    await assign(seen.house.store, seen.conferences[0], given, now_ms())
    return RedirectResponse(PEOPLE, 303)


async def take_along(request: Request) -> Response:
    """All that is held about one person, as a file."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    found = await data_of(seen.house.store, seen.conferences, request.path_params["person"])
    if found is None:
        return as_page(request, 404, [NOBODY])
    found["record"] = language(locale_of(request)).tell(found["record"])
    headers = {"content-disposition": f'attachment; filename="person-{found["person"]}.json"'}
    return JSONResponse(found, headers=headers)


async def erase_names(request: Request) -> Response:
    """Erase one name, or all of them."""
    sent = await form_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    one = form.get("person", [""])[-1]
    note = partial(note_erased, seen.house.settings.data)
    if one.isdecimal() and len(one) < 18:
        await erase(seen.house.store, seen.conferences, [int(one)], note)
    elif form.get("all"):
        await erase(seen.house.store, seen.conferences, None, note)
    for room in seen.rooms:
        await seen.house.beside.read_private(room.id)
    return RedirectResponse(PEOPLE, 303)


async def keep(request: Request) -> Response:
    """Keep it all for so many days from now on; what is over by that is deleted with the next day's work."""
    sent = await form_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    days = retention.days_in(form)
    if days is None:
        return await _list(seen, wrong_days=True)
    await keep_for(seen.house.store, seen.conferences, days)
    return RedirectResponse(f"{PEOPLE}#retention", 303)


async def _list(seen: ConferenceVisit, refused: str = "", wrong_days: bool = False) -> Response:
    people = await assigned(seen.house.store, seen.conferences)
    directories = {room.id: room.directory for room in seen.rooms}
    shown = [(one, directories[one.committee]) for one in people if one.committee in directories]
    until = await retention.shown(seen, wrong_days)
    status = 422 if refused or wrong_days else 200
    return seen.draw("people.html", status, people=shown, refused=refused, rooms=seen.rooms, **until)
