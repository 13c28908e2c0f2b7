"""Votes under one name: majorities (``majorities``), tallies (``counting``), roll call (``rollcall``)."""

from resolutions.counting import (
    Ballot,
    Choice,
    Electorate,
    ImpossibleCount,
    Reason,
    Tally,
    UnknownVoter,
    could_change,
    count,
    count_hands,
)
from resolutions.majorities import CountedFrom, MajorityKind, MajorityRule, Rounding, needed, share_of
from resolutions.rollcall import (
    BallotRules,
    SecondRound,
    choices_for,
    may_explain,
    next_to_call,
    roll_call_order,
)

__all__ = [
    "Ballot",
    "BallotRules",
    "Choice",
    "CountedFrom",
    "Electorate",
    "ImpossibleCount",
    "MajorityKind",
    "MajorityRule",
    "Reason",
    "Rounding",
    "SecondRound",
    "Tally",
    "UnknownVoter",
    "choices_for",
    "could_change",
    "count",
    "count_hands",
    "may_explain",
    "needed",
    "next_to_call",
    "roll_call_order",
    "share_of",
]
