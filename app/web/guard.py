"""What every request passes: a row of the policy, exact origin, body limit, headers; pure ASGI."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.answers import at_fault, nothing_here
from app.web.headers import ENCODED, ENCODED_ONCE_OVER_TLS
from app.words.language import N_

Limits = Callable[[str, str], int | None]
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
NOT_HERE = N_("This request did not come from a page of this server. Open Placard again and press there.")
AGAIN_S = b"1"
"""Seconds after which a press that was too much at once, or could not be recorded, may be tried again."""
TOO_LARGE = N_("That is more text than fits here. Shorten it and send it again.")


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
            await self._request(scope, receive, _with_headers(scope, send, self._over_tls(scope)))
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
            await at_fault(Request(scope), 403, "origin", NOT_HERE)(scope, receive, send)
            return
        limit = self.limit_of(scope["method"], scope["path"])
        if limit is None:
            await nothing_here(Request(scope))(scope, receive, send)
            return
        if not safe:
            declared = Headers(scope=scope).get("content-length", "0")
            if not declared.isdecimal() or len(declared) > 12 or int(declared) > limit:
                await at_fault(Request(scope), 413, "body.too_large", TOO_LARGE)(scope, receive, send)
                return
            receive = _limited(receive, limit)
        try:
            await self.app(scope, receive, send)
        except BodyTooLarge:
            await at_fault(Request(scope), 413, "body.too_large", TOO_LARGE)(scope, receive, send)

    def _from_here(self, scope: Scope) -> bool:
        """Whether the Origin is exactly this server's (and the browser says same-origin where it says)."""
        headers = dict(reversed(scope["headers"]))  # of one that came twice the first counts
        if headers.get(b"sec-fetch-site", b"same-origin") != b"same-origin":
            return False
        return bool(headers.get(b"origin", b"") == self._own_origin(scope, headers.get(b"host", b"")))

    def _over_tls(self, scope: Scope) -> bool:
        return self.public_url.startswith("https:") or scope["scheme"] == "https"

    def _own_origin(self, scope: Scope, host: bytes) -> bytes:
        if self.public_url:
            return self.public_url.encode()
        scheme = {"ws": "http", "wss": "https"}.get(scope["scheme"]) or str(scope["scheme"])
        return b"%b://%b" % (scheme.encode(), host)


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


def _with_headers(scope: Scope, send: Send, over_tls: bool) -> Send:
    """`send`, with the headers that every answer carries; static files alone may be kept."""
    private = not scope["path"].startswith("/static/")
    always = (*ENCODED, *ENCODED_ONCE_OVER_TLS) if over_tls else ENCODED

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = [*message.get("headers", ())]
            names = {name for name, _ in given}
            kept = not private and message["status"] in (200, 206, 304)
            cached = b"public, max-age=31536000" if kept else b"no-store"
            again = ((b"retry-after", AGAIN_S),) if message["status"] in (429, 503) else ()
            ours = (*always, *again, (b"cache-control", cached))
            message["headers"] = [*given, *(one for one in ours if one[0] not in names)]
        await send(message)

    return sent
