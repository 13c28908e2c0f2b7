"""An election on the phone: what everybody may know of it, and the secret ballot of one seat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.elections import Election
from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.elections import ElectionShown, going_on, over
from app.screens.phone.ballot import ballot
from app.screens.phone.vote import voting
from app.screens.shown import Who, who
from app.screens.view import View


@dataclass(frozen=True, slots=True)
class ElectingView:
    """The election on the floor, or the result announced last."""

    template: ClassVar[str] = "phone/electing.html"
    coalesced: ClassVar[bool] = True

    election: ElectionShown


@dataclass(frozen=True, slots=True)
class SecretBallotView:
    """The secret ballot of a seat. `state`: open, held, counted, paper, closed or no_vote.

    Nothing in it depends on what the seat chose.
    """

    template: ClassVar[str] = "phone/secret_ballot.html"
    coalesced: ClassVar[bool] = False

    state: str
    committee: int
    number: int
    office: str
    places: int
    candidates: tuple[Who, ...]


def voting_or_electing(floor: Floor, directory: Directory) -> View:
    """What everybody may know of the vote or the election on the floor."""
    return electing(floor, directory) or voting(floor, directory)


def own_ballot(floor: Floor, directory: Directory, key: str) -> View:
    """What a seat is asked now, in a vote or in an election."""
    now = floor.elections.now
    return secret_ballot(floor, directory, key, now) if now is not None else ballot(floor, directory, key)


def electing(floor: Floor, directory: Directory) -> ElectingView | None:
    """The election on the floor, else the last result while it is fresh; None where there is neither."""
    if floor.elections.now is not None:
        return ElectingView(going_on(floor, directory, floor.elections.now))
    done = floor.elections.on_show
    return ElectingView(over(floor, directory, done)) if done is not None else None


def secret_ballot(floor: Floor, directory: Directory, key: str, election: Election) -> SecretBallotView:
    """What a seat is asked, or what became of its ballot."""
    state = _state(directory, key, election)
    asked = state in ("open", "paper")
    return SecretBallotView(
        state,
        directory.committee,
        election.number,
        election.office,
        election.places,
        tuple(who(directory, one) for one in election.candidates) if asked else (),
    )


def _state(directory: Directory, key: str, election: Election) -> str:
    if key not in election.order:
        return "no_vote"
    if election.way == "paper":
        return "closed" if election.closed else "paper"
    if key in election.received:
        return "counted"
    if election.closed:
        return "closed"
    return "held" if key in directory.ballots_held else "open"
