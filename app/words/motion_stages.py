"""How far a motion is on its way to the vote: seconded, objected to, who speaks on it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.handling import lacks_second
from app.procedure.hearing import Hearing
from app.procedure.hearings import speakers_on
from app.words.context import Context
from app.words.language import N_, capital

if TYPE_CHECKING:
    from app.procedure.precedence import Motion


def motion_stage(context: Context, motion: Motion) -> str:
    """The stage in a few words; "" for a motion that can be put as it is."""
    rule = context.floor.rulebook.motion(motion.kind)
    if rule is None:
        return ""
    said = []
    if lacks_second(context.floor, rule, motion):
        said.append(context.say(N_("waits for a second")))
    elif motion.second:
        said.append(context.say(N_("seconded by {seat}"), seat=context.seat(motion.second)))
    if motion.objections:
        said.append(context.say(N_("{seats} objected"), seats=context.seats(motion.objections)))
    speakers = speakers_on(context.floor, rule, motion)
    if not speakers.enough(motion.hearing or Hearing()):
        message = N_("first {in_favour} for it, {opposed} against it speak")
        said.append(context.say(message, in_favour=speakers.in_favour, opposed=speakers.opposed))
    return capital("; ".join(said))
