"""The minutes as files, for everybody and with the names of people for the dais."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from app.assignments import assigned
from app.minutes import Minute, decode
from app.screens.disclosure import code_told
from app.screens.minutes import public_lines
from app.screens.minutes_file import MinutesFile, minutes_file
from app.screens.record import ActLine
from app.web.answers import as_page
from app.web.downloads import download
from app.web.pages import Visit, visit
from app.words import head_code
from app.words.language import N_

NO_FORM = N_("The minutes come as PDF, Word file (docx) or CSV. Take them from the page of the minutes.")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = {"pdf": "application/pdf", "docx": WORD, "csv": "text/csv; charset=utf-8"}


async def minutes_as(request: Request) -> Response:
    """The minutes as everybody may read them, in the committee's language; `names=1` is for the dais."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    form = request.path_params["form"]
    if form not in FORMS:
        return as_page(request, 404, [NO_FORM])
    with_names = seen.holder.is_dais and request.query_params.get("names") == "1"
    file = await _file(seen.for_all_together(), with_names)
    data = await asyncio.to_thread(_written, file, form, seen.moment)
    return download(data, FORMS[form], f"minutes.{form}")


async def recorded(seen: Visit) -> list[Minute]:
    """The rows of the record up to the floor that the visit shows."""
    rows = await seen.house.store.since(seen.directory.committee)
    return [row for row in rows if row.number <= seen.room.floor.number]


def public(seen: Visit, rows: list[Minute], with_names: bool = False) -> tuple[ActLine, ...]:
    """What everybody may be told, in the language of the visit."""
    return public_lines((decode(row) for row in rows), seen.room.floor, seen.directory, with_names)


async def _file(seen: Visit, with_names: bool) -> MinutesFile:
    rows = await recorded(seen)
    head = code_told(seen.room.floor, head_code(rows[-1].chain)) if rows else ""
    people = await _people(seen) if with_names else []
    return minutes_file(public(seen, rows, with_names), seen.directory, head, people)


async def _people(seen: Visit) -> list[tuple[str, str]]:
    """The delegations with the names of those who were assigned to them."""
    names: dict[str, list[str]] = defaultdict(list)
    for one in await assigned(seen.house.store, (seen.holder.conference_id,)):
        if one.committee == seen.directory.committee:
            names[one.seat_key].append(one.name)
    entries = seen.directory.entries
    return [(entries[key].name, ", ".join(found)) for key, found in names.items() if key in entries]


def _written(file: MinutesFile, form: str, at: datetime) -> bytes:
    from app.printing import minutes as written  # the libraries of documents are loaded when one is asked for

    if form == "csv":
        return written.minutes_csv(file)
    return (written.minutes_pdf if form == "pdf" else written.minutes_word)(file, at)
