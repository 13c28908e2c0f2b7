"""A clock as data: a deadline while it runs, what remains while it is held; never the present time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that counts down. All times in milliseconds of room time.

    Running: `deadline` is when it reaches zero and `remaining` is what it had when it was started.
    Paused: `deadline` is None and `remaining` what is left (below zero: over time).
    `generation` grows whenever deadline or remaining change by hand, so that a late alarm is told apart.
    `rang` says that the room has noted its running out.
    """

    total: int
    remaining: int
    deadline: int | None = None
    generation: int = 1
    rang: bool = False

    @property
    def running(self) -> bool:
        """Whether it counts down now."""
        return self.deadline is not None

    def left(self, at: int) -> int:
        """Milliseconds left at room time `at`; below zero when over time."""
        return self.remaining if self.deadline is None else self.deadline - at

    def started(self, at: int) -> Clock:
        """Running from `at` with what is left."""
        return replace(self, deadline=at + self.remaining, generation=self.generation + 1)

    def paused(self, at: int) -> Clock:
        """Held with what is left at `at`."""
        return replace(self, remaining=self.left(at), deadline=None, generation=self.generation + 1)

    def shortened(self, by: int) -> Clock:
        """With `by` milliseconds less to run; its total stays what was given."""
        deadline = None if self.deadline is None else self.deadline - by
        return Clock(self.total, self.remaining - by, deadline, self.generation + 1, self.rang)

    def adjusted(self, by: int, at: int) -> Clock:
        """With `by` milliseconds more (or less): time is added to what runs, never overwritten."""
        left = self.left(at) + by
        deadline = None if self.deadline is None else self.deadline + by
        return Clock(self.total + by, left, deadline, self.generation + 1, self.rang and left <= 0)


def with_clock(floor: Floor, name: str, clock: Clock | None) -> Floor:
    """The floor with clock `name` set, or taken away."""
    rest: Mapping[str, Clock] = {key: value for key, value in floor.clocks.items() if key != name}
    return replace(floor, clocks=rest if clock is None else {**rest, name: clock})


def hold_all(floor: Floor, at: int) -> Floor:
    """Every running clock held at `at`."""
    return replace(
        floor,
        clocks={name: clock.paused(at) if clock.running else clock for name, clock in floor.clocks.items()},
    )
