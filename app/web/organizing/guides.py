"""Guides for several committees at once: a zip archive or the files of a folder, matched by their names."""

from __future__ import annotations

import asyncio

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.preparing.guide_archive import MOST_ENTRIES, BadArchive, GuideFile, gathered, whose
from app.preparing.preparations import listed
from app.web.answers import NOT_READ
from app.web.organizing.conference import HERE, draw
from app.web.organizing.visits import form_visit, visit
from app.words.language import N_
from delegations.said import Said

NO_GUIDES = N_(
    "Choose a zip archive, or the guides themselves: PDF, Word, OpenDocument, HTML, Markdown or text."
)
UNKNOWN = N_("{file} is not the guide of any one committee by its name; add it in the committee's own step.")
TAKEN = N_("{file} is being read for {committee}.")


async def take(request: Request) -> Response:
    """Begin to read each guide for the committee that its name means; say which found none."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    try:
        files = await _sent(request)
    except BadArchive as no:
        return await draw(seen, str(no))
    rows = await listed(seen.house.store, seen.conferences)
    prepared = {row.id: row.preparation.name for row in rows if row.renews is None}
    found = whose(files, prepared)
    for id_, file in found.items():
        await seen.house.readings.start(id_, file.data, file.own_name)
    told = [Said(TAKEN, file=file.own_name, committee=prepared[id_]) for id_, file in found.items()]
    told += [Said(UNKNOWN, file=file.own_name) for file in files if file not in found.values()]
    return await draw(seen, "" if files else NO_GUIDES, tuple(told))


async def read_again(request: Request) -> Response:
    """Read once more a guide whose reading was interrupted; the page of the conference stays."""
    sent = await form_visit(request)
    if isinstance(sent, Response):
        return sent
    seen, form = sent
    wanted = form.get("preparation", [""])[-1]
    for row in await listed(seen.house.store, seen.conferences):
        if str(row.id) == wanted:
            await seen.house.readings.again(row.id)
    return RedirectResponse(HERE, 303)


async def _sent(request: Request) -> tuple[GuideFile, ...]:
    """The guides of the form, those of archives among them. Raises BadArchive."""
    try:
        async with request.form(max_files=MOST_ENTRIES, max_fields=4) as form:
            files = [
                GuideFile(_printable(sent.filename), await sent.read())
                for sent in form.getlist("file")
                if isinstance(sent, UploadFile) and sent.filename
            ]
    except HTTPException as error:  # how Starlette tells that the form has faults
        raise BadArchive(NOT_READ) from error
    return await asyncio.to_thread(gathered, files)


def _printable(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable())[-300:]
