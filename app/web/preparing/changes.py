"""A newer guide for a committee that runs: loaded, reviewed, compared, and only then confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.house import House
from app.invitations import invite
from app.preparing.preparation import Preparation
from app.preparing.preparations import ChangedElsewhere, begin, change, listed, opened
from app.preparing.renewal import Renewal
from app.renewals import compare, renew
from app.rooms import NotRecorded, Room, RoomStopped
from app.screens.environment import page
from app.wall_clock import now_ms
from app.web.answers import as_page, locale_of
from app.web.organizer import NO_COMMITTEE, not_an_organizer, organized, organizes
from app.web.organizing.seats import draw_codes
from app.web.organizing.visits import visit_of
from app.web.policy_rows import PREPARATIONS
from app.web.preparing.guide import NotSent, sent_guide
from app.web.preparing.visits import CHANGED, PreparingVisit, sent_visit, version_of, visit
from app.web.signed_in import LARGEST_KEY
from app.words.language import N_

CONFIRMING = N_(
    "Another organizer is confirming a newer guide of this committee. Wait a moment, then look again."
)
NO_GUIDE = N_("No newer guide was read yet. Choose its file first.")
NOT_RECORDED = N_(
    "The committee's record did not take it just now. What was done is kept; confirm once more."
)


async def new(request: Request) -> Response:
    """Choose the newer guide's file; one that is looked at already is offered first."""
    if no := await _not_for(request):
        return no
    return await _form(request)


async def upload(request: Request) -> Response:
    """Begin to read the newer guide; the committee goes on by its own until the changes are confirmed."""
    if no := await _not_for(request):
        return no
    house: House = request.app.state.house
    committee = request.path_params["committee"]
    try:
        data, name, bare = await sent_guide(request)
    except NotSent as refusal:
        return await _form(request, str(refusal))
    if bare:
        return await _form(request, NO_GUIDE)
    await house.room(committee)
    directory = house.directory(committee)
    preparation = Preparation(name=directory.name, topics=directory.topics, file_name=name)
    conference = (await organized(request))[0]
    id_ = await begin(house.store, conference, preparation, now_ms(), renews=committee)
    await house.readings.start(id_, data, name)
    return RedirectResponse(f"{PREPARATIONS}/{id_}/reading", 303)


async def page_of(request: Request) -> Response:
    """What differs: positions, delegations that come, delegations that the guide no longer names."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    if await seen.house.readings.of(seen.prepared.id):
        return seen.go("reading")
    _, found = await _compared(seen)
    return seen.draw("changes.html", found=found)


async def confirm(request: Request) -> Response:
    """Put the newer guide in its place at once; codes for delegations that came are shown once."""
    sent = await sent_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    committee = seen.prepared.renews
    assert committee is not None
    async with seen.house.store.alone("newer guide", committee) as alone:
        if not alone:
            return as_page(request, 409, [CONFIRMING])
        return await _confirmed(seen, form)


async def _confirmed(seen: PreparingVisit, form: Mapping[str, Sequence[str]]) -> Response:
    """The same while no other organizer confirms a guide of this committee."""
    request, store = seen.request, seen.house.store
    if seen.prepared.preparation.guide is None:
        return as_page(request, 422, [NO_GUIDE])
    version = version_of(form.get("version", [""])[-1])
    try:  # what is confirmed is what the organizer saw
        prepared = await change(store, seen.prepared.id, version, now_ms(), lambda now: now)
        room, found = await _compared(replace(seen, prepared=prepared))
        assert found is not None
        done = await renew(store, room, prepared, found, form.get("chosen", ()), now_ms(), seen.tongue)
        await opened(store, prepared.id, room.committee_id, now_ms())
    except ChangedElsewhere:
        return as_page(request, 409, [CHANGED])
    except (NotRecorded, RoomStopped):
        return as_page(request, 503, [NOT_RECORDED])
    await seen.house.readings.give_up(prepared.id)
    await seen.house.beside.read_names(room.committee_id)
    if done.sentences:
        return seen.draw("changed.html", sentences=done.sentences, committee=room.committee_id)
    if done.added:
        access = seen.house.access
        invited = await invite(store, access, room.committee_id, organizer=False, seats=done.added)
        return draw_codes(await visit_of(request, [room.committee_id]), invited)
    return RedirectResponse("/organizer", 303)


async def _compared(seen: PreparingVisit) -> tuple[Room, Renewal | None]:
    """The committee's room, and what the guide changes in it; None where no guide was read yet."""
    committee = seen.prepared.renews
    assert committee is not None
    room = await seen.house.room(committee)
    if seen.prepared.preparation.guide is None:
        return room, None
    return room, await compare(seen.house.store, room, seen.house.directory(committee), seen.prepared)


async def _not_for(request: Request) -> Response | None:
    """The answer for everybody but the organizers of the committee, or None."""
    if no := await not_an_organizer(request):
        return no
    committee = request.path_params["committee"]
    if committee > LARGEST_KEY or not await organizes(request, committee):
        return as_page(request, 404, [NO_COMMITTEE])
    return None


async def _form(request: Request, refused: str = "") -> Response:
    house: House = request.app.state.house
    committee = request.path_params["committee"]
    await house.room(committee)
    waiting = await listed(house.store, await organized(request))
    shown = page(
        "preparing/newer.html",
        locale_of(request),
        directory=house.directory(committee),
        committee=committee,
        waiting=[one for one in waiting if one.renews == committee],
        preparing=PREPARATIONS,
        refused=refused,
    )
    return HTMLResponse(shown, 422 if refused else 200)
