"""A small room to look at: a floor, its screens, and an app that serves them on a real socket."""

from __future__ import annotations

import asyncio
import html
import json
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import uvicorn
from fastapi import FastAPI, Query, Response, WebSocket

from app.live import Gallery, NotAllowed, Viewer, serve
from app.live.wire import uvicorn_options

SEATS = ("ghana", "mexico", "norway")
NOON = 1_795_255_200_000


@dataclass(frozen=True, slots=True)
class Floor:
    """What the tests change: who speaks until when, the list, ballots in, what the dais reads, a vote."""

    speaking: str = "Brazil"
    deadline: int | None = None
    queue: tuple[str, ...] = ()
    received: int = 0
    inbox: tuple[str, ...] = ()
    vote: str = ""


@dataclass(frozen=True, slots=True)
class Now:
    """Who speaks, and until when."""

    speaking: str
    deadline: int | None


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """The list, in order."""

    queue: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many ballots are in; may wait for the tick."""

    received: int
    coalesced = True


@dataclass(frozen=True, slots=True)
class Inbox:
    """What the dais reads."""

    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Me:
    """One seat's own view: equal for most seats."""

    place: int | None


@dataclass(frozen=True, slots=True)
class Ballot:
    """An open ballot of a seat."""

    vote: str
    received: int


class DemoScreens:
    """Screens of the demo room; `rendered` counts each time HTML was really made."""

    def __init__(self) -> None:
        self.rendered = 0
        self.html = cache(self._render)

    def views(self, floor: Floor, channel: str, locale: str) -> Mapping[str, Any]:
        """Returns the regions of public, projector, dais or seat:KEY."""
        kind, _, seat = channel.partition(":")
        if kind == "dais":
            return {"inbox": Inbox(floor.inbox)}
        if kind == "seat":
            place = floor.queue.index(seat) + 1 if seat in floor.queue else None
            ballot = {"ballot": Ballot(floor.vote, floor.received)} if floor.vote else {}
            return {"me": Me(place)} | ballot
        tally = {"tally": Tally(floor.received)} if floor.received else {}
        return {"now": Now(floor.speaking, floor.deadline), "list": SpeakersList(floor.queue)} | tally

    def language(self, channel: str, locale: str) -> str:
        """Each reads its own language; what all look at together is English."""
        return "en" if channel == "projector" else locale

    def _render(self, view: Any, locale: str) -> str:
        self.rendered += 1
        return _html(view, locale)


def _html(view: Any, locale: str) -> str:
    match view:
        case Now(speaking, deadline):
            timer = f'<b data-clock="speech" role="timer" data-total="90000" data-deadline="{deadline}"></b>'
            heading = "Habla" if locale == "es" else "Speaking"
            return f'<h2 id="now-h">{heading}: {html.escape(speaking)}</h2>{timer if deadline else ""}'
        case SpeakersList(queue):
            row = '<li id="q-{0}"><label for="f-{0}">{0}</label><input id="f-{0}"></li>'
            rows = "".join(row.format(html.escape(name)) for name in queue)
            more = '<details id="more"><summary>More</summary><p>Details</p></details>'
            return f"<p>{len(queue)} on the list</p><ol>{rows}</ol>{more}"
        case Tally(received):
            return f"<p>{received} in</p>"
        case Inbox(letters):
            return "".join(f"<p>{html.escape(letter)}</p>" for letter in letters)
        case Me(place):
            return f"<p>You are number {place}</p>" if place else "<p>You are not on the list</p>"
        case Ballot(vote, received):
            choice = '<label><input type="radio" name="choice" id="yes" value="yes"> Yes</label>'
            return f'<form data-open-ballot="{vote}"><p>{vote}, {received} in</p>{choice}</form>'
    raise TypeError(view)


class Clock:
    """Room time that the test moves."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> int:
        return self.now


def everyone(seat: str = "ghana", who: str = "") -> Viewer:
    """A delegate's viewer: what everybody sees and its own seat."""
    return Viewer(frozenset({"public", f"seat:{seat}"}), who=who or seat)


def app_for(gallery: Gallery[Floor], heard: Callable[[], None] = lambda: None) -> FastAPI:
    """The throw-away app: `/live?seat=` as a socket and for polling; `heard` is called at each message."""
    app = FastAPI(openapi_url=None)

    @app.websocket("/live")
    async def live(websocket: WebSocket, seat: str = "ghana", lang: str = "en") -> None:
        viewer = Viewer(everyone(seat).allowed, lang, seat)
        await serve(websocket, gallery, viewer, heard)

    @app.get("/live")
    async def poll(have: str = Query(), seat: str = "ghana") -> Response:
        try:
            return Response(gallery.poll(everyone(seat), have), media_type="application/json")
        except NotAllowed:
            return Response(status_code=403)
        except ValueError:
            return Response(status_code=400)

    return app


@asynccontextmanager
async def served(app: Any, *, port: int = 0, **options: Any) -> AsyncIterator[str]:
    """Serves on 127.0.0.1 in this loop, on a free port where none is named; yields host and port."""
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_level="warning",
        timeout_graceful_shutdown=1,
        **{**uvicorn_options(), **options},
    )
    config.load()
    server = uvicorn.Server(config)
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind(("127.0.0.1", port))
    running = asyncio.create_task(server._serve([listening]))  # without its signal handlers
    try:
        while not server.started:
            await asyncio.sleep(0.01)
        yield f"127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        await running


def fresh(screens: DemoScreens, floor: Floor, channel: str, locale: str = "en") -> dict[str, str]:
    """What a page made now would show of the channel."""
    views = screens.views(floor, channel, locale)
    return {name: _html(view, locale) for name, view in views.items()}


def have_all(*channels: str) -> str:
    """The message of a browser that has nothing yet."""
    return json.dumps({"have": {channel: {} for channel in channels}})
