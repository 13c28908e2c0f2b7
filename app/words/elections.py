"""Elections in words: what carries, and the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.language import N_, NN_, plain

if TYPE_CHECKING:
    from app.procedure.elections import Announced, Election
    from app.words.context import Context

NEEDED = {
    "majority": N_("More than half of the ballots that name somebody elect."),
    "most": N_("The most votes elect."),
}
WAYS = {
    "devices": N_("by secret ballot on devices"),
    "paper": N_("by secret ballot on paper"),
}
_PLACES = NN_("{n} place.", "{n} places.")
_LEFT = NN_("{n} place is left", "{n} places are left")


def office_of(election: Election) -> str:
    """What is elected, fit to stand inside a sentence."""
    return plain(election.office)


def threshold(context: Context, election: Election) -> str:
    """How many places there are and what elects: "1 place. More than half of ... elect."."""
    places = context.gettext.count(_PLACES, election.places)
    return f"{places} {context.gettext(NEEDED[election.needed])}"


def outcome_sentence(context: Context, elected: tuple[str, ...], again: tuple[str, ...], left: int) -> str:
    """Who is elected, and who stands again for the places that are left."""
    who = context.seats(elected)
    if not again:
        return context.say(N_("Elected: {names}."), names=who)
    places, names = context.gettext.count(_LEFT, left), context.seats(again)
    if not elected:
        message = N_("Nobody is elected yet; in the next ballot stand {names}.")
        return context.say(message, names=names)
    return context.say(
        N_("Elected: {who}. {places}; in the next ballot stand {names}."), who=who, places=places, names=names
    )


def announced_sentence(context: Context, done: Announced) -> str:
    """The result that was announced; who was elected in earlier ballots is among the elected."""
    return outcome_sentence(context, done.elected, done.again, done.places_left)
