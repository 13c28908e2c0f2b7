"""The minutes: each act as one row, its JSON to the byte, the chain of codes, and reading it all back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from app.procedure import floor as rules
from app.procedure.floor import Floor
from app.procedure.undo import ActUndone, Entry, History, UndoAct, UndoSheet, history

RENAMED: dict[str, type] = {}
"""Names that commands and events had in an earlier release -> the class that reads them now."""


class UnknownEvent(Exception):
    """The record holds something that this release cannot read; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Minute:
    """One row of the minutes: one accepted command of a committee, with its events.

    `number` counts from 1 without gaps, `at` is room time (ms), `by` the seat key, `command_id` what the
    browser minted for the press, `digest` the SHA-256 of the command, `command` and `events` JSON, and
    `chain` the SHA-256 over the chain code before and all other columns.
    """

    committee_id: int
    number: int
    at: int
    by: str
    command_id: str
    digest: str
    command: str
    events: str
    chain: str


@cache
def commands() -> dict[str, type]:
    """All commands by name, undo included."""
    return {**rules.COMMANDS, UndoAct.__name__: UndoAct, UndoSheet.__name__: UndoSheet}


@cache
def events() -> dict[str, type]:
    """All events by name, undo included."""
    return {**rules.EVENTS, ActUndone.__name__: ActUndone}


def write(
    before: Minute | Floor,
    committee_id: int,
    at: int,
    by: str,
    command_id: str,
    command: str,
    happened: Sequence[Any],
) -> Minute:
    """The next row after `before`, which is the last row or the floor.

    `at` is room time (ms), `command` comes from `command_json`, `happened` are its events.
    """
    previous = before.chain if isinstance(before, Minute) else before.head
    number, text = before.number + 1, events_json(happened)
    told = (committee_id, number, at, by, command_id, digest(command), command, text)
    return Minute(*told, chain=chain_code(previous, told))


def command_json(command: Any, insist: str = "", sheet: int = 0) -> str:
    """A command as the record keeps it; `insist` is the dais's reason for going against the rulebook.

    `sheet` is the first act entered from the same sheet of paper, 0 where it was entered as it happened.
    """
    beside: dict[str, Any] = {"insist": insist} if insist else {}
    if sheet:
        beside["sheet"] = sheet
    return _text({"command": type(command).__name__, **_fields(command), **beside})


def events_json(happened: Sequence[Any]) -> str:
    """The events of one act as the record keeps them: exactly the bytes that are hashed."""
    return _text([{"event": type(event).__name__, **_fields(event)} for event in happened])


def digest(command: str) -> str:
    """What tells a command pressed twice from another one under the same id: the SHA-256 of its JSON."""
    return hashlib.sha256(command.encode()).hexdigest()


def chain_code(previous: str, told: Iterable[str | int]) -> str:
    """The code after a row: SHA-256 over the code before and the other columns, each as a netstring.

    A netstring (`length:bytes,`, D. J. Bernstein, 1997) leaves no doubt where a column ends.
    """
    texts = [str(column).encode() for column in (previous, *told)]
    return hashlib.sha256(b"".join([b"%d:%b," % (len(text), text) for text in texts])).hexdigest()


def columns(minute: Minute) -> tuple[str | int, ...]:
    """All columns of a row but its chain code, in their order."""
    return (
        minute.committee_id,
        minute.number,
        minute.at,
        minute.by,
        minute.command_id,
        minute.digest,
        minute.command,
        minute.events,
    )


def verify(minutes: Iterable[Minute], head: str = "") -> int | None:
    """The first number at which a committee's whole record is not what was written, or None.

    Finds a change, a deletion, an insertion and another order. That the last rows are missing shows only
    against a chain code `head` noted earlier: then the number that should come next is returned.
    """
    number, code = 0, ""
    for minute in minutes:
        number += 1
        if minute.number != number or minute.chain != chain_code(code, columns(minute)):
            return number
        code = minute.chain
    return number + 1 if head and head != code else None


def decode(minute: Minute) -> Entry:
    """The row as the rules see it. Raises UnknownEvent where this release cannot read it."""
    told = json.loads(minute.command)
    name, insist, sheet = told.pop("command"), told.pop("insist", ""), told.pop("sheet", 0)
    command = _read(commands(), name, told, minute)
    happened = tuple(
        _read(events(), fields.pop("event"), fields, minute) for fields in json.loads(minute.events)
    )
    return Entry(minute.number, minute.at, minute.by, command, insist, happened, minute.chain, sheet)


def recall(minutes: Iterable[Minute]) -> History:
    """The floor and the acts that can be undone, out of a committee's whole record."""
    return history(decode(minute) for minute in minutes)


def replay(minutes: Iterable[Minute]) -> Floor:
    """The floor out of a committee's whole record: the fold of all acts but the undone."""
    return recall(minutes).floor


@cache
def adapter(kind: type) -> TypeAdapter[Any]:
    """The one adapter between a command or event class and plain data."""
    return TypeAdapter(kind)


def _fields(value: Any) -> dict[str, Any]:
    """A command's or event's fields as plain data, sets still sets."""
    fields: dict[str, Any] = adapter(value.__class__).dump_python(value)
    assert fields.keys().isdisjoint(("command", "event", "insist", "sheet")), (
        f"{type(value)} uses a reserved field name"
    )
    return fields


def _text(value: Any) -> str:
    """Canonical JSON: the same value gives the same bytes in every process."""
    return CANONICAL.encode(value)


def _plain(value: Any) -> Any:
    """Sets in order, because their own order changes from process to process."""
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=_text)
    raise TypeError(f"{type(value).__name__} cannot stand in the minutes")


CANONICAL = json.JSONEncoder(
    allow_nan=False, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
)


def _read(known: dict[str, type], name: str, fields: dict[str, Any], minute: Minute) -> Any:
    """A command or event out of its fields; nothing in the record is skipped or guessed."""
    kind = known.get(name) or RENAMED.get(name)
    where = f"Act {minute.number} of committee {minute.committee_id} holds {name},"
    if kind is None:
        raise UnknownEvent(f"{where} which this release of Placard does not know: start the newer release.")
    try:
        return adapter(kind).validate_python(fields, extra="forbid")
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(map(str, fault["loc"]))
        raise UnknownEvent(f"{where} which this release cannot read ({place}: {fault['msg']}).") from error
