"""The one big action of a delegation now, and what it can move; what is closed says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.act import Refusal
from app.procedure.attendance import SetStatus
from app.procedure.floor import ACTS, Floor
from app.procedure.motions import RaiseMotion
from app.procedure.queues import list_in_use
from app.procedure.roster import votes_on_substance
from app.procedure.speakers_lists import JoinSpeakersList
from app.screens.directory import Directory
from app.screens.phone.moves import Move, moves
from app.words import names_on, refusal_sentence


@dataclass(frozen=True, slots=True)
class Doing:
    """What can be pressed. `big` is a code: answer, present, speak, leave or none; `why` closes it.

    `may_promise`: the seat may answer "present and voting". `why_move` closes all motions.
    """

    template: ClassVar[str] = "phone/act.html"
    coalesced: ClassVar[bool] = False

    committee: int
    big: str
    why: str
    status: str
    may_promise: bool
    moves: tuple[Move, ...]
    why_move: str


def doing(floor: Floor, directory: Directory, key: str) -> Doing:
    """The big action by phase, and the motions on offer."""
    big = _big(floor, key)
    command = {"present": SetStatus, "speak": JoinSpeakersList}.get(big)
    return Doing(
        committee=directory.committee,
        big=big,
        why=why_not(floor, directory, key, command) if command else "",
        status=floor.attendance.statuses.get(key, ""),
        may_promise=_may_promise(floor, key),
        moves=moves(floor, directory),
        why_move=why_not(floor, directory, key, RaiseMotion),
    )


def why_not(floor: Floor, directory: Directory, key: str, command: type) -> str:
    """The sentence of the first thing that stands against a seat giving a command now, or ""."""
    refusal: Refusal | None = next(iter(ACTS[command].may(floor, key)), None)
    if refusal is None:
        return ""
    return refusal_sentence(refusal, names_on(floor, directory.short_names))


def _big(floor: Floor, key: str) -> str:
    if floor.meeting.state == "adjourned" or key not in floor.seats or floor.seats[key].closed:
        return "none"
    if floor.attendance.calling:
        return "answer"
    if not floor.attendance.here(key):
        return "present"
    using = list_in_use(floor)
    return "leave" if using and key in using[1].queue else "speak"


def _may_promise(floor: Floor, key: str) -> bool:
    rules = floor.rulebook.attendance
    if key not in floor.seats or "present_and_voting" not in rules.statuses:
        return False
    return votes_on_substance(floor, key) or not rules.observers_present_only
