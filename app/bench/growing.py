"""What one change costs as a committee grows: with what lies behind it, and with how many sit in it."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from app.bench.rooms import open_room
from app.live import Gallery
from app.live.pipes import Pipe, Viewer
from app.live.sockets import Said
from app.live.wire import Frame
from app.main import create_app
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.undo import History
from app.screens.directory import Directory
from app.screens.regions import Screens
from app.settings import Settings
from app.store import open_store

AUDIENCES = ("public", "dais", "projector")
AT_ONCE = 80
"""Speeches that are entered in one go where only the record is filled."""


class Ear(Pipe):
    """A browser that takes every frame for nothing: what is measured is what making it costs."""

    def push(self, frame: Frame) -> None:
        """Take it in the form in which it would leave."""
        assert frame.plain

    async def receive(self) -> str | None:
        """It says nothing."""
        return None

    def end(self, code: int, reason: str) -> None:
        """It does not care."""


class Growing:
    """A committee of `seats` delegations, decided, recorded and put on three screens."""

    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._presses = itertools.count()

    async def open(self) -> dict[str, Any]:
        """In open debate, with nothing more behind it."""
        create_app(Settings())  # it tells the templates the addresses of acts
        self._store = open_store("", Path("data"))
        self._room = await open_room(self._store, self._seats)
        screens = Screens(lambda: Directory(1, "Bench"))
        self._gallery: Gallery[History] = Gallery(screens, "bench", self._room.now, heartbeat=600)
        self._gallery.show(self._room.history)
        ear = Ear(Viewer(frozenset(AUDIENCES)))
        self._gallery.join(ear)
        self._gallery.answer(ear, Said(have={name: {} for name in AUDIENCES}))
        return {}

    async def do(self, what: str, acts: int = 0, times: int = 0, **given: Any) -> dict[str, Any]:
        """`fill` the record up to so many `acts`, or measure so many `changes` (µs of processor each)."""
        if what == "fill":
            while self._room.floor.number < acts:
                await asyncio.gather(*itertools.chain(*(self._speech() for _ in range(AT_ONCE))))
            return {"acts": self._room.floor.number}
        stop = self._room.watch(self._gallery.show)
        began = time.process_time()
        for _ in range(times):
            for act in self._speech():
                await act
        stop()
        return {"us": (time.process_time() - began) * 1e6 / (3 * times)}

    async def close(self) -> None:
        """Close."""
        await self._room.close()
        await self._store.close()

    def _speech(self) -> list[Coroutine[Any, Any, Any]]:
        """One delegation asks for the floor, is called, and ends: three acts, and the floor as it was."""
        seat = f"seat-{next(self._presses) % self._seats + 1}"
        acts = ((seat, JoinSpeakersList()), ("dais-1", CallNextSpeaker()), ("dais-1", EndSpeech(seat)))
        return [self._room.act(by, f"bench{next(self._presses):08}", command) for by, command in acts]
