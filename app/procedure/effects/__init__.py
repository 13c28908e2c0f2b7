"""What a passed motion does, by name: each effect yields the events that follow the decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.procedure.act import Outcome
from app.procedure.agenda import closing
from app.procedure.amendments import AmendmentIntroduced
from app.procedure.caucuses import closing_caucus
from app.procedure.effects.agenda import AGENDA, REFUSED
from app.procedure.effects.caucuses import CAUCUSES
from app.procedure.effects.debate import DEBATE
from app.procedure.effects.voting import VOTING
from app.procedure.minute_of_silence import silence_kept
from app.procedure.papers import PaperIntroduced
from app.procedure.precedence import Motion
from app.procedure.sittings import MeetingAdjourned, MeetingSuspended
from app.procedure.speakers_lists import SpeakersListClosed, SpeakersListOpened
from app.procedure.speaking_time import SpeakersLimited, SpeakingTimeSet
from app.procedure.straw_polls import StrawPollOpened
from app.procedure.suspended_rules import SUSPENDING
from resolutions.lifecycle import allowed

if TYPE_CHECKING:
    from app.procedure.floor import Floor


def adjourn_meeting(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The committee ends."""
    yield from closing_caucus(floor, at)
    yield MeetingAdjourned()


def suspend_meeting(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The meeting pauses until the dais resumes it."""
    yield MeetingSuspended(motion.terms.until)


def adjourn_to_time(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The meeting ends for the day, and the next one is fixed [SCR6]."""
    yield from closing_caucus(floor, at)
    yield MeetingSuspended(motion.terms.until, adjourned=True)


def straw_poll(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The room is asked, and nothing follows."""
    yield StrawPollOpened(motion.terms.topic)


def keep_silence(floor: Floor, motion: Motion, at: int) -> Outcome:
    """A minute of silence."""
    yield from silence_kept(floor, at)


def introduce_paper(floor: Floor, motion: Motion, at: int) -> Outcome:
    """An approved draft is before the committee."""
    paper = floor.papers.get(motion.terms.paper)
    if paper is not None and allowed(paper.stage, "introduce"):
        yield PaperIntroduced(paper.key)


def introduce_amendment(floor: Floor, motion: Motion, at: int) -> Outcome:
    """An amendment is before the committee."""
    amendment = floor.papers.amendment(motion.terms.amendment)
    if amendment is not None and amendment.stage == "proposed":
        yield AmendmentIntroduced(amendment.key)


def close_debate(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The committee goes to the vote."""
    yield from closing(floor, at)


def set_speaking_time(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Speeches on the general list last this long from now on."""
    yield SpeakingTimeSet(motion.terms.speech_seconds)


def limit_debate(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Number or length of the speeches that are left change [MSU] [UAA]."""
    if motion.terms.speech_seconds:
        yield SpeakingTimeSet(motion.terms.speech_seconds)
    if motion.terms.count:
        yield SpeakersLimited(motion.terms.count)


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
        adjourn_to_time,
        introduce_paper,
        introduce_amendment,
        close_debate,
        set_speaking_time,
        limit_debate,
        straw_poll,
        keep_silence,
        open_speakers_list,
        close_speakers_list,
        *AGENDA,
        *CAUCUSES,
        *DEBATE,
        *VOTING,
        *SUSPENDING,
    )
}


def effect_of(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The events that follow when `motion` passes at room time `at` (ms)."""
    rule = floor.rulebook.motion(motion.kind)
    assert rule is not None
    yield from EFFECTS[rule.effect](floor, motion, at)


def refusal_of(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The events that follow when `motion` fails at room time `at` (ms); mostly none."""
    rule = floor.rulebook.motion(motion.kind)
    follows = REFUSED.get(rule.effect) if rule else None
    if follows is not None:
        yield from follows(floor, motion, at)
