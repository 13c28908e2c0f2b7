"""The delegation's card beside the floor: what it stands for, and the questions of the guide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.screens.directory import Directory
from delegations.profiles import two_lines

QUESTIONS = 3
SOURCES = 4


@dataclass(frozen=True, slots=True)
class Card:
    """A position in two lines with its page, questions to raise and sources to name. `page` 0: no page."""

    template: ClassVar[str] = "phone/card.html"
    coalesced: ClassVar[bool] = False

    committee: int
    key: str
    position: str
    page: int
    questions: tuple[str, ...]
    sources: tuple[str, ...]


def card(floor: Floor, directory: Directory, key: str) -> Card:
    """The card of a seat; without a profile it has the guide's questions only."""
    profile = directory.profiles.get(key)
    if profile is None:
        return Card(directory.committee, "", "", 0, directory.questions[:QUESTIONS], ())
    return Card(
        directory.committee,
        key,
        two_lines(profile),
        profile.positions[0].page if profile.positions else profile.page,
        profile.questions[:QUESTIONS],
        tuple(citation.text for citation in profile.citations[:SOURCES]),
    )
