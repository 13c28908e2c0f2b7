"""What interrupts the business of the committee, in a sentence for everybody in the room."""

from __future__ import annotations

from app.procedure.act import SILENCE
from app.procedure.quorum import quorum_now
from app.words.context import Context
from app.words.elections import office_of
from app.words.language import N_, capital, plain
from app.words.names import POINTS, code_name


def interruption(context: Context) -> str:
    """A point, an appeal, a silence, a straw poll, a doubt of the quorum; "" where business goes on."""
    floor = context.floor
    if floor.points.pending and not floor.attendance.calling:
        return _point(context)
    if floor.rulings.appeal is not None:
        seat = context.seat(floor.rulings.appeal.seat)
        return capital(context.say(N_("{seat} appeals from a ruling of the chair."), seat=seat))
    if SILENCE in floor.clocks:
        return context.say(N_("The committee keeps a minute of silence."))
    if floor.elections.now is not None:
        message = N_("Election by secret ballot: {office}")
        return context.say(message, office=office_of(floor.elections.now))
    if floor.straw_poll is not None:
        return context.say(N_("Straw poll: {question}"), question=plain(floor.straw_poll.question))
    if floor.attendance.doubt == "challenged":
        return context.say(N_("The quorum is challenged: the dais counts the room."))
    if floor.attendance.doubt == "missing":
        return context.say(N_("There is no quorum: {needed} members are needed."), needed=quorum_now(floor))
    return ""


def _point(context: Context) -> str:
    """Whose, of which kind, and that the speech waits."""
    first, clock = context.floor.points.pending[0], context.floor.clocks.get("speech")
    kind = capital(code_name(POINTS, first.kind, context.gettext))
    message = (
        N_("{point}, {seat}. The clock is stopped.")
        if first.held and clock is not None and not clock.running
        else N_("{point}, {seat}.")
    )
    return context.say(message, point=kind, seat=context.seat(first.seat))
