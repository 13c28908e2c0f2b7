"""A process that serves under load until its power is cut, with the database set as the last word says.

python -m tests.promises.powered_process DATA COMMITTEE LIFE full|normal
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from app.store import sqlite
from tests.rooms.loaded_process import main

if __name__ == "__main__":
    if sys.argv[4] == "normal":  # what Placard must not be set to: the test shows that it would be found
        normal = (pragma.replace("synchronous=FULL", "synchronous=NORMAL") for pragma in sqlite.WRITING)
        sqlite.WRITING = tuple(normal)
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]))
