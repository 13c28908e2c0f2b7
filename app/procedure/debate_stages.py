"""The stages of a timed debate: time for, time against, open debate, the vote; ended by the chair."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, dais, no_vote_open, sits, stale
from app.procedure.countdown import Clock, with_clock
from app.procedure.resolution_debate import DebateMode, DebateStage, in_hand
from app.procedure.speeches import end_of_speech

if TYPE_CHECKING:
    from app.procedure.floor import Floor

AFTER: dict[DebateStage, DebateStage] = {"for": "against", "against": "vote", "open": "vote"}
"""What follows a stage."""


@dataclass(frozen=True, slots=True)
class EndDebateStage:
    """Go on to the next stage: time against, or the vote. `subject` and `stage` are what is ended."""

    subject: str
    stage: DebateStage


@dataclass(frozen=True, slots=True)
class DebateStageBegan:
    """A stage of the debate on `subject` begins, for `ms` milliseconds; the vote has no clock (0)."""

    subject: str
    stage: DebateStage
    ms: int = 0


@dataclass(frozen=True, slots=True)
class DebateModeSet:
    """The draft in hand is debated openly, or with time for and time against."""

    mode: DebateMode


def stage_began(floor: Floor, subject: str, stage: DebateStage, seconds: int = 0) -> DebateStageBegan:
    """A stage with the time that the house gives it, or with these seconds."""
    return DebateStageBegan(subject, stage, 1000 * (seconds or stage_seconds(floor, subject, stage)))


def stage_seconds(floor: Floor, subject: str, stage: DebateStage) -> int:
    """How long a stage lasts in this house; an amendment has times of its own."""
    rules = floor.rulebook.timed_debate
    if floor.papers.amendment(subject) is not None:
        times = {"for": rules.amendment_for_seconds, "against": rules.amendment_against_seconds}
    else:
        times = {"for": rules.for_seconds, "against": rules.against_seconds, "open": rules.open_seconds}
    return times.get(stage, 0)


def first_stage(mode: DebateMode) -> DebateStage:
    """How the debate on a draft begins."""
    return "open" if mode == "open" else "for"


def next_stage(floor: Floor, at: int) -> Outcome:
    """The stage on the floor ends, with whoever speaks in it."""
    debate = floor.resolution_debate
    if debate is not None and debate.now.stage in AFTER:
        yield from end_of_speech(floor, at)
        yield stage_began(floor, debate.now.subject, AFTER[debate.now.stage])


def new_mode(floor: Floor, at: int, mode: DebateMode, seconds: int) -> Outcome:
    """The draft's debate goes on in another mode, from its first stage [PORG]."""
    debate = floor.resolution_debate
    if debate is not None:
        yield from end_of_speech(floor, at)
        yield DebateModeSet(mode)
        yield stage_began(floor, debate.draft.subject, first_stage(mode), seconds)


def may_end(floor: Floor, by: str) -> Refusals:
    """The dais ends a stage, when its time has run out or before; time that runs out only informs."""
    yield from dais(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    yield from in_hand(floor)


def settle_end(floor: Floor, by: str, at: int, command: EndDebateStage) -> Outcome:
    """The page must show the stage that is on."""
    debate = floor.resolution_debate
    if debate is None or (debate.now.subject, debate.now.stage) != (command.subject, command.stage):
        yield stale("timed.other_stage")
    yield from next_stage(floor, at)


def apply_stage(floor: Floor, event: DebateStageBegan, at: int) -> Floor:
    """Its clock is set, and waits for the first word."""
    debate = floor.resolution_debate
    assert debate is not None
    changed = debate.with_now(replace(debate.now, stage=event.stage))
    clock = Clock(event.ms, event.ms, generation=floor.number + 1) if event.ms else None
    return with_clock(replace(floor, resolution_debate=changed), changed.clock, clock)


def apply_mode(floor: Floor, event: DebateModeSet, at: int) -> Floor:
    """From its first stage on; who waits goes on waiting."""
    debate = floor.resolution_debate
    assert debate is not None
    return replace(floor, resolution_debate=replace(debate, mode=event.mode))


ACTS = {EndDebateStage: Act(may_end, settle_end)}
APPLY = {
    DebateStageBegan: apply_stage,
    DebateModeSet: apply_mode,
}
