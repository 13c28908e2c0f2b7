"""Minutes of debate: speakers' lists, speeches, caucuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_, plain
from app.words.measures import duration_ms, speech_length
from app.words.names import LISTS, code_name, own_title

if TYPE_CHECKING:
    from app.procedure.caucuses import CaucusEnded, CaucusExtended, CaucusOpened
    from app.procedure.speakers_lists import (
        SpeakersListJoined,
        SpeakersListOpened,
        SpeakersListOrdered,
    )
    from app.procedure.speaking_time import SpeakersLimited, SpeakingTimeSet
    from app.procedure.speeches import SpeechBegan, SpeechEnded

SHORTEST_MS = 1000
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
    "opening": (
        N_("Opening speeches of {speech} on {topic} began."),
        N_("Opening speeches of {speech} began."),
    ),
    "panel": (
        N_("A panel of authors on {topic} began for {total}: {seats}."),
        N_("A panel of authors began for {total}: {seats}."),
    ),
    "questions": (
        N_("An extraordinary session of {count} questions to {seats} on {topic} began."),
        N_("An extraordinary session of {count} questions to {seats} began."),
    ),
}


_BEGAN = {
    "speech": N_("{seat} took the floor for {speech}."),
    "yielded": N_("{seat} took the floor for the {speech} that were left."),
    "comment": N_("{seat} commented for {speech}."),
    "reply": N_("{seat} replied for {speech}."),
    "guest": N_("{seat} was heard as a guest for {speech}."),
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


def speakers_limited(event: SpeakersLimited, context: Context) -> str:
    """Of the general list."""
    return context.say(N_("Debate was limited to {most} more speakers."), most=event.most)


def speech_began(event: SpeechBegan, context: Context) -> str:
    """Who, and for how long; of whose time."""
    speech = speech_length(round(event.ms / 1000), context.gettext)
    return context.say(_BEGAN.get(event.kind, _BEGAN["speech"]), seat=context.seat(event.seat), speech=speech)


def speech_ended(event: SpeechEnded, context: Context) -> str:
    """How long it was; a speech that was entered from paper has no length."""
    if event.ms < SHORTEST_MS:
        return context.say(N_("{seat} spoke."), seat=context.seat(event.seat))
    time = duration_ms(event.ms, context.gettext)
    return context.say(N_("{seat} spoke for {time}."), seat=context.seat(event.seat), time=time)


def caucus_opened(event: CaucusOpened, context: Context) -> str:
    """Its kind, lengths and topic."""
    caucus, topic = event.caucus, plain(event.caucus.topic)
    if own := own_title(caucus, context.names):
        total = duration_ms(caucus.total_ms, context.gettext)
        return context.say(N_("“{title}” began for {total}."), title=own, total=total)
    return context.say(
        _OPENED[caucus.kind][0 if topic else 1],
        total=duration_ms(caucus.total_ms, context.gettext),
        speech=speech_length(caucus.speakers.seconds if caucus.speakers else 0, context.gettext),
        topic=topic,
        seats=context.seats(caucus.answering),
        count=caucus.questions,
    )


def caucus_extended(event: CaucusExtended, context: Context) -> str:
    """By how much."""
    time = duration_ms(event.ms, context.gettext)
    return context.say(N_("The caucus was extended by {time}."), time=time)


def caucus_ended(event: CaucusEnded, context: Context) -> str:
    """Back to the list."""
    return context.say(N_("The caucus ended."))


TELLERS: dict[str, Teller] = {
    "SpeakersListOpened": list_opened,
    "SpeakersListClosed": on_list(N_("{list} was closed.")),
    "SpeakersListJoined": on_list(N_("{seat} joined {list}.")),
    "SpeakersListLeft": on_list(N_("{seat} left {list}.")),
    "SpeakersListOrdered": list_ordered,
    "SpeakingTimeSet": time_set,
    "SpeakersLimited": speakers_limited,
    "SpeechBegan": speech_began,
    "SpeechEnded": speech_ended,
    "CaucusOpened": caucus_opened,
    "CaucusExtended": caucus_extended,
    "CaucusEnded": caucus_ended,
}
