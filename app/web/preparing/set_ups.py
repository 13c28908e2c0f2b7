"""A set-up in the browser: taken along as a file, and brought in as a preparation."""

from __future__ import annotations

import asyncio

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.house import House
from app.preparing.guide_files import receive, source_of, take_over
from app.preparing.preparations import begin
from app.preparing.set_ups import GUIDE, NO_SET_UP, NotASetUp, of_preparation, read
from app.screens.environment import page
from app.wall_clock import now_ms
from app.web.answers import NOT_READ, locale_of
from app.web.organizer import not_an_organizer, organized
from app.web.policy_rows import PREPARATIONS
from app.web.preparing.visits import visit
from app.web.taken_along import as_file
from delegations.study_guides.reading import GuideText


async def export(request: Request) -> Response:
    """The set-up of a preparation, as its review leaves it."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    source = await source_of(seen.house.store, seen.prepared.id)
    return await as_file(of_preparation(seen.prepared.preparation, source))


async def take(request: Request) -> Response:
    """Begin a preparation with the set-up that was sent; a file that is none is refused in a sentence."""
    if no := await not_an_organizer(request):
        return no
    house: House = request.app.state.house
    try:
        set_up = await asyncio.to_thread(read, await _sent(request))
    except NotASetUp as refusal:
        return HTMLResponse(page("preparing/new.html", locale_of(request), refused=str(refusal)), 422)
    id_ = await begin(house.store, (await organized(request))[0], set_up.preparation(), now_ms())
    if set_up.guide is not None:
        file = await receive(house.store, id_, set_up.file_name or GUIDE, set_up.source)
        await take_over(house.store, file, set_up.guide, GuideText((), "", ()), now_ms())
    return RedirectResponse(f"{PREPARATIONS}/{id_}/check", 303)


async def _sent(request: Request) -> bytes:
    try:
        async with request.form(max_files=1, max_fields=2) as form:
            file = form.get("file")
            if isinstance(file, UploadFile) and file.filename:
                return await file.read()
    except HTTPException as error:  # how Starlette tells that the form has faults
        raise NotASetUp(NOT_READ) from error
    raise NotASetUp(NO_SET_UP)
