"""Minutes of points, the rulings on them, and appeals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_, plain
from app.words.names import POINTS, code_name

if TYPE_CHECKING:
    from app.procedure.appeals import AppealDecided, RulingAppealed
    from app.procedure.information import PointsTaken
    from app.procedure.points import PointRaised, PointWithdrawn
    from app.procedure.ruling_points import PointRuled


def raised(event: PointRaised, context: Context) -> str:
    """Of which kind, with what was said."""
    told = {"seat": context.seat(event.seat), "point": code_name(POINTS, event.kind, context.gettext)}
    if plain(event.words):
        message = N_("{seat} raised a {point}: {words}.")
        return context.say(message, words=context.reason(event.words), **told)
    return context.say(N_("{seat} raised a {point}."), **told)


def withdrawn(event: PointWithdrawn, context: Context) -> str:
    """By who raised it."""
    return context.say(N_("A point was taken back."))


def ruled(event: PointRuled, context: Context) -> str:
    """Well taken or not, with the sentence."""
    message = (
        N_("The chair ruled that the point is well taken: {ruling}.")
        if event.granted
        else N_("The chair ruled that the point is not well taken: {ruling}.")
    )
    return context.say(message, ruling=context.reason(event.ruling))


def points_taken(event: PointsTaken, context: Context) -> str:
    """From now on, or no more."""
    message = (
        N_("{seat} takes points of information.")
        if event.taken
        else N_("{seat} takes no more points of information.")
    )
    return context.say(message, seat=context.seat(event.seat))


def appealed(event: RulingAppealed, context: Context) -> str:
    """Who, and in which words."""
    seat = context.seat(event.seat)
    if plain(event.words):
        message = N_("{seat} appealed from the ruling of the chair: {words}.")
        return context.say(message, seat=seat, words=context.reason(event.words))
    return context.say(N_("{seat} appealed from the ruling of the chair."), seat=seat)


def decided(event: AppealDecided, context: Context) -> str:
    """Whether the ruling stands."""
    if event.stands:
        return context.say(N_("The ruling of the chair stands."))
    return context.say(N_("The committee overruled the chair."))


TELLERS: dict[str, Teller] = {
    "PointRaised": raised,
    "PointWithdrawn": withdrawn,
    "PointRuled": ruled,
    "PointsTaken": points_taken,
    "RulingAppealed": appealed,
    "AppealDecided": decided,
}
