"""Delegations change committees: between two in preparation, or between two that are open."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.exchanges import NotExchanged, exchange
from app.exchanges import Place as Sitting
from app.invitations import Invited, invite
from app.preparing.delegations import NotInTable
from app.preparing.preparations import ChangedElsewhere
from app.preparing.swaps import Place, swap
from app.rooms import NotRecorded, RoomStopped
from app.wall_clock import now_ms
from app.web.answers import locale_of
from app.web.organizing.conference import HERE, draw
from app.web.organizing.seats import draw_codes
from app.web.organizing.visits import ConferenceVisit, form_visit, visit_of
from app.words.language import N_, language

CHANGED = N_("A committee was opened or changed meanwhile. Look at the list and choose again.")
MIXED = N_("One of these committees is open, the other is not. Open it first, or swap before both are open.")
HALF_RECORDED = N_(
    "A record did not take it just now. Look at the seats of both committees, then swap again."
)
OPEN = "c"
"""What stands before the number of a committee that is open, in the form of swaps."""


async def swap_places(request: Request) -> Response:
    """Two delegations change committees, or one moves."""
    sent = await form_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    given = [form.get(name, [""])[-1] for name in ("one", "other")]
    if any(place.startswith(OPEN) for place in given):
        return await _exchange(seen, given)
    first, second = (Place(*_named(place)) for place in given)
    try:
        await swap(seen.house.store, first, second, seen.conferences, now_ms())
    except NotInTable as no:
        return await draw(seen, str(no))
    except ChangedElsewhere:
        return await draw(seen, CHANGED)
    return RedirectResponse(HERE, 303)


async def _exchange(seen: ConferenceVisit, given: Sequence[str]) -> Response:
    """The same between committees that are open; codes for the new seats are shown once."""
    if not all(place.startswith(OPEN) for place in given):
        return await draw(seen, MIXED)
    first, second = (Sitting(*_named(place.removeprefix(OPEN))) for place in given)
    if not {first.committee, second.committee} <= {room.id for room in seen.rooms}:
        return await draw(seen, CHANGED)
    house, invited = seen.house, list[Invited]()
    try:
        done = await exchange(house, first, second, now_ms(), language(locale_of(seen.request)))
    except NotExchanged as no:
        return await draw(seen, str(no))
    except (NotRecorded, RoomStopped):
        return await draw(seen, HALF_RECORDED)
    for place in done.seats:
        seats = (place.key,)
        invited += await invite(house.store, house.access, place.committee, organizer=False, seats=seats)
    later = await visit_of(seen.request, [first.committee, second.committee])
    return draw_codes(later, tuple(invited), told=done.sentences)


def _named(given: str) -> tuple[int, str]:
    """A delegation of a form: preparation or committee, colon, key."""
    id_, _, key = given.partition(":")
    return int(id_) if id_.isdecimal() and len(id_) < 18 else 0, key
