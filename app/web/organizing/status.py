"""How the server is, for organizers: database, disk, clock, sockets, the records, and who is signed in."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.access import Holder
from app.access.present import SignedIn
from app.operations.backups import last_backup
from app.operations.diagnostics import Diagnosis
from app.operations.facts import disk, sqlite
from app.procedure.floor import Floor
from app.screens.disclosure import code_told
from app.web.answers import as_page, locale_of
from app.web.operations import why_not_ready
from app.web.organizing.visits import ConferenceVisit, form_visit, visit
from app.web.signed_in import holders_of
from app.words import duration, head_code, language
from app.words.language import N_

STATUS = "/organizer/status"
GONE = N_("This sign-in has ended already. Look at the list again.")


@dataclass(frozen=True, slots=True)
class Present:
    """A sign-in as a row: `name` of its place in the committee, `own` where it is this very browser."""

    one: SignedIn
    name: str
    iso2: str
    committee: str
    sockets: int
    own: bool


@dataclass(frozen=True, slots=True)
class Record:
    """The head of a committee's record; `code` is "" where it is not told now."""

    committee: str
    number: int
    code: str


async def page_of(request: Request) -> Response:
    """Everything that an organizer may want to see before a meeting, and while something is wrong."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    people = await _present(seen)
    found = await _diagnosis(seen, len(people))
    return seen.draw(
        "status.html",
        found=found,
        runs=duration(found.runs_ms // 1000, language(locale_of(request))),
        records=[_record(room.directory.name, room.floor) for room in seen.rooms],
        people=people,
        ended=request.query_params.get("ended") == "1",
    )


async def end(request: Request) -> Response:
    """End one sign-in of the conference: its browser is nobody from now on, its sockets close at once."""
    sent = await form_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    wanted = form.get("device", [""])[-1]
    devices = [one.device for one in await seen.house.access.signed_in(seen.conferences)]
    if wanted not in devices:
        return as_page(request, 409, [GONE])
    await seen.house.access.end_devices([wanted])
    return RedirectResponse(f"{STATUS}?ended=1#people", 303)


async def _diagnosis(seen: ConferenceVisit, people: int) -> Diagnosis:
    house, state = seen.house, seen.request.app.state
    settings = house.settings
    database = await house.store.version()
    return Diagnosis(
        now=state.clock.now(),
        runs_ms=state.clock.runs_ms(),
        was_set_by_ms=state.clock.was_set_by_ms(),
        release=seen.request.app.version,
        database=database,
        sqlite=sqlite() if database.startswith("sqlite") else None,
        disk=disk(settings.data),
        reasons=await why_not_ready(seen.request),
        counts=state.counts,
        numbers={
            "sockets": house.watchers.sockets(),
            "sockets of shared texts": house.desks.sockets(),
            "committees open": len(house.rooms.open_rooms()),
            "sign-ins": people,
        },
        settings={
            "log": settings.log,
            "proxy": "named" if settings.proxy else "none",
            "public address": "named" if settings.public_url else "none",
        },
        backup=last_backup(settings.data),
    )


def _record(name: str, floor: Floor) -> Record:
    return Record(name, floor.number, code_told(floor, head_code(floor.head)) if floor.number else "")


async def _present(seen: ConferenceVisit) -> list[Present]:
    """Who is signed in, committee by committee, in the order in which they came."""
    directories = {room.id: room.directory for room in seen.rooms}
    own = {one.device for one in await holders_of(seen.request)}
    watching = [one for one in seen.house.watchers.viewers() if isinstance(one, Holder)]
    rows = []
    for one in await seen.house.access.signed_in(seen.conferences):
        directory = directories.get(one.committee_id or 0)
        entry = directory.entries.get(one.seat_key) if directory else None
        sockets = sum(other.device == one.device for other in watching)
        name, iso2 = (entry.short_name, entry.iso2 or "") if entry else ("", "")
        committee = directory.name if directory else ""
        rows.append(Present(one, name, iso2, committee, sockets, one.device in own))
    return rows
