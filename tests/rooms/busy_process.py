"""A process of its own that acts in a committee; prints the numbers of its acts as JSON.

python -m tests.rooms.busy_process URL COMMITTEE CHAIR FIRST_SEAT
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from app.procedure.speakers_lists import JoinSpeakersList, LeaveSpeakersList
from app.rooms import Room
from app.store import open_store
from tests.procedure.meeting import MEMBERS


async def main(url: str, committee: int, chair: str, first: int) -> None:
    store = open_store(url, Path())
    room = await Room(committee, store).open()
    numbers: list[int] = []

    async def to_and_fro(seat: str) -> None:
        for time in range(10):
            command = LeaveSpeakersList(seat) if time % 2 else JoinSpeakersList(seat)
            answer = await room.act(chair, f"{seat}-{time}", command)
            numbers.append(answer.number)

    await asyncio.gather(*(to_and_fro(seat) for seat in MEMBERS[first : first + 4]))
    await room.close()
    await store.close()
    print(json.dumps(numbers))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])))
