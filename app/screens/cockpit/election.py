"""An election where the chair takes it: the ballot with its count, the lot, and what can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.election_opening import OpenElection, OpenNextBallot
from app.procedure.elections import Election
from app.procedure.floor import Floor
from app.procedure.roster import delegations
from app.screens.cockpit.common import closed
from app.screens.directory import Directory
from app.screens.elections import ElectionShown, going_on, over
from app.screens.shown import Who, told, who
from app.words.elections import outcome_sentence


@dataclass(frozen=True, slots=True)
class ElectionView:
    """The election on the floor. `lot` are those among whom lots are drawn for `lots` places.

    `outcome` is what the count decides, "" where lots are drawn first.
    """

    template: ClassVar[str] = "cockpit/election.html"
    coalesced: ClassVar[bool] = True

    committee: int
    election: ElectionShown
    outcome: str
    lot: tuple[Who, ...]
    lots: int


@dataclass(frozen=True, slots=True)
class NextBallotView:
    """The result that was just announced leaves places: the next ballot is one press away."""

    template: ClassVar[str] = "cockpit/next_ballot.html"
    coalesced: ClassVar[bool] = False

    committee: int
    election: ElectionShown
    why_not: str


@dataclass(frozen=True, slots=True)
class ElectionsView:
    """What can be opened, and the results: `next` is the number of the election whose next ballot can be.

    `standing` are the delegations that may stand, none during a vote.
    """

    past: tuple[ElectionShown, ...]
    next: int
    standing: tuple[Who, ...]
    by_devices: bool
    why_not: str


def electing(floor: Floor, directory: Directory, election: Election) -> ElectionView:
    """The ballot and its count."""
    result = election.decides() if election.count is not None else None
    left = election.places - len(result.elected) if result else 0
    outcome = ""
    if result is not None and not result.lot:
        outcome = outcome_sentence(told(floor, directory), result.elected, result.again, left)
    lot = result.lot if result else ()
    return ElectionView(
        directory.committee,
        going_on(floor, directory, election, dais=True),
        outcome,
        tuple(who(directory, key) for key in lot),
        left if lot else 0,
    )


def next_ballot(floor: Floor, directory: Directory) -> NextBallotView | None:
    """While the room looks at a result that leaves places; else None."""
    done = floor.elections.on_show
    if done is None or not done.again:
        return None
    shown = over(floor, directory, done)
    return NextBallotView(directory.committee, shown, closed(floor, directory, OpenNextBallot))


def elections(floor: Floor, directory: Directory) -> ElectionsView:
    """The results, the latest first, and, while no vote is on, the form of a new election."""
    past = tuple(over(floor, directory, done) for done in reversed(floor.elections.past))
    if floor.votes.now is not None:
        return ElectionsView(past, 0, (), False, "")
    last = floor.elections.last
    goes_on = last is not None and not closed(floor, directory, OpenNextBallot)
    return ElectionsView(
        past,
        last.election.number if last is not None and goes_on else 0,
        tuple(who(directory, seat.key) for seat in delegations(floor)),
        floor.rulebook.devices.voting == "allowed",
        closed(floor, directory, OpenElection),
    )
