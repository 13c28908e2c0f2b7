"""How fast robots are: as people, some times faster, or as fast as it goes."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass

FASTEST = 100


class BadPace(ValueError):
    """The text is no pace; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Pace:
    """`times` as fast as people are, 0 for as fast as it goes. The committee's clocks are never hurried."""

    times: float = 0

    async def rest(self, seconds: float) -> None:
        """Do nothing for as long as people would take."""
        await asyncio.sleep(seconds / self.times if self.times else 0)

    def length(self, seconds: int, of: int = 1) -> int:
        """A time on the committee's clocks (whole seconds, a multiple of `of` parts) that people at this pace
        use up in as many pauses as people would in `seconds`; `seconds` itself where robots do not rest."""
        part = seconds / (self.times or 1) / of
        return max(1, round(part)) * of

    @property
    def told(self) -> str:
        """The pace as it is typed."""
        return f"{self.times:g}x" if self.times else "max"


def read_pace(text: str) -> Pace:
    """The pace that somebody typed: max, 1x, 5x. Raises BadPace."""
    found = re.fullmatch(r"(\d{1,3}(?:\.\d{1,2})?)x", text.strip())
    if text.strip() == "max":
        return Pace()
    if found is None or not 0 < float(found[1]) <= FASTEST:
        raise BadPace(f"“{text}” is no pace: say 1x for people's own, 5x for five times as fast, or max.")
    return Pace(float(found[1]))
