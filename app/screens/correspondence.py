"""The notes of a committee as they lie in its rows: threads, the notes in them, and who reads which.

Nothing of it is in the directory, which every screen is drawn with: a screen gets the notes of one reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

DAIS = "dais:"
"""The dais as a party of a thread; no seat's key holds a colon."""


@dataclass(frozen=True, slots=True, repr=False)
class Note:
    """What seat `by` wrote at `at` (ms, UTC); `party` is that seat, or the dais for those who sit on it.

    `place` counts from 1 in the order in which notes were passed on; 0 while it waits for the dais or was
    returned, with the sentence `returned`. `readers` is who reads it beside the parties, as it was when it
    was written. `reported_by` is the party that reported it, `settled` whether the dais dealt with that.
    """

    key: int
    by: str
    party: str
    text: str
    at: int
    readers: str
    place: int
    returned: str
    reported_by: str
    settled: bool

    @property
    def waits(self) -> bool:
        """Whether it waits for the dais to pass it on."""
        return not self.place and not self.returned


@dataclass(frozen=True, slots=True, repr=False)
class Thread:
    """A note with its answers; `read_to` is for each party the place of the last note that it read."""

    key: int
    read_to: Mapping[str, int]
    notes: tuple[Note, ...]

    def read_by(self, party: str) -> tuple[Note, ...]:
        """The notes that a party may read: what was passed on to it and what it wrote.

        The dais also reads what it was said to read always, and what may be reported once one note is.
        """
        return tuple(note for note in self.notes if self._may_read(note, party))

    def unread(self, party: str) -> int:
        """How many notes of others a party of this thread has not read."""
        read_to = self.read_to.get(party)
        if read_to is None:
            return 0
        return sum(note.place > read_to and note.party != party for note in self.notes)

    @property
    def reported(self) -> bool:
        """Whether one of its notes was reported, whatever came of it."""
        return any(note.reported_by for note in self.notes)

    @property
    def to_settle(self) -> int:
        """How many notes wait for the dais: to be passed on, or reported and not dealt with."""
        return sum(note.waits or bool(note.reported_by and not note.settled) for note in self.notes)

    def _may_read(self, note: Note, party: str) -> bool:
        if note.party == party:
            return True
        if party in self.read_to and note.place:
            return True
        if party != DAIS:
            return False
        return note.readers == "dais_always" or (note.readers == "dais_if_reported" and self.reported)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Correspondence:
    """All threads of a committee by key; made anew when one changes."""

    threads: Mapping[int, Thread] = field(default_factory=dict)
    of: Mapping[str, tuple[Thread, ...]] = field(init=False)
    """Party -> the threads that it may read in, the newest first."""
    unread: Mapping[str, int] = field(init=False)
    """Party -> how many notes it has not read; who is not here has none."""

    def __post_init__(self) -> None:
        of: dict[str, list[Thread]] = {}
        unread: dict[str, int] = {}
        for key in sorted(self.threads, reverse=True):
            thread = self.threads[key]
            for party in _readers(thread):
                of.setdefault(party, []).append(thread)
                unread[party] = unread.get(party, 0) + thread.unread(party)
        object.__setattr__(self, "of", {party: tuple(found) for party, found in of.items()})
        object.__setattr__(self, "unread", unread)

    def with_thread(self, key: int, thread: Thread | None) -> Correspondence:
        """The same with one thread as it is now; None where it is gone."""
        others = {one: found for one, found in self.threads.items() if one != key}
        return Correspondence({**others, key: thread} if thread else others)


def _readers(thread: Thread) -> Iterator[str]:
    """The parties that read at least one note of a thread."""
    return (party for party in {*thread.read_to, DAIS} if thread.read_by(party))
