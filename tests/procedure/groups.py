"""The nouns of the rules in groups: each group has its turn in a random meeting, however small it is."""

from __future__ import annotations

from types import ModuleType

from app.procedure import (
    agenda,
    amendments,
    approval,
    attendance,
    caucuses,
    clocks,
    motions,
    papers,
    placards,
    results,
    seats,
    sharing,
    sittings,
    speakers_lists,
    speaking_time,
    speeches,
    sponsorship,
    votes,
    voting,
)

GROUPS: dict[str, tuple[ModuleType, ...]] = {
    "house": (seats, attendance, sittings, agenda, clocks),
    "list": (speakers_lists, speaking_time),
    "speech": (speeches,),
    "motion": (motions, caucuses),
    "paper": (papers, approval),
    "name": (sponsorship, sharing),
    "amendment": (amendments,),
    "ballot": (votes, placards),
    "vote": (voting, results),
}
