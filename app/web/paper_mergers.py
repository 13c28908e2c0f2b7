"""The text of another paper comes into this one: what two papers that become one are written from."""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import Response

from app.papers.edits import with_clauses_of
from app.papers.rights import may_read
from app.procedure.act import impossible
from app.web.paper_visits import PaperVisit, writing


async def bring_in(request: Request) -> Response:
    """Put the clauses of another paper, which the writer may read too, behind those of this one."""
    written = await writing(request)
    if isinstance(written, Response):
        return written
    visited, form = written
    seen = visited.seen
    other = seen.room.floor.papers.get(form.get("other", ""))
    if other is None or other is visited.paper or not may_read(other, seen.holder):
        return visited.refuse(impossible("paper.unknown", "other"))
    text = (await PaperVisit(seen, other).text()).text
    mark = secrets.token_hex(4)
    draft = await visited.change(form.get("version", ""), lambda mine: with_clauses_of(mine, text, mark))
    return draft if isinstance(draft, Response) else visited.saved()
