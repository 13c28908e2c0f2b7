"""For whoever runs the server: new codes and rehearsals on the command line while it runs."""

from __future__ import annotations

import hmac
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app.founding import found_rehearsal
from app.house import House
from app.invitations import Invited, invite, invite_all
from app.wall_clock import now_ms
from app.web.answers import refused, told
from app.words.language import N_

NOT_OWNER = told("owner.only", N_("Only the owner of the data directory may do this."))


async def codes(request: Request) -> Response:
    """New codes for every committee, for the owner of the data directory alone (`operator.json` in it)."""
    house: House = request.app.state.house
    if not _is_owner(request):
        return refused(403, NOT_OWNER)
    listed = [
        {"committee": key, "name": name, "codes": [_told(one) for one in invited]}
        for key, name, invited in await invite_all(house.store, house.access)
    ]
    return JSONResponse({"committees": listed})


async def rehearsals(request: Request) -> Response:
    """A committee of its own for a rehearsal, out of the sample guide, with codes for everybody."""
    house: House = request.app.state.house
    if not _is_owner(request):
        return refused(403, NOT_OWNER)
    committee = await found_rehearsal(house.store, now_ms())
    room = await house.room(committee)
    told = [
        {**_told(one), "kind": room.floor.seats[one.post.seat_key].kind if one.post.seat_key else ""}
        for one in await invite(house.store, house.access, committee, organizer=False)
    ]
    return JSONResponse({"committee": committee, "codes": told})


def _is_owner(request: Request) -> bool:
    """Whether the request knows the secret that this server left in its data directory."""
    secret = getattr(request.app.state, "operator_secret", "")
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    return bool(secret) and hmac.compare_digest(given.encode(), secret.encode())


def _told(one: Invited) -> dict[str, Any]:
    return {"role": one.post.role, "seat": one.post.seat_key, "name": one.name, "code": one.code}
