"""Papers in the browser: the shelf, one paper, and the edits of a text while it is written."""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from app.drafts import ChangedMeanwhile, blank, change_draft, read_draft
from app.procedure.act import Refusal, forbidden, impossible, stale
from app.procedure.documents import Paper
from app.screens.disclosure import may_read_paper
from app.screens.phone.paper import paper_view
from app.screens.phone.papers import shelf_view
from app.web.acts import answer_refusals
from app.web.answers import as_page, status_of, wants_json
from app.web.fields import FORM, JSON, BadFields, kind_of, read_form, read_json
from app.web.pages import Visit, visit
from app.working_papers import DraftRefused, edited
from resolutions.document import digest, to_json
from resolutions.lifecycle import WRITABLE

NO_PAPER = "There is no such paper, or it is not shared with you."


async def shelf(request: Request) -> Response:
    """The papers that this viewer may read, by stage; a new one can be started."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    readable = [paper for paper in seen.room.floor.papers.papers if _may_read(seen, paper)]
    view = shelf_view(seen.room.floor, seen.directory, readable, seen.holder.seat_key)
    return seen.draw("phone/papers.html", v=view, key=seen.holder.seat_key)


async def paper(request: Request) -> Response:
    """One paper: its editor while it is written, its text and amendments from then on."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    found = seen.room.floor.papers.get(request.path_params["paper"])
    if found is None or not _may_read(seen, found):
        return as_page(request, 404, [NO_PAPER])
    text, version = found.text, 0
    if found.stage in WRITABLE or text is None:
        draft = await read_draft(
            seen.house.store, seen.directory.committee, found.key, blank(found, seen.directory)
        )
        text, version = draft.text, draft.version
    if wants_json(request):
        return JSONResponse({"document": to_json(text), "digest": digest(text), "version": version})
    may_write = _may_write(seen, found) is None
    view = paper_view(seen.room.floor, seen.directory, found, text, version, seen.holder.seat_key, may_write)
    return seen.draw("phone/paper.html", v=view, key=seen.holder.seat_key)


async def edit(request: Request) -> Response:
    """One change to the text of a working paper, on the version that the writer saw."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    names = seen.directory.short_names
    found = seen.room.floor.papers.get(request.path_params["paper"])
    if found is None or not _may_read(seen, found):
        return answer_refusals(request, (impossible("paper.unknown", paper="?"),), 404, names)
    if refusal := _may_write(seen, found):
        return answer_refusals(request, (refusal,), status_of((refusal,)), names)
    try:
        form = await _form(request)
    except BadFields as bad:
        return answer_refusals(request, bad.refusals, 422, names)
    if not form.get("version", "").isdecimal():
        return answer_refusals(request, (impossible("field.missing", "version", name="version"),), 422, names)
    try:
        draft = await change_draft(
            seen.house.store,
            seen.directory.committee,
            found.key,
            blank(found, seen.directory),
            int(form["version"][:9]),
            seen.holder.seat_key,
            seen.room.now(),
            lambda text: edited(text, form, secrets.token_hex(6)),
        )
    except DraftRefused as no:
        return answer_refusals(request, (no.refusal,), 422, names)
    except ChangedMeanwhile:
        return answer_refusals(request, (stale("draft.changed_meanwhile", "version"),), 409, names)
    if wants_json(request):
        return JSONResponse({"saved": draft.version})
    return RedirectResponse(f"/committees/{seen.directory.committee}/papers/{found.key}", 303)


def _may_read(seen: Visit, found: Paper) -> bool:
    return seen.holder.is_dais or may_read_paper(found, seen.holder.seat_key)


def _may_write(seen: Visit, found: Paper) -> Refusal | None:
    """Sponsors write, and the dais for them, until the paper is submitted."""
    if not seen.holder.is_dais and seen.holder.seat_key not in found.sponsors:
        return forbidden("paper.sponsors_only")
    if found.stage not in WRITABLE:
        return stale("paper.not_writable", paper=found.name)
    return None


async def _form(request: Request) -> dict[str, str]:
    """The fields of the edit, form or JSON, as text; raises BadFields."""
    body, kind = await request.body(), kind_of(request)
    if kind == JSON:
        return {name: str(value) for name, value in read_json(body).items()}
    if kind != FORM:
        raise BadFields(impossible("body.kind"))
    return {name: values[-1] for name, values in read_form(body, most=40).items()}
