"""Who has the floor: the speech that is held, the speeches that were, and what ends one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Act, Outcome, Refusals, stale
from app.procedure.countdown import Clock, with_clock
from app.procedure.queues import SpeakersList, called_up
from app.procedure.resolution_debate import clock_runs

if TYPE_CHECKING:
    from app.procedure.floor import Floor


SpeechKind = Literal["speech", "yielded", "questions", "comment", "reply", "guest"]


@dataclass(frozen=True, slots=True)
class Speech:
    """A speech that is being held, for `ms` milliseconds.

    `list` is where it is held: "general", "caucus", "debate" (on the draft in hand), "question" (on a
    motion), "explanation" (of a vote), "reply" or "guest"; `kind` what it is: of the own time, of time that
    was yielded, answers to questions, a comment, a reply, a guest's. `yields` counts how often this time was
    yielded.
    """

    seat: str
    list: str
    ms: int
    began: int
    kind: SpeechKind = "speech"
    yields: int = 0


@dataclass(frozen=True, slots=True)
class Heard:
    """A speech that was held: by whom, where, and for how many milliseconds."""

    seat: str
    list: str
    ms: int
    ended: int
    kind: SpeechKind = "speech"


@dataclass(frozen=True, slots=True)
class Comments:
    """Comments that may follow the speech of `on`: so many are left."""

    on: str
    left: int


@dataclass(frozen=True, slots=True)
class Speeches:
    """The general list, the speech on the floor, and the speeches that were held.

    `asking` is who was called to put a question; `raised` are the placards that are up, in the order in which
    they were raised; `openings` says that the opening speeches were called for.
    """

    general: SpeakersList = SpeakersList()
    now: Speech | None = None
    heard: tuple[Heard, ...] = ()
    comments: Comments | None = None
    asking: str = ""
    raised: tuple[str, ...] = ()
    openings: bool = False

    def opened(self, seconds: int) -> Speeches:
        """With the general list open, and nobody heard from it."""
        return replace(self, general=SpeakersList(True, self.general.queue, seconds))

    def closed(self) -> Speeches:
        """With the general list at its end: no names are taken, and nobody waits."""
        general = SpeakersList(False, (), self.general.seconds)
        return replace(self, general=general, comments=None, asking="", raised=())

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
    kind: SpeechKind = "speech"
    yields: int = 0


@dataclass(frozen=True, slots=True)
class EndSpeech:
    """Thank the speaker. `seat` is who is speaking."""

    seat: str


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """A speech is over after `ms` milliseconds; `lapsed` of what was left is lost to its caucus."""

    seat: str
    ms: int
    lapsed: int = 0


@dataclass(frozen=True, slots=True)
class CommentsFollow:
    """Up to `most` comments may follow the speech that has just ended."""

    on: str
    most: int


def same_speaker(floor: Floor, after: str) -> Refusals:
    """The page must show who is speaking now."""
    now = floor.speeches.now
    if (now.seat if now else "") != after:
        yield stale("speech.other", seat=now.seat if now else "")


def end_of_speech(floor: Floor, at: int, lapses: bool = True) -> Outcome:
    """The event that ends the speech on the floor, if there is one; what is left may lapse."""
    now, clock = floor.speeches.now, floor.clocks.get("speech")
    if now is not None and clock is not None:
        left = clock.left(at)
        yield SpeechEnded(now.seat, max(0, clock.total - left), _lapsed(floor, left, at) if lapses else 0)


def _lapsed(floor: Floor, left: int, at: int) -> int:
    """What the caucus loses of the time that its speaker leaves (unused_time, T55)."""
    now, caucus = floor.speeches.now, floor.clocks.get("caucus")
    returns = floor.rulebook.speeches.unused_time == "return_to_total"
    if now is None or now.list != "caucus" or caucus is None or returns:
        return 0
    return max(0, min(left, caucus.left(at)))


def last_speaker(floor: Floor) -> str:
    """Who spoke last on a list, "" where nobody has."""
    heard = (one.seat for one in reversed(floor.speeches.heard) if one.list in ("general", "caucus"))
    return next(heard, "")


def silence(floor: Floor, at: int, seats: Collection[str]) -> Outcome:
    """The event that ends the speech on the floor, if one of `seats` holds it: they are leaving."""
    if floor.speeches.now is not None and floor.speeches.now.seat in seats:
        yield from end_of_speech(floor, at)


def apply_began(floor: Floor, event: SpeechBegan, at: int) -> Floor:
    """The clock runs with the first word; who was asked for a slot and did not answer has waived it (T64)."""
    if event.kind == "speech":
        floor = called_up(floor, event.list, event.seat)
    if event.list == "general":  # business went on: the last caucus did not "just" end
        floor = replace(floor, last_caucus=None)
    if event.list == "caucus" and floor.caucus is not None and floor.caucus.slot == "asked":
        floor = replace(floor, caucus=replace(floor.caucus, slot="waived"))
    clock = Clock(event.ms, event.ms, at + event.ms, floor.number + 1)
    now = Speech(event.seat, event.list, event.ms, at, event.kind, event.yields)
    raised = tuple(seat for seat in floor.speeches.raised if seat != event.seat)
    comments = _comments_after(floor.speeches.comments, event)
    speeches = replace(floor.speeches, now=now, raised=raised, comments=comments)
    spoken = with_clock(replace(floor, speeches=speeches), "speech", clock)
    return clock_runs(spoken, at, True) if event.list == "debate" else spoken


def _comments_after(comments: Comments | None, event: SpeechBegan) -> Comments | None:
    """One fewer with each comment; none once the list goes on."""
    if event.kind == "comment" and comments is not None:
        return replace(comments, left=comments.left - 1)
    return None if event.kind == "speech" else comments


def apply_ended(floor: Floor, event: SpeechEnded, at: int) -> Floor:
    """What was said counts for the statistics; questions end with the speech that answers them."""
    now, caucus = floor.speeches.now, floor.clocks.get("caucus")
    heard = Heard(event.seat, now.list if now else "general", event.ms, at, now.kind if now else "speech")
    speeches = replace(floor.speeches, now=None, heard=(*floor.speeches.heard, heard))
    if now is not None and now.kind == "questions":
        speeches = replace(speeches, asking="", raised=())
    if event.lapsed and caucus is not None:
        floor = with_clock(floor, "caucus", caucus.shortened(event.lapsed))
    silent = with_clock(replace(floor, speeches=speeches), "speech", None)
    return clock_runs(silent, at, False) if now is not None and now.list == "debate" else silent


def apply_comments(floor: Floor, event: CommentsFollow, at: int) -> Floor:
    """They may be called."""
    return replace(floor, speeches=replace(floor.speeches, comments=Comments(event.on, event.most)))


ACTS: dict[type, Act] = {}
APPLY = {
    SpeechBegan: apply_began,
    SpeechEnded: apply_ended,
    CommentsFollow: apply_comments,
}
