"""The demo room on a real server in a thread of its own, with a page wired as the product's pages are."""

from __future__ import annotations

import asyncio
import html
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from fastapi import FastAPI, Request, Response
from starlette.staticfiles import StaticFiles

from app.live import Gallery
from tests.live.room import DemoScreens, Floor, app_for, served

T = TypeVar("T")
TOP = Path(__file__).resolve().parents[2]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
REGIONS = ("public/now", "public/list", "public/tally", "seat:ghana/me", "seat:ghana/ballot")
HEAD = """<!doctype html><html lang="en" data-zone="UTC"><head><meta charset="utf-8"><title>Live</title>
<meta name="htmx-config" content='{"includeIndicatorCSS": false, "history": false, "mode": "same-origin"}'>
<script src="/static/vendor/htmx/htmx.min.js" defer></script>
<script src="/static/live.js" type="module"></script>
<script src="/static/live.js?again" type="module"></script>
<script src="/static/countdown.js" type="module"></script>
<script src="/static/countdown.js?again" type="module"></script></head>"""


class LiveStage:
    """`floor` is shown; `change` shows another; with `stop` and `start` the server goes and comes back."""

    def __init__(self, *, heartbeat: float = 0.5, sockets: bool = True) -> None:
        self.floor = Floor()
        self.build = "build-1"
        self._stands = 0
        self.sockets = sockets
        self.heartbeat = heartbeat
        self.address = ""
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self.start()

    @property
    def url(self) -> str:
        return f"http://{self.address}/"

    def now(self) -> int:
        """Room time: what this machine's monotonic clock says, unless it stands still."""
        return self._stands or 1_795_255_200_000 + time.monotonic_ns() // 1_000_000

    def stand_still(self) -> None:
        """From now on room time goes only by `pass_by`."""
        self._stands = self.now()

    def pass_by(self, milliseconds: int) -> None:
        """Room time goes on."""
        self._stands += milliseconds

    def start(self) -> None:
        """A new process, as it were: a new gallery, on the address of the one before."""
        self._running = AsyncExitStack()
        self.do(self._serve)

    def stop(self) -> None:
        """The server goes down; sockets are closed with 1012."""
        self.do(self._running.aclose)

    def end(self) -> None:
        """The test is over."""
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)

    def change(self, **changes: Any) -> None:
        """The floor changes and is shown."""
        self.floor = replace(self.floor, **changes)
        self.call(lambda: self.gallery.show(self.floor))

    def call(self, what: Callable[[], T]) -> T:
        """Calls `what` where the server runs."""

        async def later() -> T:
            return what()

        return self.do(later)

    def do(self, what: Callable[[], Awaitable[T]]) -> T:
        """Runs the coroutine function where the server runs, and waits for it."""

        async def task() -> T:
            return await what()

        return asyncio.run_coroutine_threadsafe(task(), self._loop).result(20)

    async def _serve(self) -> None:
        self.gallery = Gallery[Floor](DemoScreens(), self.build, self.now, heartbeat=self.heartbeat)
        self.gallery.show(self.floor)
        port = int(self.address.rpartition(":")[2]) if self.address else 0
        self.address = await self._running.enter_async_context(served(self._app(), port=port))

    def _app(self) -> FastAPI:
        app = app_for(self.gallery)
        if not self.sockets:
            app.router.routes[:] = [one for one in app.router.routes if "websocket" not in repr(one).lower()]
        app.mount("/static", StaticFiles(directory=TOP / "static"))

        @app.get("/")
        async def page(request: Request) -> Response:
            headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
            return Response(self._page(), media_type="text/html", headers=headers)

        return app

    def _page(self) -> str:
        build = html.escape(self.build)
        return f"""{HEAD}<body data-live="/live" data-channels="public seat:ghana" data-build="{build}">
<span class="link-state" role="status" data-state="lost">Connecting</span>
<label for="topic">Topic</label><input id="topic" data-draft>
<textarea id="clause" aria-label="Clause" data-draft></textarea>
<p role="status" data-milestones></p>
{"".join(self._region(key) for key in REGIONS)}</body></html>"""

    def _region(self, key: str) -> str:
        channel, _, name = key.partition("/")
        region = self.gallery.regions(channel).get(name)
        digest = f' data-digest="{region.digest}"' if region else ""
        return f'<section data-region="{key}"{digest}>{region.html if region else ""}</section>'
