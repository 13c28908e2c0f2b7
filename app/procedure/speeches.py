"""Who has the floor: calling speakers, the speech that is held, the speeches that were."""

from __future__ import annotations

from collections.abc import Collection
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
    meets,
    no_vote_open,
    stale,
)
from app.procedure.countdown import Clock, with_clock
from app.procedure.queues import SpeakersList, list_in_use, may_run_list, without

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech that is being held: `list` is "general" or "caucus", `ms` the time it was given."""

    seat: str
    list: str
    ms: int
    began: int


@dataclass(frozen=True, slots=True)
class Heard:
    """A speech that was held: by whom, where, and for how many milliseconds."""

    seat: str
    list: str
    ms: int
    ended: int


@dataclass(frozen=True, slots=True)
class Speeches:
    """The general list, the speech on the floor, and the speeches that were held."""

    general: SpeakersList = SpeakersList()
    now: Speech | None = None
    heard: tuple[Heard, ...] = ()

    def opened(self, seconds: int) -> Speeches:
        """With the general list open."""
        return replace(self, general=replace(self.general, open=True, seconds=seconds))

    def closed(self) -> Speeches:
        """With the general list at its end: no names are taken, and nobody waits."""
        return replace(self, general=replace(self.general, open=False, queue=()))

    def ended(self) -> Speeches:
        """With nobody speaking."""
        return replace(self, now=None)


@dataclass(frozen=True, slots=True)
class CallNextSpeaker:
    """Give the floor to the next on the list. `after` is who is speaking now ("" for nobody)."""

    after: str = ""


@dataclass(frozen=True, slots=True)
class CallSpeaker:
    """Give the floor to a delegation that is not on the list (a raised placard)."""

    seat: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class SpeechBegan:
    """A delegation has the floor for `ms` milliseconds."""

    seat: str
    list: str
    ms: int


@dataclass(frozen=True, slots=True)
class EndSpeech:
    """Thank the speaker. `seat` is who is speaking."""

    seat: str


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """A speech is over after `ms` milliseconds."""

    seat: str
    ms: int


def may_call(floor: Floor, by: str) -> Refusals:
    """The dais gives the floor while a list is in use; nobody speaks into a vote."""
    yield from may_run_list(floor, by)
    yield from no_vote_open(floor)


def may_end(floor: Floor, by: str) -> Refusals:
    """The dais thanks the speaker, also while a roll is called."""
    yield from dais(floor, by)
    yield from meets(floor)
    if floor.speeches.now is None:
        yield stale("speech.none")


def settle_call_next(floor: Floor, by: str, at: int, command: CallNextSpeaker) -> Outcome:
    """Two chairs who press at once: the second sees who was called by the first."""
    yield from same_speaker(floor, command.after)
    using = list_in_use(floor)
    if using is None:
        yield impossible("list.none_in_caucus")
        return
    name, speakers = using
    if not speakers.queue:
        yield impossible("list.empty")
        return
    yield from _speech(floor, at, name, speakers.queue[0], speakers.seconds)


def settle_call(floor: Floor, by: str, at: int, command: CallSpeaker) -> Outcome:
    """The chair recognises a raised placard."""
    yield from same_speaker(floor, command.after)
    yield from acts_for(floor, by, command.seat)
    using = list_in_use(floor)
    if using is None:
        yield impossible("list.none_in_caucus")
        return
    if not floor.attendance.here(command.seat):
        yield impossible("seat.absent", "seat", seat=command.seat)
    yield from _speech(floor, at, using[0], command.seat, using[1].seconds)


def _speech(floor: Floor, at: int, name: str, seat: str, seconds: int) -> Outcome:
    """The speech on the floor ends, the next begins; none outlives the caucus it is held in."""
    ms = seconds * 1000
    caucus = floor.clocks.get("caucus") if name == "caucus" else None
    if caucus is not None:
        left = caucus.left(at)
        if left <= 0:
            yield against("caucus.time_up")
        elif floor.rulebook.caucuses.uneven_time == "allow_short_last_speech":
            ms = min(ms, left)
    yield from end_of_speech(floor, at)
    yield SpeechBegan(seat, name, ms)


def same_speaker(floor: Floor, after: str) -> Refusals:
    """The page must show who is speaking now."""
    now = floor.speeches.now
    if (now.seat if now else "") != after:
        yield stale("speech.other", seat=now.seat if now else "")


def end_of_speech(floor: Floor, at: int) -> Outcome:
    """The event that ends the speech on the floor, if there is one."""
    now, clock = floor.speeches.now, floor.clocks.get("speech")
    if now is not None and clock is not None:
        yield SpeechEnded(now.seat, max(0, clock.total - clock.left(at)))


def silence(floor: Floor, at: int, seats: Collection[str]) -> Outcome:
    """The event that ends the speech on the floor, if one of `seats` holds it: they are leaving."""
    if floor.speeches.now is not None and floor.speeches.now.seat in seats:
        yield from end_of_speech(floor, at)


def settle_end(floor: Floor, by: str, at: int, command: EndSpeech) -> Outcome:
    """Thank you."""
    now = floor.speeches.now
    if now is None or now.seat != command.seat:
        yield stale("speech.other", seat=now.seat if now else "")
        return
    yield from end_of_speech(floor, at)


def apply_began(floor: Floor, event: SpeechBegan, at: int) -> Floor:
    """The clock runs with the first word."""
    floor = without(floor, event.list, event.seat)
    if event.list == "general":  # business went on: the last caucus did not "just" end
        floor = replace(floor, last_caucus=None)
    clock = Clock(event.ms, event.ms, at + event.ms, floor.number + 1)
    now = Speech(event.seat, event.list, event.ms, at)
    spoken = replace(floor, speeches=replace(floor.speeches, now=now))
    return with_clock(spoken, "speech", clock)


def apply_ended(floor: Floor, event: SpeechEnded, at: int) -> Floor:
    """What was said counts for the statistics."""
    now = floor.speeches.now
    heard = Heard(event.seat, now.list if now else "general", event.ms, at)
    speeches = replace(floor.speeches, now=None, heard=(*floor.speeches.heard, heard))
    return with_clock(replace(floor, speeches=speeches), "speech", None)


ACTS = {
    CallNextSpeaker: Act(may_call, settle_call_next),
    CallSpeaker: Act(may_call, settle_call),
    EndSpeech: Act(may_end, settle_end),
}
APPLY = {
    SpeechBegan: apply_began,
    SpeechEnded: apply_ended,
}
