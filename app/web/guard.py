"""What every request passes: a row of the policy, exact origin, body limit, headers; pure ASGI."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.answers import nothing_here, refused, told
from app.web.headers import HEADERS

Limits = Callable[[str, str], int | None]
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
NOT_HERE = "This request did not come from a page of this server. Open Placard again and press there."
TOO_LARGE = "That is more text than fits here. Shorten it and send it again."


class Guard:
    """Refuses what comes from elsewhere or is too large, before anything is parsed.

    `limit_of(method, path)` is the policy table's body limit in bytes, None where it has no row: that is
    denied. `public_url` is the address the server is known by behind a proxy, empty where the Host header
    says it.
    """

    def __init__(self, app: ASGIApp, limit_of: Limits, public_url: str = "") -> None:
        self.app, self.limit_of, self.public_url = app, limit_of, public_url.rstrip("/").lower()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, _with_headers(scope, send))
        else:
            await self.app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """CORS does not cover websockets: the origin is checked before the handshake is accepted."""
        if self._from_here(scope) and self.limit_of("WEBSOCKET", scope["path"]) is not None:
            await self.app(scope, receive, send)
            return
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": "origin"})

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        safe = scope["method"] in SAFE
        if not safe and not self._from_here(scope):
            await refused(403, told("origin", NOT_HERE))(scope, receive, send)
            return
        limit = self.limit_of(scope["method"], scope["path"])
        if limit is None:
            await nothing_here(Request(scope))(scope, receive, send)
            return
        if not safe:
            declared = Headers(scope=scope).get("content-length", "0")
            if not declared.isdecimal() or len(declared) > 12 or int(declared) > limit:
                await refused(413, told("body.too_large", TOO_LARGE))(scope, receive, send)
                return
            receive = _limited(receive, limit)
        try:
            await self.app(scope, receive, send)
        except BodyTooLarge:
            await refused(413, told("body.too_large", TOO_LARGE))(scope, receive, send)

    def _from_here(self, scope: Scope) -> bool:
        """Whether the Origin is exactly this server's (and the browser says same-origin where it says)."""
        headers = Headers(scope=scope)
        site = headers.get("sec-fetch-site", "same-origin")
        return headers.get("origin", "") == self._own_origin(scope, headers) and site == "same-origin"

    def _own_origin(self, scope: Scope, headers: Headers) -> str:
        if self.public_url:
            return self.public_url
        scheme = {"ws": "http", "wss": "https"}.get(scope["scheme"], scope["scheme"])
        return f"{scheme}://{headers.get('host', '')}"


class BodyTooLarge(Exception):
    """More bytes came than the route takes."""


def _limited(receive: Receive, limit: int) -> Receive:
    """`receive`, counting: a body without a length cannot grow past the limit."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise BodyTooLarge
        return message

    return counted


def _with_headers(scope: Scope, send: Send) -> Send:
    """`send`, with the headers that every answer carries; static files alone may be kept."""
    private = not scope["path"].startswith("/static/")

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            kept = not private and message["status"] in (200, 206, 304)
            headers.setdefault("cache-control", "public, max-age=31536000" if kept else "no-store")
        await send(message)

    return sent
