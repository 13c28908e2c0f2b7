"""The one big action of a delegation now, and what it can move; what is closed says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.attendance import SetStatus
from app.procedure.explanations import explains
from app.procedure.floor import Floor, stands_against
from app.procedure.late_arrivals import AskStatus
from app.procedure.motions import RaiseMotion
from app.procedure.queues import list_in_use
from app.procedure.quorum import electorate
from app.procedure.raised_placards import RaisePlacard, placards_count
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.status_changes import answers
from app.screens.directory import Directory
from app.screens.moving import Move, in_order
from app.screens.phone.debating import Bracketing, Joining, bracketing, joining
from app.screens.phone.raising import Raising, raising
from app.screens.phone.refusing import why_not
from app.screens.phone.yielding import Yielding, yielding
from app.screens.shown import told

PRESSED: dict[str, type] = {
    "present": SetStatus,
    "speak": JoinSpeakersList,
    "placard": RaisePlacard,
    "explain": RaisePlacard,
}
"""What the big button gives, where it stays in its place and says why it is closed."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What can be pressed. `big` is a code: answer, present, note, noted, speak, leave, debate, waits,
    consult, placard, explain, lower, yield or none; `why` closes it.

    `asked` is the draft that the chair would adopt without a vote, if this seat may object to it.
    `may_promise`: the seat may answer "present and voting". `why_move` closes all motions. `uneven` is what
    the house makes of speeches that do not divide the total of a caucus. `explains` is what it may explain
    its vote on.
    """

    template: ClassVar[str] = "phone/act.html"
    coalesced: ClassVar[bool] = False

    committee: int
    big: str
    why: str
    status: str
    may_promise: bool
    slot: tuple[str, ...]
    yielding: Yielding | None
    raising: Raising
    moves: tuple[Move, ...]
    uneven: str
    why_move: str
    asked: str = ""
    asked_name: str = ""
    joining: Joining | None = None
    bracketing: Bracketing | None = None
    explains: str = ""


def doing(floor: Floor, directory: Directory, key: str) -> Doing:
    """The big action by phase, and the motions on offer."""
    big = _big(floor, key)
    asked = floor.action.asked.paper if floor.action.asked and key in electorate(floor, "draft") else ""
    command = PRESSED.get(big)
    return Doing(
        committee=directory.committee,
        big=big,
        why=why_not(floor, directory, key, command) if command else "",
        status=floor.attendance.statuses.get(key, ""),
        may_promise=key in floor.seats and "present_and_voting" in answers(floor, key),
        slot=_slot(floor, key),
        yielding=yielding(floor, directory, key),
        raising=raising(floor, directory, key),
        moves=in_order(floor, directory, key),
        uneven=floor.rulebook.caucuses.uneven_time,
        why_move=why_not(floor, directory, key, RaiseMotion),
        asked=asked,
        asked_name=told(floor, directory).paper(asked) if asked else "",
        joining=joining(floor, directory, key) if big == "debate" else None,
        bracketing=bracketing(floor, directory, key) if big == "consult" else None,
        explains=told(floor, directory).subject(explains(floor, key)) if big == "explain" else "",
    )


def _big(floor: Floor, key: str) -> str:
    if floor.meeting.state == "adjourned" or key not in floor.seats or floor.seats[key].closed:
        return "none"
    if floor.attendance.calling:
        return "answer"
    if not floor.attendance.here(key):
        return _arriving(floor, key)
    now, using = floor.speeches.now, list_in_use(floor)
    if now is not None and now.seat == key:
        return "yield"
    if key in floor.speeches.raised:
        return "lower"
    if placards_count(floor):
        return "placard"
    if explains(floor, key):
        return "explain"
    if floor.caucus is None and (floor.resolution_debate is not None or floor.consultations.paper):
        return _on_a_draft(floor)
    if using is None:
        return "none" if floor.caucus is not None else "speak"
    return "leave" if key in using[1].queue else "speak"


def _on_a_draft(floor: Floor) -> str:
    """On a side of the timed debate, or with brackets in consultations; nothing at the vote."""
    debate = floor.resolution_debate
    if debate is None:
        return "consult"
    return "waits" if debate.now.stage == "vote" else "debate"


def _arriving(floor: Floor, key: str) -> str:
    """A delegation enters itself, asks the dais by a note, or has asked."""
    if key in floor.attendance.notes:
        return "noted"
    return "present" if stands_against(floor, key, AskStatus) else "note"


def _slot(floor: Floor, key: str) -> tuple[str, ...]:
    """What the proposer of the caucus may choose, while it is asked."""
    caucus = floor.caucus
    if caucus is None or caucus.slot != "asked" or caucus.proposer != key:
        return ()
    first = floor.rulebook.caucuses.proposer_slot == "first"
    return ("first", "waived") if first else ("first", "last", "waived")
