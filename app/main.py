"""Builds the app from its parts: every route, its policy row, the guard before them all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from app.house import House
from app.screens.environment import STATIC, provide
from app.settings import Settings
from app.web import acts, help_pages, join, live, openapi, operator, organizer, pages, papers, record
from app.web.answers import broken, nothing_here
from app.web.guard import Guard
from app.web.policy import limit_of
from app.web.table import act_path

TITLE = "Placard"
HERE = "/committees/{committee:int}"


def create_app(settings: Settings) -> FastAPI:
    """The application: it opens its house when the server starts and closes it when the server stops."""
    provide(act=act_path)
    app = FastAPI(title=TITLE, version="0.1.0", lifespan=_lifespan, docs_url=None, redoc_url=None)
    app.state.settings = settings
    app.router.routes.extend(_routes())
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    for status in (404, 405):
        app.add_exception_handler(status, nothing_here)
    app.add_exception_handler(Exception, broken)
    app.add_middleware(Guard, limit_of=limit_of, public_url=settings.public_url)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    house = getattr(app.state, "house", None) or await House.open(app.state.settings)
    app.state.house = house
    yield
    await house.close()


def _routes() -> list[Any]:
    """Every way in. A route without a row in `policy.py` is refused by a test."""
    return [
        Mount("/static/{build}", StaticFiles(directory=STATIC), name="static"),
        Route("/", join.front, methods=["GET"]),
        Route("/join", join.join, methods=["POST"]),
        Route("/sign-out", join.leave, methods=["POST"]),
        Route("/organizer", organizer.overview, methods=["GET"]),
        Route("/organizer/committees/{committee:int}/codes", organizer.codes, methods=["POST"]),
        Route("/operator/codes", operator.codes, methods=["POST"]),
        Route("/operator/rehearsals", operator.rehearsals, methods=["POST"]),
        Route("/help", help_pages.contents, methods=["GET"]),
        Route("/help/{name}", help_pages.one, methods=["GET"]),
        Route("/healthz", operator.health, methods=["GET"]),
        Route(HERE + "/", pages.front, methods=["GET"]),
        Route(HERE + "/chair", pages.chair, methods=["GET"]),
        Route(HERE + "/seat", pages.seat, methods=["GET"]),
        Route(HERE + "/floor", pages.floor_page, methods=["GET"]),
        Route(HERE + "/projector", pages.projector, methods=["GET"]),
        Route(HERE + "/lobby", pages.lobby, methods=["GET"]),
        Route(HERE + "/profiles/{key}", pages.profile, methods=["GET"]),
        Route(HERE + "/papers", papers.shelf, methods=["GET"]),
        Route(HERE + "/papers/{paper}", papers.paper, methods=["GET"]),
        Route(HERE + "/papers/{paper}/text", papers.edit, methods=["POST"]),
        Route(HERE + "/minutes", record.minutes, methods=["GET"]),
        Route(HERE + "/votes/{vote:int}", record.result, methods=["GET"]),
        Route(HERE + "/resolutions/{paper}", record.resolution, methods=["GET"]),
        Route(HERE + "/floor.json", record.floor_json, methods=["GET"]),
        Route(HERE + "/live", live.poll, methods=["GET"]),
        WebSocketRoute(HERE + "/live", live.socket),
        *acts.routes(),
    ]


def _openapi(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document: the acts, from the table that makes their routes."""
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "version": app.version},
        "paths": openapi.openapi_paths(),
    }
