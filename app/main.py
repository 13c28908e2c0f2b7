"""Builds the app from its parts: every route, its policy row, the guard before them all."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.telemetry import TelemetryConfig
from sqlalchemy.exc import OperationalError
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from app.house import House
from app.keeping.daily import daily
from app.operations.counts import Counts
from app.operations.facts import WallClock
from app.screens.environment import STATIC, provide
from app.settings import Settings
from app.web import (
    acts,
    catching_up,
    drill_pages,
    elections,
    exports,
    full_seats,
    help_pages,
    join,
    library,
    live,
    merger_map,
    moves,
    notes,
    openapi,
    operations,
    operator,
    organizer,
    organizing,
    pages,
    paper_comments,
    paper_entrance,
    paper_mergers,
    paper_texts,
    paper_versions,
    papers,
    phone_test,
    preparing,
    profiles,
    questions,
    record,
    record_files,
    rulebook,
    scoring,
    statistics,
    timetable,
    typing,
    walls,
)
from app.web.answers import broken, not_written, nothing_here
from app.web.counting import Counting
from app.web.guard import Guard
from app.web.policy import limit_of
from app.web.shortcut import Shortcut
from app.web.table import act_path

TITLE = "Placard"
HERE = "/committees/{committee:int}"
TO_NOBODY: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False, "auto_configure": False}
"""FastAPI asks on each request to whom it may report, and the environment may name somebody: nobody."""


def create_app(settings: Settings) -> FastAPI:
    """The application: it opens its house when the server starts and closes it when the server stops."""
    provide(act=act_path)
    app = FastAPI(
        title=TITLE, version="0.1.0", lifespan=_lifespan, docs_url=None, redoc_url=None, telemetry=TO_NOBODY
    )
    app.state.settings, app.state.counts, app.state.clock = settings, Counts(), WallClock()
    app.router.routes.extend(_routes())
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign]
    for status in (404, 405):
        app.add_exception_handler(status, nothing_here)
    app.add_exception_handler(OperationalError, not_written)
    app.add_exception_handler(Exception, broken)
    app.add_middleware(Shortcut, routes=tuple(app.routes), handlers=app.exception_handlers)
    app.add_middleware(Guard, limit_of=limit_of, public_url=settings.public_url)
    app.add_middleware(Counting, counts=app.state.counts)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    house = getattr(app.state, "house", None) or await House.open(app.state.settings)
    app.state.house = house
    async with daily(house):
        yield
    await house.close()


def _routes() -> list[Any]:
    """Every way in. A route without a row in `policy.py` is refused by a test."""
    return [
        Mount("/static/{build}", StaticFiles(directory=STATIC), name="static"),
        Route("/", join.front, methods=["GET"]),
        Route("/join", join.join, methods=["POST"]),
        Route("/sign-out", join.leave, methods=["POST"]),
        Route("/language", join.choose_language, methods=["POST"]),
        Route("/organizer", organizer.overview, methods=["GET"]),
        *organizing.routes(),
        *preparing.routes(),
        Route("/operator/codes", operator.codes, methods=["POST"]),
        Route("/operator/rehearsals", operator.rehearsals, methods=["POST"]),
        Route("/help", help_pages.contents, methods=["GET"]),
        Route("/help/drills", drill_pages.all_drills, methods=["GET"]),
        Route("/help/{name}", help_pages.one, methods=["GET"]),
        Route("/phone-test/{test}", phone_test.show, methods=["GET"]),
        Route("/phone-test/{test}/pulse", phone_test.pulse, methods=["GET"]),
        Route("/phone-test/{test}/press", phone_test.press, methods=["POST"]),
        WebSocketRoute("/phone-test/{test}/socket", phone_test.socket),
        Route("/healthz", operations.alive, methods=["GET"]),
        Route("/readyz", operations.ready, methods=["GET"]),
        Route("/metrics", operations.metrics, methods=["GET"]),
        Route(HERE + "/", pages.front, methods=["GET"]),
        Route(HERE + "/chair", pages.chair, methods=["GET"]),
        Route(HERE + "/seat", pages.seat, methods=["GET"]),
        Route(HERE + "/floor", pages.floor_page, methods=["GET"]),
        Route(HERE + "/projector", pages.projector, methods=["GET"]),
        Route(HERE + "/walls/{wall:int}", walls.hold, methods=["POST"]),
        Route(HERE + "/moves", moves.page_of, methods=["GET"]),
        Route(HERE + "/moves", moves.move_somebody, methods=["POST"]),
        Route(HERE + "/full-seats/{seat}/removal", full_seats.remove, methods=["POST"]),
        Route(HERE + "/full-seats/{seat}/sign-outs", full_seats.sign_out, methods=["POST"]),
        Route(HERE + "/lobby", pages.lobby, methods=["GET"]),
        Route(HERE + "/profiles/{key}", profiles.profile, methods=["GET"]),
        Route(HERE + "/profiles/{key}/positions", profiles.confirm, methods=["POST"]),
        Route(HERE + "/notes", profiles.keep_notes, methods=["POST"]),
        Route(HERE + "/standing", profiles.standing, methods=["GET"]),
        *notes.routes(HERE),
        *elections.routes(HERE),
        *scoring.routes(HERE),
        *library.routes(HERE),
        Route(HERE + "/questions/{question:int}/touches", questions.say, methods=["POST"]),
        Route(HERE + "/papers", papers.shelf, methods=["GET"]),
        Route(HERE + "/papers/map", merger_map.show, methods=["GET"]),
        Route(HERE + "/papers/{paper}", papers.paper, methods=["GET"]),
        Route(HERE + "/papers/{paper}/map.{form}", papers.map_file, methods=["GET"]),
        Route(HERE + "/papers/{paper}/text", papers.edit, methods=["POST"]),
        Route(HERE + "/papers/{paper}/versions", paper_versions.history, methods=["GET"]),
        Route(HERE + "/papers/{paper}/versions/{version:int}", paper_versions.restore, methods=["POST"]),
        Route(HERE + "/papers/{paper}/clauses", paper_mergers.bring_in, methods=["POST"]),
        Route(HERE + "/papers/{paper}/pasted", paper_texts.form, methods=["GET"]),
        Route(HERE + "/papers/{paper}/pasted", paper_texts.read, methods=["POST"]),
        Route(HERE + "/papers/{paper}/pasted/taken", paper_texts.take, methods=["POST"]),
        Route(HERE + "/papers/{paper}/comments", paper_comments.add, methods=["POST"]),
        Route(HERE + "/papers/{paper}/comments/{comment:int}", paper_comments.resolve, methods=["POST"]),
        Route(HERE + "/papers/{paper}/codes", paper_entrance.make, methods=["POST"]),
        Route(HERE + "/papers/entrance", paper_entrance.enter, methods=["POST"]),
        Route(HERE + "/rules", rulebook.at_hand, methods=["GET"]),
        Route(HERE + "/rulebook", rulebook.form, methods=["GET"]),
        Route(HERE + "/rulebook/settings", rulebook.change, methods=["POST"]),
        Route(HERE + "/timetable", timetable.form, methods=["GET"]),
        Route(HERE + "/timetable/day", timetable.change, methods=["POST"]),
        Route(HERE + "/minutes", record.minutes, methods=["GET"]),
        Route(HERE + "/minutes.{form}", record_files.minutes_as, methods=["GET"]),
        Route(HERE + "/record.json", exports.record, methods=["GET"]),
        Route(HERE + "/statistics", statistics.page_of, methods=["GET"]),
        Route(HERE + "/statistics/pictures/{picture}.{form}", statistics.picture, methods=["GET"]),
        Route(HERE + "/statistics/delegations.pdf", statistics.for_schools, methods=["GET"]),
        Route(HERE + "/statistics/mine", statistics.own, methods=["GET"]),
        Route(HERE + "/statistics/mine.{form}", statistics.own_file, methods=["GET"]),
        Route(HERE + "/votes/{vote:int}", record.result, methods=["GET"]),
        Route(HERE + "/votes/{vote:int}/result.{form}", record.result_file, methods=["GET"]),
        Route(HERE + "/resolutions/{paper}", record.resolution, methods=["GET"]),
        Route(HERE + "/resolutions/{paper}/text.{form}", exports.resolution, methods=["GET"]),
        Route(HERE + "/amendments/{amendment}/text.xml", exports.amendment, methods=["GET"]),
        Route(HERE + "/paper-copy.pdf", record.on_paper, methods=["GET"]),
        Route(HERE + "/catching-up", catching_up.sheet, methods=["GET"]),
        Route(HERE + "/catching-up", catching_up.enter, methods=["POST"]),
        Route(HERE + "/catching-up/papers", catching_up.sheet, methods=["GET"]),
        Route(HERE + "/catching-up/papers", catching_up.read, methods=["POST"]),
        Route(HERE + "/floor.json", record.floor_json, methods=["GET"]),
        Route(HERE + "/live", live.poll, methods=["GET"]),
        WebSocketRoute(HERE + "/live", live.socket),
        WebSocketRoute(HERE + "/papers/{paper}/typing", typing.socket),
        *acts.routes(),
    ]


def _openapi(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document: the acts, from the table that makes their routes."""
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "version": app.version},
        "paths": openapi.openapi_paths(),
    }
