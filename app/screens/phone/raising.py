"""What a delegation can raise: points, an appeal, the right of reply, a doubt of the quorum, a note."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.appeals import AppealRuling
from app.procedure.floor import Floor
from app.procedure.late_arrivals import AskStatus
from app.procedure.points import RaisePoint
from app.procedure.quorum_challenges import ChallengeQuorum
from app.procedure.replies import AskReply, replies_to
from app.procedure.status_changes import answers
from app.screens.directory import Directory
from app.screens.phone.refusing import why_not, why_not_this
from app.screens.shown import told
from app.words.language import capital
from app.words.names import POINTS, STATUSES, code_name


@dataclass(frozen=True, slots=True)
class Offer:
    """A point of the house, and why it is not in order now; `only_audible`: only if nothing can be heard."""

    kind: str
    name: str
    why: str
    only_audible: bool = False


@dataclass(frozen=True, slots=True)
class Appealing:
    """The ruling that may be appealed at once; `written`: with reasons."""

    ruling: int
    words: str
    written: bool


@dataclass(frozen=True, slots=True)
class Raising:
    """What stands under "Raise a point"; `reply_to` is whose words may be answered, "" for nobody's."""

    points: tuple[Offer, ...]
    appeal: Appealing | None
    reply_to: str
    written: bool
    why_not_reply: str
    why_not_challenge: str
    notes: tuple[tuple[str, str], ...]


def raising(floor: Floor, directory: Directory, key: str) -> Raising:
    """What this seat can say out of turn, in a house that knows it."""
    to, _ = replies_to(floor)
    return Raising(
        tuple(_offer(floor, directory, key, kind) for kind in floor.rulebook.points.available),
        _appeal(floor, directory, key),
        told(floor, directory).seat(to) if to and to != key else "",
        floor.rulebook.replies.written,
        why_not_this(floor, directory, key, AskReply(".")),
        why_not(floor, directory, key, ChallengeQuorum),
        _notes(floor, directory, key),
    )


def _offer(floor: Floor, directory: Directory, key: str, kind: str) -> Offer:
    name = capital(code_name(POINTS, kind, told(floor, directory).gettext))
    why = why_not_this(floor, directory, key, RaisePoint(kind))  # type: ignore[arg-type]
    heard = RaisePoint(kind, audibility=True)  # type: ignore[arg-type]
    only_audible = bool(why) and not why_not_this(floor, directory, key, heard)
    return Offer(kind, name, "" if only_audible else why, only_audible)


def _appeal(floor: Floor, directory: Directory, key: str) -> Appealing | None:
    made = floor.rulings.find(floor.rulings.fresh)
    if made is None or why_not_this(floor, directory, key, AppealRuling(made.number, ".")):
        return None
    return Appealing(made.number, made.words, floor.rulebook.appeals.written)


def _notes(floor: Floor, directory: Directory, key: str) -> tuple[tuple[str, str], ...]:
    """The statuses that this delegation may ask the dais for: (code, name)."""
    if not floor.attendance.here(key):
        return ()
    speak = told(floor, directory).gettext
    open_ = (one for one in answers(floor, key) if not why_not_this(floor, directory, key, AskStatus(one)))
    return tuple((one, capital(code_name(STATUSES, one, speak))) for one in open_)
