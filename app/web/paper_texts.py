"""A text that was written elsewhere becomes a working paper's: sent or pasted, read, looked over, taken."""

from __future__ import annotations

import json
import secrets
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from app.papers.edits import fresh_uids
from app.procedure.act import impossible
from app.screens.phone.pasted import pasted_view
from app.web.paper_visits import PaperVisit, paper_visit, sent_fields
from app.web.sent_texts import NotSent, read_sent, sent_form
from resolutions.document import LONGEST_TITLE, Document, MalformedDocument, from_json
from resolutions.reading import ReadResolution


async def form(request: Request) -> Response:
    """Where a text is sent or pasted."""
    visited = await paper_visit(request, page=True)
    if isinstance(visited, Response):
        return visited
    return await _shown(visited)


async def read(request: Request) -> Response:
    """What was read, as a tree, with what was doubtful; nothing is changed yet."""
    visited = await paper_visit(request)
    if isinstance(visited, Response):
        return visited
    if refusal := visited.why_not_write:
        return visited.refuse(refusal)
    try:
        found = await read_sent(visited.seen.house, await sent_form(request, most=4), visited.seen.locale)
    except NotSent as no:
        return visited.refuse(no.refusal)
    return await _shown(visited, found)


async def take(request: Request) -> Response:
    """What was read takes the place of the text; that is kept as a version."""
    visited = await paper_visit(request)
    if isinstance(visited, Response):
        return visited
    given = await sent_fields(visited)
    if isinstance(given, Response):
        return given
    try:
        read_text = from_json(json.loads(given.get("document", "")))
    except (MalformedDocument, ValueError, RecursionError):
        return visited.refuse(impossible("pasted.lost", "document"))
    new = fresh_uids(read_text, secrets.token_hex(4))
    draft = await visited.change(given.get("version", ""), lambda text: _in_place_of(text, new))
    return draft if isinstance(draft, Response) else visited.saved(see=visited.path)


def _in_place_of(text: Document, new: Document) -> Document:
    """The new clauses under the paper's own title and organ, where the new text names none."""
    return replace(new, title=new.title[:LONGEST_TITLE] or text.title, organ=text.organ or new.organ)


async def _shown(visited: PaperVisit, found: ReadResolution | None = None) -> Response:
    draft = await visited.draft()
    view = pasted_view(
        visited.seen.directory, visited.paper, draft.text, draft.version, found, visited.why_not_write
    )
    return visited.seen.draw("phone/pasted.html", v=view, key=visited.seen.holder.seat_key)
