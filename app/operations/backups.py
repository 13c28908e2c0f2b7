"""When the newest backup was made, as `placard backup` leaves it in the data folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.keeping.backup_files import FOLDER, noted


@dataclass(frozen=True, slots=True)
class LastBackup:
    """When the newest backup was made, and when one was last restored to see that it can be; None: never."""

    made: datetime | None = None
    verified: datetime | None = None


def last_backup(data: Path) -> LastBackup:
    """What the note in the data folder says; a note that cannot be read says nothing."""
    try:
        found = noted(data / FOLDER)
    except OSError:
        return LastBackup()
    return LastBackup(_moment(found.get("made")), _moment(found.get("verified")))


def _moment(written: Any) -> datetime | None:
    """A moment in UTC, written as ISO 8601 has it."""
    try:
        moment = datetime.fromisoformat(written)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
