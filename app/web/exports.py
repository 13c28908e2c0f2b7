"""The record as files: an adopted resolution in five forms, an amendment as Akoma Ntoso, the whole record."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from app.keeping.exported_record import NOT_YET, exported, is_settled, keeps_ballots_hidden
from app.papers.rights import may_read
from app.procedure.wording import ground, operations_of
from app.screens.phone.paper import heading_of
from app.screens.record import text_on_record
from app.web.answers import as_page
from app.web.downloads import download
from app.web.pages import visit
from app.words.language import N_, language
from app.words.said_of_texts import words_of_texts
from resolutions.document import Document
from resolutions.rendering.akn_amendment import render_akn_amendment
from resolutions.rendering.layout import Heading

if TYPE_CHECKING:
    from app.papers.files import Form

NO_TEXT = N_("There is no adopted resolution under this address.")
NO_AMENDMENT = N_("There is no such amendment, or it is not shared with you.")
KEPT_HIDDEN = N_(
    "The record holds ballots of a vote that was called off, which stay hidden: whoever runs Placard can "
    "write it with ./placard record."
)
XML = "application/akn+xml"
FORMS: dict[str, tuple[Form, str]] = {
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("pdf", "application/pdf"),
    "html": ("html", "text/html; charset=utf-8"),
    "txt": ("text", "text/plain; charset=utf-8"),
    "xml": ("akn", XML),
}
"""The ending in the address -> the form, and what it is called on the way."""


async def resolution(request: Request) -> Response:
    """An adopted text as a file of the form that the address ends in."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    paper = seen.room.floor.papers.get(request.path_params["paper"])
    form = FORMS.get(request.path_params["form"])
    if paper is None or paper.stage != "adopted" or paper.text is None or form is None:
        return as_page(request, 404, [NO_TEXT])
    heading = heading_of(seen.room.floor, seen.for_all_together().directory, paper)
    text = text_on_record(seen.room.floor, paper)
    made = await asyncio.to_thread(_written, text, heading, form[0], seen.moment, seen.directory.language)
    return download(made, form[1], f"{paper.key}.{request.path_params['form']}")


async def amendment(request: Request) -> Response:
    """An amendment to a text as Akoma Ntoso: its sentences, and what each does to which clause."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    floor, key = seen.room.floor, request.path_params["amendment"]
    one = next((one for one in floor.papers.amendments if one.key == key), None)
    paper = floor.papers.get(one.paper) if one else None
    base = ground(floor, paper, one.parent) if paper and one else None
    if one is None or paper is None or base is None or not may_read(paper, seen.holder):
        return as_page(request, 404, [NO_AMENDMENT])
    together = seen.for_all_together()
    heading, words = heading_of(floor, together.directory, paper), words_of_texts(language(together.locale))
    at, tag = seen.moment.date(), together.locale
    made = render_akn_amendment(base, operations_of(one), heading, one.key, at, tag, words)
    return download(made, XML, f"{one.key}.xml")


async def record(request: Request) -> Response:
    """The whole record with its chain, for `./placard verify`; not while a vote is on the floor."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    rows = await seen.house.store.since(seen.directory.committee)
    if not rows or not is_settled(seen.room.floor):
        return as_page(request, 409, [NOT_YET])
    if keeps_ballots_hidden(rows):
        return as_page(request, 403, [KEPT_HIDDEN])
    directory = seen.for_all_together().directory
    made = await asyncio.to_thread(exported, directory.committee, directory.name, directory.short_names, rows)
    return download(made, "application/json", f"record-{directory.committee}.json")


def _written(text: Document, heading: Heading, form: Form, at: datetime, tag: str) -> bytes:
    from app.papers.files import written  # the libraries of documents are loaded when one is asked for

    return written(text, heading, form, at, language=tag)
