"""Who sends a request: the holder behind its cookie, or nobody; the cookie itself."""

from __future__ import annotations

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from app.access import Holder, SignIn
from app.house import House

LARGEST_KEY = 2**63 - 1
"""A number that is no key of any row, because databases count no further."""


def cookie_name(connection: HTTPConnection) -> str:
    """`__Host-` binds the cookie to this host, and needs TLS; on a plain LAN it has another name."""
    return "__Host-placard" if connection.scope["scheme"] in ("https", "wss") else "placard"


async def holder_of(connection: HTTPConnection, committee: int) -> Holder | None:
    """As whom this browser stands in a committee; the actor of every act comes from here alone."""
    house: House = connection.app.state.house
    token = connection.cookies.get(cookie_name(connection), "")
    return await house.access.who(token, committee) if token and committee <= LARGEST_KEY else None


async def holders_of(connection: HTTPConnection) -> tuple[Holder, ...]:
    """All that this browser is signed in as, the most first."""
    house: House = connection.app.state.house
    token = connection.cookies.get(cookie_name(connection), "")
    return await house.access.holders(token) if token else ()


def sign_in(request: Request, response: Response, signed: SignIn, hours: int) -> None:
    """Give the browser its token: unreadable for scripts, sent to this site only."""
    response.set_cookie(
        cookie_name(request),
        signed.token,
        max_age=hours * 3600,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
        path="/",
    )


def sign_out(request: Request, response: Response) -> None:
    """Take the token away and clear what the browser kept."""
    response.delete_cookie(cookie_name(request), path="/", httponly=True, samesite="lax")
    response.headers["clear-site-data"] = '"storage"'
