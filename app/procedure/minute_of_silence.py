"""A minute of silence for prayer or meditation (GA rule 62, K): nothing else goes on meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import (
    SILENCE,
    Act,
    Outcome,
    Refusals,
    chair_between_votes,
    dais,
    meets,
    stale,
)
from app.procedure.countdown import Clock, with_clock
from app.procedure.speeches import end_of_speech

if TYPE_CHECKING:
    from app.procedure.floor import Floor

LENGTH_MS = 60_000


@dataclass(frozen=True, slots=True)
class KeepSilence:
    """Invite the committee to a minute of silence, on the chair's word."""


@dataclass(frozen=True, slots=True)
class SilenceBegan:
    """The committee keeps silence for `ms` milliseconds."""

    ms: int


@dataclass(frozen=True, slots=True)
class EndSilence:
    """Thank the committee."""


@dataclass(frozen=True, slots=True)
class SilenceEnded:
    """Business goes on."""


def settle_keep(floor: Floor, by: str, at: int, command: KeepSilence) -> Outcome:
    """Whoever speaks has finished."""
    yield from silence_kept(floor, at)


def silence_kept(floor: Floor, at: int) -> Outcome:
    """The minute begins, on a clock of its own."""
    yield from end_of_speech(floor, at)
    yield SilenceBegan(LENGTH_MS)


def may_end(floor: Floor, by: str) -> Refusals:
    """The dais ends it, when the minute is over or before."""
    yield from dais(floor, by)
    yield from meets(floor)
    if SILENCE not in floor.clocks:
        yield stale("silence.none")


def settle_end(floor: Floor, by: str, at: int, command: EndSilence) -> Outcome:
    """Business goes on."""
    yield SilenceEnded()


def apply_began(floor: Floor, event: SilenceBegan, at: int) -> Floor:
    """The clock runs."""
    return with_clock(floor, SILENCE, Clock(event.ms, event.ms, at + event.ms, floor.number + 1))


def apply_ended(floor: Floor, event: SilenceEnded, at: int) -> Floor:
    """The clock is gone."""
    return with_clock(floor, SILENCE, None)


ACTS = {
    KeepSilence: Act(chair_between_votes, settle_keep),
    EndSilence: Act(may_end, settle_end),
}
APPLY = {
    SilenceBegan: apply_began,
    SilenceEnded: apply_ended,
}
