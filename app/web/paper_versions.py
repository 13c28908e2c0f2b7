"""The earlier versions of a working paper: listed, shown with what changed since, and restored."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from app.papers.texts import row_key
from app.papers.versions import Version, version, versions
from app.procedure.act import impossible
from app.screens.phone.versions import versions_view
from app.web.answers import as_page
from app.web.paper_visits import PaperVisit, paper_visit, writing
from app.words.language import N_

NO_VERSION = N_("This version is not kept. Choose one from the list.")


async def history(request: Request) -> Response:
    """All versions that are kept, and one of them beside the text as it is."""
    visited = await paper_visit(request, page=True)
    if isinstance(visited, Response):
        return visited
    if not visited.is_private:  # what was written and taken out again was never shown to all
        return as_page(request, 404, [NO_VERSION])
    seen = visited.seen
    kept = await versions(
        seen.house.store, seen.directory.committee, row_key(visited.paper), visited.paper.started
    )
    asked = request.query_params.get("version", "")
    number = next((one.number for one in kept if str(one.number) == asked), kept[0].number if kept else 0)
    chosen = await _version(visited, number)
    draft = await visited.draft()
    may_write = visited.why_not_write is None
    view = versions_view(seen.directory, visited.paper, kept, chosen, draft.text, draft.version, may_write)
    return seen.draw("phone/versions.html", v=view, key=seen.holder.seat_key)


async def restore(request: Request) -> Response:
    """Put an earlier version in the place of the text; what was there is kept as a version."""
    written = await writing(request)
    if isinstance(written, Response):
        return written
    visited, form = written
    found = await _version(visited, request.path_params["version"])
    if found is None:
        return visited.refuse(impossible("version.unknown"))
    draft = await visited.change(form.get("version", ""), lambda _: found.text)
    return draft if isinstance(draft, Response) else visited.saved(see=visited.path)


async def _version(visited: PaperVisit, number: int) -> Version | None:
    if number >= 2**31:
        return None
    seen = visited.seen
    return await version(
        seen.house.store, seen.directory.committee, row_key(visited.paper), number, visited.paper.started
    )
