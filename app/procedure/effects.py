"""What a passed motion does, by name: each effect yields the events that follow the decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.procedure.act import Outcome
from app.procedure.agenda import (
    DebateAdjourned,
    DebateClosed,
    DebateResumed,
)
from app.procedure.amendments import AmendmentIntroduced
from app.procedure.caucuses import Caucus, CaucusEnded, CaucusExtended, CaucusKind, CaucusOpened, usable
from app.procedure.papers import PaperIntroduced
from app.procedure.precedence import Motion
from app.procedure.queues import SpeakersList
from app.procedure.roster import delegations
from app.procedure.sittings import MeetingAdjourned, MeetingSuspended
from app.procedure.speakers_lists import SpeakersListClosed, SpeakersListOpened
from app.procedure.speaking_time import SpeakingTimeSet
from app.procedure.speeches import end_of_speech

if TYPE_CHECKING:
    from app.procedure.floor import Floor


def adjourn_meeting(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The committee ends."""
    yield from end_caucus(floor, motion, at)
    yield MeetingAdjourned()


def suspend_meeting(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The meeting pauses until the dais resumes it."""
    yield MeetingSuspended(motion.terms.until)


def open_moderated_caucus(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Timed speeches on a topic, from a list of its own."""
    speakers = SpeakersList(True, (), motion.terms.speech_seconds)
    yield from _open(floor, motion, at, "moderated", speakers)


def open_unmoderated_caucus(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Delegations leave their seats and negotiate."""
    yield from _open(floor, motion, at, "unmoderated", None)


def open_consultation(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Free discussion from the seats, without the chair calling speakers [RYAN]."""
    yield from _open(floor, motion, at, "consultation", None)


def open_round_robin(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Every delegation that is present speaks once, in roll-call order [PAC]."""
    here = (seat.key for seat in delegations(floor) if floor.attendance.here(seat.key))
    speakers = SpeakersList(False, tuple(here), motion.terms.speech_seconds)
    yield from _open(floor, motion, at, "round_robin", speakers)


def _open(floor: Floor, motion: Motion, at: int, kind: CaucusKind, speakers: SpeakersList | None) -> Outcome:
    """A caucus takes the place of whatever speech or caucus was on."""
    yield from end_caucus(floor, motion, at)
    total = 0 if kind == "round_robin" else usable(floor, motion.terms.total_seconds, speakers)
    yield CaucusOpened(Caucus(kind, motion.terms.topic, motion.seat, total, speakers))


def extend_caucus(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The caucus goes on, with its topic and speech length."""
    caucus = floor.caucus or floor.last_caucus
    if caucus is not None:
        yield CaucusExtended(usable(floor, motion.terms.total_seconds, caucus.speakers))


def end_caucus(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Back to the general list."""
    yield from end_of_speech(floor, at)
    if floor.caucus is not None:
        yield CaucusEnded()


def introduce_paper(floor: Floor, motion: Motion, at: int) -> Outcome:
    """An approved draft is before the committee."""
    paper = floor.papers.get(motion.terms.paper)
    if paper is not None and paper.stage == "approved":
        yield PaperIntroduced(paper.key)


def introduce_amendment(floor: Floor, motion: Motion, at: int) -> Outcome:
    """An amendment is before the committee."""
    amendment = floor.papers.amendment(motion.terms.amendment)
    if amendment is not None and amendment.stage == "proposed":
        yield AmendmentIntroduced(amendment.key)


def adjourn_debate(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The topic is tabled without a vote on its drafts."""
    yield from end_caucus(floor, motion, at)
    yield DebateAdjourned(floor.meeting.topic)


def resume_debate(floor: Floor, motion: Motion, at: int) -> Outcome:
    """A tabled topic comes back; the one in hand, if any, is tabled in its place."""
    yield from end_caucus(floor, motion, at)
    if floor.meeting.debate != "none":
        yield DebateAdjourned(floor.meeting.topic)
    yield DebateResumed(motion.terms.topic_number)


def close_debate(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The committee goes to the vote."""
    yield from end_caucus(floor, motion, at)
    yield DebateClosed()


def set_speaking_time(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Speeches on the general list last this long from now on."""
    yield SpeakingTimeSet(motion.terms.speech_seconds)


def open_speakers_list(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The general list takes names."""
    seconds = motion.terms.speech_seconds or floor.speeches.general.seconds
    yield SpeakersListOpened("general", seconds)


def close_speakers_list(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The general list takes no more names."""
    yield SpeakersListClosed("general")


EFFECTS: dict[str, Callable[[Floor, Motion, int], Outcome]] = {
    effect.__name__: effect
    for effect in (
        adjourn_meeting,
        suspend_meeting,
        open_moderated_caucus,
        open_unmoderated_caucus,
        open_consultation,
        open_round_robin,
        extend_caucus,
        end_caucus,
        introduce_paper,
        introduce_amendment,
        adjourn_debate,
        resume_debate,
        close_debate,
        set_speaking_time,
        open_speakers_list,
        close_speakers_list,
    )
}


def effect_of(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The events that follow when `motion` passes at room time `at` (ms)."""
    rule = floor.rulebook.motion(motion.kind)
    assert rule is not None
    yield from EFFECTS[rule.effect](floor, motion, at)
