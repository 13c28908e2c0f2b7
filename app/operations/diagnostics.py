"""What somebody who helps from afar wants to know of a server, as lines of text without personal data."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata

from app.operations.backups import LastBackup
from app.operations.counts import Counts
from app.operations.facts import Disk, Sqlite

PACKAGES = ("starlette", "uvicorn", "websockets", "sqlalchemy", "pydantic", "jinja2", "pypdfium2")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How a server is at a moment.

    `database` is its kind and version, `sqlite` what is known of it where it is SQLite; `reasons` stand
    against recording acts; `was_set_by_ms` is by how much the wall clock was set since the start.
    """

    now: datetime
    runs_ms: int
    was_set_by_ms: int
    release: str
    database: str
    sqlite: Sqlite | None
    disk: Disk
    reasons: Sequence[str]
    counts: Counts
    numbers: Mapping[str, int]
    settings: Mapping[str, str]
    backup: LastBackup

    def text(self) -> str:
        """All of it, a line for each fact."""
        return "\n".join(f"{name}: {value}" for name, value in self._lines().items())

    def _lines(self) -> dict[str, object]:
        fault = "yes" if self.sqlite and self.sqlite.has_wal_fault else "no"
        return {
            "placard": self.release,
            "now": self.now.isoformat(timespec="seconds"),
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.release()} {platform.machine()}",
            "packages": ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES),
            "database": self.database,
            "wal fault of this sqlite": fault,
            "ready": "; ".join(self.reasons) or "yes",
            "runs, seconds": self.runs_ms // 1000,
            "clock was set by, seconds": round(self.was_set_by_ms / 1000),
            "disk free, bytes": self.disk.free,
            "disk, bytes": self.disk.total,
            **{f"acts {what}": number for what, number in sorted(self.counts.acts.items())},
            **{f"answers {what}": number for what, number in sorted(self.counts.answers.items())},
            "asked to wait": self.counts.limited,
            **self.numbers,
            **{f"setting {name}": value for name, value in self.settings.items()},
            "last backup": _moment(self.backup.made),
            "last restore that was tried": _moment(self.backup.verified),
        }


def _moment(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at else "never"
