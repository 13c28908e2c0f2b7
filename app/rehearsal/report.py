"""What came of a rehearsal, in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.rehearsal.cast import Cast


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one rehearsal; `faults` are sentences on what did not hold, `seconds` how long it took.

    `frames` and `bytes` are what came to one phone in that time, on average.
    """

    committee: int
    accepted: int
    refused: tuple[tuple[str, int], ...]
    mishaps: tuple[tuple[str, int], ...]
    frames: float
    bytes: float
    seconds: float
    share: float
    waited: int
    faults: tuple[str, ...]

    @property
    def held(self) -> bool:
        """Whether everything held."""
        return not self.faults

    def lines(self) -> Iterator[str]:
        """The report for a person."""
        out_of_order = sum(times for _, times in self.refused)
        yield (
            f"Acts: {self.accepted} accepted, {out_of_order} refused as out of order ({self.share:.0f} %), "
            f"under {len(self.refused)} rules."
        )
        yield "Mishaps: " + ", ".join(f"{times} {what}" for what, times in self.mishaps) + "."
        if self.waited:
            yield f"The server asked {self.waited} times to press more slowly; those presses came later."
        yield self._phone()
        yield from self.faults
        yield "Everything held." if self.held else "Not everything held."

    def _phone(self) -> str:
        minutes, kilobytes = self.seconds / 60, self.bytes / 1000
        return (
            f"A phone: {self.frames / minutes:,.0f} frames and {kilobytes / minutes:,.0f} kB a minute; "
            f"{self.frames:,.0f} frames and {kilobytes:,.0f} kB in {self.seconds:.0f} seconds."
        )


def report_of(cast: Cast, seconds: float) -> Report:
    """The figures of what was played in so many seconds."""
    ledger = cast.ledger
    phones = [one.robot for one in cast.with_device if one.robot]
    return Report(
        committee=cast.chair.committee,
        accepted=ledger.accepted,
        refused=tuple(sorted(ledger.refused.items())),
        mishaps=tuple((what, times) for what, times in ledger.mishaps.items() if times),
        frames=sum(phone.frames for phone in phones) / max(1, len(phones)),
        bytes=sum(phone.bytes for phone in phones) / max(1, len(phones)),
        seconds=seconds,
        share=ledger.share,
        waited=sum(robot.waited for robot in cast.robots),
        faults=tuple(ledger.faults),
    )
