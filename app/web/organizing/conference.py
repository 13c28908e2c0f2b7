"""A conference set up at once: committees from one table, their guides, swaps, all opened together."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.founding import CONFERENCE as UNNAMED
from app.founding import NoDelegations
from app.house import House
from app.invitations import Invited, invite
from app.opening import GuideWaits, open_prepared
from app.preparing.assignment_table import Room
from app.preparing.checklist import in_the_way
from app.preparing.conference_table import PlannedCommittee, read_conference
from app.preparing.delegations import table
from app.preparing.earlier import delegation_of
from app.preparing.preparation import Preparation
from app.preparing.preparations import ChangedElsewhere, Prepared, begin_new, listed, one
from app.procedure.roster import delegations
from app.procedure.rulebook_files import load, names
from app.rooms import NotRecorded, RoomStopped
from app.tables import ConferenceRow
from app.wall_clock import now_ms
from app.web.brought import NotATable, sent_table
from app.web.organizing.seats import NotOpened, draw_codes
from app.web.organizing.visits import ConferenceVisit, form_visit, visit, visit_of
from app.words.language import N_

HERE = "/organizer/conference"
NOTHING = N_(
    "Choose a file or paste a table: delegations in the first column, a committee at the head of each other."
)
NONE_READY = N_("No committee is ready to be opened. Each line says what it still needs.")
LONGEST_EVENT = 120


async def page_of(request: Request) -> Response:
    """What is prepared, and the forms to set up more."""
    seen = await visit(request)
    return seen if isinstance(seen, Response) else await draw(seen)


async def preview(request: Request) -> Response:
    """The committees of a table, and what is doubtful; nothing is made yet."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    try:
        text = await sent_table(request)
    except NotATable as no:
        return await draw(seen, str(no))
    planned = await asyncio.to_thread(read_conference, text)
    if not planned:
        return await draw(seen, NOTHING)
    books = [load(name) for name in names()]
    return seen.draw("planned.html", planned=planned, text=text, books=books, book=names()[0])


async def take(request: Request) -> Response:
    """Begin a preparation for each committee of the table that can be one."""
    sent = await form_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    book = form.get("rulebook", [""])[-1]
    planned = await asyncio.to_thread(read_conference, form.get("table", [""])[-1])
    made = [_preparation(one, book if book in names() else "harvard") for one in planned if not one.wrong]
    await begin_new(seen.house.store, seen.conferences[0], made, now_ms())
    return RedirectResponse(HERE, 303)


async def open_all(request: Request) -> Response:
    """Open every committee that is ready, and show all their codes on one page."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    house, opened = seen.house, list[int]()
    invited: list[Invited] = []
    left: list[NotOpened] = []
    for prepared in await _prepared(seen):
        made = await _open(house, prepared)
        if isinstance(made, NotOpened):
            left.append(made)
            continue
        opened.append(made)
        invited += await invite(house.store, house.access, made, organizer=False)
    if not opened:
        return await draw(seen, NONE_READY)
    return draw_codes(await visit_of(request, opened), tuple(invited), left=left)


async def _open(house: House, prepared: Prepared) -> int | NotOpened:
    """The committee of a preparation that is ready; else why it stays one."""
    name = prepared.preparation.name or prepared.preparation.file_name
    reading = await house.readings.of(prepared.id)
    if stops := in_the_way(prepared.preparation, reading.stage if reading else ""):
        return NotOpened(prepared.id, name, stops)
    try:
        return await open_prepared(house.store, prepared, now_ms())
    except ChangedElsewhere:
        return NotOpened(prepared.id, name, ("changed",))
    except GuideWaits:
        return NotOpened(prepared.id, name, ("being_read",))
    except NoDelegations as no:
        return NotOpened(prepared.id, name, (), str(no))
    except (NotRecorded, RoomStopped):
        return NotOpened(prepared.id, name, ("not_recorded",))


async def name(request: Request) -> Response:
    """What the conference is called, for badges."""
    sent = await form_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    given = " ".join(form.get("name", [""])[-1].split())
    kept = "".join(letter for letter in given if letter.isprintable())[:LONGEST_EVENT] or UNNAMED

    def work(rows) -> None:  # type: ignore[no-untyped-def]
        row = rows.get_one(ConferenceRow, seen.conferences[0])
        row.name = kept
        rows.add(row)

    await seen.house.store.write(work)
    return RedirectResponse(HERE, 303)


async def draw(seen: ConferenceVisit, refused: str = "", told: tuple[str, ...] = ()) -> Response:
    """The page of the conference; `refused` is what stood against the last press, `told` what came of it."""
    rows = [await _row(seen, prepared) for prepared in await _prepared(seen)]
    return seen.draw(
        "conference.html",
        422 if refused else 200,
        rows=rows,
        ready=sum(not row["stops"] for row in rows),
        refused=refused,
        told=told,
        event=await seen.event(),
        committees=len(seen.rooms),
        sitting=[_sitting(room) for room in seen.rooms],
    )


async def _row(seen: ConferenceVisit, prepared: Prepared) -> dict[str, Any]:
    """A preparation as the page lists it, with what stands against opening it."""
    reading = await seen.house.readings.of(prepared.id)
    return {
        "id": prepared.id,
        "p": prepared.preparation,
        "delegations": table(prepared.preparation),
        "stops": in_the_way(prepared.preparation, reading.stage if reading else ""),
        "reading": reading,
    }


def _sitting(room: Room) -> dict[str, Any]:
    """An open committee as the form of swaps lists it."""
    seats = [delegation_of(seat, room.directory) for seat in delegations(room.floor)]
    return {"id": room.id, "name": room.directory.name, "delegations": seats}


async def _prepared(seen: ConferenceVisit) -> list[Prepared]:
    """What becomes a committee in these conferences, with the guides, by name."""
    rows = [row for row in await listed(seen.house.store, seen.conferences) if row.renews is None]
    found = [await one(seen.house.store, row.id, seen.conferences) for row in rows]
    return sorted(found, key=lambda row: (row.preparation.name, row.id))


def _preparation(planned: PlannedCommittee, book: str) -> Preparation:
    made = Preparation(name=planned.name, rulebook=book)
    return replace(made, delegations=planned.delegations)
