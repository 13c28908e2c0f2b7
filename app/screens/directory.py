"""The names, flags and profiles that go with a committee's seat keys; nothing in it is counted by a rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from delegations.profiles import Profile


@dataclass(frozen=True, slots=True)
class Entry:
    """How one delegation is called and shown. `iso2` is None where there is no flag."""

    key: str
    name: str
    short_name: str
    iso2: str | None
    kind: str
    code: str
    """Three letters or so, for places where no name fits (a seat in a picture)."""


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """A committee's names and reading matter. A new one is made when any of it changes.

    `questions` are the guide's, offered as topics; `time_zone` is an IANA name for display.
    """

    committee: int
    name: str
    organ: str = ""
    topics: tuple[str, ...] = ()
    entries: Mapping[str, Entry] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    language: str = "en"
    time_zone: str = "UTC"
    join_url: str = ""
    """What a phone in the room opens to join; with the public code behind it."""
    join_code: str = ""
    join_qr: str = ""
    """The QR code of that address as the path data of an SVG, one unit a module."""
    join_qr_size: int = 0
    short_names: Mapping[str, str] = field(init=False)
    """Seat key -> short name; made once, because every sentence asks for it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "short_names", {key: one.short_name for key, one in self.entries.items()})

    def entry(self, key: str) -> Entry:
        """The entry of a seat; a seat that has none is called by its key."""
        return self.entries.get(key) or Entry(key, key, key, None, "member", key[:3].upper())
