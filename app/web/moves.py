"""Somebody goes to another delegation, in the browser of an organizer or a chair: who, where to, and back."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.moves import NotMoved, Sitter, move, sitters
from app.procedure.roster import delegations
from app.web.kept import Fields, pressed
from app.web.pages import Visit, visit

MOST_TOGETHER = 50


async def page_of(request: Request) -> Response:
    """Who can be moved, and where to; after a move what came of it, with the way back."""
    seen = await visit(request)
    return seen if isinstance(seen, Response) else await _draw(seen)


async def move_somebody(request: Request) -> Response:
    """Move a person with its devices, or one device; the page then offers to take it back."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    people, committee = _people(form), seen.directory.committee
    try:
        left = await move(seen.house, committee, people, form.get("to", ""))
    except NotMoved as no:
        return await _draw(seen, str(no), form)
    done = {"who": form["who"], "left": left, "to": form["to"]}
    return RedirectResponse(f"/committees/{committee}/moves?{urlencode(done)}", 303)


def _people(form: Fields) -> list[int]:
    """The ids of those who are moved together; none where the form names something else."""
    given = form.get("who", "").split()[:MOST_TOGETHER]
    fits = all(one.isascii() and one.isdecimal() and len(one) < 18 for one in given)
    return [int(one) for one in given] if fits else []


async def _draw(seen: Visit, refused: str = "", typed: Fields | None = None) -> Response:
    asked = seen.request.query_params
    found = await sitters(seen.house, seen.directory.committee)
    typed = {"who": _first_at(found, asked.get("seat", "")), "to": "", **(typed or {})}
    return seen.draw(
        "organizer/moves.html",
        422 if refused else 200,
        sitters=found,
        seats=delegations(seen.room.floor),
        refused=refused,
        typed=typed,
        done=_done(found, asked.get("who", ""), asked.get("left", ""), asked.get("to", "")),
        home="/organizer"
        if seen.holder.role == "organizer"
        else f"/committees/{seen.directory.committee}/chair",
    )


def _first_at(found: tuple[Sitter, ...], seat: str) -> str:
    return next((" ".join(map(str, one.people)) for one in found if one.seat_key == seat), "")


def _done(found: tuple[Sitter, ...], who: str, left: str, to: str) -> dict[str, str]:
    """The move that the page was opened after, if it still stands."""
    moved = set(who.split())
    there = [one for one in found if moved & set(map(str, one.people))]
    if not there or any(one.seat_key != to for one in there) or not left:
        return {}
    return {"who": who, "left": left, "to": to, "name": there[0].name}
