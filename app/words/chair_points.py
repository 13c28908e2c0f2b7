"""What the chair says when a point waits for its ruling, and when a ruling is appealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.hearings import speakers_on_appeal
from app.words.chair_sentences import step_sentence
from app.words.chair_voting import counted
from app.words.context import Context
from app.words.names import POINTS, code_name

if TYPE_CHECKING:
    from app.procedure.points import Point
    from app.procedure.questions import Vote
    from app.procedure.rulings import Appeal


def point_line(context: Context, point: Point) -> str:
    """Whose point it is."""
    kind = code_name(POINTS, point.kind, context.gettext)
    return step_sentence(context, "point", delegation=context.seat(point.seat), point=kind)


def appeal_line(context: Context, appeal: Appeal) -> str:
    """Who appeals, and who is heard before the vote."""
    seat = context.seat(appeal.seat)
    heard = speakers_on_appeal(context.floor).enough(appeal.hearing)
    return step_sentence(context, "appeal_put" if heard else "appeal_heard", delegation=seat)


def ruling_vote_line(context: Context, vote: Vote) -> str:
    """The question as the house asks it."""
    return step_sentence(context, "ruling_upheld_vote" if vote.rule.keeps else "ruling_overruled_vote")


def ruling_result_line(context: Context, vote: Vote) -> str:
    """Whether the ruling stands."""
    assert vote.tally is not None
    stands = vote.rule.keeps == vote.tally.passed
    return step_sentence(context, "ruling_stands" if stands else "ruling_falls", **counted(vote))
