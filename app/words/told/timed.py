"""Minutes of timed debates: drafts and amendments taken up, their stages, who asks and who is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_
from app.words.measures import duration_ms

if TYPE_CHECKING:
    from app.procedure.debate_speakers import DebateJoined, DebateLeft, DebaterCalled
    from app.procedure.debate_stages import DebateModeSet, DebateStageBegan
    from app.procedure.taking_up import AmendmentTakenUp, DraftTakenUp

_TAKEN_UP = {
    "open": N_("{paper} was taken up in open debate."),
    "closed": N_("{paper} was taken up in closed debate."),
}
_STAGES = {
    "for": N_("Time for {question} began: {time}."),
    "against": N_("Time against {question} began: {time}."),
    "open": N_("Open debate on {question} began: {time}."),
    "vote": N_("The debate on {question} ended."),
}
_MODES = {
    "open": N_("The draft in hand is debated openly from now on."),
    "closed": N_("The draft in hand is debated with time for and time against from now on."),
}
_JOINED = {
    "for": N_("{seat} asked to speak for {question}."),
    "against": N_("{seat} asked to speak against {question}."),
}
_CALLED = {
    "for": N_("{seat} was called for {question}."),
    "against": N_("{seat} was called against {question}."),
}


def draft_taken_up(event: DraftTakenUp, context: Context) -> str:
    """In which mode."""
    return context.say(_TAKEN_UP[event.mode], paper=context.paper(event.paper))


def amendment_taken_up(event: AmendmentTakenUp, context: Context) -> str:
    """To which draft."""
    return context.say(N_("{question} was taken up."), question=context.amendment(event.amendment))


def stage_began(event: DebateStageBegan, context: Context) -> str:
    """Its time."""
    time = duration_ms(event.ms, context.gettext)
    return context.say(_STAGES[event.stage], question=context.text(event.subject), time=time)


def mode_set(event: DebateModeSet, context: Context) -> str:
    """Which."""
    return context.say(_MODES[event.mode])


def joined(event: DebateJoined, context: Context) -> str:
    """On which side."""
    question, seat = context.text(event.subject), context.seat(event.seat)
    return context.say(_JOINED[event.side], seat=seat, question=question)


def left(event: DebateLeft, context: Context) -> str:
    """Who."""
    question, seat = context.text(event.subject), context.seat(event.seat)
    return context.say(N_("{seat} no longer asks to speak on {question}."), seat=seat, question=question)


def called(event: DebaterCalled, context: Context) -> str:
    """On which side."""
    question, seat = context.text(event.subject), context.seat(event.seat)
    return context.say(_CALLED[event.side], seat=seat, question=question)


TELLERS: dict[str, Teller] = {
    "DraftTakenUp": draft_taken_up,
    "AmendmentTakenUp": amendment_taken_up,
    "DebateStageBegan": stage_began,
    "DebateModeSet": mode_set,
    "DebateJoined": joined,
    "DebateLeft": left,
    "DebaterCalled": called,
}
