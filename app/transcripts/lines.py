"""The lines of a transcript: read one by one, each error as one sentence with the number of its line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import ValidationError

from app.minutes import adapter, commands

LATEST = 10**12
"""The last second that a transcript may name."""
CALLED_BY_LINE = "@"
"""Before the number of a line, in place of an act's number: "@5" is the act of line 5."""


class BadLine(Exception):
    """A line that is no part of a transcript; the message is one sentence with its number."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"Line {line}: {what}")


@dataclass(frozen=True, slots=True)
class Given:
    """A line with a command: `at` is room time (ms), `actor` as written, `insist` the chair's reason.

    `sheet` is the first act that was entered from the same sheet, 0 for what was entered live.
    """

    line: int
    at: int
    actor: str
    command: Any
    insist: str = ""
    sheet: int = 0


def read_object(line: int, text: bytes) -> dict[str, Any]:
    """One line as a JSON object. Raises BadLine."""
    try:
        found = json.loads(text.decode("utf-8-sig").strip(), parse_float=_number, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise BadLine(line, "this is not UTF-8 text.") from None
    except json.JSONDecodeError as error:
        raise BadLine(line, f"this is not JSON: {_in_words(error)}.") from None
    except (ValueError, RecursionError) as error:
        raise BadLine(line, f"this is not JSON: {str(error).splitlines()[0]}.") from None
    if not isinstance(found, dict):
        raise BadLine(line, 'this is not a JSON object, such as {"at": 0, "actor": "chair", ...}.')
    return found


def _in_words(error: json.JSONDecodeError) -> str:
    """What was met, and at which character of the line, counted from 1."""
    return f"{error.msg[:1].lower()}{error.msg[1:]} at character {error.pos + 1}"


def read_command(line: int, told: dict[str, Any], acts: Mapping[int, int]) -> Given:
    """A line that gives a command. `acts` are the numbers of the acts by line. Raises BadLine."""
    rest = dict(told)
    at, actor = read_time(line, rest.pop("at", None)), _text(line, rest.pop("actor", None), "actor")
    insist = _text(line, rest.pop("insist", ""), "insist")
    sheet = rest.pop("sheet", 0)
    if isinstance(sheet, bool) or not isinstance(sheet, int) or sheet < 0:
        raise BadLine(line, "sheet is the number of an act.")
    name = _text(line, rest.pop("command", None), "command")
    kind = commands().get(name)
    if kind is None or name == "OpenCommittee":
        raise BadLine(line, f"there is no command {name}; `placard meeting words` lists them.")
    return Given(line, at, actor, _command(line, kind, _numbered(line, kind, rest, acts)), insist, sheet)


def read_time(line: int, seconds: Any) -> int:
    """Room time in milliseconds out of seconds, which may have decimals. Raises BadLine."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | Decimal):
        raise BadLine(line, 'it needs the time "at", in seconds.')
    try:
        ms = int(Decimal(seconds) * 1000)
    except ArithmeticError:  # larger than a decimal can be
        ms = -1
    if not 0 <= ms <= LATEST * 1000:
        raise BadLine(line, f'the time "at" is between 0 and {LATEST} seconds.')
    return ms


def _numbered(line: int, kind: type, told: dict[str, Any], acts: Mapping[int, int]) -> dict[str, Any]:
    """The fields with the numbers of acts in place of "@5", and the number of a motion as its subject."""
    made = dict(told)
    text = {field.name for field in fields(kind) if field.type in ("str", str)}
    for name, value in told.items():
        if isinstance(value, str) and value.startswith(CALLED_BY_LINE) and value[1:].isdecimal():
            number = acts.get(int(value[1:])) if len(value) < 10 else None
            if number is None:
                raise BadLine(line, f"{value} in {name} names no earlier line that was accepted.")
            made[name] = str(number) if name in text else number
        elif name == "subject" and isinstance(value, int) and not isinstance(value, bool):
            made[name] = str(value)
    return made


def _command(line: int, kind: type, told: dict[str, Any]) -> Any:
    """The command out of its fields; what is missing, strange or of another type is named."""
    try:
        text = json.dumps(told, default=float)
        return adapter(kind).validate_json(text, strict=True, extra="forbid")
    except ValidationError as error:
        fault = error.errors()[0]
        name = ".".join(str(part) for part in fault["loc"])
        raise BadLine(line, _sentence(kind.__name__, fault["type"], name, fault["msg"])) from None


def _sentence(command: str, fault: str, name: str, message: str) -> str:
    if fault == "missing" or fault == "missing_argument":
        return f"{command} needs the field {name}."
    if fault in ("unexpected_keyword_argument", "extra_forbidden"):
        return f"{command} has no field {name}."
    return f"the field {name} of {command} does not fit: {message[:1].lower()}{message[1:]}."


def _text(line: int, value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise BadLine(line, f'it needs "{name}", a text.')
    return value


def _number(text: str) -> Decimal:
    """A number with decimals; raises ValueError where its exponent is beyond any."""
    try:
        return Decimal(text)
    except InvalidOperation:
        raise ValueError(f"{text[:40]} is no number") from None


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")
