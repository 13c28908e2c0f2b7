"""What the whole room does together: a minute of silence, and a straw poll."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.countdown import Clock
from app.procedure.floor import Floor
from app.procedure.roster import delegations
from app.procedure.straw_polls import StrawPoll
from app.screens.directory import Directory
from app.screens.shown import Countdown, countdown


@dataclass(frozen=True, slots=True)
class SilenceView:
    """The minute of silence with its clock."""

    template: ClassVar[str] = "cockpit/silence.html"
    coalesced: ClassVar[bool] = False
    committee: int
    clock: Countdown


@dataclass(frozen=True, slots=True)
class StrawPollView:
    """The question to the room; at most `here` hands can be shown."""

    template: ClassVar[str] = "cockpit/straw_poll.html"
    coalesced: ClassVar[bool] = False
    committee: int
    question: str
    here: int


def silence(directory: Directory, clock: Clock) -> SilenceView:
    """Nothing else goes on."""
    shown = countdown(clock)
    assert shown is not None
    return SilenceView(directory.committee, shown)


def straw_poll(floor: Floor, directory: Directory, poll: StrawPoll) -> StrawPollView:
    """Hands are counted; nothing follows."""
    here = sum(floor.attendance.here(seat.key) for seat in delegations(floor))
    return StrawPollView(directory.committee, poll.question, here)
