"""Elections as they are on the floor (GA 92-94, 132).

Candidates are delegations: persons are not on the record. Who has voted is on it, what it chose never is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Refusals, stale
from app.procedure.election_results import Ballots, Decided, Needed, decided

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Way = Literal["devices", "paper"]
LASTING = (
    *("SecretBallotsReceived", "ElectionClosed", "ElectionCounted", "ElectionMiscounted"),
    *("ElectionAnnounced", "ElectionVoided"),
)
"""Events whose act is never taken back: the ballots that it rests on are gone once they were counted."""


@dataclass(frozen=True, slots=True)
class ElectionCount:
    """What the ballots say: `votes` in the order of the candidates.

    Of all `ballots`, `blank` ones name nobody and `invalid` ones count for nothing.
    """

    ballots: int
    votes: tuple[int, ...]
    blank: int = 0
    invalid: int = 0

    @property
    def valid(self) -> int:
        """How many ballots name somebody."""
        return self.ballots - self.blank - self.invalid


@dataclass(frozen=True, slots=True)
class Election:
    """An election as it is on the floor; `number` is that of the act that opened this ballot.

    `order` are the seats that vote; `received` those whose ballots are in. `slate` are all who stood in the
    first ballot, `elected` who was elected in earlier ones. `stored` is how many ballots were found in the
    box where they are not as many as came in: then nothing can be counted.
    """

    number: int
    office: str
    candidates: tuple[str, ...]
    places: int
    way: Way
    needed: Needed
    order: tuple[str, ...]
    slate: tuple[str, ...]
    ballot: int = 1
    elected: tuple[str, ...] = ()
    received: tuple[str, ...] = ()
    closed: bool = False
    count: ElectionCount | None = None
    stored: int | None = None

    @property
    def takes_ballots(self) -> bool:
        """Whether devices may vote now."""
        return self.way == "devices" and not self.closed

    @property
    def waits_for_count(self) -> bool:
        """Whether the ballots of devices are all in and have not been counted."""
        return self.closed and self.needs_ballots

    @property
    def needs_ballots(self) -> bool:
        """Whether what devices chose is still to be counted."""
        return self.way == "devices" and self.count is None and self.stored is None

    def decides(self) -> Decided:
        """What the ballots that were counted decide."""
        assert self.count is not None
        named = dict(zip(self.candidates, self.count.votes, strict=True))
        return decided(Ballots(named, self.count.valid), self.places, self.needed, self.ballot, self.slate)


@dataclass(frozen=True, slots=True)
class Announced:
    """An election whose result is known: all who have a place now, and who stands in the next ballot."""

    election: Election
    elected: tuple[str, ...]
    again: tuple[str, ...]

    @property
    def places_left(self) -> int:
        """How many places nobody has."""
        return self.election.places - len(self.elected) + len(self.election.elected)


@dataclass(frozen=True, slots=True)
class Elections:
    """The election on the floor, and those that were announced; `fresh`: the room still looks at the last."""

    now: Election | None = None
    past: tuple[Announced, ...] = ()
    fresh: bool = False

    @property
    def last(self) -> Announced | None:
        """The election announced last, if there was one."""
        return self.past[-1] if self.past else None

    @property
    def on_show(self) -> Announced | None:
        """The election announced last, while the room still looks at it."""
        return self.last if self.fresh else None


def this_election(floor: Floor, number: int) -> Refusals:
    """The page must show the election that is on the floor."""
    if floor.elections.now is None or floor.elections.now.number != number:
        yield stale("election.over", "election")


def an_election_is_on(floor: Floor) -> Refusals:
    """What stands against acts on an election while there is none."""
    if floor.elections.now is None:
        yield stale("election.over", "election")
