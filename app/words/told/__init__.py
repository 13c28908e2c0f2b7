"""Events in sentences: each module tells the events of one part of the rules."""

from __future__ import annotations

from app.words.context import Teller
from app.words.told import (
    action,
    amendments,
    attendance,
    consultations,
    debate,
    elections,
    floor,
    meeting,
    motions,
    papers,
    points,
    rules,
    timed,
    votes,
)

TELLERS: dict[str, Teller] = {
    **meeting.TELLERS,
    **rules.TELLERS,
    **attendance.TELLERS,
    **debate.TELLERS,
    **floor.TELLERS,
    **timed.TELLERS,
    **consultations.TELLERS,
    **motions.TELLERS,
    **points.TELLERS,
    **papers.TELLERS,
    **amendments.TELLERS,
    **votes.TELLERS,
    **elections.TELLERS,
    **action.TELLERS,
}
"""Name of an event class -> the function that tells it; a test holds that none is missing."""
