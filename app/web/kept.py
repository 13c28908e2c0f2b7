"""Presses that change rows and not the record: who sends one, its fields, and how it is answered."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from app.procedure.act import Refusal
from app.web.acts import answer_refusals
from app.web.answers import status_of, wants_json
from app.web.fields import MOST_FIELDS, BadFields, text_fields
from app.web.pages import Visit, visit

Fields = dict[str, str]
MOST_FIELDS_OF_LISTS = 300
"""Fields of a form with a list in it: every delegation of the largest committee, and some more."""


async def pressed(
    request: Request, lists: tuple[str, ...] = (), between: str = " "
) -> tuple[Visit, Fields] | Response:
    """The visit behind a press and its fields, form or JSON, as text; or the answer where there is none.

    Of the fields `lists` all values come, with `between` between them; of any other the last one counts.
    """
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    try:
        most = MOST_FIELDS_OF_LISTS if lists else MOST_FIELDS
        return seen, await text_fields(request, most, lists, between)
    except BadFields as bad:
        return answer_refusals(request, bad.refusals, 422, {})


def kept(seen: Visit, back: str, sentence: str = "", **more: object) -> Response:
    """The answer to a press that was kept: JSON for scripts, else the page `back` of this committee."""
    if wants_json(seen.request):
        return JSONResponse({"at": seen.room.now(), "sentence": sentence, **more})
    return RedirectResponse(f"/committees/{seen.directory.committee}/{back}", 303)


def not_kept(seen: Visit, refusal: Refusal, status: int = 0) -> Response:
    """The answer to a press that was refused; without `status` as the refusal's ground has it."""
    status = status or status_of((refusal,))
    return answer_refusals(seen.request, (refusal,), status, seen.directory.short_names)
