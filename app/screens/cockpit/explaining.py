"""Explanations of vote for the chair: on what they are heard now, in a house whose voters explain."""

from __future__ import annotations

from app.procedure.explanations import explainable
from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.shown import Option, told
from app.words.language import capital


def explaining(floor: Floor, directory: Directory) -> tuple[Option, ...]:
    """The questions on which somebody may explain its vote: what was voted on last, and the next draft."""
    context = told(floor, directory)
    return tuple(Option(key, capital(context.subject(key))) for key in explainable(floor))
