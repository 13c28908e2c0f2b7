"""The merger map in the browser: of the papers that its viewer may read, and no other."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from app.papers.rights import may_read
from app.papers.texts import text_as_it_stands
from app.procedure.documents import Paper
from app.procedure.sharing import may_see_names
from app.screens.phone.merger_map import merger_map
from app.web.pages import Visit, visit

MAPPED = frozenset({"working_paper", "returned", "submitted", "approved", "introduced"})


async def show(request: Request) -> Response:
    """Clauses that say the same side by side, and what the guide proposes that no paper takes up."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    shown = [
        one for one in seen.room.floor.papers.papers if one.stage in MAPPED and may_read(one, seen.holder)
    ]
    store, committee = seen.house.store, seen.directory.committee
    texts = [(one, (await text_as_it_stands(store, committee, one, seen.directory)).text) for one in shown]
    nameless = [one.key for one in shown if not _sees_names(seen, one)]
    view = await asyncio.to_thread(merger_map, seen.directory, texts, nameless)
    return seen.draw("phone/merger_map.html", v=view, key=seen.holder.seat_key)


def _sees_names(seen: Visit, paper: Paper) -> bool:
    return seen.holder.is_dais or may_see_names(seen.room.floor, paper, seen.holder.seat_key)
