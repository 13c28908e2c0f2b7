"""A room: a committee in session. It changes in one place: take what waits, decide, record, apply, show."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from app.alarms import Alarm, RoomTime
from app.batches import (
    Answer,
    BrokenRecord,
    Considered,
    Door,
    Known,
    NotInOrder,
    NotRecorded,
    Recorded,
    RoomStopped,
    Together,
    Waiting,
    again,
    begin_waiting,
    known,
    row_id,
)
from app.minutes import UnknownEvent, command_json, decode, verify
from app.procedure.act import ROOM
from app.procedure.clocks import ReopenRoom, TimeUp
from app.procedure.countdown import Clock
from app.procedure.floor import Floor
from app.procedure.undo import History, history
from app.secret_choices import Choices
from app.store import RecordWentBack, Store

LARGEST_BATCH = 512
MOST_WAITING = 8192
log = logging.getLogger(__name__)
Watcher = Callable[[History], None]


class Room:
    """The one door of a committee. Everything is called on the event loop that opened it."""

    def __init__(self, committee_id: int, store: Store, clock: RoomTime | None = None) -> None:
        self.committee_id = committee_id
        self.history = History()
        self._store, self._clock = store, clock or RoomTime()
        self._seen: dict[tuple[str, str], Known] = {}
        self._waiting: deque[Waiting] = deque()
        self._look = False
        self._closing = False
        self._stopped = ""
        self._bell = asyncio.Event()
        self._watchers: list[Watcher] = []
        self._task: asyncio.Task[None] | None = None
        self._alarm = Alarm(self._clock, self._time_up)

    @property
    def floor(self) -> Floor:
        """The floor as it was last recorded."""
        return self.history.floor

    @property
    def waiting(self) -> int:
        """How many acts wait to be decided."""
        return len(self._waiting)

    def now(self) -> int:
        """Room time now (ms)."""
        return self._clock.now()

    async def open(self) -> Room:
        """Reads the whole record, begins to serve, and records what the time since did to the clocks.

        Raises RoomStopped where the record cannot be read, and what the store raises.
        """
        last_alive = await self._read_record()
        self._task = asyncio.create_task(self._serve(), name=f"room {self.committee_id}")
        try:
            await self.act(ROOM, f"reopen-{secrets.token_hex(8)}", ReopenRoom(last_alive))
        except NotInOrder:
            pass  # no clock ran
        except BaseException:
            await self.close()
            raise
        self._alarm.set(self.floor)
        return self

    async def act(
        self, by: str, command_id: str, command: Any, insist: str = "", choices: Choices = ()
    ) -> Recorded:
        """Decides a command of seat `by` and records it; when this returns, it is durable.

        `command_id` is minted for each press and kept for a retry: the same command again gives the same
        answer. `insist` is the dais's reason for going against the rulebook; `choices` are written in
        the same transaction. Raises NotInOrder, CommandIdReused, NotRecorded (send it again) and RoomStopped.
        """
        text = command_json(command, insist)
        return await self._wait(begin_waiting(by, command_id, command, insist, text, choices))

    async def act_together(self, by: str, together: Together) -> Recorded:
        """Decides and records several commands of seat `by`, all or none; returns the first of them.

        Each row has its own command id below that of the press. Raises what `act` raises; NotInOrder
        also where something was recorded after act `together.base`.
        """
        press = row_id(together.press, 0)
        return await self._wait(begin_waiting(by, press, together, "", together.text(0)))

    def done_together(self, by: str, press: str) -> Recorded | None:
        """The first of the commands that this press recorded; None where it recorded none."""
        known = self._seen.get((by, row_id(press, 0)))
        return known.answer if known else None

    async def _wait(self, waiting: Waiting) -> Recorded:
        if done := self._seen.get(waiting.key):
            waiting.settle(again(done, waiting))
        elif self._stopped:
            raise RoomStopped(self._stopped)
        elif self._closing or self._task is None or len(self._waiting) >= MOST_WAITING:
            raise NotRecorded("The room takes nothing just now.")
        else:
            self._waiting.append(waiting)
            self._bell.set()
        return await waiting.answer

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Has `watcher` called with the floor and its last acts, once after each batch that changed it.

        Returns a function that ends that.
        """
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def look(self) -> None:
        """Has the room take over what other processes recorded, without waiting for it."""
        self._look = True
        self._bell.set()

    async def close(self) -> None:
        """Takes nothing new, answers what waits, and ends."""
        self._closing = True
        self._bell.set()
        self._alarm.cancel()
        if self._task:
            await self._task

    async def _read_record(self) -> int:
        """Takes the record over; returns the room time (ms) at which the room was last alive."""
        minutes = await self._store.since(self.committee_id)
        if broken := verify(minutes):
            raise RoomStopped(
                f"The record of committee {self.committee_id} was changed at act {broken}:"
                " restore a copy of it."
            )
        try:
            entries = [decode(minute) for minute in minutes]
        except UnknownEvent as error:
            raise RoomStopped(str(error)) from error
        self.history = history(entries)
        self._seen = {
            (minute.by, minute.command_id): known(minute, entry)
            for minute, entry in zip(minutes, entries, strict=True)
        }
        last_alive = max(await self._store.last_alive(self.committee_id) or 0, self.floor.at)
        self._clock.start(last_alive)
        return last_alive

    async def _serve(self) -> None:
        """The loop: the busier the room, the larger the batch, the fewer transactions."""
        while not self._closing or self._waiting:
            await self._bell.wait()
            self._bell.clear()
            while self._waiting or self._look:
                self._look = False
                size = min(LARGEST_BATCH, len(self._waiting))
                await self._take([self._waiting.popleft() for _ in range(size)])

    async def _take(self, batch: list[Waiting]) -> None:
        """Decides and records one batch, answers it, then shows the floor once."""
        before = self.floor
        try:
            answers = self._took(await self._record(batch))
        except (UnknownEvent, BrokenRecord, RecordWentBack) as error:
            answers = self._stop(batch, error)
        except Exception as error:
            log.warning("committee %s: a batch was not recorded", self.committee_id, exc_info=error)
            answers = await self._ask_the_record(batch)
        for waiting, answer in answers:
            waiting.settle(answer)
        if self.floor is not before:
            self._show()

    async def _record(self, batch: list[Waiting]) -> Considered:
        """Hands the store the pure function that decides the batch."""
        door = Door(self.committee_id, self.history, self._seen, self._clock.now)
        number = self.floor.number
        _, considered = await self._store.record(
            self.committee_id, number, lambda news: door.consider(batch, news)
        )
        return considered

    def _took(self, considered: Considered) -> list[tuple[Waiting, Answer]]:
        """Takes over what is durable now."""
        self.history = considered.history
        self._seen.update(considered.seen)
        return considered.answers

    async def _ask_the_record(self, batch: list[Waiting]) -> list[tuple[Waiting, Answer]]:
        """Answers a batch whose recording failed: it may be on the record all the same; only that counts."""
        try:
            self._took(await self._record([]))
        except Exception as error:
            log.warning("committee %s: the record does not answer", self.committee_id, exc_info=error)
        return [(waiting, self._on_record(waiting)) for waiting in batch]

    def _on_record(self, waiting: Waiting) -> Answer:
        done = self._seen.get(waiting.key)
        return again(done, waiting) if done else NotRecorded("It could not be recorded; send it again.")

    def _stop(self, batch: list[Waiting], error: Exception) -> list[tuple[Waiting, Answer]]:
        """Ends the room's service: deciding on a floor that it does not understand would be guessing."""
        log.error("committee %s stopped: %s", self.committee_id, error)
        self._stopped = str(error)
        self._alarm.cancel()
        batch = [*batch, *self._waiting]
        self._waiting.clear()
        return [(waiting, RoomStopped(self._stopped)) for waiting in batch]

    def _show(self) -> None:
        """Wakes whoever watches; a watcher's fault is its own."""
        self._alarm.set(self.floor)
        for watcher in tuple(self._watchers):
            try:
                watcher(self.history)
            except Exception:
                log.exception("committee %s: a watcher failed", self.committee_id)

    async def _time_up(self, name: str, clock: Clock) -> None:
        """The room's own command when a clock reaches zero; processes that share the room collapse to one."""
        command_id = f"time-up-{name}-{clock.generation}-{clock.deadline}"
        with suppress(NotInOrder):  # held, adjusted or replaced in the last moment
            await self.act(ROOM, command_id, TimeUp(name, clock.generation))
