"""The names, flags and profiles that go with a committee's seat keys; nothing in it is counted by a rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from app.screens.walls import Showing
from delegations.collection import Collection
from delegations.profiles import Profile
from delegations.searching import Index
from delegations.standing import Standing, standing


@dataclass(frozen=True, slots=True)
class Entry:
    """How one delegation is called and shown. `iso2` is None where there is no flag.

    `kind` is that with which it came; as what it sits now the floor knows.
    """

    key: str
    name: str
    short_name: str
    iso2: str | None
    kind: str
    code: str
    """Three letters or so, for places where no name fits (a seat in a picture)."""


@dataclass(frozen=True, slots=True)
class Update:
    """A library item that was sent to every screen at `at` (ms, UTC); `wall` while the wall shows it."""

    number: int
    title: str
    at: int
    wall: bool
    read_by: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """A committee's names and reading matter. A new one is made when any of it changes.

    `questions` are the guide's, offered as topics; `time_zone` is an IANA name for display. `language` is the
    one that the committee works in; `reader` that of those who look, "" where all look together.
    `standing` counts published positions only; `touched` is what the dais said of questions (by their place)
    and the caucuses and clauses that may have touched them. What a delegation keeps for itself is not here.
    """

    committee: int
    name: str
    organ: str = ""
    topics: tuple[str, ...] = ()
    entries: Mapping[str, Entry] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    renewed: Mapping[str, int] = field(default_factory=dict)
    """Seat key -> when a newer guide changed its position (ms, UTC); who is not here has the first one."""
    questions: tuple[str, ...] = ()
    language: str = "en"
    reader: str = ""
    time_zone: str = "UTC"
    collection: Collection = field(default_factory=Collection)
    index: Index = field(default_factory=lambda: Index(()))
    standing: Standing = field(default_factory=lambda: standing({}))
    updates: tuple[Update, ...] = ()
    shared: frozenset[int] = frozenset()
    """Numbers of the library's items that every committee of the conference has."""
    touched: Mapping[tuple[int, str], bool] = field(default_factory=dict)
    join_url: str = ""
    """What a phone in the room opens to join; with the public code behind it."""
    join_code: str = ""
    join_qr: str = ""
    """The QR code of that address as the path data of an SVG, one unit a module."""
    join_qr_size: int = 0
    walls: Mapping[int, Showing] = field(default_factory=dict)
    """What the dais put on each wall; one that is not here follows the floor."""
    claimed: int = 0
    """How many delegations have somebody on a device: told before the roll call, and counted by no rule."""
    ballots_held: frozenset[str] = frozenset()
    """Seats whose secret ballots wait to be recorded: each is told so, and nobody else."""
    full: Mapping[str, bool] = field(default_factory=dict)
    """Seats with as many devices as they may have at which one more came, and whether one gave way to it."""
    unrecorded: bool = False
    """Whether the last act could not be recorded: then the dais is told, as long as that lasts."""
    short_names: Mapping[str, str] = field(init=False)
    """Seat key -> short name; made once, because every sentence asks for it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "short_names", {key: one.short_name for key, one in self.entries.items()})

    def entry(self, key: str) -> Entry:
        """The entry of a seat; a seat that has none is called by its key."""
        return self.entries.get(key) or Entry(key, key, key, None, "member", key[:3].upper())

    def update(self, number: int) -> Update | None:
        """The library item with this number as it was sent to every screen; None where it was not."""
        return next((one for one in self.updates if one.number == number), None)


@lru_cache(maxsize=32)
def read_in(directory: Directory, reader: str) -> Directory:
    """The directory for those who read the language `reader`; "" is the committee's own."""
    return replace(directory, reader=reader)
