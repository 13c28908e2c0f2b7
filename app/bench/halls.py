"""Servers that only show: Placard's gallery, and the bare `websockets.broadcast` that it is measured by."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket
from websockets.asyncio.server import ServerConnection, broadcast
from websockets.asyncio.server import serve as serve_websockets

from app.bench.lists import SEATS, html_of
from app.live import Gallery, Viewer, serve
from app.live.pipes import FastPipe
from app.serving import configuration


@dataclass(frozen=True, slots=True)
class Shown:
    """A region as the bench shows it: its number, and about so many bytes of HTML."""

    number: int
    size: int


@dataclass(frozen=True, slots=True)
class Pages:
    """Screens whose every change is one region of `size` bytes for everybody."""

    size: int

    def views(self, number: int, channel: str, locale: str) -> Mapping[str, Hashable]:
        """Only what all watch ever changes: still every channel is asked."""
        return {"now": Shown(number if channel == "public" else 0, self.size)}

    def language(self, channel: str, locale: str) -> str:
        """One language."""
        return locale

    def html(self, view: Hashable, locale: str) -> str:
        """What a change shows on a phone, so that it can be compressed as that can."""
        assert isinstance(view, Shown)
        return html_of(view.number, view.size)


class Showing:
    """Galleries of Placard, each with a channel for all, one for the dais and one for each seat."""

    def __init__(self, size: int, halls: int = 1) -> None:
        """`size` is that of a change in bytes; `halls` is how many committees there are."""
        self.galleries = [Gallery(Pages(size), "bench", lambda: 0, heartbeat=600) for _ in range(halls)]
        self._number = 0

    async def open(self) -> dict[str, Any]:
        """Serve as Placard is served."""
        self._show()
        app = Starlette(routes=[WebSocketRoute("/{hall:int}", self._socket)])
        self._server, self._task, port = await serve_app(app)
        return {"port": port}

    async def do(self, what: str, **given: Any) -> dict[str, Any]:
        """`show` a change in every hall; `waiting`: the most bytes that wait for one socket."""
        if what == "show":
            self._show()
            return {}
        pipes = [pipe for gallery in self.galleries for pipe in gallery._pipes if isinstance(pipe, FastPipe)]
        waiting = [pipe.protocol.transport.get_write_buffer_size() for pipe in pipes]
        return {"most": max(waiting, default=0), "sockets": len(pipes)}

    async def close(self) -> None:
        """Stop serving."""
        self._server.should_exit = True
        await self._task

    def _show(self) -> None:
        self._number += 1
        for gallery in self.galleries:
            gallery.show(self._number)

    async def _socket(self, websocket: WebSocket) -> None:
        names = ("public", "dais", *(f"seat:{number}" for number in range(SEATS)))
        gallery = self.galleries[websocket.path_params["hall"]]
        await serve(websocket, gallery, Viewer(frozenset(names)))


class Broadcasting:
    """The reference: websockets' own server, no compression, `broadcast` to all."""

    def __init__(self, size: int) -> None:
        self._size, self._number = size, 0
        self._open: set[ServerConnection] = set()

    async def open(self) -> dict[str, Any]:
        """Serve."""
        self._server = await serve_websockets(
            self._take, "127.0.0.1", 0, compression=None, ping_interval=None
        )
        return {"port": self._server.sockets[0].getsockname()[1]}

    async def do(self, what: str, text: str = "", **given: Any) -> dict[str, Any]:
        """`show` a change to all; `take` the text that a message brings to all from now on."""
        if what == "show":
            self._number += 1
            broadcast(self._open, _frame(self._number, self._size))
        self._text = text
        return {}

    async def close(self) -> None:
        """Stop serving."""
        self._server.close(close_connections=True)
        await self._server.wait_closed()

    async def _take(self, connection: ServerConnection) -> None:
        self._open.add(connection)
        try:
            async for _ in connection:
                broadcast(self._open, self._text)
        finally:
            self._open.discard(connection)


def _frame(number: int, size: int) -> str:
    """A message of the same form as the gallery's."""
    body = {
        "channel": "public",
        "was": f"{number - 1:016x}" if number > 1 else None,
        "is": f"{number:016x}",
        "now": 0,
        "build": "bench",
        "regions": {"now": html_of(number, size)},
        "digests": {"now": "0" * 16},
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


class Empty:
    """The reference of the vote storm: bare ASGI on uvicorn, which reads a body and answers 204."""

    async def open(self) -> dict[str, Any]:
        """Serve."""
        self._server, self._task, port = await serve_app(_nothing)
        return {"port": port}

    async def do(self, what: str, **given: Any) -> dict[str, Any]:
        """Nothing else."""
        return {}

    async def close(self) -> None:
        """Stop serving."""
        self._server.should_exit = True
        await self._task


async def _nothing(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "lifespan":
        return
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})


async def serve_app(app: Any) -> tuple[uvicorn.Server, asyncio.Task[None], int]:
    """Serve an application as Placard is served, on a free port of this computer."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=4096)
    port = int(listening.getsockname()[1])
    config = configuration(app, "127.0.0.1", port)
    # callers and browsers wait while the other side is measured, and answer no ping meanwhile
    config.timeout_keep_alive, config.ws_ping_interval = 3600, None
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started and not task.done():
        await asyncio.sleep(0.01)
    return server, task, port
