"""A meeting in a test: say what the seats do, see the floor, and get refusals as they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.procedure.act import ORGANIZER, Refusal
from app.procedure.floor import Floor, InOrder, Refused, decide, enter
from app.procedure.rulebook import Rulebook, load
from app.procedure.seats import OpenCommittee, Seat

CHAIR = "dais-1"
MEMBERS = ("canada", "france", "ghana", "honduras", "mexico", "peru", "spain", "viet-nam")


class NotInOrder(AssertionError):
    """A command of the story was refused; the message names the rules."""


@dataclass
class Meeting:
    """Runs commands against one floor; a second passes between them unless told otherwise."""

    floor: Floor = field(default_factory=Floor)
    at: int = 1_000_000
    said: list[tuple[int, int, str, Any, str, tuple[Any, ...]]] = field(default_factory=list)

    def do(self, command: Any, by: str = CHAIR, insist: str = "", after: int = 1) -> tuple[Any, ...]:
        """Give a command that must be in order, `after` seconds after the last; returns its events."""
        self.at += after * 1000
        decision = decide(self.floor, by, self.at, command, insist)
        if isinstance(decision, Refused):
            raise NotInOrder(", ".join(refusal.rule for refusal in decision.refusals))
        number = self.floor.number + 1
        self.floor = enter(self.floor, number, self.at, decision.events)
        self.said.append((number, self.at, by, command, insist, decision.events))
        return decision.events

    def refused(self, command: Any, by: str = CHAIR, insist: str = "") -> tuple[Refusal, ...]:
        """Give a command that must be refused; the floor does not change."""
        decision = decide(self.floor, by, self.at, command, insist)
        assert not isinstance(decision, InOrder), f"{command} was in order"
        return decision.refusals

    def rules(self, command: Any, by: str = CHAIR, insist: str = "") -> tuple[str, ...]:
        """The rule ids that a command is refused by."""
        return tuple(refusal.rule for refusal in self.refused(command, by, insist))


def committee(
    rulebook: Rulebook | None = None,
    members: tuple[str, ...] = MEMBERS,
    others: tuple[tuple[str, str], ...] = (("aclu", "ngo"),),
    topics: tuple[str, ...] = ("Reintegration", "Due process"),
) -> Meeting:
    """A committee that has been founded and has not met."""
    seats = [Seat(key, "member", order) for order, key in enumerate(members)]
    seats += [Seat(key, kind, 900) for key, kind in others]  # type: ignore[arg-type]
    seats += [Seat(CHAIR, "chair", 0), Seat("dais-2", "chair", 1), Seat("assistant-1", "assistant", 2)]
    meeting = Meeting()
    meeting.do(OpenCommittee(rulebook or load("harvard"), topics, tuple(seats)), by=ORGANIZER)
    return meeting
