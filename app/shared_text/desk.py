"""A desk: everybody who has one working paper open for writing. What is typed is kept first, then shown."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from app.access import Holder
from app.live.pipes import Pipe
from app.live.wire import Frame
from app.papers.texts import blank, moment, note_change, row_of
from app.procedure.documents import Paper
from app.screens.directory import Directory
from app.shared_text.greeting import answers_to
from app.shared_text.messages import Caret, Have, TypedMessage, frame
from app.shared_text.rows import Shared, Typed, open_texts, shared_texts, take
from app.store import Store
from resolutions.document import from_json

MOST_AT_ONCE = 64
"""Messages that one transaction takes."""
MOST_WAITING = 512
AWAY = (1012, "Come back: what you typed is in your page.")
log = logging.getLogger(__name__)


@dataclass(eq=False)
class Place:
    """One browser at a desk: `name` is what others read at its caret, `number` tells two of them apart."""

    pipe: Pipe
    holder: Holder
    name: str
    writes: bool
    number: int
    caret: Caret | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What somebody typed and nobody has kept yet."""

    place: Place
    said: TypedMessage


@dataclass(eq=False)
class Desk:
    """The browsers at one paper, and what they typed that still waits. Used on one event loop.

    `paper` and `directory` give the paper and the committee's names as they are at the time; `now` is room
    time (ms). `hand` is held while the text is written, and by whoever takes it as it stands. `known` and
    `structure` are what everybody here has of the rows, for `news.py`.
    """

    committee: int
    store: Store
    paper: Callable[[], Paper | None]
    directory: Callable[[], Directory]
    now: Callable[[], int]
    refuse: Callable[[Place], str]
    sentence: Callable[[Place, str], str]
    places: dict[Pipe, Place] = field(default_factory=dict)
    hand: asyncio.Lock = field(default_factory=asyncio.Lock)
    known: dict[str, Shared] = field(default_factory=dict)
    structure: int | None = None
    _waiting: list[Waiting] = field(default_factory=list)
    _work: asyncio.Task[None] | None = None
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self._stood = self.paper()

    @property
    def busy(self) -> bool:
        """Whether something that was typed is not kept yet."""
        return bool(self._waiting) or (self._work is not None and not self._work.done())

    def sit(self, pipe: Pipe, holder: Holder, name: str, writes: bool) -> Place:
        """Take in a browser, before its socket is accepted."""
        place = Place(pipe, holder, name, writes, next(self._numbers))
        self.places[pipe] = place
        return place

    def leave(self, place: Place) -> None:
        """Forget a browser, and take its caret from the others; twice is no harm."""
        if self.places.pop(place.pipe, None) is None:
            return
        place.pipe.left()
        self.tell(frame(gone=place.number), place)
        self._tell_who()

    def end(self, which: Callable[[Place], bool], code: int, reason: str = "") -> None:
        """Close at once the sockets of these places."""
        for place in [one for one in self.places.values() if which(one)]:
            self.leave(place)
            place.pipe.end(code, reason)

    async def greet(self, place: Place, have: dict[str, Have]) -> None:
        """Give a browser what it lacks of the clauses it names, and say what is kept of them."""
        async with self.hand:  # what is kept from here on is told after this
            texts = await self._open()
            self.known = {**texts, **self.known}
            answers = await asyncio.to_thread(answers_to, texts, have)
        for told in answers:
            self._push(place, told)
        self._push(place, frame(ready=list(texts), writes=place.writes, you=place.number))
        for other in self.places.values():
            if other is not place and other.caret is not None:
                self._push(place, _caret(other))
        self._tell_who()

    def type(self, place: Place, said: TypedMessage) -> None:
        """Take what somebody typed; it is answered when it is durable, or refused."""
        if len(self._waiting) >= MOST_WAITING:
            place.pipe.end(*AWAY)
            return
        self._waiting.append(Waiting(place, said))
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._write(), name="desk")

    def point(self, place: Place, caret: Caret | None) -> None:
        """Show the others where somebody's caret is; None takes it away."""
        place.caret = caret if place.writes else None
        self.tell(_caret(place) if place.caret else frame(gone=place.number), place)

    def rewritten(self, updates: dict[str, bytes]) -> None:
        """A command changed the paper: those who type get its words, and look at the page again."""
        for clause, update in updates.items():
            self.tell(frame(clause=clause, update=update))
        self.look_again()

    def stands(self, paper: Paper | None) -> None:
        """How the paper is after an act: who may write now is told so, and all look at what changed."""
        for place in self.places.values():
            if place.writes == bool(self.refuse(place)):
                place.writes = not place.writes
                self._push(place, frame(writes=place.writes))
        if paper is not self._stood:
            self._stood = paper
            self.look_again()

    def look_again(self) -> None:
        """Something beside the words is new: everybody looks at the page again."""
        self.tell(frame(look=True))

    async def close(self) -> None:
        """Keep what waits, then close every socket: the browsers come back by themselves."""
        if self._work is not None:
            await self._work
        self.end(lambda _: True, *AWAY)

    async def _open(self) -> dict[str, Shared]:
        """The shared texts of the paper's clauses; those that have none get one."""
        paper, directory = self.paper(), self.directory()
        if paper is None:
            return {}

        def known(rows: Session) -> tuple[dict[str, Shared], bool]:
            row = row_of(rows, self.committee, paper, blank(paper, directory), "", 0)
            found = shared_texts(rows, self.committee, row.key)
            uids = [clause.uid for clause in from_json(row.body).clauses]
            return {uid: found[uid] for uid in uids if uid in found}, found.keys() >= set(uids)

        def opened(rows: Session) -> dict[str, Shared]:
            row = row_of(rows, self.committee, paper, blank(paper, directory), "", 0)
            open_texts(rows, self.committee, row.key, from_json(row.body))
            rows.flush()
            return known(rows)[0]

        texts, complete = await self.store.read(known)
        return texts if complete else await self.store.write(opened)

    async def _write(self) -> None:
        """Keep what waits, batch by batch, and tell everybody of it; where that fails, all come again."""
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
                async with self.hand:
                    outcomes = await self._keep(batch)
                for waiting, rule in zip(batch, outcomes, strict=True):
                    self._answer(waiting, rule)
        except Exception:
            log.exception("What was typed could not be kept.")
            self._waiting.clear()
            self.end(lambda _: True, *AWAY)

    async def _keep(self, batch: Sequence[Waiting]) -> list[str]:
        """Write a batch in one transaction; gives for each message the rule that refused it, "" for none."""
        rules = [self.refuse(one.place) for one in batch]
        paper, directory, at = self.paper(), self.directory(), self.now()
        if paper is None or all(rules):
            return [rule or "paper.unknown" for rule in rules]
        empty = blank(paper, directory)

        def work(rows: Session) -> list[str]:
            row = row_of(rows, self.committee, paper, empty, "", at)
            text, outcomes = from_json(row.body), []
            for waiting, rule in zip(batch, rules, strict=True):
                told = rule
                if not told:
                    text, told = take(rows, self.committee, row.key, text, _typed(waiting.said))
                outcomes.append(told)
            told_by = zip(batch, outcomes, strict=True)
            by = dict.fromkeys(one.place.holder.seat_key for one, told in told_by if not told)
            if by:
                note_change(rows, row, " ".join(by), moment(paper, at), text, typing=True)
            return outcomes

        return await self.store.write(work)

    def _answer(self, waiting: Waiting, rule: str) -> None:
        place, said = waiting.place, waiting.said
        if rule:
            told = self.sentence(place, rule)
            self._push(place, frame(refused=said.n, clause=said.clause, rule=rule, sentence=told))
            return
        self._push(place, frame(kept=said.n, clause=said.clause, at=self.now()))
        self.tell(frame(clause=said.clause, seed=said.seed, update=said.update), place)

    def _tell_who(self) -> None:
        names = list(dict.fromkeys(one.name for one in self.places.values()))
        self.tell(frame(here=names))

    def tell(self, told: Frame, but: Place | None = None) -> None:
        """Send to everybody here, except one."""
        for place in tuple(self.places.values()):
            if place is not but:
                self._push(place, told)

    def _push(self, place: Place, told: Frame) -> None:
        """Send, or, to a browser that is behind, say that it must come again and get all at once."""
        place.pipe.push(told)
        if place.pipe.stale:
            place.pipe.end(*AWAY)


def _typed(said: TypedMessage) -> Typed:
    return Typed(said.clause, said.seed, said.update, said.seen)


def _caret(place: Place) -> Frame:
    assert place.caret is not None
    return frame(caret=place.caret.model_dump(), who=place.number, name=place.name)
