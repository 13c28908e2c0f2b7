"""Caucuses: moderated ones with their own list, unmoderated ones, consultations, round robins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Act, Outcome, Refusals, against, dais, impossible, no_vote_open, sits, stale
from app.procedure.countdown import Clock, with_clock
from app.procedure.queues import SpeakersList
from app.procedure.speeches import end_of_speech

if TYPE_CHECKING:
    from app.procedure.floor import Floor

CaucusKind = Literal[
    "moderated", "unmoderated", "consultation", "round_robin", "opening", "panel", "questions"
]
Slot = Literal["asked", "first", "last", "waived"]


@dataclass(frozen=True, slots=True)
class Caucus:
    """A caucus on the floor. Its time is the clock "caucus"; the general list waits meanwhile.

    `total_ms` is what was voted first, `extended_ms` what extensions added; `speakers` is its own list,
    None where nobody is called. One that ends with its list, or with its questions, has no time and no clock.
    `slot` is what the proposer chose; `answering` are those who answer questions, `questions` how many are
    left; `opened_as` is the kind of motion that opened it, which may be the house's own.
    """

    kind: CaucusKind
    topic: str
    proposer: str
    total_ms: int
    speakers: SpeakersList | None = None
    extensions: int = 0
    extended_ms: int = 0
    slot: Slot = "waived"
    answering: tuple[str, ...] = ()
    questions: int = 0
    opened_as: str = ""


@dataclass(frozen=True, slots=True)
class CaucusOpened:
    """A caucus begins."""

    caucus: Caucus


@dataclass(frozen=True, slots=True)
class CaucusExtended:
    """The caucus goes on for `ms` milliseconds more."""

    ms: int


@dataclass(frozen=True, slots=True)
class EndCaucus:
    """Return to the general list."""


@dataclass(frozen=True, slots=True)
class CaucusEnded:
    """The caucus is over."""


def caucus_time(floor: Floor, total_seconds: int) -> Refusals:
    """What the rulebook says against a caucus of this length (caucus_max_total)."""
    most = floor.rulebook.caucuses.longest_total_seconds
    if total_seconds <= 0:
        yield impossible("seconds.positive", "total_seconds")
    elif total_seconds > most:
        yield against("caucus.max_total", "total_seconds", most=most)


def speeches_time(floor: Floor, total_seconds: int, speech_seconds: int) -> Refusals:
    """What the rulebook says against dividing the time into such speeches (mod_uneven_time_policy).

    Where the total does not divide evenly the refusal names the two nearest totals that do
    (case T17: ten minutes of 45 seconds leave 15; 9:45 and 10:30 would fit).
    """
    rules = floor.rulebook.caucuses
    if not 0 < speech_seconds <= total_seconds:
        yield impossible("caucus.speech_longer", "speech_seconds")
        return
    if speech_seconds > rules.longest_speech_seconds:
        yield against("caucus.max_speech", "speech_seconds", most=rules.longest_speech_seconds)
    yield from even_time(floor, total_seconds, speech_seconds)


def even_time(floor: Floor, total_seconds: int, speech_seconds: int) -> Refusals:
    """What stands against time that leaves a rest behind the last whole speech."""
    speakers, rest = divmod(total_seconds, speech_seconds)
    policy = floor.rulebook.caucuses.uneven_time
    if policy == "round_down_total" and not speakers:
        yield impossible("caucus.speech_longer", "total_seconds")
    elif rest and policy == "reject":
        below, above = total_seconds - rest, total_seconds - rest + speech_seconds
        yield against(
            "caucus.uneven", "total_seconds", speakers=speakers, rest=rest, below=below, above=above
        )


def usable(floor: Floor, total_seconds: int, speakers: SpeakersList | None) -> int:
    """The milliseconds that a caucus gets: with whole speeches, where the rulebook rounds the total (T17)."""
    rest = total_seconds % speakers.seconds if speakers is not None else 0
    policy = floor.rulebook.caucuses.uneven_time
    if speakers is not None and rest and policy == "round_down_total":
        total_seconds -= rest
    elif speakers is not None and rest and policy == "round_up_total":
        total_seconds += speakers.seconds - rest
    return total_seconds * 1000


def extension_time(floor: Floor, caucus: Caucus, extra_seconds: int) -> Refusals:
    """What the rulebook says against this extension (caucus_extension_limit, caucus_extensions_max)."""
    rules, longest = floor.rulebook.caucuses, longest_extension(floor, caucus)
    if longest is not None and extra_seconds > longest:
        yield against("caucus.extension", "total_seconds", most=longest)
    if caucus.extensions >= rules.extensions_max:
        yield against("caucus.extensions_max", most=rules.extensions_max)


def longest_extension(floor: Floor, caucus: Caucus) -> int | None:
    """The longest extension of a caucus in seconds; None where the house sets no limit."""
    original = caucus.total_ms // 1000
    longest = {"le_original": original, "lt_original": original - 1, "half_original": original // 2}
    return longest.get(floor.rulebook.caucuses.extension_limit)


def may_end(floor: Floor, by: str) -> Refusals:
    """The chair ends a caucus when nobody asks for the floor, or the time has run out (T63)."""
    yield from dais(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    if floor.caucus is None:
        yield stale("caucus.none")


def settle_end(floor: Floor, by: str, at: int, command: EndCaucus) -> Outcome:
    """A speech that is being held ends with it."""
    yield from closing_caucus(floor, at)


def closing_caucus(floor: Floor, at: int) -> Outcome:
    """Whoever speaks and whatever caucus runs comes to an end."""
    yield from end_of_speech(floor, at)
    if floor.caucus is not None:
        yield CaucusEnded()


def apply_opened(floor: Floor, event: CaucusOpened, at: int) -> Floor:
    """The general list is paused, not cleared [GAVC]."""
    opened = replace(floor, caucus=event.caucus, last_caucus=event.caucus)
    if event.caucus.kind == "opening":
        opened = replace(opened, speeches=replace(opened.speeches, openings=True))
    if not event.caucus.total_ms:
        return opened
    total = event.caucus.total_ms
    return with_clock(opened, "caucus", Clock(total, total, at + total, floor.number + 1))


def apply_extended(floor: Floor, event: CaucusExtended, at: int) -> Floor:
    """Time is added to what is left; a caucus that had ended goes on with its topic and speech length."""
    before = floor.caucus or floor.last_caucus
    assert before is not None
    caucus = replace(before, extensions=before.extensions + 1, extended_ms=before.extended_ms + event.ms)
    left = max(0, floor.clocks["caucus"].left(at)) if "caucus" in floor.clocks else 0
    remaining = left + event.ms
    clock = Clock(caucus.total_ms + caucus.extended_ms, remaining, at + remaining, floor.number + 1)
    extended = replace(floor, caucus=caucus, last_caucus=caucus)
    return with_clock(extended, "caucus", clock)


def apply_ended(floor: Floor, event: CaucusEnded, at: int) -> Floor:
    """The general list resumes where it stopped; the caucus may still be extended."""
    last = floor.caucus and replace(floor.caucus, speakers=_emptied(floor.caucus))
    floor = replace(floor, speeches=replace(floor.speeches, asking="", raised=()))
    return with_clock(replace(floor, caucus=None, last_caucus=last), "caucus", None)


def _emptied(caucus: Caucus) -> SpeakersList | None:
    """The caucus's list without the names that were left on it."""
    return caucus.speakers and replace(caucus.speakers, queue=())


ACTS = {EndCaucus: Act(may_end, settle_end)}
APPLY = {
    CaucusOpened: apply_opened,
    CaucusExtended: apply_extended,
    CaucusEnded: apply_ended,
}
