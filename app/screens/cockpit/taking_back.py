"""The undo bar: what the dais did last, in a sentence, and the press that takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.undo import Entry, History, last_of_dais
from app.screens.directory import Directory
from app.screens.disclosure import may_be_told
from app.screens.shown import tongue
from app.words import clock_time, event_sentence

LIT_MS = 10_000
"""How long the bar is lit after the act; the undo stays open for as long as nothing rests on it."""


@dataclass(frozen=True, slots=True)
class TakingBackView:
    """The last act of the dais that can be undone; `number` 0: there is none.

    `sentence` is "" where it may not be told yet, `time` its time of day, `lit_until` room time (ms).
    """

    template: ClassVar[str] = "cockpit/taking_back.html"
    coalesced: ClassVar[bool] = False
    committee: int
    number: int = 0
    sentence: str = ""
    time: str = ""
    lit_until: int = 0


def draw_taking_back(past: History, directory: Directory) -> TakingBackView:
    """What the chair would take back with one press."""
    entry = last_of_dais(past)
    if entry is None:
        return TakingBackView(directory.committee)
    return TakingBackView(
        directory.committee,
        entry.number,
        _sentence(past, directory, entry),
        clock_time(entry.at, directory.time_zone),
        entry.at + LIT_MS,
    )


def _sentence(past: History, directory: Directory, entry: Entry) -> str:
    """The act as the minutes tell it, without the remark that the dais entered it: the dais knows."""
    told = (event for event in entry.events if may_be_told(event, past.floor, dais=True))
    speak = tongue(directory)
    return " ".join(event_sentence(event, past.floor, directory.short_names, speak) for event in told)
