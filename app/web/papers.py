"""Papers in the browser: the shelf, one paper, and the edits of a text while it is written."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from app.papers.check import findings_of
from app.papers.comments import comments_on
from app.papers.edits import edited
from app.papers.rights import may_read
from app.screens.phone.comments import comments_by_clause
from app.screens.phone.paper import paper_view
from app.screens.phone.papers import shelf_view
from app.screens.pictures.clauses import map_picture
from app.web.answers import wants_json
from app.web.pages import visit
from app.web.paper_visits import PaperVisit, paper_visit, writing
from app.web.statistics import picture_file
from resolutions.document import digest, to_json
from resolutions.lifecycle import WRITABLE


async def shelf(request: Request) -> Response:
    """The papers that this viewer may read, by stage; a new one can be started."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    readable = [paper for paper in seen.room.floor.papers.papers if may_read(paper, seen.holder)]
    view = shelf_view(seen.room.floor, seen.directory, readable, seen.holder.seat_key)
    return seen.draw("phone/papers.html", v=view, key=seen.holder.seat_key)


async def paper(request: Request) -> Response:
    """One paper: its editor while it is written, its text and amendments from then on."""
    visited = await paper_visit(request, page=True)
    if isinstance(visited, Response):
        return visited
    seen, found = visited.seen, visited.paper
    draft = await visited.text()
    text, version = draft.text, draft.version
    if wants_json(request):
        return JSONResponse({"document": to_json(text), "digest": digest(text), "version": version})
    may_write = visited.why_not_write is None
    noticed = await asyncio.to_thread(findings_of, text) if may_write else ()  # a live room goes on
    view = paper_view(
        seen.room.floor, seen.directory, found, text, version, seen.holder.seat_key, may_write, noticed
    )
    said = await _comments(visited)
    return seen.draw("phone/paper.html", v=view, key=seen.holder.seat_key, **said)


async def map_file(request: Request) -> Response:
    """The map of a paper's text as a file, for whoever may read it."""
    visited = await paper_visit(request, page=True)
    if isinstance(visited, Response):
        return visited
    seen, draft = visited.seen, await visited.text()
    shown = map_picture(seen.room.floor, seen.directory, visited.paper, draft.text, here="")
    return await picture_file(request, {shown.key: shown}, shown.key, request.path_params["form"])


async def edit(request: Request) -> Response:
    """One change to the text of a working paper, on the version that the writer saw."""
    written = await writing(request)
    if isinstance(written, Response):
        return written
    visited, form = written
    uid = secrets.token_hex(6)
    draft = await visited.change(form.get("version", ""), lambda text: edited(text, form, uid))
    if isinstance(draft, Response):
        return draft
    if wants_json(request):
        added = {"clause": uid} if form.get("edit") == "add" else {}
        return JSONResponse({"saved": draft.version, **added})
    return RedirectResponse(visited.path, 303)


async def _comments(visited: PaperVisit) -> dict[str, Any]:
    """What was said of the clauses, for those who could read the paper while it was private."""
    if not visited.is_private:
        return {"comments": {}, "may_comment": False}
    committee = visited.seen.directory.committee
    said = await comments_on(visited.seen.house.store, committee, visited.paper.key)
    shown = comments_by_clause(visited.seen.directory, said)
    return {"comments": shown, "may_comment": visited.paper.stage in WRITABLE}
