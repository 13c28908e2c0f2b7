"""Minutes of attendance: roll call, late arrivals, notes to the dais, the quorum and its challenge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_

if TYPE_CHECKING:
    from app.procedure.attendance import AllMarkedPresent, RollCallClosed, RollCallStarted, StatusSet
    from app.procedure.late_arrivals import NeverCameMarked, StatusAsked
    from app.procedure.quorum import QuorumCounted

_STATUSES = {
    "present": N_("{seat} was present."),
    "present_and_voting": N_("{seat} was present and voting."),
    "absent": N_("{seat} was absent."),
    "never_came": N_("{seat} was marked as never having come."),
}
_ASKED = {
    "present": N_("{seat} asked the dais by a note to be entered as present."),
    "present_and_voting": N_("{seat} asked the dais by a note to be entered as present and voting."),
    "absent": N_("{seat} told the dais by a note that it leaves."),
}


def roll_call_started(event: RollCallStarted, context: Context) -> str:
    """The roll."""
    return context.say(N_("The dais began to call the roll."))


def status_set(event: StatusSet, context: Context) -> str:
    """A status."""
    return context.say(_STATUSES[event.status], seat=context.seat(event.seat))


def all_marked_present(event: AllMarkedPresent, context: Context) -> str:
    """All in one press."""
    return context.say(N_("The dais marked as present: {seats}."), seats=context.seats(event.seats))


def roll_call_closed(event: RollCallClosed, context: Context) -> str:
    """Who did not answer."""
    if not event.absent:
        return context.say(N_("The roll call was closed; every delegation had answered."))
    absent = context.seats(event.absent)
    return context.say(N_("The roll call was closed; absent without an answer: {seats}."), seats=absent)


def status_asked(event: StatusAsked, context: Context) -> str:
    """A note."""
    return context.say(_ASKED[event.status], seat=context.seat(event.seat))


def never_came(event: NeverCameMarked, context: Context) -> str:
    """Several in one press."""
    return context.say(
        N_("These were marked as never having come: {seats}."), seats=context.seats(event.seats)
    )


def quorum_counted(event: QuorumCounted, context: Context) -> str:
    """Whether it is there."""
    message = (
        N_("The dais counted {here} members in the room; the quorum of {needed} is there.")
        if event.here >= event.needed
        else N_("The dais counted {here} members in the room; the quorum of {needed} is not there.")
    )
    return context.say(message, here=event.here, needed=event.needed)


def of_seat(message: str) -> Teller:
    """Tells what one delegation did, or what was done to it."""
    return lambda event, context: context.say(message, seat=context.seat(event.seat))


TELLERS: dict[str, Teller] = {
    "RollCallStarted": roll_call_started,
    "StatusSet": status_set,
    "AllMarkedPresent": all_marked_present,
    "RollCallClosed": roll_call_closed,
    "StatusAsked": status_asked,
    "NoteDeclined": of_seat(N_("The dais declined the note of {seat}.")),
    "NeverCameMarked": never_came,
    "QuorumChallenged": of_seat(N_("{seat} challenged the quorum.")),
    "QuorumCounted": quorum_counted,
}
