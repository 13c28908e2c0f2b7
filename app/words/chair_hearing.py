"""What the chair says while delegations speak for and against a motion that was taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.chair_sentences import step_sentence
from app.words.context import Context

if TYPE_CHECKING:
    from app.procedure.hearing import Hearing, Speakers


def hearing_line(context: Context, hearing: Hearing, speakers: Speakers, motion: str) -> str:
    """Who is called next, or which side still has nobody."""
    side = speakers.turn(hearing)
    if side is not None and len(hearing.called(side)) < speakers.on(side):
        seat = context.seat(hearing.waiting(side)[0])
        step = f"motion_speaker_{side}"
        return step_sentence(context, step, motion=motion, delegation=seat, seconds=speakers.seconds)
    open_side = "for" if len(hearing.called("for")) < speakers.on("for") else "against"
    return step_sentence(context, f"motion_who_{open_side}", motion=motion)
