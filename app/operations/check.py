"""`./placard check`: whether this computer can carry a room, fact by fact, each in a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from app.operations import check_machine as machine
from app.operations import check_room as room
from app.operations.checked import Checked
from app.operations.facts import WallClock
from app.settings import Settings


def check_command(settings: Settings, as_json: bool) -> tuple[int, str]:
    """Exit code (1 where something is broken) and what to print: a line for each fact, or JSON."""
    found = list(checks(settings))
    code = int(any(one.state == "broken" for one in found))
    if as_json:
        return code, json.dumps({"ok": not code, "checks": [asdict(one) for one in found]}, indent=1)
    return code, "\n".join(f"{one.state:<8}{one.id:<11}{one.sentence}" for one in found)


def checks(settings: Settings) -> Iterator[Checked]:
    """Everything that is looked at, in order."""
    yield machine.python()
    yield machine.packages()
    yield machine.linked_sqlite()
    yield from machine.data_folder(settings.data)
    yield room.database(settings)
    yield machine.wall_clock(WallClock())
    yield room.port(settings)
    yield room.phones(settings)
    yield room.backup(settings.data)
    yield from room.for_tests()
