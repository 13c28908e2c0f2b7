"""Drills: situations of a minute for chairs, each a transcript; the rules say what is to be ruled."""

from app.drills.ruling import Ruling, elsewhere_ruled, ruled
from app.drills.situations import Situation, UnknownDrill, situation, situations

__all__ = ["Ruling", "Situation", "UnknownDrill", "elsewhere_ruled", "ruled", "situation", "situations"]
