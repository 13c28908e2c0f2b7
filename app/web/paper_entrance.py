"""In to a working paper by a code: a sponsor makes it, and lets in whoever types it."""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from app.papers.codes import PaperCode, make_paper_code, read_paper_code
from app.procedure.act import Refusal, forbidden, impossible, is_dais
from app.procedure.sharing import SharePaper
from app.rooms import CommandIdReused, NotInOrder, NotRecorded, RoomStopped
from app.wall_clock import now_ms
from app.web.acts import answer_refusals
from app.web.answers import status_of, wants_json
from app.web.fields import BadFields, text_fields
from app.web.pages import Visit, visit
from app.web.paper_visits import paper_visit, sent_fields
from resolutions.lifecycle import WRITABLE


async def make(request: Request) -> Response:
    """A new code for reading or for writing; it is shown in this answer alone."""
    visited = await paper_visit(request)
    if isinstance(visited, Response):
        return visited
    form = await sent_fields(visited)
    if isinstance(form, Response):
        return form
    seen, paper = visited.seen, visited.paper
    if not seen.holder.is_dais and seen.holder.seat_key not in paper.sponsors:
        return visited.refuse(forbidden("paper.sponsors_only"))
    if paper.stage not in WRITABLE:
        return visited.refuse(impossible("paper.not_writable", paper=paper.name))
    edits = form.get("edits") == "true"
    opens = PaperCode(paper.key, seen.holder.seat_key, edits)
    code = await make_paper_code(seen.house.store, seen.directory.committee, opens, now_ms())
    if wants_json(request):
        return JSONResponse({"saved": True, "shown": code})
    return seen.draw("phone/paper_code.html", code=code, paper=paper, edits=edits, key=seen.holder.seat_key)


async def enter(request: Request) -> Response:
    """Let the delegation that typed a code in, as the sponsor who made the code would."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    try:
        form = await text_fields(request)
    except BadFields as bad:
        return _refuse(seen, *bad.refusals)
    committee, seat = seen.directory.committee, seen.holder.seat_key
    opens = await read_paper_code(seen.house.store, committee, form.get("code", ""), now_ms())
    paper = seen.room.floor.papers.get(opens.paper) if opens else None
    if opens is None or paper is None or not _still_good(seen, opens):
        return _refuse(seen, impossible("code.opens_nothing", "code"))
    reads = paper.may_be_read_by(seat)
    if seat in paper.taken:  # by name: only a name gives it back
        if not reads:
            return _refuse(seen, forbidden("paper.taken_back"))
    elif not (seat in paper.writers if opens.edits else reads):
        try:
            press = f"code-{form.get('command_id', '')[:40] or secrets.token_hex(16)}"
            await seen.room.act(opens.seat, press, SharePaper(opens.paper, seat, opens.edits))
        except NotInOrder as no:
            return _refuse(seen, *no.refusals)
        except (CommandIdReused, NotRecorded, RoomStopped):
            return _refuse(seen, impossible("not_recorded"), status=503)
    path = f"/committees/{committee}/papers/{opens.paper}"
    return JSONResponse({"see": path}) if wants_json(request) else RedirectResponse(path, 303)


def _still_good(seen: Visit, opens: PaperCode) -> bool:
    """Whether the paper is still private and written, and whoever made the code may still share it."""
    floor = seen.room.floor
    paper = floor.papers.get(opens.paper)
    if paper is None or paper.stage not in WRITABLE:
        return False
    return is_dais(floor, opens.seat) or opens.seat in paper.sponsors


def _refuse(seen: Visit, *refusals: Refusal, status: int = 0) -> Response:
    names = seen.directory.short_names
    return answer_refusals(seen.request, refusals, status or status_of(refusals), names)
