"""Minutes of motions: moved, seconded, objected to, spoken on, decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_
from app.words.measures import duration, listed
from app.words.motions import motion_phrase

if TYPE_CHECKING:
    from app.procedure.handling import MotionObjectedTo, MotionSeconded
    from app.procedure.hearings import MotionEntertained, SpeakerNamed
    from app.procedure.motions import MotionJoined, MotionRaised, MotionWithdrawn
    from app.procedure.precedence import MotionDecided, MotionsFell
    from app.procedure.ruling_motions import MotionRuledOut
    from app.procedure.shortening import MotionShortened
    from app.procedure.turns import SpeakerCalled, SpeakersWaived

_NAMED = {
    "for": N_("{seat} asked to speak for “{question}”."),
    "against": N_("{seat} asked to speak against “{question}”."),
}
_CALLED = {
    "for": N_("{seat} was called to speak for “{question}”."),
    "against": N_("{seat} was called to speak against “{question}”."),
}


def raised(event: MotionRaised, context: Context) -> str:
    """Who moved what."""
    what = motion_phrase(event.kind, event.terms, context.names, context.gettext)
    return context.say(N_("{seat} moved {what}."), seat=context.seat(event.seat), what=what)


def joined(event: MotionJoined, context: Context) -> str:
    """Two movers of one motion."""
    motion = context.motion(event.motion)
    what = context.moved(motion) if motion else context.motion_kind(event.motion)
    return context.say(N_("{seat} moved the same: {what}."), seat=context.seat(event.seat), what=what)


def shortened(event: MotionShortened, context: Context) -> str:
    """By agreement of its mover, with the time that it asks for now."""
    motion = context.motion(event.motion)
    time = duration(event.total_seconds, context.gettext)
    if motion is None:
        return context.say(N_("A motion was shortened to {time}."), time=time)
    return context.say(
        N_("{seat} agreed to {time} for the motion “{motion}”."),
        seat=context.seat(motion.seat),
        time=time,
        motion=context.motion_kind(event.motion),
    )


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
    """With the chair's reason, or as dilatory."""
    if event.dilatory and not event.reason:
        message = N_("The chair ruled the motion “{motion}” dilatory.")
        return context.say(message, motion=context.motion_kind(event.motion))
    message = (
        N_("The chair ruled the motion “{motion}” dilatory: {reason}.")
        if event.dilatory
        else N_("The chair ruled the motion “{motion}” out of order: {reason}.")
    )
    return context.say(
        message,
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


def of_motion(message: str) -> Teller:
    """Tells what a delegation or the dais did with a motion, by the name of its kind."""

    def tell(event: MotionSeconded | MotionObjectedTo | MotionEntertained, context: Context) -> str:
        seat = context.seat(getattr(event, "seat", ""))
        return context.say(message, seat=seat, motion=context.motion_kind(event.motion))

    return tell


def named(event: SpeakerNamed, context: Context) -> str:
    """On which side."""
    return context.say(_NAMED[event.side], seat=context.seat(event.seat), question=_question(event, context))


def called(event: SpeakerCalled, context: Context) -> str:
    """On which side."""
    return context.say(_CALLED[event.side], seat=context.seat(event.seat), question=_question(event, context))


def waived(event: SpeakersWaived, context: Context) -> str:
    """It goes to the vote."""
    return context.say(N_("Nobody else was heard on “{question}”."), question=_question(event, context))


def _question(event: SpeakerNamed | SpeakerCalled | SpeakersWaived, context: Context) -> str:
    """A motion by the name of its kind, an appeal as one."""
    if event.about == "ruling":
        return context.say(N_("the appeal from the ruling of the chair"))
    return context.motion_kind(event.number)


TELLERS: dict[str, Teller] = {
    "MotionRaised": raised,
    "MotionJoined": joined,
    "MotionWithdrawn": withdrawn,
    "MotionShortened": shortened,
    "MotionRuledOut": ruled_out,
    "MotionDecided": decided,
    "MotionsFell": fell,
    "MotionSeconded": of_motion(N_("{seat} seconded the motion “{motion}”.")),
    "MotionObjectedTo": of_motion(N_("{seat} objected to the motion “{motion}”.")),
    "MotionEntertained": of_motion(N_("The dais took up the motion “{motion}” for speakers.")),
    "SpeakerNamed": named,
    "SpeakerCalled": called,
    "SpeakersWaived": waived,
}
