"""P-28: what the policy does not name is denied: every route has a row, and one without is never reached."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx2 as httpx
import pytest
from fastapi import FastAPI
from starlette.routing import Mount, Route, WebSocketRoute

from app.main import create_app
from app.settings import Settings
from app.web.policy import POLICY, limit_of, row_of


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    return create_app(Settings(data=tmp_path_factory.mktemp("data")))


def ways_in(app: FastAPI) -> set[tuple[str, str]]:
    """(Method, path) of everything that the application answers."""
    found = set()
    for route in app.routes:
        match route:
            case Mount():
                found.add(("GET", f"{route.path}/{{path}}"))
            case WebSocketRoute():
                found.add(("WEBSOCKET", route.path.replace(":int", "")))
            case Route():
                methods = (route.methods or set()) - {"HEAD"}
                found |= {(method, route.path.replace(":int", "")) for method in methods}
            case _:
                raise AssertionError(f"{route} is no kind of route that the policy knows")
    return found


def test_p28_every_route_has_a_row_of_the_policy_and_every_row_a_route(app: FastAPI) -> None:
    rows = [(row.method, row.path) for row in POLICY]
    assert ways_in(app) - set(rows) == set(), "routes that the policy does not name"
    assert set(rows) - ways_in(app) == set(), "rows of the policy without a route"
    assert len(rows) == len(set(rows))


def test_p28_what_has_no_row_is_denied_before_any_route_is_asked(tmp_path: Path) -> None:
    async def open_to_all(request: object) -> None:
        raise AssertionError("a route without a row was reached")

    app = create_app(Settings(data=tmp_path))
    for method in ("GET", "POST"):
        app.router.routes.insert(0, Route("/back-door", open_to_all, methods=[method]))
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=True)

    async def knock() -> list[int]:
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            own = {"Origin": "http://here"}
            return [
                (await client.get("/back-door")).status_code,
                (await client.head("/back-door")).status_code,
                (await client.post("/back-door", headers=own)).status_code,
            ]

    assert asyncio.run(knock()) == [404, 404, 404]


def test_p28_a_path_is_a_row_only_as_a_whole() -> None:
    assert row_of("POST", "/committees/1/votes/3/ballots") is not None
    for path in (
        "/committees/1/votes/3/ballots/",
        "/committees/1/votes/3/4/ballots",
        "/x/committees/1/motions",
    ):
        assert row_of("POST", path) is None
        assert limit_of("POST", path) is None
    assert row_of("GET", "/committees/1/votes/3/ballots") is None
