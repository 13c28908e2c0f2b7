"""The ballots of an election: received without what they say, closed, and counted by their sum alone.

Choices are kept outside the rules (`app/ballot_box.py`): only their sum comes in, as a lot does. That it is
the sum of as many ballots as came in is a rule: counted is what was stored is what was acknowledged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    anyone,
    dais,
    forbidden,
    impossible,
    is_dais,
    room_itself,
    stale,
)
from app.procedure.copies import replace
from app.procedure.elections import Election, ElectionCount, an_election_is_on, this_election

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class ReceiveSecretBallots:
    """Ballots of these seats are in the box; the room says so for several at once."""

    election: int
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SecretBallotsReceived:
    """The ballots of these seats are in, in no order but the alphabet's."""

    election: int
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CloseElection:
    """Take no more ballots from devices; they are counted at once."""

    election: int


@dataclass(frozen=True, slots=True)
class ElectionClosed:
    """No more ballots are taken."""

    election: int


@dataclass(frozen=True, slots=True)
class CountElection:
    """The sum of what is in the box, said by the room; `votes` in the order of the candidates."""

    election: int
    ballots: int
    votes: tuple[int, ...]
    blank: int = 0


@dataclass(frozen=True, slots=True)
class EnterElectionCount:
    """Enter what the tellers counted of ballots on paper; `votes` in the order of the candidates."""

    election: int
    ballots: int
    votes: tuple[int, ...]
    blank: int = 0
    invalid: int = 0


@dataclass(frozen=True, slots=True)
class ElectionCounted:
    """The ballots are counted; the room does not know the result yet."""

    election: int
    count: ElectionCount


@dataclass(frozen=True, slots=True)
class ElectionMiscounted:
    """The box holds another number of ballots than came in: nothing can be counted, the ballot is void."""

    election: int
    stored: int
    received: int


def against_ballot(floor: Floor, by: str, election: int, choice: tuple[str, ...]) -> Refusals:
    """What stands against a secret ballot of seat `by` that names these candidates (none: it is blank)."""
    yield from anyone(floor, by)
    if is_dais(floor, by):
        yield forbidden("delegation.only")
    yield from this_election(floor, election)
    now = floor.elections.now
    if now is None or now.number != election:
        return
    if now.way != "devices":
        yield impossible("election.on_paper")
    elif now.closed:
        yield stale("election.closed")
    if by not in now.order:
        yield forbidden("election.not_yours", seat=by)
    if len(choice) > now.places:
        yield impossible("election.too_many", "candidates", places=now.places)
    if len(set(choice)) != len(choice) or not set(choice) <= set(now.candidates):
        yield impossible("election.choice", "candidates")


def may_receive(floor: Floor, by: str) -> Refusals:
    """Only the room, while an election is on."""
    yield from room_itself(floor, by)
    yield from an_election_is_on(floor)


def settle_receive(floor: Floor, by: str, at: int, command: ReceiveSecretBallots) -> Outcome:
    """Of each seat of the electorate one ballot, while ballots are taken."""
    yield from this_election(floor, command.election)
    now = floor.elections.now
    if now is None or now.number != command.election:
        return
    if not now.takes_ballots:
        yield stale("election.closed")
    if not command.seats or list(command.seats) != sorted(set(command.seats) & set(now.order)):
        yield impossible("election.seats", "seats")
    if set(command.seats) & set(now.received):
        yield stale("election.in_already", "seats")
    yield SecretBallotsReceived(now.number, command.seats)


def may_handle(floor: Floor, by: str) -> Refusals:
    """The dais takes an election that is on."""
    yield from dais(floor, by)
    yield from an_election_is_on(floor)


def settle_close(floor: Floor, by: str, at: int, command: CloseElection) -> Outcome:
    """Ballots of devices; those on paper end with their count."""
    yield from this_election(floor, command.election)
    now = floor.elections.now
    if now is None or now.number != command.election:
        return
    if now.way == "paper":
        yield impossible("election.count_paper")
    elif now.closed:
        yield stale("election.closed")
    yield ElectionClosed(now.number)


def settle_count(floor: Floor, by: str, at: int, command: CountElection) -> Outcome:
    """Once, of a ballot that is closed; another number of ballots than came in is said, never counted."""
    yield from this_election(floor, command.election)
    now = floor.elections.now
    if now is None or now.number != command.election:
        return
    if not now.waits_for_count:
        yield stale("election.counted")
    if command.ballots != len(now.received):
        yield ElectionMiscounted(now.number, command.ballots, len(now.received))
        return
    count = ElectionCount(command.ballots, command.votes, command.blank)
    yield from _adds_up(now, count)
    yield ElectionCounted(now.number, count)


def settle_enter(floor: Floor, by: str, at: int, command: EnterElectionCount) -> Outcome:
    """The figures of the tellers must be possible; they may be entered again until they are announced."""
    yield from this_election(floor, command.election)
    now = floor.elections.now
    if now is None or now.number != command.election:
        return
    if now.way != "paper":
        yield impossible("election.by_devices")
    if not 0 <= command.ballots <= len(now.order):
        yield impossible("election.most_ballots", "ballots", voters=len(now.order))
    count = ElectionCount(command.ballots, command.votes, command.blank, command.invalid)
    yield from _adds_up(now, count)
    yield ElectionCounted(now.number, count)


def _adds_up(now: Election, count: ElectionCount) -> Refusals:
    """Each valid ballot names at least one candidate, none twice, and no more than there are places."""
    if len(count.votes) != len(now.candidates):
        yield impossible("election.figures", "votes", candidates=len(now.candidates))
        return
    if min(count.blank, count.invalid, count.valid, *count.votes) < 0 or max(count.votes) > count.valid:
        yield impossible("election.range", "votes", valid=max(count.valid, 0))
    elif not count.valid <= sum(count.votes) <= count.valid * now.places:
        yield impossible("election.sum", "votes", least=count.valid, most=count.valid * now.places)


def _with(floor: Floor, **changes: object) -> Floor:
    assert floor.elections.now is not None
    now = replace(floor.elections.now, **changes)
    return replace(floor, elections=replace(floor.elections, now=now))


def apply_received(floor: Floor, event: SecretBallotsReceived, at: int) -> Floor:
    """These seats have voted."""
    assert floor.elections.now is not None
    return _with(floor, received=(*floor.elections.now.received, *event.seats))


def apply_closed(floor: Floor, event: ElectionClosed, at: int) -> Floor:
    """It waits for its count."""
    return _with(floor, closed=True)


def apply_counted(floor: Floor, event: ElectionCounted, at: int) -> Floor:
    """Counted."""
    return _with(floor, closed=True, count=event.count)


def apply_miscounted(floor: Floor, event: ElectionMiscounted, at: int) -> Floor:
    """Only calling it off is left."""
    return _with(floor, stored=event.stored)


ACTS = {
    ReceiveSecretBallots: Act(may_receive, settle_receive),
    CloseElection: Act(may_handle, settle_close),
    CountElection: Act(may_receive, settle_count),
    EnterElectionCount: Act(may_handle, settle_enter),
}
APPLY = {
    SecretBallotsReceived: apply_received,
    ElectionClosed: apply_closed,
    ElectionCounted: apply_counted,
    ElectionMiscounted: apply_miscounted,
}
