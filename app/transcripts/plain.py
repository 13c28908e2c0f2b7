"""The floor and its events as plain data: for people and programs that read what a transcript gave."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from app.minutes import CANONICAL, events_json


def plain(value: Any) -> Any:
    """Dataclasses as objects, sets and tuples as lists: the same value gives the same data every time."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted((plain(one) for one in value), key=CANONICAL.encode)
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value


def plain_events(events: Iterable[Any]) -> list[dict[str, Any]]:
    """Events as the record writes them: each with its name as `event`."""
    return [{"event": told.pop("event"), **told} for told in json.loads(events_json(tuple(events)))]
