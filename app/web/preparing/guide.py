"""The guide comes in: uploaded or pasted, read beside the live rooms, with a way to stop."""

from __future__ import annotations

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from app.house import House
from app.preparing.preparation import Preparation
from app.preparing.preparations import begin
from app.screens.environment import page
from app.uploads import file_name
from app.wall_clock import now_ms
from app.web.answers import NOT_READ, as_page, locale_of, wants_json
from app.web.organizer import not_an_organizer, organized
from app.web.policy_rows import LARGEST_GUIDE, PREPARATIONS
from app.web.preparing.visits import visit
from app.words.language import N_

NOTHING_SENT = N_(
    "Choose a file or paste the guide's text; to prepare a committee without one, say so below."
)
PASTED = "pasted.txt"


class NotSent(Exception):
    """No guide came with the form; the message is one sentence."""


async def new(request: Request) -> Response:
    """The first step: choose a file, paste a text, or go on without a guide."""
    if no := await not_an_organizer(request):
        return no
    return HTMLResponse(page("preparing/new.html", locale_of(request), refused=""))


async def upload(request: Request) -> Response:
    """Begin a preparation with the guide that was sent; it is read while the organizer waits or goes on."""
    if no := await not_an_organizer(request):
        return no
    house: House = request.app.state.house
    try:
        data, name, bare = await sent_guide(request)
    except NotSent as refusal:
        shown = page("preparing/new.html", locale_of(request), refused=str(refusal))
        return HTMLResponse(shown, 422)
    conferences = await organized(request)
    id_ = await begin(house.store, conferences[0], Preparation(file_name=name), now_ms())
    if bare:
        return RedirectResponse(f"{PREPARATIONS}/{id_}/start", 303)
    await house.readings.start(id_, data, name)
    return RedirectResponse(f"{PREPARATIONS}/{id_}/reading", 303)


async def replace_guide(request: Request) -> Response:
    """Another guide, or the same again, for a preparation that exists."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    try:
        data, name, _ = await sent_guide(request)
    except NotSent as refusal:
        return as_page(request, 422, [str(refusal)])
    await seen.house.readings.start(seen.prepared.id, data, name)
    return seen.go("reading")


async def reading(request: Request) -> Response:
    """How far the reading is; once it is done, the review."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    now = await seen.house.readings.of(seen.prepared.id)
    if wants_json(request):
        told = (
            {
                "stage": now.stage,
                "sentence": seen.tongue.tell(now.sentence),
                "page": now.page,
                "pages": now.pages,
            }
            if now
            else {}
        )
        return JSONResponse(told or {"stage": "done"})
    if now is None:
        later = await visit(request)  # the guide may have been taken over since this visit began
        if isinstance(later, Response):
            return later
        return later.go("review" if later.prepared.preparation.guide else "start")
    return seen.draw("reading.html", reading=now)


async def read_again(request: Request) -> Response:
    """Read once more the file whose reading was interrupted, or failed."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    await seen.house.readings.again(seen.prepared.id)
    return seen.go("reading")


async def stop_reading(request: Request) -> Response:
    """Give the reading up and go on without what it would have found."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    await seen.house.readings.give_up(seen.prepared.id)
    return seen.go("start")


async def sent_guide(request: Request) -> tuple[bytes, str, bool]:
    """The guide's bytes, its file name, and whether the organizer wants none. Raises NotSent."""
    try:
        async with request.form(max_files=1, max_fields=4, max_part_size=LARGEST_GUIDE) as form:
            file, text = form.get("file"), str(form.get("text", "") or "")
            if isinstance(file, UploadFile) and file.filename:
                return await file.read(), file_name(file.filename), False
            if text.strip():
                return text.encode("utf-8", "replace"), PASTED, False
            if form.get("bare"):
                return b"", "", True
    except HTTPException as error:  # how Starlette tells that the form has faults
        raise NotSent(NOT_READ) from error
    raise NotSent(NOTHING_SENT)
