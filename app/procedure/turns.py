"""Speeches for and against a question: called in turn, or waived when nobody else is to be heard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    against,
    chair_between_votes,
    dais,
    impossible,
    is_chair,
    no_vote_open,
    sits,
    stale,
)
from app.procedure.hearing import Heard, Hearing, Side
from app.procedure.hearings import any_heard, question_heard, with_hearing
from app.procedure.speeches import SpeechBegan, end_of_speech, same_speaker

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class CallOnQuestion:
    """Give the floor to the next who asked, for and against in turn. `after` is who is speaking now."""

    about: Heard
    number: int
    after: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerCalled:
    """A delegation is heard on a question."""

    about: Heard
    number: int
    side: Side
    seat: str


@dataclass(frozen=True, slots=True)
class WaiveSpeakers:
    """Hear nobody more on a question: it goes to the vote."""

    about: Heard
    number: int


@dataclass(frozen=True, slots=True)
class SpeakersWaived:
    """The question goes to the vote without further speakers."""

    about: Heard
    number: int


def may_call(floor: Floor, by: str) -> Refusals:
    """The dais gives the floor; nobody speaks into a vote."""
    yield from dais(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    if not any_heard(floor):
        yield stale("question.none")


def settle_call(floor: Floor, by: str, at: int, command: CallOnQuestion) -> Outcome:
    """The sides take turns; the speech on the floor ends."""
    yield from same_speaker(floor, command.after)
    found = question_heard(floor, command.about, command.number)
    if found is None or found[0] is None:
        yield stale("question.none")
        return
    hearing, speakers = found[0].only(partial(_may_be_called, floor)), found[1]
    side = speakers.turn(hearing)
    if side is None:
        yield impossible("question.nobody")
        return
    if len(hearing.called(side)) >= speakers.on(side):
        yield against("question.side_full", most=speakers.on(side))
    seat = hearing.waiting(side)[0]
    yield from end_of_speech(floor, at)
    yield SpeakerCalled(command.about, command.number, side, seat)
    yield SpeechBegan(seat, "question", speakers.seconds * 1000)


def _may_be_called(floor: Floor, key: str) -> bool:
    """Delegations that are present, and the chair that defends its ruling."""
    return floor.attendance.here(key) or is_chair(floor, key)


def settle_waive(floor: Floor, by: str, at: int, command: WaiveSpeakers) -> Outcome:
    """Nobody asks for the floor, or those who did have spoken; a speech on it ends."""
    found = question_heard(floor, command.about, command.number)
    if found is None:
        yield stale("question.none", "number")
        return
    if found[1].enough(found[0] or Hearing()):
        yield stale("question.heard_already", "number")
    now = floor.speeches.now
    if now is not None and now.list == "question":
        yield from end_of_speech(floor, at)
    yield SpeakersWaived(command.about, command.number)


def apply_called(floor: Floor, event: SpeakerCalled, at: int) -> Floor:
    """It has been heard."""
    return with_hearing(
        floor, event.about, event.number, lambda hearing: hearing.heard(event.seat, event.side)
    )


def apply_waived(floor: Floor, event: SpeakersWaived, at: int) -> Floor:
    """Enough."""
    return with_hearing(floor, event.about, event.number, lambda hearing: replace(hearing, waived=True))


ACTS = {
    CallOnQuestion: Act(may_call, settle_call),
    WaiveSpeakers: Act(chair_between_votes, settle_waive),
}
APPLY = {
    SpeakerCalled: apply_called,
    SpeakersWaived: apply_waived,
}
