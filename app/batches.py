"""A batch of a room: what waits at the door, and how it is decided, one by one, on the growing floor."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.minutes import Minute, chain_code, columns, command_json, decode, digest, write
from app.procedure.act import Refusal
from app.procedure.floor import InOrder
from app.procedure.undo import Entry, History, decide, moved_on
from app.secret_choices import Choices, SecretChoice

log = logging.getLogger(__name__)


class NotInOrder(Exception):
    """The command is not in order; `refusals` say why (at least one)."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__(", ".join(refusal.rule for refusal in refusals))
        self.refusals = refusals


class CommandIdReused(Exception):
    """The same seat sent another command under an id that is on the record already."""


class BrokenRecord(Exception):
    """The record is not what was written: a row was changed, or some are missing."""


class NotRecorded(Exception):
    """The command is not known to be on the record: send it again under the same id."""


class RoomStopped(Exception):
    """The room serves no more, because its record cannot be read or is not its own; the message says why."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An accepted command: its number in the minutes, its room time (ms) and its events."""

    number: int
    at: int
    events: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is on the record under a seat and command id: the command's digest, and the answer."""

    digest: str
    answer: Recorded


Seen = Mapping[tuple[str, str], Known]
Answer = Recorded | Exception


@dataclass(slots=True, eq=False)
class Waiting:
    """A command that waits to be decided, and whoever waits for the answer. `text` is its JSON.

    `choices` are secret ballots that are written with it, in rows beside the minutes.
    """

    by: str
    command_id: str
    command: Any
    insist: str
    text: str
    digest: str
    answer: asyncio.Future[Recorded]
    choices: Choices = ()

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same command when it is sent again."""
        return self.by, self.command_id

    def settle(self, answer: Answer) -> None:
        """Gives the answer to whoever still waits for it."""
        if self.answer.done():
            return
        if isinstance(answer, Exception):
            self.answer.set_exception(answer)
        else:
            self.answer.set_result(answer)


def begin_waiting(
    by: str, command_id: str, command: Any, insist: str, text: str, choices: Choices = ()
) -> Waiting:
    """A command at the door; its answer belongs to the event loop that runs."""
    answer: asyncio.Future[Recorded] = asyncio.get_running_loop().create_future()
    return Waiting(by, command_id, command, insist, text, digest(text), answer, choices)


@dataclass(frozen=True, slots=True)
class Together:
    """Commands of one seat that are recorded one after the other, all or none, right after act `base`.

    Each goes with the chair's reason for insisting ("" for none). They come from one sheet of paper, which
    `press` enters.
    """

    press: str
    base: int
    commands: tuple[tuple[Any, str], ...]

    def text(self, place: int) -> str:
        """The JSON of the command in this place, from 0."""
        return command_json(*self.commands[place], sheet=self.base + 1)


def row_id(press: str, place: int) -> str:
    """The command id of a row, where one press records several; `place` counts from 0."""
    return f"{press}.{place + 1}"


@dataclass(slots=True)
class Considered:
    """A batch as it was decided: the rows to record, the history after them, and an answer for each."""

    history: History
    minutes: list[Minute] = field(default_factory=list)
    choices: list[SecretChoice] = field(default_factory=list)
    seen: dict[tuple[str, str], Known] = field(default_factory=dict)
    answers: list[tuple[Waiting, Answer]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Door:
    """What a room knows when it considers a batch; nothing in it changes while that goes on."""

    committee_id: int
    history: History
    seen: Seen
    now: Callable[[], int]

    def consider(self, batch: Iterable[Waiting], news: Sequence[Minute]) -> Considered:
        """Decides a batch after the acts in `news`, which others recorded.

        Raises BrokenRecord and UnknownEvent.
        """
        considered = self.catch_up(news)
        for waiting in batch:
            known = self.seen.get(waiting.key) or considered.seen.get(waiting.key)
            decide_ = self._decide_all if isinstance(waiting.command, Together) else self._decide
            answer = again(known, waiting) if known else decide_(considered, waiting)
            considered.answers.append((waiting, answer))
        return considered

    def catch_up(self, news: Sequence[Minute]) -> Considered:
        """The history after acts that others recorded. Raises BrokenRecord, UnknownEvent."""
        considered = Considered(self.history)
        for minute in news:
            _check(considered.history, minute)
            entry = decode(minute)
            considered.history = considered.history.entered(entry)
            considered.seen[minute.by, minute.command_id] = known(minute, entry)
        return considered

    def _decide(self, considered: Considered, waiting: Waiting, sheet: int = 0) -> Answer:
        """Decides one command; a fault in the rules fails this one command, loudly, and no other."""
        past = considered.history
        at = max(self.now(), past.floor.at)
        try:
            outcome = decide(past, waiting.by, at, waiting.command, waiting.insist)
            if not isinstance(outcome, InOrder):
                return NotInOrder(outcome.refusals)
            happened = outcome.events
            minute = write(
                past.floor, self.committee_id, at, waiting.by, waiting.command_id, waiting.text, happened
            )
            entry = Entry(
                minute.number, at, waiting.by, waiting.command, waiting.insist, happened, minute.chain, sheet
            )
            considered.history = past.entered(entry)
        except Exception as fault:
            log.exception("committee %s: %s failed", self.committee_id, type(waiting.command).__name__)
            return fault
        considered.minutes.append(minute)
        considered.choices += waiting.choices
        considered.seen[waiting.key] = known(minute, entry)
        return Recorded(minute.number, at, happened)

    def _decide_all(self, considered: Considered, waiting: Waiting) -> Answer:
        """Decides commands that stand or fall together; the answer is that of the first."""
        together: Together = waiting.command
        if refusals := tuple(moved_on(considered.history.floor, together.base)):
            return NotInOrder(refusals)
        trial = Considered(considered.history)
        for place, (command, insist) in enumerate(together.commands):
            text = together.text(place)
            row = replace(
                waiting,
                command_id=row_id(together.press, place),
                command=command,
                insist=insist,
                text=text,
                digest=digest(text),
            )
            answer = self._decide(trial, row, together.base + 1)
            if isinstance(answer, Exception):
                return answer
        considered.history = trial.history
        considered.minutes += trial.minutes
        considered.seen |= trial.seen
        return trial.seen[waiting.key].answer


def again(known: Known, waiting: Waiting) -> Answer:
    """The answer to a command whose id is on the record: the same answer, or that it was another command."""
    return known.answer if known.digest == waiting.digest else CommandIdReused(waiting.command_id)


def known(minute: Minute, entry: Entry) -> Known:
    """What to remember of a row, for when it is sent again."""
    return Known(minute.digest, Recorded(entry.number, entry.at, entry.events))


def _check(past: History, minute: Minute) -> None:
    """The next row must continue the record that the room has."""
    expected = chain_code(past.floor.head, columns(minute))
    if minute.number != past.floor.number + 1 or minute.chain != expected:
        raise BrokenRecord(
            f"The record of committee {minute.committee_id} was changed at act {minute.number}:"
            " restore a copy of it."
        )
