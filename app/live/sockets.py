"""One browser's websocket, from accept to close. It only shows: a browser may say `have` and `pong`."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect

from app.live.pipes import Pipe, Viewer, pipe_for

if TYPE_CHECKING:
    from app.live import Gallery

MOST_MESSAGES, WITHIN = 20, 10.0
"""A browser may send this many messages in so many seconds."""

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
HAVE: TypeAdapter[dict[str, dict[str, Digest]]] = TypeAdapter(dict[str, dict[str, Digest]])


class Said(BaseModel):
    """All that a browser may say: what it has of which channels, or its own time, to be sent back."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)
    have: dict[str, dict[str, Digest]] | None = None
    pong: float | None = None


class NotAllowed(Exception):
    """The browser asks for a channel that its viewer may not have."""


async def serve(
    websocket: WebSocket,
    gallery: Gallery[Any],
    viewer: Viewer,
    heard: Callable[[], None] = lambda: None,
) -> None:
    """The body of the websocket's endpoint: accepts, then shows until the browser leaves or is closed.

    The caller has checked Origin and rights before, and has awaited nothing since. Anything but `have` and
    `pong`, or too many of them, closes with 1008; a channel that is not allowed with 4403. `heard` is called
    for each message: a browser answers every heartbeat.
    """
    pipe = pipe_for(websocket, viewer)
    gallery.join(pipe)
    try:
        await websocket.accept()
        if pipe.ended:  # rights were withdrawn in between
            await websocket.close(*pipe.ended)
        else:
            await _listen(pipe, gallery, heard)
    except WebSocketDisconnect:
        return
    finally:
        gallery.leave(pipe)


async def _listen(pipe: Pipe, gallery: Gallery[Any], heard: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    recent: deque[float] = deque(maxlen=MOST_MESSAGES)
    while (message := await pipe.receive()) is not None:
        if pipe.ended:
            continue
        now = loop.time()
        try:
            if len(recent) == MOST_MESSAGES and now - recent[0] < WITHIN:
                raise ValueError
            recent.append(now)
            said = Said.model_validate_json(message)
            heard()  # before the answer: whoever has it may count on having been heard
            gallery.answer(pipe, said)
        except NotAllowed:
            pipe.end(4403, "This channel is not yours to see.")
        except ValidationError:
            pipe.end(1008, "Only have and pong are understood here.")
        except ValueError:
            pipe.end(1008, f"More than {MOST_MESSAGES} messages in {WITHIN:g} seconds.")
