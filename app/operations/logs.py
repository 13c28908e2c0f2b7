"""What the server writes down while it runs: one line for each event, with no name, code, token or text.

A fault is told by its class and the places in the program that it came through: its message may quote what
somebody typed, or the values of a row. Libraries may put the same into a message behind its first line.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO, Any, Literal

Form = Literal["plain", "json"]
OWN = logging.getLogger("app.operations")
TOLD = "told"
"""The attribute of a log record that holds its event's own fields."""
QUOTING = ("asyncio", "sqlalchemy", "websockets", "alembic")
"""Loggers of libraries whose sentences may hold values: only that they spoke is told."""


def set_up(form: Form, stream: IO[str] | None = None) -> logging.Handler:
    """Has everything that is logged written to `stream` (standard error) in this form.

    "json" also tells each request and its time; "plain" tells only what somebody should look at.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else PlainLines())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    OWN.setLevel(logging.INFO if form == "json" else logging.WARNING)
    return handler


def tell(event: str, **fields: str | int | float) -> None:
    """Write down that something happened; the fields are numbers and words of the program, never people's."""
    OWN.info(event, extra={TOLD: fields})


class JsonLines(logging.Formatter):
    """Each record as one JSON object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": _sentence(record),
            **getattr(record, TOLD, {}),
        }
        if record.exc_info and record.exc_info[1]:
            told["faults"] = list(_faults(record.exc_info[1]))
        return json.dumps(told, ensure_ascii=False)


class PlainLines(logging.Formatter):
    """Each record as a line for people, with a fault's places below it."""

    def format(self, record: logging.LogRecord) -> str:
        """The lines."""
        at = datetime.fromtimestamp(record.created).astimezone()
        lines = [f"{at:%H:%M:%S} {record.levelname.lower()}: {_sentence(record)} ({record.name})"]
        for fault in _faults(record.exc_info[1]) if record.exc_info and record.exc_info[1] else ():
            lines.append(f"  {fault['fault']}")
            lines += [f"    {place}" for place in fault["through"]]
        return "\n".join(lines)


def _sentence(record: logging.LogRecord) -> str:
    if record.name.split(".")[0] in QUOTING:
        return f"{record.name} has something to say"
    return (record.getMessage().splitlines() or [""])[0]


def _faults(fault: BaseException) -> Iterator[dict[str, Any]]:
    """A fault and what it came from, each with its class and the last places that it came through."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [fault]
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        through = traceback.extract_tb(one.__traceback__)[-12:]
        places = [f"{at.name} in {_file(at.filename)}:{at.lineno}" for at in through]
        yield {"fault": type(one).__name__, "through": places}
        inner = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
        waiting += [*inner, one.__cause__ or one.__context__]


def _file(path: str) -> str:
    """The last three parts of a file's path: where it stands on this machine is nobody's business."""
    return "/".join(path.replace("\\", "/").split("/")[-3:])
