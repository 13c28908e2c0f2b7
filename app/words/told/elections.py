"""Minutes of elections: who stood, that ballots came in, the sum, the result; never what one ballot says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.elections import WAYS, office_of, threshold
from app.words.language import N_, NN_

if TYPE_CHECKING:
    from app.procedure.election_announcing import ElectionAnnounced, ElectionVoided
    from app.procedure.election_opening import ElectionOpened
    from app.procedure.elections import Election
    from app.procedure.secret_ballots import (
        ElectionClosed,
        ElectionCounted,
        ElectionMiscounted,
        SecretBallotsReceived,
    )

_CAME_IN = NN_("{n} secret ballot came in.", "{n} secret ballots came in.")
_BALLOTS = NN_("{n} ballot was counted", "{n} ballots were counted")


def opened(event: ElectionOpened, context: Context) -> str:
    """The office, the candidates and what elects."""
    now = event.election
    said = {
        "office": office_of(now),
        "names": context.seats(now.candidates),
        "way": context.gettext(WAYS[now.way]),
        "threshold": threshold(context, now),
    }
    if now.ballot > 1:
        message = N_("Ballot {ballot} of the election ({office}) was opened {way}: {names}. {threshold}")
        return context.say(message, ballot=now.ballot, **said)
    return context.say(N_("An election ({office}) was opened {way}: {names}. {threshold}"), **said)


def received(event: SecretBallotsReceived, context: Context) -> str:
    """How many; whose they are is in the record."""
    return context.gettext.count(_CAME_IN, len(event.seats))


def closed(event: ElectionClosed, context: Context) -> str:
    """No more ballots."""
    return context.say(N_("The dais closed the secret ballot."))


def counted(event: ElectionCounted, context: Context) -> str:
    """The sum, candidate by candidate."""
    count, now = event.count, _election(event.election, context)
    ballots = context.gettext.count(_BALLOTS, count.ballots)
    figures = [
        f"{context.seat(key)} {votes}"
        for key, votes in zip(now.candidates if now else (), count.votes, strict=False)
    ]
    message = N_("{ballots}: {figures}; blank {blank}, invalid {invalid}.")
    if not figures:
        message = N_("{ballots}: blank {blank}, invalid {invalid}.")
    return context.say(
        message, ballots=ballots, figures=", ".join(figures), blank=count.blank, invalid=count.invalid
    )


def miscounted(event: ElectionMiscounted, context: Context) -> str:
    """Both numbers."""
    message = N_("The box held {stored} ballots and {received} had come in: the ballot cannot be counted.")
    return context.say(message, stored=event.stored, received=event.received)


def announced(event: ElectionAnnounced, context: Context) -> str:
    """Who has a place, and whether by lot."""
    names = context.seats(event.elected)
    if not event.elected:
        message = N_("The result was announced: nobody was elected in this ballot.")
    elif event.lot:
        message = N_("The result was announced. Elected: {names}, by lot: {drawn}.")
    else:
        message = N_("The result was announced. Elected: {names}.")
    return context.say(message, names=names, drawn=context.seats(event.lot))


def voided(event: ElectionVoided, context: Context) -> str:
    """With the reason."""
    message = N_("The chair called the election off: {reason}.")
    return context.say(message, reason=context.reason(event.reason))


def _election(number: int, context: Context) -> Election | None:
    """An election by its number, on the floor or announced."""
    elections = context.floor.elections
    known = (elections.now, *(done.election for done in elections.past))
    return next((one for one in known if one and one.number == number), None)


TELLERS: dict[str, Teller] = {
    "ElectionOpened": opened,
    "SecretBallotsReceived": received,
    "ElectionClosed": closed,
    "ElectionCounted": counted,
    "ElectionMiscounted": miscounted,
    "ElectionAnnounced": announced,
    "ElectionVoided": voided,
}
