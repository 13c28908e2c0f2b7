"""The small page that tries a phone: whether requests, presses, the live line and the clock are well.

It is open to whoever scanned its code, before anybody has a seat; it shows and keeps nothing of a committee.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import cast, get_args

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.websockets import WebSocket, WebSocketDisconnect

from app.house import House
from app.phone_tests import CLOCK_OFF_S, SLOW_MS, Answers, Line, Phone, Press
from app.screens.environment import page
from app.wall_clock import now_ms
from app.web.answers import as_page, locale_of
from app.words.language import N_

OVER = N_("This test is over. Ask the organizer to show the code once more, and scan it again.")
PATIENCE_S = 10.0
"""Seconds for which the socket waits for the one word of a phone."""
MOST_MS = 10**9


async def show(request: Request) -> Response:
    """The page; that it opened is the first thing that is known of the phone."""
    house: House = request.app.state.house
    code = request.path_params["test"]
    key = house.phone_tests.arrived(code, now_ms())
    if key is None:
        return as_page(request, 404, [OVER])
    shown = page("phone/test.html", locale_of(request), test=code, key=key, slow=SLOW_MS, off=CLOCK_OFF_S)
    return HTMLResponse(shown)


async def pulse(request: Request) -> Response:
    """What time it is here; the request carries what the phone has found out, as that road is the widest."""
    house: House = request.app.state.house
    code, told, now = request.path_params["test"], request.query_params, now_ms()
    if not house.phone_tests.runs(code, now):
        return JSONResponse({"over": True}, 404)
    known = house.phone_tests.phone(code, told.get("phone", ""))
    if known is not None:
        house.phone_tests.note(code, _told(known, told), now)
    return JSONResponse({"placard": True, "now": now})


async def press(request: Request) -> Response:
    """A press, as each act is one: it passes the same guards."""
    house: House = request.app.state.house
    if not house.phone_tests.runs(request.path_params["test"], now_ms()):
        return JSONResponse({"over": True}, 404)
    return JSONResponse({"placard": True})


async def socket(websocket: WebSocket) -> None:
    """Says back the one word that it hears, and closes."""
    house: House = websocket.app.state.house
    if not house.phone_tests.runs(websocket.path_params["test"], now_ms()):
        await websocket.close(4403)
        return
    await websocket.accept()
    try:
        said = await asyncio.wait_for(websocket.receive_text(), PATIENCE_S)
        await websocket.send_text(said[:20])
        await websocket.close()
    except (WebSocketDisconnect, TimeoutError, KeyError):  # left, silent, or no text
        return


def _told(known: Phone, told: Mapping[str, str]) -> Phone:
    """The phone with what it says of itself; what is no answer of the page's is passed over."""
    clock = _number(told.get("clock", ""))
    return replace(
        known,
        answers=cast(Answers, _one_of(Answers, told.get("answers", ""))),
        press=cast(Press, _one_of(Press, told.get("press", ""))),
        line=cast(Line, _one_of(Line, told.get("line", ""))),
        round_ms=max(0, _number(told.get("round", "")) or 0),
        clock_s=known.clock_s if clock is None else clock,
    )


def _one_of(kind: object, said: str) -> str:
    return said if said in get_args(kind) else ""


def _number(said: str) -> int | None:
    """A whole number of ordinary size."""
    digits = said.removeprefix("-")
    if not digits.isascii() or not digits.isdecimal() or len(digits) > len(str(MOST_MS)):
        return None
    return int(said)
