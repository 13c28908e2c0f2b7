"""Who has the floor: calling speakers, the speech that is held, the speeches that were."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import Act, Outcome, Refusals, acts_for, against, dais, impossible, stale
from app.procedure.clocks import Clock, with_clock
from app.procedure.speakers_lists import (
    SpeakersList,
    list_in_use,
    may_run_list,
    queue_of,
    with_list,
)

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
        """With no more names taken."""
        return replace(self, general=replace(self.general, open=False))

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


def settle_call_next(floor: Floor, by: str, at: int, command: CallNextSpeaker) -> Outcome:
    """Two chairs who press at once: the second sees who was called by the first."""
    yield from same_speaker(floor, command.after)
    using = list_in_use(floor)
    if using is None:
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
        return
    if not floor.attendance.here(command.seat):
        yield against("seat.absent", "seat", seat=command.seat)
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


def settle_end(floor: Floor, by: str, at: int, command: EndSpeech) -> Outcome:
    """Thank you."""
    now = floor.speeches.now
    if now is None or now.seat != command.seat:
        yield stale("speech.other", seat=now.seat if now else "")
        return
    yield from end_of_speech(floor, at)


def apply_began(floor: Floor, event: SpeechBegan, at: int) -> Floor:
    """The clock runs with the first word."""
    queue = tuple(key for key in queue_of(floor, event.list) if key != event.seat)
    floor = with_list(floor, event.list, queue=queue)
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
    CallNextSpeaker: Act(may_run_list, settle_call_next),
    CallSpeaker: Act(may_run_list, settle_call),
    EndSpeech: Act(dais, settle_end),
}
APPLY = {
    SpeechBegan: apply_began,
    SpeechEnded: apply_ended,
}
