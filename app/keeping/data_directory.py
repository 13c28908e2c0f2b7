"""The data directory: one running Placard holds it, and notes there until when its rooms were alive."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Mapping
from pathlib import Path


class DataDirectoryInUse(Exception):
    """Another process holds the data directory; the message is one sentence for whoever starts Placard."""


class DataDirectory:
    """A directory that this process holds until `close`; the lock goes with the process, however it ends."""

    def __init__(self, path: Path) -> None:
        """Makes the directory where it is missing, and takes it. Raises DataDirectoryInUse."""
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path = path
        self._lock = os.open(path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(self._lock, 20).decode("ascii", "replace").strip()
            os.close(self._lock)
            raise DataDirectoryInUse(_in_use(path, holder)) from error
        os.ftruncate(self._lock, 0)
        os.pwrite(self._lock, str(os.getpid()).encode(), 0)

    def note_alive(self, moments: Mapping[int, int]) -> None:
        """Notes that these committees' rooms were alive at these room times (ms); earlier notes stay.

        It is not forced to the disk: it must outlive the process, not the power (then the last act counts).
        """
        noted = {**self._alive(), **{str(committee): at for committee, at in moments.items()}}
        fresh = self.path / "alive.new"
        fresh.write_text(json.dumps(noted), "utf-8")
        fresh.replace(self.path / "alive")

    def last_alive(self, committee_id: int) -> int | None:
        """The room time (ms) at which the committee's room was last noted as alive, if it ever was."""
        return self._alive().get(str(committee_id))

    def close(self) -> None:
        """Lets another process take the directory."""
        os.close(self._lock)

    def _alive(self) -> dict[str, int]:
        """All notes; none where the file is missing or was cut off by a power failure."""
        try:
            noted = json.loads((self.path / "alive").read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            return {}
        return {str(key): at for key, at in noted.items() if isinstance(at, int)}


def _in_use(path: Path, holder: str) -> str:
    """The sentence for the person: who holds it, and what to do."""
    who = f"Another Placard (process {holder})" if holder.isdigit() else "Another Placard"
    return f"{who} uses the data directory {path}: stop it, or set PLACARD_DATA to another directory."
