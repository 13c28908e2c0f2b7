"""Seats of a committee: who was assigned, who has come in, and codes made again one by one or all at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.assignments import assigned
from app.directories import load_guide, load_guide_file
from app.invitations import Invited, invite, invite_one, post_at, qr_cards
from app.preparing.set_ups import of_committee
from app.procedure.roster import DAIS_KINDS
from app.web.answers import as_page
from app.web.organizing.visits import ConferenceVisit, form_visit, visit
from app.web.taken_along import as_file
from app.words.language import N_

NO_SUCH_POST = N_(
    "There is no such seat in this committee; it may have been closed. Look at its seats again."
)


async def page_of(request: Request) -> Response:
    """Every seat with its people, whether somebody is signed in there, and a new code for it."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    (room,) = seen.rooms
    people: dict[str, list[str]] = {}
    for one in await assigned(seen.house.store, seen.conferences):
        if one.committee == room.id:
            people.setdefault(one.seat_key, []).append(one.name)
    claimed = await seen.house.access.claimed(room.id)
    seats = sorted(
        (seat for seat in room.floor.seats.values() if not seat.closed),
        key=lambda seat: (seat.kind not in DAIS_KINDS, seat.order, seat.key),
    )
    return seen.draw(
        "seats.html", room=room, seats=seats, people=people, claimed=claimed, directory=room.directory
    )


async def codes(request: Request) -> Response:
    """New codes for a committee, or for one place in it, shown once; the old ones are dead from now on."""
    sent = await form_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    role, seat = (form.get(name, [""])[-1] for name in ("role", "seat"))
    store, access, committee = seen.house.store, seen.house.access, seen.rooms[0].id
    if not role:
        return draw_codes(seen, await invite(store, access, committee))
    try:
        return draw_codes(seen, await invite_one(store, access, committee, role, seat), alone=True)
    except LookupError:
        return as_page(request, 404, [NO_SUCH_POST])


async def sign_outs(request: Request) -> Response:
    """Whoever is signed in at one place is signed out now; the code stays good until a new one is made."""
    sent = await form_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    role, seat = (form.get(name, [""])[-1] for name in ("role", "seat"))
    committee = seen.rooms[0].id
    try:
        post = await post_at(seen.house.store, committee, role, seat)
    except LookupError:
        return as_page(request, 404, [NO_SUCH_POST])
    await seen.house.access.end_post(post)
    place = f"seat-{role}-{seat}" if seat else f"seat-{role}"
    return RedirectResponse(f"/organizer/committees/{committee}/seats#{place}", 303)


async def all_codes(request: Request) -> Response:
    """New codes for every committee of the conference, on one page and in one print job."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    store, access = seen.house.store, seen.house.access
    made: list[Invited] = []
    for room in seen.rooms:  # the organizer's own code is made again once
        made += await invite(store, access, room.id, organizer=not made)
    return draw_codes(seen, tuple(made))


async def set_up(request: Request) -> Response:
    """The committee's set-up as a file to take along: no codes, no people, no record."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    (room,) = seen.rooms
    guide = await load_guide(seen.house.store, room.id)
    source, name = await load_guide_file(seen.house.store, room.id)
    return await as_file(of_committee(room.floor, room.directory, guide, source, name))


@dataclass(frozen=True, slots=True)
class NotOpened:
    """A preparation that was not opened with others: its id and name, and ids of what stands against it.

    `sentence` is what the rules of a record say against it, "" where it is something else.
    """

    preparation: int
    name: str
    stops: tuple[str, ...]
    sentence: str = ""


def draw_codes(
    seen: ConferenceVisit,
    invited: tuple[Invited, ...],
    alone: bool = False,
    left: Sequence[NotOpened] = (),
    told: Sequence[str] = (),
) -> Response:
    """The page of codes that were just made; they are shown here and never again.

    `left` are committees that were to be opened too and were not, `told` what else is to be known.
    """
    return seen.draw(
        "codes.html",
        invited=invited,
        directories={room.id: room.directory for room in seen.rooms},
        base=seen.address(),
        reached=seen.reaches_phones(),
        qr=qr_cards(invited, seen.address()),
        alone=alone,
        left=left,
        told=told,
    )
