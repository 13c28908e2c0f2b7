"""A process that serves a committee under load until it is killed; says each acknowledged act on a line.

python -m tests.rooms.loaded_process DATA COMMITTEE LIFE
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from app.procedure.speakers_lists import JoinSpeakersList, LeaveSpeakersList
from app.rooms import Rooms
from app.store import open_store
from tests.procedure.meeting import MEMBERS


async def main(data: Path, committee: int, life: str) -> None:
    rooms = await Rooms(open_store("", data)).start()
    room = await rooms.room(committee)

    async def to_and_fro(seat: str) -> None:
        time = 0
        while True:
            waits = seat in room.floor.speeches.general.queue
            command = LeaveSpeakersList() if waits else JoinSpeakersList()
            command_id = f"{life}-{seat}-{time}"
            answer = await room.act(seat, command_id, command)
            os.write(1, f"{answer.number} {seat} {command_id}\n".encode())
            time += 1

    await asyncio.gather(*(to_and_fro(seat) for seat in MEMBERS))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
