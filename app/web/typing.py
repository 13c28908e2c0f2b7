"""The typing address of a working paper: a websocket on which those who write it type together.

It is the one socket on which browsers say more than what they have. Who may sit there is asked before the
handshake is accepted, and again after each act and each sign-out by the desk itself.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable

from pydantic import ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect

from app.access import Holder
from app.house import House
from app.live.pipes import Viewer, pipe_for
from app.papers.rights import may_sit, why_not_write
from app.rooms import Room, UnknownCommittee
from app.shared_text.desk import Desk, Place
from app.shared_text.desks import NOT_YOURS
from app.shared_text.messages import Said, frame
from app.web.answers import locale_of
from app.web.live import refuse_one_more
from app.web.signed_in import holder_of
from app.words import language
from app.words.language import N_

MOST_MESSAGES, WITHIN = 300, 10.0
"""A browser may send this many messages in so many seconds: carets and what is typed."""
DAIS_NAME = N_("the dais")


async def socket(websocket: WebSocket) -> None:
    """Seat a writer or reader of a working paper; refused before the handshake is accepted."""
    house: House = websocket.app.state.house
    committee, paper = websocket.path_params["committee"], websocket.path_params["paper"]
    if await holder_of(websocket, committee) is None:
        await websocket.close(4401)
        return
    try:
        room = await house.room(committee)
    except UnknownCommittee:
        await websocket.close(NOT_YOURS)
        return
    # asked last: a right that was withdrawn while the room opened must not slip through
    holder = await holder_of(websocket, committee)
    if holder is None:
        await websocket.close(4401)
    elif not may_sit(room.floor.papers.get(paper), holder):
        await websocket.close(NOT_YOURS)
    else:
        with house.typing.one_more(holder.device) as fits:
            if fits:
                await _seated(websocket, house, room, paper, holder)
            else:
                await refuse_one_more(websocket)


async def _seated(websocket: WebSocket, house: House, room: Room, paper: str, holder: Holder) -> None:
    """From accept to close; nothing is awaited between the check of rights and taking the place."""
    locale = locale_of(websocket)
    desk = house.desks.desk(room, paper, lambda: house.directory(room.committee_id))
    name = house.names(room.committee_id).get(holder.seat_key) or language(locale).say(DAIS_NAME)
    pipe = pipe_for(websocket, Viewer(frozenset(), locale, holder))
    place = desk.sit(pipe, holder, name, not why_not_write(room.floor, paper, holder))
    try:
        await websocket.accept()
        if pipe.ended:
            await websocket.close(*pipe.ended)
        else:
            await _listen(desk, place, lambda: house.access.heard_of(holder.device))
    except WebSocketDisconnect:
        return
    finally:
        desk.leave(place)


async def _listen(desk: Desk, place: Place, heard: Callable[[], None]) -> None:
    loop, pipe = asyncio.get_running_loop(), place.pipe
    recent: deque[float] = deque(maxlen=MOST_MESSAGES)
    while (message := await pipe.receive()) is not None:
        if pipe.ended:
            continue
        if len(recent) == MOST_MESSAGES and loop.time() - recent[0] < WITHIN:
            pipe.end(1008, f"More than {MOST_MESSAGES} messages in {WITHIN:g} seconds.")
            continue
        recent.append(loop.time())
        try:
            said = Said.model_validate_json(message)
        except ValidationError:
            pipe.end(1008, "What was sent is not understood here.")
            continue
        heard()
        await _heard(desk, place, said)


async def _heard(desk: Desk, place: Place, said: Said) -> None:
    """Do what one message asks for."""
    if said.have is not None:
        await desk.greet(place, said.have)
    if said.typed is not None:
        desk.type(place, said.typed)
    if said.caret is not None:
        desk.point(place, said.caret or None)
    if said.ping is not None:
        place.pipe.push(frame(pong=said.ping))
