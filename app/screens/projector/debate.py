"""The board in debate: who speaks, an empty floor, the big clock of a free caucus, the motions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.majorities import todays_rule
from app.procedure.precedence import Motion
from app.procedure.queues import SpeakersList, list_in_use
from app.procedure.quorum import electorate
from app.screens.directory import Directory
from app.screens.projector.fresh import carried
from app.screens.projector.parts import topic_of
from app.screens.shown import Countdown, Who, countdown, told, who
from app.words import N_, clock_time, listed, motion_kind_name, short_duration, threshold_sentence
from app.words.context import Context
from app.words.language import capital
from app.words.names import caucus_name, paper_name, topic_name

NEXT, WAITING = 3, 6
_KINDS = {
    "questions": N_("Answering questions"),
    "comment": N_("Comment"),
    "reply": N_("Right of reply"),
    "guest": N_("Guest speaker"),
    "explanation": N_("Explanation of vote"),
}


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Who speaks next, and when as far as a running clock tells; else the place in the list."""

    time: str
    name: str


@dataclass(frozen=True, slots=True)
class Speaking:
    """A delegation has the floor."""

    template: ClassVar[str] = "projector/speaking.html"
    coalesced: ClassVar[bool] = False
    topic: str
    phase: str
    caucus: Countdown | None
    speaker: Who
    clock: Countdown | None
    upcoming: tuple[Upcoming, ...]
    motions: int


@dataclass(frozen=True, slots=True)
class OpenFloor:
    """Nobody speaks and nothing is moved: the list, and what stands before the committee."""

    template: ClassVar[str] = "projector/open_floor.html"
    coalesced: ClassVar[bool] = False
    topic: str
    phase: str
    caucus: Countdown | None
    taking_names: bool
    seconds: int
    waiting: tuple[str, ...]
    more: int
    drafts: str
    carried: str


@dataclass(frozen=True, slots=True)
class FreeTime:
    """An unmoderated caucus or a consultation: the big clock and what it is for."""

    template: ClassVar[str] = "projector/free_time.html"
    coalesced: ClassVar[bool] = False
    topic: str
    phase: str
    purpose: str
    clock: Countdown
    carried: str


@dataclass(frozen=True, slots=True)
class Rung:
    """One motion of the ladder."""

    id: str
    title: str
    by: str
    about: str
    ask: str
    each: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The motions in the order in which they are put."""

    template: ClassVar[str] = "projector/ladder.html"
    coalesced: ClassVar[bool] = False
    caucus: Countdown | None
    rungs: tuple[Rung, ...]
    more: int
    threshold: str


def speaking(floor: Floor, directory: Directory) -> Speaking:
    """The speech on the floor; raises AssertionError where there is none."""
    context, now = told(floor, directory), floor.speeches.now
    assert now is not None
    return Speaking(
        _topic(context),
        _phase(context),
        countdown(floor.clocks.get("caucus")),
        who(directory, now.seat),
        countdown(floor.clocks.get("speech")),
        _upcoming(floor, directory),
        len(floor.motions.pending),
    )


def open_floor(floor: Floor, directory: Directory) -> OpenFloor:
    """The list in use; where there is none it is shown closed and empty."""
    context, using = told(floor, directory), list_in_use(floor)
    speakers = using[1] if using is not None else SpeakersList()
    drafts = [paper.name for paper in floor.papers.before_the_committee(floor.meeting.topic)]
    return OpenFloor(
        _topic(context),
        _phase(context),
        countdown(floor.clocks.get("caucus")),
        speakers.open,
        speakers.seconds,
        tuple(directory.entry(key).short_name for key in speakers.queue[:WAITING]),
        max(0, len(speakers.queue) - WAITING),
        listed(drafts, context.gettext) if drafts else "",
        carried(context),
    )


def free_time(floor: Floor, directory: Directory) -> FreeTime:
    """A caucus without a list; raises AssertionError where there is no clock."""
    context, clock = told(floor, directory), countdown(floor.clocks.get("caucus"))
    assert floor.caucus is not None and clock is not None
    return FreeTime(topic_of(context), _phase(context), floor.caucus.topic, clock, carried(context))


def ladder(floor: Floor, directory: Directory) -> Ladder:
    """Four rungs fit; the rest is counted."""
    context, pending = told(floor, directory), floor.motions.pending
    rungs = tuple(_rung(motion, context) for motion in pending[:4])
    more, clock = max(0, len(pending) - 4), countdown(floor.clocks.get("caucus"))
    return Ladder(clock, rungs, more, _threshold(context, pending[0]))


def _topic(context: Context) -> str:
    """What is spoken about: the caucus's own topic, else the committee's."""
    caucus = context.floor.caucus
    return (caucus.topic if caucus else "") or topic_of(context)


def _phase(context: Context) -> str:
    """What is heard in place of the list, or the kind of caucus; "" on the general list."""
    caucus, now = context.floor.caucus, context.floor.speeches.now
    kind = (now.list if now.list == "explanation" else now.kind) if now is not None else "speech"
    if now is not None and now.list == "question":
        return _on_question(context)
    if kind in _KINDS:
        return context.gettext(_KINDS[kind])
    return capital(caucus_name(caucus, context.names, context.gettext)) if caucus else ""


def _on_question(context: Context) -> str:
    """What is spoken on: an appeal, or the motion that was taken up."""
    if context.floor.rulings.appeal is not None:
        return context.gettext(N_("Appeal"))
    heard = next((one for one in context.floor.motions.pending if one.hearing is not None), None)
    return motion_kind_name(heard.kind, context.names, context.gettext) if heard else ""


def _upcoming(floor: Floor, directory: Directory) -> tuple[Upcoming, ...]:
    using, clock, now = list_in_use(floor), floor.clocks.get("speech"), floor.speeches.now
    if using is None or (now is not None and now.list not in ("general", "caucus")):
        return ()
    rows = []
    for place, key in enumerate(using[1].queue[:NEXT]):
        time = f"{place + 1}."
        if clock is not None and clock.deadline is not None:
            begins = clock.deadline + place * using[1].seconds * 1000
            time = clock_time(begins, directory.time_zone)
        rows.append(Upcoming(time, directory.entry(key).short_name))
    return tuple(rows)


def _rung(motion: Motion, context: Context) -> Rung:
    """The kind, who moved it for what, and the time it asks for."""
    terms, gettext = motion.terms, context.gettext
    total = short_duration(terms.total_seconds, gettext) if terms.total_seconds else ""
    speech = short_duration(terms.speech_seconds, gettext) if terms.speech_seconds else ""
    about = terms.topic or (paper_name(terms.paper, context.names) if terms.paper else "")
    about = about or (context.amendment(terms.amendment) if terms.amendment else "") or terms.until
    if terms.topic_number:
        about = topic_name(terms.topic_number, context.names, gettext)
    return Rung(
        f"motion-{motion.number}",
        motion_kind_name(motion.kind, context.names, gettext),
        context.seats((motion.seat, *motion.also)),
        about,
        total or speech,
        speech if total else "",
    )


def _threshold(context: Context, motion: Motion) -> str:
    """What carries the first motion; "" where the chair decides it."""
    floor = context.floor
    rule, voters = floor.rulebook.motion(motion.kind), len(electorate(floor, "procedure"))
    majority = floor.rulebook.majority(rule) if rule else None
    if majority is None:
        return ""
    abstain = floor.rulebook.votes.procedural_abstain
    carries = todays_rule(floor, majority, "procedure")
    return threshold_sentence(carries, voters, abstain, context.gettext)
