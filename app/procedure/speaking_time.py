"""The speaking time on the general list, and the limits of any speech."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, against, impossible
from app.procedure.queues import may_run_list, with_list

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class SetSpeakingTime:
    """Set the seconds of speeches on the general list, on the dais's word."""

    seconds: int


@dataclass(frozen=True, slots=True)
class SpeakingTimeSet:
    """Speeches on the general list now last this many seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class SpeakersLimited:
    """So many more delegations may speak on the general list."""

    most: int


def speech_range(floor: Floor, seconds: int, field: str = "seconds") -> Refusals:
    """Speeches on the general list last between the rulebook's shortest and longest."""
    rules = floor.rulebook.speeches
    if seconds <= 0 or seconds > 24 * 3600:
        yield impossible("seconds.positive", field)
    elif not rules.shortest_seconds <= seconds <= rules.longest_seconds:
        yield against("speech.seconds", field, least=rules.shortest_seconds, most=rules.longest_seconds)


def settle_time(floor: Floor, by: str, at: int, command: SetSpeakingTime) -> Outcome:
    """Within the rulebook's limits."""
    yield from speech_range(floor, command.seconds)
    yield SpeakingTimeSet(command.seconds)


def apply_time_set(floor: Floor, event: SpeakingTimeSet, at: int) -> Floor:
    """For the speeches that begin from now on."""
    return with_list(floor, "general", seconds=event.seconds)


def apply_limited(floor: Floor, event: SpeakersLimited, at: int) -> Floor:
    """Those who wait count too."""
    return with_list(floor, "general", most=event.most)


ACTS = {SetSpeakingTime: Act(may_run_list, settle_time)}
APPLY = {SpeakingTimeSet: apply_time_set, SpeakersLimited: apply_limited}
