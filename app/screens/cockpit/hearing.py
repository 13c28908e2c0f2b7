"""A question on which delegations speak before it is put: a motion that was taken up, or an appeal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.appeals import appeal_majority
from app.procedure.floor import Floor
from app.procedure.hearing import SIDES, Heard, Hearing, Side, Speakers
from app.procedure.hearings import speakers_on, speakers_on_appeal
from app.procedure.precedence import Motion
from app.procedure.rulings import Appeal
from app.procedure.turns import CallOnQuestion, WaiveSpeakers
from app.procedure.voting import OpenVote
from app.screens.cockpit.common import refused
from app.screens.directory import Directory
from app.screens.shown import Countdown, Who, countdown, told, tongue, who
from app.words import motion_title
from app.words.language import capital
from app.words.names import MAJORITIES, code_name


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a question: who was called, who waits, and how many speak on it."""

    side: Side
    called: tuple[Who, ...]
    waiting: tuple[Who, ...]
    most: int


@dataclass(frozen=True, slots=True)
class HearingView:
    """The question in hand; `about` is motion or ruling, `number` the motion's or the ruling's.

    `speaker` is who speaks on it now; `after` is who has the floor at all. `enough`: it can be put.
    """

    template: ClassVar[str] = "cockpit/hearing.html"
    coalesced: ClassVar[bool] = False
    committee: int
    about: Heard
    number: int
    title: str
    by: str
    words: str
    majority: str
    sides: tuple[SideView, ...]
    speaker: Who | None
    clock: Countdown | None
    after: str
    enough: bool
    why_not_call: str
    why_not_waive: str
    why_not_put: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question before it is put: what it is, whose, in which words, and who speaks on it."""

    about: Heard
    number: int
    title: str
    by: str
    words: str
    majority: str
    hearing: Hearing
    speakers: Speakers


def on_appeal(floor: Floor, directory: Directory, appeal: Appeal) -> HearingView:
    """The appeal, the ruling that it is from, and who is heard."""
    ruling = floor.rulings.find(appeal.ruling)
    majority = code_name(MAJORITIES, appeal_majority(floor), tongue(directory))
    by, speakers = who(directory, appeal.seat).name, speakers_on_appeal(floor)
    ruled = ruling.words if ruling else ""
    asked = Asked("ruling", appeal.ruling, ruled, by, appeal.words, majority, appeal.hearing, speakers)
    return _view(floor, directory, asked)


def on_motion(floor: Floor, directory: Directory, motion: Motion) -> HearingView:
    """A motion that the chair has taken up."""
    context, rule = told(floor, directory), floor.rulebook.motion(motion.kind)
    speakers = speakers_on(floor, rule, motion) if rule else Speakers()
    majority = code_name(MAJORITIES, floor.rulebook.carried(rule), context.gettext) if rule else ""
    asked = Asked(
        "motion",
        motion.number,
        motion_title(motion.kind, motion.terms, context.names, context.gettext),
        context.seats(motion.movers),
        motion.terms.topic,
        majority,
        motion.hearing or Hearing(),
        speakers,
    )
    return _view(floor, directory, asked)


def _view(floor: Floor, directory: Directory, asked: Asked) -> HearingView:
    now, about, number = floor.speeches.now, asked.about, asked.number
    on_it, after = now is not None and now.list == "question", now.seat if now else ""
    return HearingView(
        directory.committee,
        about,
        number,
        asked.title,
        asked.by,
        asked.words,
        capital(asked.majority),
        tuple(_side(directory, asked, side) for side in SIDES if asked.speakers.on(side)),
        who(directory, after) if on_it else None,
        countdown(floor.clocks.get("speech")) if on_it else None,
        after,
        asked.speakers.enough(asked.hearing),
        refused(floor, directory, CallOnQuestion(about, number, after)),
        refused(floor, directory, WaiveSpeakers(about, number)),
        refused(floor, directory, OpenVote(about, str(number))),
    )


def _side(directory: Directory, asked: Asked, side: Side) -> SideView:
    called = tuple(who(directory, key) for key in asked.hearing.called(side))
    waiting = tuple(who(directory, key) for key in asked.hearing.waiting(side))
    return SideView(side, called, waiting, asked.speakers.on(side))
