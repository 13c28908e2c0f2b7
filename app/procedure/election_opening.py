"""An election is opened, and the next ballot of one in which places are left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    LONGEST_KEY,
    Act,
    Outcome,
    Refusals,
    chair_between_votes,
    impossible,
    stale,
    words,
)
from app.procedure.election_results import Needed
from app.procedure.elections import Election, Elections, Way
from app.procedure.explanations import end_of_explanation
from app.procedure.quorum import electorate, quorate
from app.procedure.roster import delegations

if TYPE_CHECKING:
    from app.procedure.floor import Floor

MOST_CANDIDATES = 40
LONGEST_OFFICE = 120
"""Delegations that stand in one election, and characters of what they are elected to."""


@dataclass(frozen=True, slots=True)
class OpenElection:
    """Have the committee elect delegations to an office by secret ballot.

    `way` is how ballots are cast; `needed` is what elects.
    """

    office: str
    candidates: tuple[str, ...]
    places: int = 1
    way: Way = "devices"
    needed: Needed = "majority"


@dataclass(frozen=True, slots=True)
class OpenNextBallot:
    """Take the next ballot of an election in which places are left."""

    election: int


@dataclass(frozen=True, slots=True)
class ElectionOpened:
    """A ballot is opened; its candidates and those who vote are fixed."""

    election: Election


def may_open(floor: Floor, by: str) -> Refusals:
    """A chair, in a sitting meeting with a quorum, while nothing else is put."""
    yield from chair_between_votes(floor, by)
    yield from quorate(floor)


def settle_open(floor: Floor, by: str, at: int, command: OpenElection) -> Outcome:
    """Candidates are delegations, each once, and no more places than candidates."""
    yield from _office(command)
    yield from _candidates(floor, command.candidates)
    if not 1 <= command.places <= len(command.candidates):
        yield impossible("election.places", "places", candidates=len(command.candidates))
    yield from _opened(
        floor,
        at,
        Election(
            number=floor.number + 1,
            office=command.office.strip(),
            candidates=command.candidates,
            places=command.places,
            way=command.way,
            needed=command.needed,
            order=electorate(floor, "draft"),
            slate=command.candidates,
        ),
    )


def _office(command: OpenElection) -> Refusals:
    if not command.office.strip():
        yield impossible("election.no_office", "office")
    yield from words(command.office, "office", LONGEST_OFFICE)


def _candidates(floor: Floor, candidates: tuple[str, ...]) -> Refusals:
    known = {seat.key for seat in delegations(floor)}
    if not candidates or len(candidates) > MOST_CANDIDATES:
        yield impossible("election.candidates", "candidates", most=MOST_CANDIDATES)
    if len(set(candidates)) != len(candidates):
        yield impossible("election.twice", "candidates")
    for key in candidates:
        if key not in known:
            yield impossible("election.not_here", "candidates", seat=key[:LONGEST_KEY])


def _opened(floor: Floor, at: int, election: Election) -> Outcome:
    """Like every question that is put, it ends the explanation on the floor."""
    if not election.order:
        yield impossible("vote.nobody")
    if election.way == "devices" and floor.rulebook.devices.voting != "allowed":
        yield impossible("election.no_devices", "way")
    yield from end_of_explanation(floor, at)
    yield ElectionOpened(election)


def may_open_next(floor: Floor, by: str) -> Refusals:
    """Where the election announced last has places left."""
    yield from may_open(floor, by)
    last = floor.elections.last
    if last is None or not last.again:
        yield stale("election.no_next")


def settle_next(floor: Floor, by: str, at: int, command: OpenNextBallot) -> Outcome:
    """The election announced last, with the candidates that its result left."""
    last = floor.elections.last
    if last is None or last.election.number != command.election or not last.again:
        yield stale("election.no_next", "election")
        return
    yield from _opened(
        floor,
        at,
        replace(
            last.election,
            number=floor.number + 1,
            candidates=last.again,
            places=last.places_left,
            order=electorate(floor, "draft"),
            ballot=last.election.ballot + 1,
            elected=last.elected,
            received=(),
            closed=False,
            count=None,
        ),
    )


def apply_opened(floor: Floor, event: ElectionOpened, at: int) -> Floor:
    """The ballot is open."""
    return replace(floor, elections=Elections(event.election, floor.elections.past))


ACTS = {
    OpenElection: Act(may_open, settle_open),
    OpenNextBallot: Act(may_open_next, settle_next),
}
APPLY = {ElectionOpened: apply_opened}
