"""The end of an election: who is elected is announced, by lot where it has to be, or it is called off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import LONGEST_REASON, Act, Outcome, Refusals, chair, impossible, reason, stale
from app.procedure.elections import Announced, Election, Elections, an_election_is_on, this_election

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class AnnounceElection:
    """Announce who is elected; `lot` are those to whom the lot gave the last places, where it has to."""

    election: int
    lot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ElectionAnnounced:
    """These were elected, `lot` of them by lot; `again` stand in the next ballot, where places are left."""

    election: int
    elected: tuple[str, ...]
    lot: tuple[str, ...]
    again: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VoidElection:
    """Call an election off before its result is announced, with a reason."""

    election: int
    reason: str


@dataclass(frozen=True, slots=True)
class ElectionVoided:
    """An election was called off; no ballot of it counts."""

    election: int
    reason: str


def may_announce(floor: Floor, by: str) -> Refusals:
    """Results are the chair's to announce, and to call off."""
    yield from chair(floor, by)
    yield from an_election_is_on(floor)


def settle_announce(floor: Floor, by: str, at: int, command: AnnounceElection) -> Outcome:
    """Where a second ballot was divided equally, the chair draws lots (GA 93)."""
    yield from this_election(floor, command.election)
    now = floor.elections.now
    if now is None or now.number != command.election:
        return
    if now.stored is not None:
        yield impossible("election.miscounted", stored=now.stored, received=len(now.received))
        return
    if now.count is None:
        yield stale("election.not_counted")
        return
    result = now.decides()
    left = now.places - len(result.elected)
    if result.lot:
        yield from _drawn(command.lot, result.lot, left)
    elif command.lot:
        yield impossible("election.no_lot", "lot")
    elected = (*result.elected, *command.lot)
    yield ElectionAnnounced(now.number, elected, command.lot, result.again)


def _drawn(lot: tuple[str, ...], among: tuple[str, ...], left: int) -> Refusals:
    """As many as there are places, each once."""
    if len(lot) != left or len(set(lot)) != left or not set(lot) <= set(among):
        yield impossible("election.lot", "lot", places=left)


def settle_void(floor: Floor, by: str, at: int, command: VoidElection) -> Outcome:
    """Before the announcement only."""
    yield from this_election(floor, command.election)
    yield from reason(command.reason, LONGEST_REASON)
    yield ElectionVoided(command.election, command.reason.strip())


def apply_announced(floor: Floor, event: ElectionAnnounced, at: int) -> Floor:
    """Done, and kept; who has a place keeps it in the next ballot."""
    now: Election | None = floor.elections.now
    assert now is not None
    done = Announced(now, (*now.elected, *event.elected), event.again)
    return replace(floor, elections=Elections(None, (*floor.elections.past, done), fresh=True))


def apply_voided(floor: Floor, event: ElectionVoided, at: int) -> Floor:
    """As if it had not been opened."""
    return replace(floor, elections=replace(floor.elections, now=None))


ACTS = {
    AnnounceElection: Act(may_announce, settle_announce),
    VoidElection: Act(may_announce, settle_void),
}
APPLY = {
    ElectionAnnounced: apply_announced,
    ElectionVoided: apply_voided,
}
