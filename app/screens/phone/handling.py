"""The motions on which a delegation can do something: second, object, speak for or against; and an appeal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.handling import ObjectToMotion, SecondMotion, lacks_second, takes_objections
from app.procedure.hearing import SIDES, Heard, Hearing, Side, Speakers
from app.procedure.hearings import speakers_on, speakers_on_appeal
from app.procedure.precedence import Motion
from app.screens.directory import Directory
from app.screens.phone.refusing import why_not_this
from app.screens.shown import told
from app.words import motion_title


@dataclass(frozen=True, slots=True)
class Press:
    """One thing to press on a question: second, object, for or against; `why` closes it."""

    act: str
    why: str


@dataclass(frozen=True, slots=True)
class InHand:
    """A motion, or the appeal from a ruling: its number, its words, what this seat can press."""

    about: Heard
    number: int
    title: str
    presses: tuple[Press, ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class Handling:
    """Everything that waits for a second, an objection or a speaker."""

    template: ClassVar[str] = "phone/handling.html"
    coalesced: ClassVar[bool] = False

    committee: int
    questions: tuple[InHand, ...]


def handling(floor: Floor, directory: Directory, key: str) -> Handling:
    """Only what this seat has to do with: an absent one has nothing to press."""
    if not floor.attendance.here(key):
        return Handling(directory.committee, ())
    motions = (_motion(floor, directory, key, one) for one in floor.motions.pending)
    found = [*_appeal(floor, key), *motions]
    return Handling(directory.committee, tuple(one for one in found if one and (one.presses or one.asked)))


def _appeal(floor: Floor, key: str) -> tuple[InHand, ...]:
    appeal = floor.rulings.appeal
    if appeal is None:
        return ()
    ruling = floor.rulings.find(appeal.ruling)
    presses = _sides(appeal.hearing, speakers_on_appeal(floor), key)
    asked = appeal.hearing.knows(key)
    return (InHand("ruling", appeal.ruling, ruling.words if ruling else "", presses, asked),)


def _motion(floor: Floor, directory: Directory, key: str, motion: Motion) -> InHand | None:
    rule, context = floor.rulebook.motion(motion.kind), told(floor, directory)
    if rule is None:
        return None
    presses = []
    if lacks_second(floor, rule, motion) and key not in motion.movers:
        command = SecondMotion(motion.number)
        presses.append(Press("second", why_not_this(floor, directory, key, command)))
    if takes_objections(floor, rule) and key not in (*motion.movers, *motion.objections):
        presses.append(Press("object", why_not_this(floor, directory, key, ObjectToMotion(motion.number))))
    if motion.hearing is not None:
        presses += _sides(motion.hearing, speakers_on(floor, rule, motion), key)
    title = motion_title(motion.kind, motion.terms, context.names, context.gettext)
    asked = motion.hearing is not None and motion.hearing.knows(key)
    return InHand("motion", motion.number, title, tuple(presses), asked)


def _sides(hearing: Hearing, speakers: Speakers, key: str) -> tuple[Press, ...]:
    """The sides on which somebody is still heard; nothing to who has asked or spoken."""
    if hearing.knows(key) or hearing.waived:
        return ()
    return tuple(Press(side, "") for side in SIDES if _wanted(hearing, speakers, side))


def _wanted(hearing: Hearing, speakers: Speakers, side: Side) -> bool:
    return len(hearing.called(side)) + len(hearing.waiting(side)) < speakers.on(side)
