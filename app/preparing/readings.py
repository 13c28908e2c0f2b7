"""Uploaded guides being read, each in a process of its own with limits, beside the live rooms.

The file waits in the rows until it is read or given up: what a stop of the server interrupted, and what
could not be read, is still there afterwards.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from app.preparing.guide_files import give_up, read_again, receive, received, refuse, take_over
from app.store import Store
from app.wall_clock import now_ms
from app.words.language import N_
from delegations.library import ARTICLE, is_article
from delegations.study_guides.limits import read_limited
from delegations.study_guides.reading import Unreadable
from delegations.study_guides.understanding import understand

log = logging.getLogger(__name__)
Stage = Literal["received", "reading", "understanding", "failed", "interrupted"]
AT_ONCE = 2
"""Guides that are read at one time; further ones wait, so that live rooms keep their processor."""
LONGEST_S = 90
"""Seconds that one file may take: the live rooms come first on a small computer."""
BROKEN = N_("The reader failed on this file. Please try it in another format.")


@dataclass(slots=True)
class Reading:
    """How far the reading of one file is: `page` of `pages` (0 where that is not known yet).

    `sentence` says why it failed; `digest` is the file's SHA-256 while it is read for the first time.
    """

    file_name: str
    stage: Stage = "received"
    sentence: str = ""
    page: int = 0
    pages: int = 0
    digest: str = ""
    stopped: threading.Event = field(default_factory=threading.Event)
    task: asyncio.Task[None] | None = None

    def tell(self, page: int, pages: int) -> None:
        """A page was read."""
        self.page, self.pages = page, pages

    def stop(self) -> None:
        """Give it up: the reader's process ends within a moment, and nothing is kept of what it found."""
        self.stopped.set()
        if self.task is not None:
            self.task.cancel()


@dataclass(eq=False)
class Readings:
    """The readings of one running Placard, by the number of their file."""

    store: Store
    _now: dict[int, Reading] = field(default_factory=dict)
    _beginning: set[int] = field(default_factory=set)
    _starting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def start(self, preparation: int, data: bytes, file_name: str) -> None:
        """Begin to read a file; what came before for this preparation is given up.

        The same file again, as a doubled press sends it, is read no second time while it is being read.
        """
        digest = hashlib.sha256(data).hexdigest()
        async with self._starting:
            now = await self.of(preparation)
            if now is not None and (now.file_name, now.digest) == (file_name, digest):
                return
            await self._stop(preparation)
            with self._about_to_begin(preparation):
                file = await receive(self.store, preparation, file_name, data)
                self._begin(file, data, Reading(file_name, digest=digest))

    async def again(self, preparation: int) -> None:
        """Read once more what was interrupted or failed; nothing happens where nothing waits for that."""
        async with self._starting:
            now = await self.of(preparation)
            file = await received(self.store, preparation)
            if now is None or file is None or now.stage not in ("failed", "interrupted"):
                return
            with self._about_to_begin(preparation):
                data = await read_again(self.store, file.id)
                self._begin(file.id, data, Reading(file.file_name))

    async def of(self, preparation: int) -> Reading | None:
        """The reading that goes on, failed or was interrupted; None where there is none."""
        file_name = ""
        for _ in range(2):  # a reading may have ended while its row was looked for: then the row says so
            file = await received(self.store, preparation)
            if file is None:
                return None
            file_name = file.file_name
            if file.id in self._now:
                return self._now[file.id]
            if file.sentence:
                return Reading(file.file_name, "failed", file.sentence)
        if preparation in self._beginning:
            return Reading(file_name, "received")
        return Reading(file_name, "interrupted")

    async def give_up(self, preparation: int) -> None:
        """Stop a reading, or let go of one that failed; the guide that was in use stays."""
        await self._stop(preparation)
        await give_up(self.store, preparation)

    async def close(self) -> None:
        """Stop every reading, because the server stops; their files wait to be read again."""
        tasks = [reading.task for reading in self._now.values() if reading.task]
        for reading in tuple(self._now.values()):
            reading.stop()
        await asyncio.gather(*tasks, return_exceptions=True)

    @contextmanager
    def _about_to_begin(self, preparation: int) -> Iterator[None]:
        """Its row may be there before its reading is."""
        self._beginning.add(preparation)
        try:
            yield
        finally:
            self._beginning.discard(preparation)

    async def _stop(self, preparation: int) -> None:
        file = await received(self.store, preparation)
        reading = self._now.pop(file.id, None) if file else None
        if reading is not None:
            reading.stop()

    def _begin(self, file: int, data: bytes, reading: Reading) -> None:
        self._now[file] = reading
        reading.task = asyncio.create_task(self._read(file, reading, data))

    async def _read(self, file: int, reading: Reading, data: bytes) -> None:
        """Read a file to its end; whatever happens, its row says so before this reading is forgotten."""
        try:
            async with self._turn:
                await self._steps(file, reading, data)
        except Unreadable as refusal:
            await refuse(self.store, file, refusal.sentence())
        except Exception:
            log.exception("guide %s was not read", file)
            await refuse(self.store, file, BROKEN)
        finally:
            if self._now.get(file) is reading:
                del self._now[file]

    async def _steps(self, file: int, reading: Reading, data: bytes) -> None:
        reading.stage = "reading"
        text = await asyncio.to_thread(
            read_limited,
            data,
            reading.file_name,
            seconds=LONGEST_S,
            progress=reading.tell,
            cancelled=reading.stopped.is_set,
        )
        reading.stage = "understanding"
        guide = await asyncio.to_thread(understand, text)
        if is_article(guide):
            await refuse(self.store, file, ARTICLE)
        else:
            await take_over(self.store, file, guide, text, now_ms())
