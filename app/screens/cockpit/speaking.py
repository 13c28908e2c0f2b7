"""Who speaks: the speech with its clock, the speaker's card, the caucus around it, and who is next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.caucuses import EndCaucus
from app.procedure.floor import Floor
from app.procedure.queues import list_in_use
from app.procedure.speeches import CallNextSpeaker, Speech
from app.screens.cockpit.common import Countdown, Who, closed, countdown, refused, tongue, who
from app.screens.directory import Directory
from app.words import clock_time, duration_ms
from delegations.profiles import two_lines


@dataclass(frozen=True, slots=True)
class Card:
    """What the chair may want to know of a delegation: position, page, and when it was last heard."""

    position: str
    page: int
    has_profile: bool
    speeches: int
    spoke: str
    last: str


@dataclass(frozen=True, slots=True)
class CaucusView:
    """The caucus on the floor with its clock; a round robin has none."""

    kind: str
    topic: str
    clock: Countdown | None
    why_not_end: str


@dataclass(frozen=True, slots=True)
class SpeakingView:
    """The speech that is held, or that nobody speaks; `after` is who speaks now, "" for nobody."""

    template: ClassVar[str] = "cockpit/speaking.html"
    coalesced: ClassVar[bool] = False
    committee: int
    speaker: Who | None
    card: Card | None
    clock: Countdown | None
    next: Who | None
    seconds: int
    after: str
    why_not_next: str
    caucus: CaucusView | None
    heard: int


def speaking(floor: Floor, directory: Directory) -> SpeakingView:
    """The speaker and the caucus as they are."""
    now, using = floor.speeches.now, list_in_use(floor)
    queue, seconds = (using[1].queue, using[1].seconds) if using else ((), 0)
    return SpeakingView(
        committee=directory.committee,
        speaker=who(directory, now.seat) if now else None,
        card=_card(floor, directory, now) if now else None,
        clock=countdown(floor, "speech"),
        next=who(directory, queue[0]) if queue else None,
        seconds=seconds,
        after=now.seat if now else "",
        why_not_next=refused(floor, directory, CallNextSpeaker(now.seat if now else "")),
        caucus=_caucus(floor, directory),
        heard=len(floor.speeches.heard),
    )


def _card(floor: Floor, directory: Directory, now: Speech) -> Card:
    """Out of the profile and the speeches that were."""
    profile = directory.profiles.get(now.seat)
    before = [one for one in floor.speeches.heard if one.seat == now.seat]
    return Card(
        two_lines(profile) if profile else "",
        profile.page if profile else 0,
        profile is not None,
        len(before),
        duration_ms(sum(one.ms for one in before), tongue(directory)) if before else "",
        clock_time(before[-1].ended, directory.time_zone) if before else "",
    )


def _caucus(floor: Floor, directory: Directory) -> CaucusView | None:
    caucus = floor.caucus
    if caucus is None:
        return None
    why = closed(floor, directory, EndCaucus)
    return CaucusView(caucus.kind, caucus.topic, countdown(floor, "caucus"), why)
