"""Who has spoken: time and speeches by delegation and by list, who was not heard, how evenly it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from app.procedure.roster import delegations

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one delegation spoke: milliseconds by list (`Speech.list`), and how many speeches."""

    seat: str
    ms_by_list: Mapping[str, int]
    speeches: int

    @property
    def ms(self) -> int:
        """All its speaking time (ms)."""
        return sum(self.ms_by_list.values())


@dataclass(frozen=True, slots=True)
class Speaking:
    """The speaking time of a committee.

    `rows` has each delegation, the least heard first, in the order of the roll among equals; `others_ms` is
    what guests, the dais and seats that were closed spoke (ms).
    """

    rows: tuple[Spoken, ...]
    others_ms: int

    @property
    def ms(self) -> int:
        """All time that was spoken (ms)."""
        return sum(row.ms for row in self.rows) + self.others_ms

    @property
    def silent(self) -> tuple[str, ...]:
        """The delegations that have not had the floor."""
        return tuple(row.seat for row in self.rows if not row.speeches)

    @property
    def median_ms(self) -> int:
        """What the delegation in the middle spoke (ms); 0 where there is none."""
        return round(median(row.ms for row in self.rows)) if self.rows else 0

    @property
    def gini(self) -> float:
        """How unevenly the time was shared: 0 is an equal share for all, near 1 all for one."""
        return gini([row.ms for row in self.rows])

    @property
    def half(self) -> int:
        """How many delegations, the most heard first, spoke half of the time; 0 where none spoke."""
        total, heard = sum(row.ms for row in self.rows), 0
        for count, row in enumerate(reversed(self.rows), 1):
            heard += row.ms
            if total and 2 * heard >= total:
                return count
        return 0


def speaking(floor: Floor) -> Speaking:
    """The speeches that were held. One that is being held counts when it ends."""
    ms: dict[str, Counter[str]] = {}
    count: Counter[str] = Counter()
    for one in floor.speeches.heard:
        ms.setdefault(one.seat, Counter())[one.list] += one.ms
        count[one.seat] += 1
    seats = counted(floor)
    rows = [Spoken(seat, dict(ms.get(seat, {})), count[seat]) for seat in seats]
    others = sum(sum(lists.values()) for seat, lists in ms.items() if seat not in set(seats))
    return Speaking(tuple(sorted(rows, key=lambda row: (row.ms, row.speeches))), others)


def counted(floor: Floor) -> tuple[str, ...]:
    """The delegations that statistics are about, in the order of the roll: all but those that never came."""
    status = floor.attendance.statuses
    heard = {one.seat for one in floor.speeches.heard}
    seats = (seat.key for seat in delegations(floor))
    return tuple(key for key in seats if status.get(key) != "never_came" or key in heard)


def gini(shares: Iterable[int]) -> float:
    """The Gini coefficient of shares (C. Gini, 1912), from 0 (equal) to 1; 0 where nobody has anything."""
    ordered = sorted(shares)
    total, size = sum(ordered), len(ordered)
    if not total:
        return 0.0
    weighted = sum(place * share for place, share in enumerate(ordered, 1))
    return 2 * weighted / (size * total) - (size + 1) / size


def lists_used(rows: Sequence[Spoken]) -> tuple[str, ...]:
    """The lists on which somebody of these spoke, in the order of their names."""
    return tuple(sorted({name for row in rows for name, ms in row.ms_by_list.items() if ms}))
