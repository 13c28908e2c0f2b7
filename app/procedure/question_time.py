"""Questions to who answers them: a speaker that yielded to questions, a panel, the last speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    dais,
    impossible,
    no_vote_open,
    sits,
    stale,
)
from app.procedure.countdown import with_clock
from app.procedure.queues import takes_floor
from app.procedure.quorum import quorate

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class CallQuestioner:
    """Call a delegation to put a question; a follow-up is by leave of the chair to who asked last."""

    seat: str
    follow_up: bool = False


@dataclass(frozen=True, slots=True)
class QuestionerCalled:
    """A delegation puts a question."""

    seat: str
    follow_up: bool


def answering(floor: Floor) -> tuple[str, ...]:
    """Who answers questions now; nobody outside question time."""
    now = floor.speeches.now
    if now is not None and now.kind == "questions":
        return (now.seat,)
    return floor.caucus.answering if floor.caucus is not None else ()


def may_call(floor: Floor, by: str) -> Refusals:
    """The dais, while somebody answers."""
    yield from dais(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    yield from quorate(floor)
    if not answering(floor):
        yield stale("question_time.none")


def settle_call(floor: Floor, by: str, at: int, command: CallQuestioner) -> Outcome:
    """Questions and answers together fit the time that is left [DUM]."""
    yield from acts_for(floor, by, command.seat)
    yield from takes_floor(floor, command.seat, "seat")
    if command.seat in answering(floor):
        yield against("question_time.own", "seat", seat=command.seat)
    if command.follow_up and command.seat != floor.speeches.asking:
        yield impossible("question_time.not_follow_up", "follow_up")
    yield from _time_left(floor, at, command.follow_up)
    yield QuestionerCalled(command.seat, command.follow_up)


def _time_left(floor: Floor, at: int, follow_up: bool) -> Refusals:
    """What stands against one more question: the clock, or the number of questions."""
    caucus, name = floor.caucus, "speech" if floor.speeches.now else "caucus"
    clock = floor.clocks.get(name)
    if clock is not None and clock.left(at) <= 0:
        yield against("question_time.time_up")
    if caucus is not None and caucus.kind == "questions" and not (caucus.questions or follow_up):
        yield against("question_time.all_asked")


def apply_called(floor: Floor, event: QuestionerCalled, at: int) -> Floor:
    """The clock runs for the question and its answer; a follow-up is not counted."""
    raised = tuple(seat for seat in floor.speeches.raised if seat != event.seat)
    floor = replace(floor, speeches=replace(floor.speeches, asking=event.seat, raised=raised))
    clock, caucus = floor.clocks.get("speech"), floor.caucus
    if clock is not None and not clock.running:
        return with_clock(floor, "speech", clock.started(at))
    if caucus is not None and caucus.kind == "questions" and not event.follow_up:
        return replace(floor, caucus=replace(caucus, questions=max(0, caucus.questions - 1)))
    return floor


ACTS = {CallQuestioner: Act(may_call, settle_call)}
APPLY = {QuestionerCalled: apply_called}
