"""What a rehearsal counts: acts that were accepted, acts out of order and how they were refused, faults."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from app.rehearsal.robot import Refused

REFUSALS = range(400, 500)


@dataclass
class Ledger:
    """`refused` counts acts out of order by the rule that stood against them, `mishaps` cuts, reloads and the
    like by their name; each of `faults` is a sentence on something that did not hold."""

    accepted: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    mishaps: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def note_refusal(self, what: str, no: Refused) -> None:
        """An act out of order was refused; a fault where not by a 4xx answer with a sentence."""
        self.refused[no.rules[0] if no.rules else "?"] += 1
        if no.status not in REFUSALS or not str(no).endswith((".", "?", "!", "”")):
            self.faults.append(f"Out of order, {what}: answered by {no.status} and “{no}”.")

    def note_accepted_wrongly(self, what: str) -> None:
        """An act out of order was accepted."""
        self.faults.append(f"Out of order, {what}: accepted.")

    @property
    def share(self) -> float:
        """How many of all acts were out of order, in hundredths."""
        tried = self.accepted + self.refused.total()
        return 100 * self.refused.total() / tried if tried else 0
