"""Sign-ins as they were last looked up, so that not each request asks the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.access.sign_ins import Holder

MOST_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Remembered:
    """A sign-in as it was last looked up: good until `expires`, believed until `fresh_until` (ms)."""

    expires: int
    fresh_until: int
    holders: tuple[Holder, ...]


class Memory:
    """What is believed of devices; `changes` grows whenever something stops being true."""

    def __init__(self) -> None:
        self.changes = 0
        self._known: dict[str, Remembered] = {}

    def believed(self, device: str, now: int) -> Remembered | None:
        """What is believed of a device at this time (ms); None where it has to be looked up."""
        known = self._known.get(device)
        return known if known is not None and known.fresh_until > now else None

    def keep(self, device: str, known: Remembered, changes: int) -> bool:
        """Believes what was looked up, unless something ended since `changes`; says whether all else went."""
        if changes != self.changes:
            return False
        full = len(self._known) >= MOST_REMEMBERED
        if full:
            self._known.clear()
        self._known[device] = known
        return full

    def drop(self, device: str) -> None:
        """A device that was looked up and is nobody; nothing else is touched by that."""
        self._known.pop(device, None)

    def forget(self, devices: Iterable[str]) -> None:
        """What was believed about these devices is asked again."""
        self.changes += 1
        for device in devices:
            self._known.pop(device, None)
