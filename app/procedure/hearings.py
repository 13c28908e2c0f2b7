"""Speakers for and against a question before it is put: it is entertained, and delegations ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    dais,
    impossible,
    is_dais,
    no_vote_open,
    on_behalf,
    sits,
    stale,
)
from app.procedure.handling import second_missing, unopposed
from app.procedure.hearing import Heard, Hearing, Side, Speakers
from app.procedure.precedence import Motion, precedes, with_motion, with_rule
from app.procedure.presence import present
from app.procedure.rulebook import MotionRule
from app.procedure.terms import gone

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class EntertainMotion:
    """Take up a motion on which delegations speak before it is put."""

    motion: int


@dataclass(frozen=True, slots=True)
class MotionEntertained:
    """Speakers on the motion are named; with `mover` its mover speaks first."""

    motion: int
    mover: bool


@dataclass(frozen=True, slots=True)
class SpeakOnMotion:
    """Ask to speak for or against a motion that is entertained."""

    motion: int
    side: Side
    seat: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerNamed:
    """A delegation will speak for or against."""

    about: Heard
    number: int
    side: Side
    seat: str


def speakers_on(floor: Floor, rule: MotionRule, motion: Motion) -> Speakers:
    """Who is heard on a motion before it is put; nobody where it passes without a vote."""
    seconds = rule.speech_seconds or floor.rulebook.handling.speech_seconds
    if unopposed(floor, rule, motion):
        return Speakers(0, 0, seconds)
    return Speakers(rule.speakers_for + rule.mover_speaks, rule.speakers_against, seconds)


def speakers_first(floor: Floor, rule: MotionRule, motion: Motion, field: str) -> Refusals:
    """What stands against a motion being put: speakers for or against it were not heard."""
    speaking = floor.speeches.now is not None and floor.speeches.now.list == "question"
    if speaking or not speakers_on(floor, rule, motion).enough(motion.hearing or Hearing()):
        yield against("question.speakers_first", field)


def question_heard(floor: Floor, about: Heard, number: int) -> tuple[Hearing | None, Speakers] | None:
    """The hearing on a question and who is to be heard; None where it is not before the committee."""
    if about == "ruling":
        return _appeal_heard(floor, number)
    found = with_rule(floor, number)
    if found is None:
        return None
    motion, rule = found
    return motion.hearing, speakers_on(floor, rule, motion)


def _appeal_heard(floor: Floor, number: int) -> tuple[Hearing | None, Speakers] | None:
    appeal = floor.rulings.appeal
    if appeal is None or appeal.ruling != number:
        return None
    return appeal.hearing, speakers_on_appeal(floor)


def speakers_on_appeal(floor: Floor) -> Speakers:
    """Who is heard on an appeal: the appellant first for it, the chair first against it."""
    rules = floor.rulebook.appeals
    return Speakers(rules.speakers_for, rules.speakers_against, floor.rulebook.handling.speech_seconds)


def any_heard(floor: Floor) -> bool:
    """Whether a question is taken up for speakers."""
    return floor.rulings.appeal is not None or any(motion.hearing for motion in floor.motions.pending)


def with_hearing(floor: Floor, about: Heard, number: int, change: Callable[[Hearing], Hearing]) -> Floor:
    """The floor with the hearing on one question changed."""
    if about == "ruling":
        appeal = floor.rulings.appeal
        assert appeal is not None
        changed = replace(appeal, hearing=change(appeal.hearing))
        return replace(floor, rulings=replace(floor.rulings, appeal=changed))
    return with_motion(
        floor, number, lambda motion: replace(motion, hearing=change(motion.hearing or Hearing()))
    )


def may_entertain(floor: Floor, by: str) -> Refusals:
    """The dais takes up what waits, in a sitting meeting."""
    yield from dais(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    if not floor.motions.pending:
        yield stale("motion.none")


def settle_entertain(floor: Floor, by: str, at: int, command: EntertainMotion) -> Outcome:
    """In its turn, with its second, and only where somebody is to be heard on it."""
    found = with_rule(floor, command.motion)
    if found is None:
        yield stale("motion.gone", "motion")
        return
    motion, rule = found
    yield from precedes(floor, motion, "motion")
    yield from gone(floor, rule, motion.terms)
    yield from second_missing(floor, rule, motion, "motion")
    if motion.hearing is not None:
        yield stale("question.entertained", "motion")
    elif speakers_on(floor, rule, motion).enough(Hearing()):
        yield impossible("question.no_speakers", "motion")
    yield MotionEntertained(motion.number, rule.mover_speaks and floor.attendance.here(motion.seat))


def may_speak(floor: Floor, by: str) -> Refusals:
    """Delegations that are present ask, while a question is entertained."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    if not any(motion.hearing for motion in floor.motions.pending):
        yield stale("question.none")
    yield from present(floor, by)


def settle_speak(floor: Floor, by: str, at: int, command: SpeakOnMotion) -> Outcome:
    """On one side, once, while speakers are wanted there."""
    yield from ask_to_speak(floor, by, "motion", command.motion, command.side, command.seat)


def ask_to_speak(floor: Floor, by: str, about: Heard, number: int, side: Side, named: str) -> Outcome:
    """A delegation asks to be heard on a question that is entertained."""
    yield from acts_for(floor, by, named)
    seat, found = on_behalf(floor, by, named), question_heard(floor, about, number)
    if found is None or found[0] is None:
        yield stale("question.none")
        return
    hearing, speakers = found[0], found[1]
    if is_dais(floor, by):
        yield from present(floor, seat, "seat")
    if hearing.knows(seat):
        yield stale("question.asked", "seat", seat=seat)
    if len(hearing.called(side)) >= speakers.on(side):
        yield against("question.side_full", "side", most=speakers.on(side))
    yield SpeakerNamed(about, number, side, seat)


def apply_entertained(floor: Floor, event: MotionEntertained, at: int) -> Floor:
    """The mover waits first, where the house lets it speak beside the others."""

    def taken_up(motion: Motion) -> Motion:
        return replace(motion, hearing=Hearing((motion.seat,) if event.mover else ()))

    return with_motion(floor, event.motion, taken_up)


def apply_named(floor: Floor, event: SpeakerNamed, at: int) -> Floor:
    """One more who waits."""
    return with_hearing(
        floor, event.about, event.number, lambda hearing: hearing.named(event.seat, event.side)
    )


ACTS = {
    EntertainMotion: Act(may_entertain, settle_entertain),
    SpeakOnMotion: Act(may_speak, settle_speak),
}
APPLY = {
    MotionEntertained: apply_entertained,
    SpeakerNamed: apply_named,
}
