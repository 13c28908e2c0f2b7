"""Minutes of debate: speakers' lists, speeches, caucuses, motions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_, plain
from app.words.measures import duration_ms, listed, speech_length
from app.words.motions import motion_phrase
from app.words.names import LISTS, code_name

if TYPE_CHECKING:
    from app.procedure.caucuses import CaucusEnded, CaucusExtended, CaucusOpened
    from app.procedure.motions import MotionJoined, MotionRaised, MotionRuledOut, MotionWithdrawn
    from app.procedure.precedence import MotionDecided, MotionsFell
    from app.procedure.speakers_lists import (
        SpeakersListJoined,
        SpeakersListOpened,
        SpeakersListOrdered,
    )
    from app.procedure.speaking_time import SpeakingTimeSet
    from app.procedure.speeches import SpeechBegan, SpeechEnded

_OPENED = {
    "moderated": (
        N_("A moderated caucus of {total} with speeches of {speech} on {topic} began."),
        N_("A moderated caucus of {total} with speeches of {speech} began."),
    ),
    "unmoderated": (
        N_("An unmoderated caucus of {total} on {topic} began."),
        N_("An unmoderated caucus of {total} began."),
    ),
    "consultation": (
        N_("A consultation of the whole for {total} on {topic} began."),
        N_("A consultation of the whole for {total} began."),
    ),
    "round_robin": (
        N_("A round robin with speeches of {speech} on {topic} began."),
        N_("A round robin with speeches of {speech} began."),
    ),
}


def on_list(message: str) -> Teller:
    """Tells what a delegation did with a list, or what was done to the list."""

    def tell(event: SpeakersListJoined, context: Context) -> str:
        name = code_name(LISTS, event.list, context.gettext)
        return context.say(message, list=name, seat=context.seat(getattr(event, "seat", "")))

    return tell


def list_opened(event: SpeakersListOpened, context: Context) -> str:
    """With its speaking time."""
    name = code_name(LISTS, event.list, context.gettext)
    speech = speech_length(event.seconds, context.gettext)
    return context.say(N_("{list} was opened for speeches of {speech}."), list=name, speech=speech)


def list_ordered(event: SpeakersListOrdered, context: Context) -> str:
    """The new order."""
    name = code_name(LISTS, event.list, context.gettext)
    seats = context.seats(event.order)
    return context.say(N_("The dais put {list} in this order: {seats}."), list=name, seats=seats)


def time_set(event: SpeakingTimeSet, context: Context) -> str:
    """For the general list."""
    speech = speech_length(event.seconds, context.gettext)
    return context.say(N_("The speaking time was set to {speech}."), speech=speech)


def speech_began(event: SpeechBegan, context: Context) -> str:
    """Who, and for how long."""
    speech = speech_length(round(event.ms / 1000), context.gettext)
    return context.say(
        N_("{seat} took the floor for {speech}."), seat=context.seat(event.seat), speech=speech
    )


def speech_ended(event: SpeechEnded, context: Context) -> str:
    """How long it was."""
    time = duration_ms(event.ms, context.gettext)
    return context.say(N_("{seat} spoke for {time}."), seat=context.seat(event.seat), time=time)


def caucus_opened(event: CaucusOpened, context: Context) -> str:
    """Its kind, lengths and topic."""
    caucus, topic = event.caucus, plain(event.caucus.topic)
    return context.say(
        _OPENED[caucus.kind][0 if topic else 1],
        total=duration_ms(caucus.total_ms, context.gettext),
        speech=speech_length(caucus.speakers.seconds if caucus.speakers else 0, context.gettext),
        topic=topic,
    )


def caucus_extended(event: CaucusExtended, context: Context) -> str:
    """By how much."""
    time = duration_ms(event.ms, context.gettext)
    return context.say(N_("The caucus was extended by {time}."), time=time)


def caucus_ended(event: CaucusEnded, context: Context) -> str:
    """Back to the list."""
    return context.say(N_("The caucus ended."))


def raised(event: MotionRaised, context: Context) -> str:
    """Who moved what."""
    what = motion_phrase(event.kind, event.terms, context.names, context.gettext)
    return context.say(N_("{seat} moved {what}."), seat=context.seat(event.seat), what=what)


def joined(event: MotionJoined, context: Context) -> str:
    """Two movers of one motion."""
    motion = context.motion(event.motion)
    what = context.moved(motion) if motion else context.motion_kind(event.motion)
    return context.say(N_("{seat} moved the same: {what}."), seat=context.seat(event.seat), what=what)


def withdrawn(event: MotionWithdrawn, context: Context) -> str:
    """By its mover."""
    motion = context.motion(event.motion)
    if motion is None:
        return context.say(N_("A motion was withdrawn."))
    return context.say(
        N_("{seat} withdrew the motion “{motion}”."),
        seat=context.seat(motion.seat),
        motion=context.motion_kind(event.motion),
    )


def ruled_out(event: MotionRuledOut, context: Context) -> str:
    """With the chair's reason."""
    return context.say(
        N_("The chair ruled the motion “{motion}” out of order: {reason}."),
        motion=context.motion_kind(event.motion),
        reason=context.reason(event.reason),
    )


def decided(event: MotionDecided, context: Context) -> str:
    """Passed or failed."""
    message = N_("The motion “{motion}” passed.") if event.passed else N_("The motion “{motion}” failed.")
    return context.say(message, motion=context.motion_kind(event.motion))


def fell(event: MotionsFell, context: Context) -> str:
    """Without a vote."""
    names = [context.say(N_("“{motion}”"), motion=context.motion_kind(number)) for number in event.motions]
    return context.say(
        N_("These motions fell without a vote: {motions}."), motions=listed(names, context.gettext)
    )


TELLERS: dict[str, Teller] = {
    "SpeakersListOpened": list_opened,
    "SpeakersListClosed": on_list(N_("{list} was closed.")),
    "SpeakersListJoined": on_list(N_("{seat} joined {list}.")),
    "SpeakersListLeft": on_list(N_("{seat} left {list}.")),
    "SpeakersListOrdered": list_ordered,
    "SpeakingTimeSet": time_set,
    "SpeechBegan": speech_began,
    "SpeechEnded": speech_ended,
    "CaucusOpened": caucus_opened,
    "CaucusExtended": caucus_extended,
    "CaucusEnded": caucus_ended,
    "MotionRaised": raised,
    "MotionJoined": joined,
    "MotionWithdrawn": withdrawn,
    "MotionRuledOut": ruled_out,
    "MotionDecided": decided,
    "MotionsFell": fell,
}
