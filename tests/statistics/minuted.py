"""A meeting that is minuted: its acts as they stand in the record, undo included."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.procedure.floor import Floor, InOrder
from app.procedure.undo import ActUndone, Entry, History, UndoAct, decide, history
from tests.procedure.meeting import CHAIR, Meeting, in_debate


@dataclass
class Minuted:
    """Plays on from a meeting in debate; `entries` is its whole record."""

    meeting: Meeting = field(default_factory=in_debate)

    def __post_init__(self) -> None:
        self.entries = [Entry(*said[:6], "") for said in self.meeting.said]
        self.past: History = history(self.entries)
        self.at = self.meeting.at

    @property
    def floor(self) -> Floor:
        """The floor now."""
        return self.past.floor

    def tries(self, command: Any, by: str = CHAIR, after: int = 1) -> int:
        """Gives a command `after` seconds later; the number of its act, 0 where it was refused."""
        self.at += after * 1000
        decision = decide(self.past, by, self.at, command)
        if not isinstance(decision, InOrder):
            return 0
        number = self.floor.number + 1
        entry = Entry(number, self.at, by, command, "", decision.events, "")
        self.entries.append(entry)
        self.past = self.past.entered(entry)
        return number

    def does(self, command: Any, by: str = CHAIR, after: int = 1) -> int:
        """The same for a command that must be in order."""
        number = self.tries(command, by, after)
        assert number, f"{command} was refused"
        return number

    def undoes(self, number: int) -> None:
        """The dais takes an act back."""
        self.does(UndoAct(number))

    @property
    def counting(self) -> list[Any]:
        """Every event of an act that was not taken back."""
        undone = {
            event.number for entry in self.entries for event in entry.events if type(event) is ActUndone
        }
        return [event for entry in self.entries if entry.number not in undone for event in entry.events]
