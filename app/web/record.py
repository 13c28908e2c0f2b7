"""Pages of the record: the minutes in sentences, the result of a vote, an adopted text."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app.minutes import Minute, decode
from app.procedure.questions import Vote
from app.screens.disclosure import code_told
from app.screens.minutes import Reader, act_line
from app.screens.on_paper import OnPaper
from app.screens.on_paper import on_paper as on_paper_of
from app.screens.pictures.seats import result_picture
from app.screens.record import ActLine, draft_view, result_view
from app.screens.walls import CHANNELS
from app.web.answers import as_page
from app.web.live import channels_of
from app.web.pages import Visit, visit
from app.web.record_files import public, recorded
from app.web.statistics import picture_file
from app.words import head_code
from app.words.language import N_

NO_VOTE = N_("There is no announced vote with this number.")
NO_TEXT = N_("There is no adopted resolution under this address.")


async def minutes(request: Request) -> Response:
    """Everything that happened, in sentences, as far as this viewer may be told."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    rows = await recorded(seen)
    preview = request.query_params.get("as") == "public"
    lines = list(public(seen.for_all_together(), rows)) if preview else _lines(seen, rows)
    shown = request.query_params.get("kind", "")
    kept = [line for line in lines if shown in ("", line.kind)]
    head = code_told(seen.room.floor, head_code(rows[-1].chain)) if rows else ""
    return seen.draw(
        "record/minutes.html",
        lines=kept,
        kind=shown,
        head=head,
        hidden=bool(rows and not head),
        key=seen.holder.seat_key,
        may_undo=seen.holder.role == "chair" and not preview,
        takes_record=seen.holder.is_dais,
        preview=preview,
        adopted=[one for one in seen.room.floor.papers.papers if one.stage == "adopted"],
    )


def _lines(seen: Visit, rows: list[Minute]) -> list[ActLine]:
    """Every act as far as this viewer may be told."""
    reader = Reader(seen.holder.is_dais, seen.holder.seat_key)
    floor, directory = seen.room.floor, seen.directory
    found = (act_line(decode(row), floor, directory, reader) for row in rows)
    return [line for line in found if line is not None]


async def result(request: Request) -> Response:
    """The result of an announced vote: picture, sentence, table."""
    found = await _announced(request)
    if isinstance(found, Response):
        return found
    seen, vote = found
    view = result_view(seen.room.floor, seen.directory, vote)
    by_bloc = request.query_params.get("by") == "bloc"
    return seen.draw("record/result.html", v=view, key=seen.holder.seat_key, by_bloc=by_bloc)


async def result_file(request: Request) -> Response:
    """The picture of an announced vote as a file, and its table."""
    found = await _announced(request)
    if isinstance(found, Response):
        return found
    seen, vote = found
    shown = result_picture(seen.room.floor, seen.directory, vote)
    return await picture_file(request, {shown.key: shown}, shown.key, request.path_params["form"])


async def _announced(request: Request) -> tuple[Visit, Vote] | Response:
    """The visit and the announced vote that the address names, or the answer where there is none."""
    seen, number = await visit(request), request.path_params["vote"]
    if isinstance(seen, Response):
        return seen
    vote = next((one for one in seen.room.floor.votes.past if one.number == number), None)
    return (seen, vote) if vote is not None else as_page(request, 404, [NO_VOTE])


async def resolution(request: Request) -> Response:
    """An adopted text, in the layout of the United Nations."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    paper = seen.room.floor.papers.get(request.path_params["paper"])
    if paper is None or paper.stage != "adopted":
        return as_page(request, 404, [NO_TEXT])
    printed = seen.for_all_together()
    view = draft_view(printed.room.floor, printed.directory, paper)
    return printed.draw("record/resolution.html", v=view, key=seen.holder.seat_key)


async def on_paper(request: Request) -> Response:
    """The committee on paper, for the dais: to go on by hand when there is no screen."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    rows = await seen.house.store.since(seen.directory.committee, seen.room.floor.number - 1)
    head = head_code(rows[-1].chain) if rows else ""
    copy = on_paper_of(seen.room.floor, seen.directory, seen.room.now(), head)
    pdf = await asyncio.to_thread(_pdf, copy, seen.moment)
    headers = {"content-disposition": 'inline; filename="placard-on-paper.pdf"'}
    return Response(pdf, media_type="application/pdf", headers=headers)


def _pdf(copy: OnPaper, at: datetime) -> bytes:
    # typst is loaded for the first copy, not when Placard starts
    from app.printing.on_paper import on_paper_pdf

    return on_paper_pdf(copy, at)


async def floor_json(request: Request) -> Response:
    """What this viewer's screens show of the floor, as data: for programs that take part.

    Notes and scores are in no export.
    """
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    screens = seen.house.beside.screens(seen.directory.committee)
    floor = seen.room.floor
    shown: dict[str, Any] = {"number": floor.number, "at": floor.at, "now": seen.room.now()}
    for channel in sorted(channels_of(seen.holder) - CHANNELS):
        views = screens.of_floor(seen.room.history, channel, seen.locale)
        if views:
            shown[channel] = {name: asdict(view) for name, view in views.items()}  # type: ignore[call-overload]
    return JSONResponse(shown)
