"""The board when debate waits: a point with the clock stopped, a question before its vote, the whole room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from app.procedure.act import SILENCE
from app.procedure.floor import Floor
from app.procedure.hearing import SIDES, Hearing, Side, Speakers
from app.procedure.hearings import speakers_on, speakers_on_appeal
from app.procedure.points import Point
from app.procedure.precedence import Motion
from app.procedure.question_time import answering
from app.procedure.quorum import quorum_now
from app.procedure.rulings import Appeal
from app.screens.directory import Directory
from app.screens.projector.parts import topic_of
from app.screens.shown import Countdown, Who, countdown, told, who
from app.words import motion_detail, motion_title
from app.words.context import Context
from app.words.language import capital
from app.words.names import POINTS, code_name

Occasion = Literal["silence", "straw_poll", "challenged", "missing", "questions"]


@dataclass(frozen=True, slots=True)
class Raised:
    """A point waits for the chair; `speaker` and `clock` are the speech that it stopped."""

    template: ClassVar[str] = "projector/raised.html"
    coalesced: ClassVar[bool] = False
    topic: str
    kind: str
    by: Who
    speaker: Who | None
    clock: Countdown | None


@dataclass(frozen=True, slots=True)
class SideOf:
    """One side of a question: who was heard, who waits, and how many speak."""

    side: Side
    heard: tuple[str, ...]
    waiting: tuple[str, ...]
    most: int


@dataclass(frozen=True, slots=True)
class InHand:
    """A motion that was taken up, or an appeal, with its speakers; `appeal` says which."""

    template: ClassVar[str] = "projector/in_hand.html"
    coalesced: ClassVar[bool] = False
    appeal: bool
    title: str
    about: str
    by: str
    sides: tuple[SideOf, ...]


@dataclass(frozen=True, slots=True)
class WholeRoom:
    """What everybody does together: keep silence, show hands, wait for a quorum, put questions."""

    template: ClassVar[str] = "projector/whole_room.html"
    coalesced: ClassVar[bool] = False
    topic: str
    occasion: Occasion
    words: str = ""
    clock: Countdown | None = None
    number: int = 0
    raised: tuple[str, ...] = ()


def raised(floor: Floor, directory: Directory, point: Point) -> Raised:
    """The point that is taken first."""
    context, now = told(floor, directory), floor.speeches.now
    return Raised(
        topic_of(context),
        capital(code_name(POINTS, point.kind, context.gettext)),
        who(directory, point.seat),
        who(directory, now.seat) if now else None,
        countdown(floor.clocks.get("speech")) if now else None,
    )


def appealed(floor: Floor, directory: Directory, appeal: Appeal) -> InHand:
    """The ruling that is appealed, in its words."""
    context, ruling = told(floor, directory), floor.rulings.find(appeal.ruling)
    sides = _sides(context, appeal.hearing, speakers_on_appeal(floor))
    by = context.seat(appeal.seat)
    return InHand(True, ruling.words if ruling else "", "", by, sides)


def in_hand(floor: Floor, directory: Directory, motion: Motion) -> InHand:
    """A motion on which delegations speak."""
    context, rule = told(floor, directory), floor.rulebook.motion(motion.kind)
    speakers = speakers_on(floor, rule, motion) if rule else Speakers()
    return InHand(
        False,
        motion_title(motion.kind, motion.terms, context.names, context.gettext),
        motion_detail(motion.kind, motion.terms, context.names, context.gettext),
        context.seats(motion.movers),
        _sides(context, motion.hearing or Hearing(), speakers),
    )


def _sides(context: Context, hearing: Hearing, speakers: Speakers) -> tuple[SideOf, ...]:
    return tuple(
        SideOf(
            side,
            tuple(capital(context.seat(key)) for key in hearing.called(side)),
            tuple(capital(context.seat(key)) for key in hearing.waiting(side)),
            speakers.on(side),
        )
        for side in SIDES
        if speakers.on(side)
    )


def whole_room(floor: Floor, directory: Directory) -> WholeRoom | None:
    """What the room does together; None where business goes on."""
    context = told(floor, directory)
    topic = topic_of(context)
    if SILENCE in floor.clocks:
        return WholeRoom(topic, "silence", clock=countdown(floor.clocks[SILENCE]))
    if floor.speeches.now is None and floor.attendance.doubt == "challenged":
        return WholeRoom(topic, "challenged")
    if floor.speeches.now is None and floor.attendance.doubt == "missing":
        return WholeRoom(topic, "missing", number=quorum_now(floor))
    if floor.straw_poll is not None:
        return WholeRoom(topic, "straw_poll", floor.straw_poll.question)
    return None


def question_time(floor: Floor, directory: Directory) -> WholeRoom:
    """Questions to those who answer in a caucus, with the placards that are up."""
    context = told(floor, directory)
    caucus, up = floor.caucus, floor.speeches.raised
    assert caucus is not None
    return WholeRoom(
        caucus.topic or topic_of(context),
        "questions",
        context.seats(answering(floor)),
        countdown(floor.clocks.get("caucus")),
        caucus.questions,
        tuple(context.seat(key) for key in up[:3]),
    )
