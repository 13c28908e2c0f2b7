"""Why something is refused: each module has the sentences for the rules of one part, and their names."""

from __future__ import annotations

from app.words.reasons import (
    action,
    agenda,
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
    web,
)

PARTS = (
    meeting,
    rules,
    attendance,
    agenda,
    consultations,
    debate,
    floor,
    timed,
    motions,
    papers,
    points,
    amendments,
    votes,
    elections,
    action,
    web,
)
"""The parts of the table of refusals: sentences, and names for those that are the rulebook's."""
