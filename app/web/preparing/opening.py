"""The last step: the checklist, and the committee opened with its codes; or all of it thrown away."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.founding import NoDelegations
from app.invitations import invite
from app.opening import GuideWaits, open_prepared
from app.preparing.checklist import checklist, may_open
from app.preparing.preparations import ChangedElsewhere
from app.preparing.preparations import throw_away as delete
from app.wall_clock import now_ms
from app.web.answers import as_page
from app.web.organizing.seats import draw_codes
from app.web.organizing.visits import visit_of
from app.web.preparing.visits import CHANGED, form_visit, version_of, visit
from app.words.language import N_

NOT_YET = N_("Something still stands against opening this committee. The list says what.")
NOT_NAMED = N_("Nothing was thrown away: type the name of the preparation exactly as it stands above.")


async def page_of(request: Request) -> Response:
    """What is done, what should be looked at, what stands against it."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    reading = await seen.house.readings.of(seen.prepared.id)
    given = seen.prepared.preparation, reading.stage if reading else ""
    return seen.draw("check.html", checks=checklist(*given), ready=may_open(*given))


async def open_committee(request: Request) -> Response:
    """Found the committee and show its codes, once."""
    found_visit = await form_visit(request)
    if isinstance(found_visit, Response):
        return found_visit
    seen, form = found_visit
    store, prepared = seen.house.store, seen.prepared
    if not may_open(prepared.preparation):
        return as_page(request, 422, [NOT_YET])
    if prepared.version != version_of(form.get("version", "")):
        return as_page(request, 409, [CHANGED])  # what is opened is what the organizer saw
    try:
        committee = await open_prepared(store, prepared, now_ms())
    except NoDelegations as no:
        return as_page(request, 422, [str(no)])
    except GuideWaits:
        return as_page(request, 422, [NOT_YET])
    except ChangedElsewhere:
        return as_page(request, 409, [CHANGED])
    invited = await invite(store, seen.house.access, committee, organizer=False)
    return draw_codes(await visit_of(request, [committee]), invited)


async def throw_away(request: Request) -> Response:
    """Delete the preparation; asked for by its name, as it cannot be undone."""
    found_visit = await form_visit(request)
    if isinstance(found_visit, Response):
        return found_visit
    seen, form = found_visit
    name = seen.prepared.preparation.name or seen.prepared.preparation.file_name
    if form.get("name", "").strip() != name.strip():
        return as_page(request, 422, [NOT_NAMED])
    try:
        await delete(seen.house.store, seen.prepared.id, version_of(form.get("version", "")))
    except ChangedElsewhere:
        return as_page(request, 409, [CHANGED])
    await seen.house.readings.give_up(seen.prepared.id)
    return RedirectResponse("/organizer", 303)
