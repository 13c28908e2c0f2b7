"""Seats that had a device too many, as the dais deals with them: it has seen it, or it signs the seat out."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from app.access import Post
from app.procedure.act import impossible, stale
from app.web.kept import kept, not_kept, pressed
from app.web.pages import Visit


async def remove(request: Request) -> Response:
    """The dais has seen it: the line goes."""
    found = await _full(request)
    if isinstance(found, Response):
        return found
    seen, post = found
    seen.house.beside.note_full(post, None)
    return kept(seen, "chair")


async def sign_out(request: Request) -> Response:
    """Every device of the delegation is signed out, so that those that belong there come in by their card."""
    found = await _full(request)
    if isinstance(found, Response):
        return found
    seen, post = found
    if seen.room.floor.seats[post.seat_key].is_dais:
        return not_kept(seen, impossible("seat.of_the_dais"), 403)
    await seen.house.access.end_post(post)
    return kept(seen, "chair")


async def _full(request: Request) -> tuple[Visit, Post] | Response:
    """The visit behind a press and the full seat that it names, or the refusal."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, _ = found
    committee, seat = seen.directory.committee, request.path_params["seat"]
    if seat not in seen.house.beside.full.get(committee, {}):
        return not_kept(seen, stale("seat.not_full"))
    return seen, Post(seen.holder.conference_id, "delegate", committee, seat)
