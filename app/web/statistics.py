"""Statistics: the dais sees all of its committee, a delegation its own figures beside the medians."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from app.minutes import decode
from app.procedure.roster import delegations
from app.screens.pictures import Picture
from app.screens.pictures.files import as_csv, standing_alone
from app.screens.pictures.own import own_picture
from app.screens.school import school_pages
from app.screens.statistics import StatisticsPage, statistics_page
from app.statistics.meeting import statistics
from app.statistics.own import own_figures
from app.web.answers import as_page
from app.web.downloads import download
from app.web.pages import Visit, visit
from app.words.language import N_

NO_PICTURE = N_("There is no such picture. Open the statistics again and take it from there.")
KINDS = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv; charset=utf-8"}


async def page_of(request: Request) -> Response:
    """The statistics of a committee, for the dais."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    view = await _statistics(seen, f"/committees/{seen.directory.committee}")
    return seen.draw(view.template, v=view)


async def picture(request: Request) -> Response:
    """One of its pictures as a file."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    pictures = (await _statistics(seen, "")).pictures
    return await picture_file(request, pictures, request.path_params["picture"], request.path_params["form"])


async def _statistics(seen: Visit, here: str) -> StatisticsPage:
    rows = await seen.house.store.since(seen.directory.committee)
    floor, now = seen.room.floor, seen.room.now()
    entries = [decode(row) for row in rows if row.number <= floor.number]
    found = await asyncio.to_thread(statistics, entries, floor, now)
    return statistics_page(found, floor, seen.directory, here)


async def own(request: Request) -> Response:
    """A delegation's own figures."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    figures = own_figures(seen.room.floor, seen.holder.seat_key)
    return seen.draw("statistics/own.html", v=own_picture(figures, seen.directory), key=seen.holder.seat_key)


async def own_file(request: Request) -> Response:
    """The same as a file; as PDF it is the page for the school."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    key, form = seen.holder.seat_key, request.path_params["form"]
    if form == "pdf":
        return await _for_schools(seen, (key,), "own-page")
    shown = own_picture(own_figures(seen.room.floor, key), seen.directory)
    return await picture_file(request, {"mine": shown}, "mine", form)


async def for_schools(request: Request) -> Response:
    """A page for each delegation, for the dais to print."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    seats = tuple(seat.key for seat in delegations(seen.room.floor))
    return await _for_schools(seen, seats, "delegations")


async def _for_schools(seen: Visit, seats: tuple[str, ...], name: str) -> Response:
    printed = seen.for_all_together()
    pages = school_pages(printed.room.floor, printed.directory, seats)
    made = seen.moment

    def pdf() -> bytes:
        from app.printing.school import school_pdf  # typst is loaded when a page is printed

        return school_pdf(printed.directory.name, pages, made)

    return download(await asyncio.to_thread(pdf), "application/pdf", f"{name}.pdf")


async def picture_file(request: Request, pictures: Mapping[str, Picture], key: str, form: str) -> Response:
    """The picture `key` in the form that the address ends in, or 404 in words."""
    shown = pictures.get(key)
    if shown is None or form not in KINDS or not (shown.markup or form == "csv"):
        return as_page(request, 404, [NO_PICTURE])
    return download(await asyncio.to_thread(_made, shown, form), KINDS[form], f"{key}.{form}")


def _made(shown: Picture, form: str) -> bytes:
    if form == "csv":
        return as_csv(shown)
    alone = standing_alone(shown)
    if form == "svg":
        return alone.encode()
    from app.printing.picture_files import picture_png  # typst is loaded when a picture is asked for

    return picture_png(alone)
