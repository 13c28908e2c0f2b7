"""What the chair says in debate: speeches, questions, caucuses, the general list."""

from __future__ import annotations

from app.procedure.act import GUEST
from app.procedure.list_state import list_state
from app.procedure.question_time import answering as answers
from app.words.chair_sentences import step_sentence
from app.words.context import Context
from app.words.measures import duration_ms, speech_length
from app.words.names import caucus_name


def speech_line(context: Context) -> str:
    """Who speaks, for how long, and the end of it."""
    speech, clock = context.floor.speeches.now, context.floor.clocks.get("speech")
    assert speech is not None
    seat = context.seat(speech.seat)
    if clock is not None and clock.rang:
        return _over(context, speech.seat)
    if speech.kind == "questions":
        return _questions(context)
    seconds = round(speech.ms / 1000)
    if speech.seat.startswith(GUEST):
        length = speech_length(seconds, context.gettext)
        return step_sentence(context, "guest_floor", guest=seat, speech=length, seconds=seconds)
    return step_sentence(context, "speech_floor", **speaks(context, seat, seconds))


def _over(context: Context, seat: str) -> str:
    """A house may address a delegation otherwise than a guest."""
    if seat.startswith(GUEST):
        return step_sentence(context, "guest_over", guest=context.seat(seat))
    return step_sentence(context, "speech_over", delegation=context.seat(seat))


def caucus_line(context: Context) -> str:
    """A caucus from its proposer's slot to its end."""
    caucus, clock = context.floor.caucus, context.floor.clocks.get("caucus")
    assert caucus is not None
    if clock is not None and clock.rang:
        return step_sentence(context, "caucus_over")
    if caucus.answering:
        return _questions(context)
    if caucus.speakers is None:
        kind = caucus_name(caucus, context.names, context.gettext)
        total = duration_ms(caucus.total_ms + caucus.extended_ms, context.gettext)
        return step_sentence(context, "caucus_open", caucus=kind, total=total)
    seconds = caucus.speakers.seconds
    if caucus.speakers.queue:
        next_seat = context.seat(caucus.speakers.queue[0])
        return step_sentence(context, "caucus_next", **speaks(context, next_seat, seconds))
    if caucus.slot == "asked":
        return step_sentence(context, "caucus_slot", delegation=context.seat(caucus.proposer))
    if caucus.kind in ("round_robin", "opening"):
        return step_sentence(context, "round_over")
    speech = speech_length(seconds, context.gettext)
    return step_sentence(context, "caucus_who", speech=speech, seconds=seconds)


def speaks(context: Context, delegation: str, seconds: int) -> dict[str, str | int]:
    """Who speaks next and for how long, as the sentences name it."""
    speech = speech_length(seconds, context.gettext)
    return {"delegation": delegation, "speech": speech, "seconds": seconds}


def _questions(context: Context) -> str:
    """Who is asked, and whose placard is up."""
    raised, answering = context.floor.speeches.raised, context.seats(answers(context.floor))
    if raised:
        asking = context.seat(raised[0])
        return step_sentence(context, "question_asked", delegation=asking, answering=answering)
    return step_sentence(context, "question_who", answering=answering)


def list_line(context: Context) -> str:
    """The general list: the next speaker, or that nobody waits."""
    general, comments = context.floor.speeches.general, context.floor.speeches.comments
    if comments is not None and comments.left > 0:
        return step_sentence(context, "comments_who", delegation=context.seat(comments.on))
    if list_state(context.floor) == "exhausted":
        return step_sentence(context, f"list_exhausted_{context.floor.rulebook.speeches.exhausted}")
    if general.queue:
        next_seat = context.seat(general.queue[0])
        return step_sentence(context, "list_next", **speaks(context, next_seat, general.seconds))
    if not context.floor.rulebook.speeches.general_list:
        return step_sentence(context, "motions_asked")
    return step_sentence(context, "list_open_empty" if general.open else "list_closed_empty")
