"""The ballot box of a room: secret ballots are held in memory until enough wait, then recorded together.

One transaction writes the act that these seats have voted and, in rows of their own, what their ballots say,
in an order of chance. Until then a ballot counts for nothing: a crash loses it together with the mark that
its seat has voted. No choice, and nothing made of one, is kept with a seat or a press. When the ballot is
closed its sum is taken from the rows and given to the room, and the rows are deleted.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any, Literal

from app.procedure.act import ROOM
from app.procedure.elections import Election
from app.procedure.floor import Floor
from app.procedure.secret_ballots import CountElection, ReceiveSecretBallots, against_ballot
from app.rooms import NotInOrder, NotRecorded, Room, RoomStopped
from app.secret_choices import forget, shuffled, sum_up
from app.store import Store

BATCH = 5
"""Ballots that are recorded together at least; the last before the close may be fewer (promise P-33)."""
AGAIN_S = 2.0
"""Seconds after which what could not be recorded or counted is tried once more."""
Receipt = Literal["held", "counted", "in_already"]
log = logging.getLogger(__name__)


class BallotBox:
    """The box of one committee, in the one process that serves it. Used on one event loop."""

    def __init__(self, room: Room, store: Store, tell: Callable[[frozenset[str]], None]) -> None:
        """`tell` hears which seats' ballots are held, whenever that changes."""
        self._room, self._store, self._tell = room, store, tell
        self._held: dict[str, tuple[str, ...]] = {}
        self._election = 0
        self._slot = asyncio.Lock()
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._in_use, self._over = True, 0

    async def put(self, by: str, election: int, choice: tuple[str, ...]) -> Receipt:
        """Takes the ballot of seat `by`; `choice` are the candidates that it names, none for a blank one.

        The receipt does not depend on the choice, not even for a second ballot. Raises NotInOrder.
        """
        async with self._slot:
            if refusals := tuple(against_ballot(self._room.floor, by, election, choice)):
                raise NotInOrder(refusals)
            if by in self._held or self._received(by):
                return "in_already"
            self._election = election
            self._hold({**self._held, by: choice})
            if self._is_due():
                await self._record()
            return "counted" if self._received(by) else "held"

    @asynccontextmanager
    async def emptied(self) -> AsyncIterator[None]:
        """What is held is recorded, and no ballot comes in until the context is left: to close the ballot.

        Raises NotRecorded where ballots that are held cannot be recorded now.
        """
        async with self._slot:
            await self._record()
            if self._held:
                raise NotRecorded("Ballots that are held could not be recorded; close once more.")
            yield

    def look(self, floor: Floor) -> None:
        """Follows the floor: counts a ballot that was closed, forgets what is over."""
        now = floor.elections.now
        if self._held and (now is None or now.number != self._election or not now.takes_ballots):
            self._hold({})
        if now is not None and now.needs_ballots:
            self._in_use = True
            if now.waits_for_count:
                self._begin("count", self._until_done("count", lambda: self._count(now)))
        elif self._in_use:
            self._in_use, self._over = False, floor.number
            self._begin("forget", self._until_done("forget", self._forget))

    async def close(self) -> None:
        """Ends; ballots that are held are lost, with the mark that their seats have voted."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _received(self, by: str) -> bool:
        now = self._room.floor.elections.now
        return now is not None and by in now.received

    def _hold(self, ballots: dict[str, tuple[str, ...]]) -> None:
        self._held = ballots
        self._tell(frozenset(ballots))

    def _is_due(self) -> bool:
        """Whether enough wait, or nobody is left to vote."""
        now = self._room.floor.elections.now
        left = len(now.order) - len(now.received) if now else 0
        return len(self._held) >= min(BATCH, left)

    async def _record(self) -> None:
        """Records what is held, all at once; where that fails it stays held and is tried again."""
        now = self._room.floor.elections.now
        ballots = {seat: choice for seat, choice in self._held.items() if not self._received(seat)}
        if now is not None and ballots:
            command = ReceiveSecretBallots(now.number, tuple(sorted(ballots)))
            rows = shuffled(self._room.committee_id, now.number, ballots.values())
            try:
                await self._room.act(ROOM, f"ballots-{secrets.token_hex(8)}", command, choices=rows)
            except (NotRecorded, RoomStopped) as fault:
                log.warning(
                    "committee %s: ballots wait to be recorded", self._room.committee_id, exc_info=fault
                )
                self._begin("record", self._record_later())
                return
            except NotInOrder as fault:  # another process was first: only what the record says counts
                log.error("committee %s: ballots were refused", self._room.committee_id, exc_info=fault)
        self._hold({})

    async def _record_later(self) -> None:
        await asyncio.sleep(AGAIN_S)
        async with self._slot:
            self._tasks.pop("record", None)
            await self._record()

    async def _count(self, election: Election) -> None:
        """Sums the rows up and gives the sum to the room; what was counted is deleted by the next look."""
        found = await sum_up(self._store, self._room.committee_id, election.number, election.candidates)
        command = CountElection(election.number, found.ballots, found.votes, found.blank)
        with suppress(NotInOrder):  # it was called off meanwhile
            await self._room.act(ROOM, f"count-{election.number}", command)

    async def _forget(self) -> None:
        """Deletes what elections left that were opened up to act `_over`; again where it grows meanwhile."""
        done = -1
        while done < self._over:
            over = self._over
            await forget(self._store, self._room.committee_id, over)
            done = over

    async def _until_done(self, what: str, work: Callable[[], Awaitable[None]]) -> None:
        """Does `work`, after a fault once more."""
        while True:
            try:
                return await work()
            except Exception:
                log.exception("committee %s: %s of an election waits", self._room.committee_id, what)
                await asyncio.sleep(AGAIN_S)

    def _begin(self, what: str, work: Coroutine[Any, Any, None]) -> None:
        """Does `work` beside the room; one of a kind at a time."""
        running = self._tasks.get(what)
        if running is not None and not running.done():
            work.close()
            return
        self._tasks[what] = asyncio.create_task(work, name=f"{what} of {self._room.committee_id}")
