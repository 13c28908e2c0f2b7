"""For whoever runs the server: new codes and rehearsals on the command line while it runs."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app.drills import UnknownDrill, situation
from app.founding import found_drill, found_rehearsal
from app.house import House
from app.invitations import Invited, invite, invite_all
from app.wall_clock import now_ms
from app.web.answers import refused, told
from app.words.language import N_
from delegations.said import Said

MOST_MEMBERS = 193
NOT_WANTED = told(
    "rehearsal.unknown", Said(N_("A rehearsal has between 0 and {most} members."), most=MOST_MEMBERS)
)
NOT_OWNER = told("owner.only", N_("Only the owner of the data directory may do this."))


@dataclass(frozen=True)
class Wanted:
    """What a rehearsal shall be: how many members it has, 0 for those of the guide; or which drill."""

    members: Annotated[int, Field(ge=0, le=MOST_MEMBERS)] = 0
    drill: str = ""


WANTED = TypeAdapter(Wanted)


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
    """A committee of its own for a rehearsal, out of the sample guide, with codes for everybody.

    The body may say how many `members` it has, or which `drill` it is for.
    """
    house: House = request.app.state.house
    if not _is_owner(request):
        return refused(403, NOT_OWNER)
    try:
        wanted = WANTED.validate_json(await request.body() or b"{}")
        drill = situation(wanted.drill) if wanted.drill else None
    except ValidationError:
        return refused(422, NOT_WANTED)
    except UnknownDrill as unknown:
        return refused(422, told("drill.unknown", str(unknown)))
    committee = (
        await found_drill(house.store, now_ms(), drill)
        if drill
        else await found_rehearsal(house.store, now_ms(), wanted.members)
    )
    room = await house.room(committee)
    codes_ = [
        {**_told(one), "kind": room.floor.seats[one.post.seat_key].kind if one.post.seat_key else ""}
        for one in await invite(house.store, house.access, committee, organizer=False)
    ]
    return JSONResponse({"committee": committee, "codes": codes_})


def _is_owner(request: Request) -> bool:
    """Whether the request knows the secret that this server left in its data directory."""
    secret = getattr(request.app.state, "operator_secret", "")
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    return bool(secret) and hmac.compare_digest(given.encode(), secret.encode())


def _told(one: Invited) -> dict[str, Any]:
    return {"role": one.post.role, "seat": one.post.seat_key, "name": one.name, "code": one.code}
