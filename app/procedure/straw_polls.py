"""Straw polls: the room shows what it thinks of a question; nothing follows from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    chair_between_votes,
    dais,
    impossible,
    sits,
    stale,
    words,
)
from app.procedure.roster import delegations_here

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class StrawPoll:
    """A question to the room, open until its hands are counted."""

    question: str


@dataclass(frozen=True, slots=True)
class TakeStrawPoll:
    """Ask the room a question, on the chair's word."""

    question: str


@dataclass(frozen=True, slots=True)
class StrawPollOpened:
    """The room is asked."""

    question: str


@dataclass(frozen=True, slots=True)
class CountStrawPoll:
    """Enter the hands of the straw poll."""

    yes: int
    no: int
    abstain: int = 0


@dataclass(frozen=True, slots=True)
class StrawPollCounted:
    """What the room thinks; it binds nobody."""

    question: str
    yes: int
    no: int
    abstain: int


def may_take(floor: Floor, by: str) -> Refusals:
    """A chair, while no question is put."""
    yield from chair_between_votes(floor, by)
    if floor.straw_poll is not None:
        yield stale("straw_poll.open")


def settle_take(floor: Floor, by: str, at: int, command: TakeStrawPoll) -> Outcome:
    """A question in words."""
    if not command.question.strip():
        yield impossible("straw_poll.no_question", "question")
    yield from words(command.question, "question", LONGEST_REASON)
    yield StrawPollOpened(command.question.strip())


def may_count(floor: Floor, by: str) -> Refusals:
    """The dais, once the room was asked."""
    yield from dais(floor, by)
    yield from sits(floor)
    if floor.straw_poll is None:
        yield stale("straw_poll.none")


def settle_count(floor: Floor, by: str, at: int, command: CountStrawPoll) -> Outcome:
    """No more hands than delegations that are here."""
    here = len(delegations_here(floor))
    hands = (command.yes, command.no, command.abstain)
    if min(hands) < 0 or sum(hands) > here:
        yield impossible("straw_poll.range", "yes", here=here)
    assert floor.straw_poll is not None
    yield StrawPollCounted(floor.straw_poll.question, *hands)


def apply_opened(floor: Floor, event: StrawPollOpened, at: int) -> Floor:
    """Hands are shown."""
    return replace(floor, straw_poll=StrawPoll(event.question))


def apply_counted(floor: Floor, event: StrawPollCounted, at: int) -> Floor:
    """Nothing follows."""
    return replace(floor, straw_poll=None)


ACTS = {
    TakeStrawPoll: Act(may_take, settle_take),
    CountStrawPoll: Act(may_count, settle_count),
}
APPLY = {
    StrawPollOpened: apply_opened,
    StrawPollCounted: apply_counted,
}
