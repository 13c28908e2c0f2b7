"""A presumed quorum is challenged: the dais counts, and business waits until the quorum is there [HN22]."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    anyone,
    dais,
    impossible,
    meets,
    no_vote_open,
    sits,
    stale,
)
from app.procedure.presence import present
from app.procedure.quorum import QuorumCounted, members, quorum_now

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class ChallengeQuorum:
    """Say that too few members are in the room."""


@dataclass(frozen=True, slots=True)
class QuorumChallenged:
    """A seat challenged the quorum: the dais counts."""

    seat: str


@dataclass(frozen=True, slots=True)
class RecordQuorum:
    """Record how many members the dais counted in the room."""

    here: int


def may_challenge(floor: Floor, by: str) -> Refusals:
    """A delegation that is present, or the dais; not into a vote, and once at a time."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    if floor.attendance.doubt != "none":
        yield stale("quorum.challenged_already")
    yield from present(floor, by)


def settle_challenge(floor: Floor, by: str, at: int, command: ChallengeQuorum) -> Outcome:
    """The presumption ends."""
    yield QuorumChallenged(by)


def may_record(floor: Floor, by: str) -> Refusals:
    """The dais, after a challenge, until the quorum is there."""
    yield from dais(floor, by)
    yield from meets(floor)
    if floor.attendance.doubt == "none":
        yield stale("quorum.not_challenged")


def settle_record(floor: Floor, by: str, at: int, command: RecordQuorum) -> Outcome:
    """At most all members; a roll call counts as well."""
    if not 0 <= command.here <= len(members(floor)):
        yield impossible("quorum.count_range", "here", members=len(members(floor)))
    yield QuorumCounted(command.here, quorum_now(floor))


def apply_challenged(floor: Floor, event: QuorumChallenged, at: int) -> Floor:
    """Debate and votes wait."""
    return replace(floor, attendance=replace(floor.attendance, doubt="challenged"))


def apply_counted(floor: Floor, event: QuorumCounted, at: int) -> Floor:
    """There, or missing until the next count."""
    attendance = replace(floor.attendance, doubt="none" if event.here >= event.needed else "missing")
    return replace(floor, attendance=attendance)


ACTS = {
    ChallengeQuorum: Act(may_challenge, settle_challenge),
    RecordQuorum: Act(may_record, settle_record),
}
APPLY = {
    QuorumChallenged: apply_challenged,
    QuorumCounted: apply_counted,
}
