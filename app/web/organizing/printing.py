"""Sheets as PDF: placards, badges and invite cards, of one committee or of all in one print job."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from app.assignments import assigned
from app.invitations import Invited, posts_of
from app.printing.printed import badges_of, cards_of, placards_of
from app.printing.sheets import badges_pdf, invites_pdf, placards_pdf
from app.web.answers import as_page
from app.web.downloads import download
from app.web.organizing.visits import ConferenceVisit, form_visit, visit
from app.words.language import N_

NO_CODES = N_("None of these codes is good any more. Make new ones and print that page's cards.")
MOST_CODES = 5_000


async def placards(request: Request) -> Response:
    """A placard for each delegation."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    rows = [one for room in seen.rooms for one in placards_of(room.floor, room.directory)]
    return await _pdf(lambda at: placards_pdf(_title(seen), rows, at), "placards")


async def badges(request: Request) -> Response:
    """A badge for each person who was assigned, and blank ones where nobody was."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    people: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in await assigned(seen.house.store, seen.conferences):
        people[one.committee][one.seat_key].append(one.name)
    event = await seen.event()
    rows = [
        one for room in seen.rooms for one in badges_of(event, room.floor, room.directory, people[room.id])
    ]
    return await _pdf(lambda at: badges_pdf(_title(seen), rows, at), "badges")


async def invites(request: Request) -> Response:
    """The cards of codes that the page has just shown: they come with the form, as nothing keeps them."""
    sent = await form_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    codes = " ".join(form.get("codes", [])).split()[:MOST_CODES]
    directories = {room.id: room.directory for room in seen.rooms}
    found = await posts_of(seen.house.store, seen.house.access, codes)
    own = [
        Invited(post, "", code)
        for code, post in found.items()
        if post.conference_id in seen.conferences
        and (not post.committee_id or post.committee_id in directories)
    ]
    if not own:
        return as_page(request, 410, [NO_CODES])
    cards = cards_of(own, directories, seen.address())
    return await _pdf(lambda at: invites_pdf(_title(seen), cards, at), "invites")


async def _pdf(make: Callable[[datetime], bytes], name: str) -> Response:
    """The file, to be kept: the page with the codes stays where it is."""
    data = await asyncio.to_thread(make, datetime.now(UTC))
    return download(data, "application/pdf", f"{name}.pdf")


def _title(seen: ConferenceVisit) -> str:
    return seen.rooms[0].directory.name if len(seen.rooms) == 1 else "Placard"
