"""A text that was written elsewhere becomes a working paper's: sent or pasted, read, looked over, taken."""

from __future__ import annotations

import asyncio
import json
import secrets
from dataclasses import replace

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.procedure.act import Refusal, impossible
from app.screens.phone.pasted import pasted_view
from app.uploads import file_name
from app.web.paper_visits import PaperVisit, paper_visit, sent_fields
from app.web.policy import LARGEST_PAPER
from app.words import language
from app.working_papers import fresh_uids
from delegations.study_guides.reading import Unreadable
from resolutions.document import LONGEST_TITLE, Document, MalformedDocument, from_json
from resolutions.reading import ReadResolution

PASTED, PASTED_PAGE = "pasted.txt", "pasted.html"
LONGEST_PASTED = 200_000


class NotSent(Exception):
    """No text came with the form, or none that can be read; the refusal says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.rule)
        self.refusal = refusal


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
        data, name = await _sent(request)
        async with visited.seen.house.paper_reading:
            found = await asyncio.to_thread(_read, data, name)
    except NotSent as no:
        return visited.refuse(no.refusal)
    except Unreadable as no:
        why = language(visited.seen.locale).tell(no.sentence())
        return visited.refuse(impossible("pasted.unreadable", "file", sentence=why))
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


def _read(data: bytes, name: str) -> ReadResolution:
    from app.resolution_files import read_resolution  # the libraries of documents are loaded when one comes

    return read_resolution(data, name)


async def _sent(request: Request) -> tuple[bytes, str]:
    """The bytes that were sent and what they are called. Raises NotSent."""
    try:
        async with request.form(max_files=1, max_fields=4, max_part_size=LARGEST_PAPER) as given:
            file, text, page = given.get("file"), given.get("text", ""), given.get("page", "")
            if isinstance(file, UploadFile) and file.filename:
                return await file.read(), file_name(file.filename)
    except HTTPException:  # how Starlette tells that the form has faults
        raise NotSent(impossible("body.not_form")) from None
    for words, name in ((page, PASTED_PAGE), (text, PASTED)):
        if isinstance(words, str) and words.strip():
            if len(words) > LONGEST_PASTED:
                raise NotSent(impossible("pasted.too_long", "text"))
            return words.encode("utf-8", "replace"), name
    raise NotSent(impossible("pasted.nothing", "text"))
