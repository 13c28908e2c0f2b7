"""The walls of a committee's room, as the dais holds them."""

from __future__ import annotations

from typing import cast

from starlette.requests import Request
from starlette.responses import Response

from app.procedure.act import impossible, stale
from app.screens.projector import offered
from app.screens.walls import CONTENTS, WALLS, Content, Showing
from app.web.kept import Fields, kept, not_kept, pressed
from app.web.pages import Visit

MOST_PAGES = 999


async def hold(request: Request) -> Response:
    """Put something on a wall, blank it, or let it follow the floor again."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    wall = request.path_params["wall"]
    if wall not in WALLS:
        return not_kept(seen, impossible("wall.unknown"), 404)
    if form.get("show") not in CONTENTS:
        return not_kept(seen, impossible("wall.content", "show"))
    showing = _showing(form)
    if showing.content == "text" and showing.subject not in _keys(seen):
        return not_kept(seen, stale("wall.no_text", "subject"))
    seen.house.beside.hold_wall(seen.directory.committee, wall, showing)
    return kept(seen, "chair")


def _showing(form: Fields) -> Showing:
    """What the form asks for; a page that is no number is the first."""
    content = cast(Content, form["show"])
    if content != "text":
        return Showing(content)
    page = form.get("page", "")
    at = int(page) if page.isascii() and page.isdecimal() and len(page) <= len(str(MOST_PAGES)) else 0
    return Showing(content, form.get("subject", ""), at)


def _keys(seen: Visit) -> set[str]:
    return {one.value for one in offered(seen.room.floor, seen.directory)}
