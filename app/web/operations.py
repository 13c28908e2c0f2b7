"""For those who run the server, and for programs that watch it: alive, ready, counted."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from app.house import House
from app.operations.counts import TYPE, Counts, counter, gauge, histogram
from app.operations.facts import WallClock, disk
from app.web.answers import at_fault
from app.web.organizer import not_an_organizer
from app.words import N_

PATIENCE_S = 5.0
"""Seconds that the database may take to answer."""
HERE = ("127.0.0.1", "::1")
LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")
FORWARDED = ("x-forwarded-for", "forwarded", "via", "x-real-ip")
STARTING = N_("Placard is starting.")
STOPPING = N_("Placard is stopping; pages come back by themselves when it has started again.")
NO_DATABASE = N_("The database does not take anything just now.")
OTHER_TABLES = N_("The tables of the database are not those of this release.")
NO_DISK = N_("The disk of the data folder is full.")
NOT_HERE = N_("Only somebody at this computer, or a signed-in organizer, may read these numbers.")


async def alive(request: Request) -> Response:
    """The process is there and its loop turns; nothing else is asked."""
    return JSONResponse({"alive": True})


async def ready(request: Request) -> Response:
    """Whether acts can be recorded now; with 503 why not."""
    reasons = await why_not_ready(request)
    answer = JSONResponse({"ready": not reasons, "reasons": reasons}, 503 if reasons else 200)
    if reasons:
        answer.headers["retry-after"] = "5"
    return answer


async def why_not_ready(request: Request) -> list[str]:
    """What stands against recording acts now, each in a sentence."""
    house: House | None = getattr(request.app.state, "house", None)
    if house is None:
        return [STARTING]
    if house.stopping:
        return [STOPPING]
    reasons = [NO_DISK] if disk(house.settings.data).state == "broken" else []
    try:
        async with asyncio.timeout(PATIENCE_S):
            current = await house.store.takes_writes()
    except Exception:  # whatever the database has against it
        return [*reasons, NO_DATABASE]
    return reasons if current else [*reasons, OTHER_TABLES]


async def metrics(request: Request) -> Response:
    """The numbers, for Prometheus on this machine and for organizers."""
    if not _is_from_here(request) and await not_an_organizer(request):
        return at_fault(request, 403, "metrics.not_here", NOT_HERE)
    lines = list(_lines(request, await why_not_ready(request)))
    return PlainTextResponse("\n".join(lines) + "\n", media_type=TYPE)


def _is_from_here(request: Request) -> bool:
    """Whether it was sent on this computer, to this computer, and through no proxy."""
    asked = request.url.hostname or ""
    forwarded = any(name in request.headers for name in FORWARDED)
    own = request.client is not None and request.client.host in HERE
    return own and asked in LOCAL_NAMES and not forwarded


def _lines(request: Request, reasons: list[str]) -> Iterator[str]:
    house: House = request.app.state.house
    counts: Counts = request.app.state.counts
    clock: WallClock = request.app.state.clock
    rooms, found = house.rooms.open_rooms(), disk(house.settings.data)
    yield from gauge("placard_ready", "1 where acts can be recorded now.", int(not reasons))
    yield from gauge("placard_up_seconds", "Seconds since the start.", clock.runs_ms() / 1000)
    yield from gauge("placard_clock_set_seconds", "How far the clock was set.", clock.was_set_by_ms() / 1000)
    yield from counter("placard_acts_total", "Acts by what became of them.", counts.acts, "answer")
    yield from counter("placard_answers_total", "Answers by class of status.", counts.answers, "status")
    yield from counter("placard_limited_total", "Requests asked to wait.", {"": counts.limited})
    yield from histogram("placard_commit_seconds", "How long acts took to be durable.", house.store.commits)
    yield from gauge("placard_waiting_acts", "Acts that wait to be decided.", sum(r.waiting for r in rooms))
    yield from gauge("placard_rooms", "Committees that are open.", len(rooms))
    yield from gauge("placard_sockets", "Open websockets that show a room.", house.watchers.sockets())
    yield from gauge("placard_typing_sockets", "Open websockets for shared text.", house.desks.sockets())
    yield from gauge("placard_disk_free_bytes", "Free bytes on the disk of the data folder.", found.free)
    yield from gauge("placard_disk_bytes", "Size of that disk in bytes.", found.total)
