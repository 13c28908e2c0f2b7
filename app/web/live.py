"""The live address of a committee: a websocket that shows, and the same frames as JSON where sockets fail."""

from __future__ import annotations

from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.websockets import WebSocket

from app.access import Holder
from app.access.throttles import TOO_MANY_SOCKETS
from app.house import House
from app.live import NotAllowed, Viewer, serve
from app.rooms import UnknownCommittee
from app.screens.walls import CHANNELS
from app.web.answers import locale_of
from app.web.signed_in import holder_of

ALWAYS = CHANNELS | {"public"}
LONGEST_HAVE = 20_000


def channels_of(holder: Holder) -> frozenset[str]:
    """The channels that a holder may watch (promise P-30: nothing of another seat, nothing of the dais)."""
    match holder.role:
        case "chair" | "assistant":
            return ALWAYS | {"dais", "dais-notes", "dais-scores"}
        case "delegate":
            return ALWAYS | {f"seat:{holder.seat_key}", f"notes:{holder.seat_key}"}
        case "observer" | "organizer" | "projector":
            return ALWAYS
        case "lobby":
            return frozenset()


async def socket(websocket: WebSocket) -> None:
    """Show the committee to whoever is signed in; refused before the handshake is accepted."""
    house: House = websocket.app.state.house
    committee = websocket.path_params["committee"]
    if await holder_of(websocket, committee) is None:
        await websocket.close(4401)
        return
    try:
        await house.room(committee)
    except UnknownCommittee:
        await websocket.close(4403)
        return
    # asked last: a right that was withdrawn while the room opened must not slip through
    holder = await holder_of(websocket, committee)
    if holder is None or not channels_of(holder):
        await websocket.close(4401)
        return
    viewer = _viewer(websocket, holder)
    with house.watching.one_more(holder.device) as fits:
        if not fits:
            await refuse_one_more(websocket)
            return
        gallery = house.galleries[committee]
        await serve(websocket, gallery, viewer, lambda: house.access.heard_of(holder.device))


async def refuse_one_more(websocket: WebSocket) -> None:
    """Close a socket too many of a sign-in; accepted first, as a browser is told no code before that."""
    await websocket.accept()
    await websocket.close(*TOO_MANY_SOCKETS)


async def poll(request: Request) -> Response:
    """What a socket would send to a browser that has `have`: the same frames, as a JSON list."""
    house: House = request.app.state.house
    committee = request.path_params["committee"]
    holder = await holder_of(request, committee)
    have = request.query_params.get("have", "")
    if holder is None or not channels_of(holder):
        return JSONResponse({"signed_out": True}, 401)
    if len(have) > LONGEST_HAVE:
        return JSONResponse({"too_large": True}, 413)
    try:
        await house.room(committee)
        shown = house.galleries[committee].poll(_viewer(request, holder), have)
    except UnknownCommittee:
        return JSONResponse({"unknown": True}, 404)
    except NotAllowed:
        return JSONResponse({"not_allowed": True}, 403)
    except ValueError:
        return JSONResponse({"have": "is not understood"}, 422)
    return Response(shown, media_type="application/json")


def _viewer(connection: HTTPConnection, holder: Holder) -> Viewer:
    return Viewer(channels_of(holder), locale_of(connection), holder)
