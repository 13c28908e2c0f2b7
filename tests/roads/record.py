"""After a road: what the record gives when it is read again."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from app.minutes import replay, verify
from app.room import Room
from app.store import open_store


def replay_equals_floor(data: Path, committee: int = 1) -> bool:
    """Whether the chain holds and the fold of the minutes is the floor that a room opens with."""

    async def compare() -> bool:
        store = await asyncio.to_thread(open_store, "", data)
        try:
            room = await Room(committee, store).open()
            floor = room.floor
            await room.close()
            minutes = await store.since(committee)
            return verify(minutes) is None and replay(minutes) == floor
        finally:
            await store.close()

    with ThreadPoolExecutor(1) as aside:  # the browsers have a loop of their own in this thread
        return aside.submit(lambda: asyncio.run(compare())).result()
