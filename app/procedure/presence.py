"""Who is here, as it is: statuses of this session, notes to the dais, whether the quorum is in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Refusals, impossible, is_dais

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Status = Literal["present", "present_and_voting", "absent", "never_came"]
HERE = ("present", "present_and_voting")


@dataclass(frozen=True, slots=True)
class Attendance:
    """The answers of the roll call and what changed since.

    `statuses` holds one status for each seat that was asked in this session; `calling` is true while the
    roll is called; `ever` are the seats that were here in any session; `notes` are the statuses that
    delegations ask the dais for; `doubt` says that the quorum was challenged, or found to be missing.
    """

    statuses: Mapping[str, Status] = field(default_factory=dict)
    calling: bool = False
    ever: frozenset[str] = frozenset()
    notes: Mapping[str, Status] = field(default_factory=dict)
    doubt: Literal["none", "challenged", "missing"] = "none"

    def here(self, seat: str) -> bool:
        """Whether the seat is present, with or without the promise to vote."""
        return self.statuses.get(seat) in HERE

    def without(self, seat: str) -> Attendance:
        """The attendance after a seat left the roster."""
        return replace(self, statuses=_but(self.statuses, seat), notes=_but(self.notes, seat))

    def without_note(self, seat: str) -> Attendance:
        """The attendance after a seat's note was dealt with."""
        return replace(self, notes=_but(self.notes, seat))

    def with_statuses(self, statuses: Mapping[str, Status]) -> Attendance:
        """The attendance with these statuses set; who asked the dais for one has its answer."""
        came = {key for key, status in statuses.items() if status in HERE}
        notes = {key: status for key, status in self.notes.items() if key not in statuses}
        return replace(self, statuses={**self.statuses, **statuses}, ever=self.ever | came, notes=notes)

    def asked_again(self) -> Attendance:
        """The attendance of a new session: nobody has answered; who never came stays so until it comes."""
        kept = {key: status for key, status in self.statuses.items() if status == "never_came"}
        return replace(self, statuses=kept, notes={}, calling=True)


def calls_the_roll(floor: Floor) -> bool:
    """Whether the house calls a roll; where it does not, attendance is entered as members come and go."""
    return bool(floor.rulebook.attendance.statuses)


def statuses_of(floor: Floor) -> tuple[Status, ...]:
    """The statuses that the house knows; without a roll call, here or not [AMPV]."""
    return floor.rulebook.attendance.statuses or ("present", "absent")


def present(floor: Floor, seat: str, field: str = "") -> Refusals:
    """What stands against an act of delegation `seat`: it is not here. The dais always is.

    A key that is no seat's is refused for what it is (`act.acts_for`).
    """
    if seat in floor.seats and not is_dais(floor, seat) and not floor.attendance.here(seat):
        yield impossible("seat.absent", field, seat=seat)


def in_the_room(floor: Floor) -> Refusals:
    """What stands against attendance being taken: a break, or the end."""
    if floor.meeting.state in ("suspended", "adjourned"):
        yield impossible(f"meeting.{floor.meeting.state}")


def _but(statuses: Mapping[str, Status], seat: str) -> Mapping[str, Status]:
    return {key: status for key, status in statuses.items() if key != seat}
