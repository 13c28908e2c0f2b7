"""What a chair copies from the sheet: attendance, one line for each thing, the list at the end."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.procedure.floor import Floor
from app.words.language import N_
from resolutions.document import Document, digest

LONGEST_SHEET = 20_000
MOST_LINES = 200
MOST_TEXTS = 8
"""Characters, lines, and texts of new papers of one sheet."""
Entering = Generator[Any, Floor, None]
"""Yields commands, and is sent the floor after each."""


class NotRead(Exception):
    """A line that cannot be understood; `message` is one sentence, filled with `values`."""

    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message)
        self.message, self.values = message, values


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was typed: seat key -> status where it is set, the lines, and the names on the list at the end.

    `list_told` says that `queue` is the whole list, also where it is empty; `texts` are those of papers that
    were written meanwhile, each with its title.
    """

    statuses: Mapping[str, str] = field(default_factory=dict)
    happened: str = ""
    queue: str = ""
    list_told: bool = False
    texts: tuple[Document, ...] = ()

    @property
    def digest(self) -> str:
        """What tells this sheet from another: the SHA-256 of what was typed."""
        texts = [digest(text) for text in self.texts]
        typed = (sorted(self.statuses.items()), self.happened, self.queue, self.list_told, texts)
        return hashlib.sha256(repr(typed).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its place on the sheet from 1, what it says, and the chair's reason for insisting."""

    place: int
    text: str
    word: str
    items: tuple[str, ...]
    insist: str = ""


WORDS = {
    "speech": N_("speech"),
    "for": N_("speech for"),
    "against": N_("speech against"),
    "motion": N_("motion"),
    "vote": N_("vote"),
    "roll_call": N_("roll call"),
    "new_paper": N_("new paper"),
    "consensus": N_("without a vote"),
    "unopposed": N_("unopposed"),
    "take_up": N_("taken up"),
    "stage": N_("time ended"),
    "present": N_("present"),
    "voting": N_("present and voting"),
    "absent": N_("absent"),
    "roll_begins": N_("roll called"),
    "roll_ends": N_("roll closed"),
    "join": N_("on the list"),
    "leave": N_("off the list"),
    "list_opened": N_("list opened"),
    "list_closed": N_("list closed"),
    "caucus_ended": N_("caucus ended"),
    "debate_opened": N_("debate opened"),
    "debate_closed": N_("debate closed"),
    "voting_ended": N_("voting ended"),
    "suspended": N_("suspended"),
    "resumed": N_("resumed"),
}
"""What a line begins with; also understood in English."""
EXAMPLES = (
    (N_("speech: Ghana"), N_("Ghana spoke, from the list or called by the chair.")),
    (N_("speech for: Ghana"), N_("The same in a debate with time for and against.")),
    (
        N_("motion: moderated caucus; Mexico; 10 min; 60 s; notice before flights; 15-3"),
        N_("Kind, mover, times, topic, and the count. The rest of a motion stands between semicolons."),
    ),
    (
        N_("motion: introduce a draft resolution; Mexico; DR 1.1; granted"),
        N_("Where no vote is taken: granted, denied or withdrawn. Without an end it still waits."),
    ),
    (
        N_("new paper: Clean water; sponsors Ghana, Peru; signatories Chad; introduced; 12-3"),
        N_(
            "Its text is put on the sheet below. It came as far as working paper, handed in, approved or"
            " introduced, the last with the count where the house voted on it."
        ),
    ),
    (N_("vote: A1; 12-5-2"), N_("An amendment, a part or a draft by placards: yes, no, abstentions.")),
    (
        N_("roll call: DR 1.1; no Ghana, Peru; abstain Chad; yes others"),
        N_("Every answer by name, or “others” for all who are left."),
    ),
    (N_("without a vote: DR 1.1"), N_("Adopted as nobody objected.")),
    (N_("absent: Chad, Fiji"), N_("Who came or left in between: present, present and voting, absent.")),
    (N_("on the list: Ghana, Peru"), N_("Who asked for the floor; off the list: who left it.")),
    (
        N_("caucus ended"),
        N_("So too: list opened, list closed, debate closed, voting ended, suspended, resumed."),
    ),
    (
        N_("… ; insist time was short"),
        N_("At the end of a line that is against the rulebook: the chair's reason, for the minutes."),
    ),
)
"""A line, and what it means."""
MORE_OF_IT = N_("“{name}” could be {several}. Write more of it.")
_BULLET = re.compile(r"^\s*(?:[-•*]|\d{1,3}[.)])\s+")


def numbered(happened: str) -> list[tuple[int, str]]:
    """The lines that say something, with their places; bullets and numbers in front are left away."""
    lines = ((place, _BULLET.sub("", text).strip()) for place, text in enumerate(happened.splitlines(), 1))
    return [(place, text) for place, text in lines if text]
