"""Test with a phone, on the organizer's side: a code to scan, and which phones came how far, live."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.directories import qr_path
from app.screens.environment import page
from app.wall_clock import now_ms
from app.web.answers import locale_of
from app.web.organizing.visits import ConferenceVisit, visit


async def page_of(request: Request) -> Response:
    """The code, what to do where nothing arrives, and the phones."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    test = _test(seen)
    url = f"{seen.address()}/phone-test/{test}"
    qr, size = qr_path(url)
    port = request.url.port or {"https": 443}.get(request.url.scheme, 80)
    shown: dict[str, Any] = {"url": url, "qr": qr, "qr_size": size, "port": port}
    return seen.draw("phone_test.html", reaches=seen.reaches_phones(), **shown, **_phones(seen, test))


async def rows(request: Request) -> Response:
    """The phones alone; the header says what time it is here, for the badge."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    shown = page("organizer/phone_rows.html", locale_of(request), **_phones(seen, _test(seen)))
    return HTMLResponse(shown, headers={"x-now": str(now_ms())})


def _test(seen: ConferenceVisit) -> str:
    """One test for each conference: two organizers see the same phones."""
    return seen.house.phone_tests.open(seen.conferences, now_ms())


def _phones(seen: ConferenceVisit, test: str) -> dict[str, Any]:
    return {"phones": seen.house.phone_tests.phones(test), "now": now_ms()}
