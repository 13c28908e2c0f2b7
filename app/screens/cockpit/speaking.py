"""Who speaks: the speech with its clock, the speaker's card, the caucus around it, and who is next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from app.procedure.caucuses import EndCaucus
from app.procedure.floor import Floor
from app.procedure.queues import list_in_use
from app.procedure.speeches import CallNextSpeaker, Speech
from app.screens.cockpit.common import closed, refused
from app.screens.cockpit.explaining import explaining
from app.screens.cockpit.following import Following, following
from app.screens.cockpit.late import Late, caucus_late
from app.screens.cockpit.taking_up import TakingUp, taking_up
from app.screens.directory import Directory
from app.screens.shown import Countdown, Option, Who, countdown, told, tongue, who
from app.words import clock_time, duration_ms
from app.words.language import capital
from app.words.names import caucus_name
from delegations.profiles import two_lines


@dataclass(frozen=True, slots=True)
class Card:
    """What the chair may want to know of a speaker: its position with the source, and its last speech.

    `doubtful` where the position was inferred and nobody confirmed it; `last_list` is where the last speech
    was held (`Speech.list`), `last_length` how long it was.
    """

    position: str
    page: int
    source: str
    doubtful: bool
    has_profile: bool
    speeches: int
    spoke: str
    last: str
    last_list: str
    last_length: str


@dataclass(frozen=True, slots=True)
class CaucusView:
    """The caucus on the floor with its clock; a round robin has none. `late`: it goes on past a break."""

    kind: str
    name: str
    topic: str
    clock: Countdown | None
    why_not_end: str
    late: Late | None


@dataclass(frozen=True, slots=True)
class SpeakingView:
    """The speech that is held, or that nobody speaks; `after` is who speaks now, "" for nobody.

    `explaining` are the questions on which votes can be explained.
    """

    template: ClassVar[str] = "cockpit/speaking.html"
    coalesced: ClassVar[bool] = False
    committee: int
    speaker: Who | None
    card: Card | None
    clock: Countdown | None
    has_list: bool
    next: Who | None
    seconds: int
    after: str
    why_not_next: str
    caucus: CaucusView | None
    heard: int
    kind: str
    following: Following
    taking_up: TakingUp | None
    explaining: tuple[Option, ...]


def speaking(floor: Floor, directory: Directory) -> SpeakingView:
    """The speaker and the caucus as they are."""
    now, using = floor.speeches.now, list_in_use(floor)
    queue, seconds = (using[1].queue, using[1].seconds) if using else ((), 0)
    return SpeakingView(
        committee=directory.committee,
        speaker=who(directory, now.seat) if now else None,
        card=_card(floor, directory, now) if now else None,
        clock=countdown(floor.clocks.get("speech")),
        has_list=using is not None,
        next=who(directory, queue[0]) if queue else None,
        seconds=seconds,
        after=now.seat if now else "",
        why_not_next=refused(floor, directory, CallNextSpeaker(now.seat if now else "")),
        caucus=_caucus(floor, directory),
        heard=len(floor.speeches.heard),
        kind=_kind(now) if now else "",
        following=following(floor, directory),
        taking_up=taking_up(floor, directory) if now is None else None,
        explaining=explaining(floor, directory) if now is None else (),
    )


def _kind(now: Speech) -> str:
    """What is held, as one code: explanation and question are lists, the others kinds of speech."""
    return now.list if now.list in ("question", "explanation") else now.kind


def _card(floor: Floor, directory: Directory, now: Speech) -> Card:
    """Out of the profile and the speeches that were."""
    profile, speak = directory.profiles.get(now.seat), tongue(directory)
    before = [one for one in floor.speeches.heard if one.seat == now.seat]
    inferred = profile is not None and not profile.positions and bool(profile.doubtful)
    # the dais may read what was inferred, and is told that it was
    shown = replace(profile, positions=profile.doubtful) if profile and inferred else profile
    words = two_lines(shown) if shown else ""
    last = before[-1] if before else None
    return Card(
        words,
        profile.page if profile else 0,
        next((one.text for one in profile.citations if one.text in words), "") if profile else "",
        inferred,
        profile is not None,
        len(before),
        duration_ms(sum(one.ms for one in before), speak) if before else "",
        clock_time(last.ended, directory.time_zone) if last else "",
        last.list if last else "",
        duration_ms(last.ms, speak) if last else "",
    )


def _caucus(floor: Floor, directory: Directory) -> CaucusView | None:
    caucus = floor.caucus
    if caucus is None:
        return None
    why = closed(floor, directory, EndCaucus)
    context = told(floor, directory)
    name = capital(caucus_name(caucus, context.names, context.gettext))
    clock = countdown(floor.clocks.get("caucus"))
    return CaucusView(caucus.kind, name, caucus.topic, clock, why, caucus_late(floor, directory))
