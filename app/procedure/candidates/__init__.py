"""What could stand in the fields of a command on this floor: values to be tried against the rules.

Nothing here says what is in order. `asks` tries these values with the rules themselves and offers those that
they let through, so that a form never knows a rule of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from app.procedure.act import is_dais
from app.procedure.candidates.elections import ELECTION_FIELDS
from app.procedure.candidates.motions import MOTION_FIELDS, SAMPLE, none_or_one, seats_for
from app.procedure.candidates.on_the_floor import FLOOR_FIELDS
from app.procedure.presence import statuses_of
from app.procedure.quorum import members, members_here
from app.procedure.roster import delegations
from app.procedure.timetable import DAY, MINUTE_MS
from resolutions.document import digest

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Filled = Mapping[str, Any]
"""The fields of the command that have their value already, by name."""
DAY_MS = DAY * MINUTE_MS
WHOLE_DAY = (9 * 60, 12 * 60 + 30, 13 * 60 + 30, 17 * 60)
"""A usual day: nine to five, with a break at noon."""
Candidates = Callable[["Floor", str, Filled], Iterable[Any]]


def candidates(floor: Floor, by: str, command: type, name: str, filled: Filled) -> tuple[Any, ...]:
    """Values for field `name` of `command` of seat `by`, likely ones first; none where nothing fits."""
    special = FIELDS_OF.get(command.__name__, {}).get(name)
    found = special or BY_NAME.get(name)
    if found is not None:
        return tuple(dict.fromkeys(found(floor, by, filled)))
    hint = hints(command)[name]
    if get_origin(hint) is Literal:
        return get_args(hint)
    if type(None) in get_args(hint):
        return (None, True, False)
    default = default_of(command, name)
    if hint is bool:
        return (default, not default) if default is not None else (True, False)
    return () if default is None else (default,)


@cache
def hints(command: type) -> dict[str, Any]:
    """The types of a command's fields by name."""
    return get_type_hints(command)


@cache
def default_of(command: type, name: str) -> Any:
    """The value of a field that nobody names; None where it has to be named."""
    found = next(field.default for field in fields(command) if field.name == name)
    return None if found is MISSING else found


def _open_seats(floor: Floor, by: str, filled: Filled) -> Iterable[str]:
    return (seat.key for seat in floor.seats.values() if not seat.closed)


def _vote(floor: Floor, by: str, filled: Filled) -> Iterable[int]:
    return (floor.votes.now.number,) if floor.votes.now else ()


def _speaker(floor: Floor, by: str, filled: Filled) -> Iterable[str]:
    return (floor.speeches.now.seat if floor.speeches.now else "",)


def _called(floor: Floor, by: str, filled: Filled) -> Iterable[str]:
    """Who answers: the seat itself, or who is called in a roll call."""
    called = floor.votes.now.next() if floor.votes.now and floor.votes.now.mode == "roll_call" else None
    return (called[0],) if called and is_dais(floor, by) else ("",)


def _answered(floor: Floor, by: str, filled: Filled) -> Iterable[str]:
    now = floor.votes.now
    return (*now.ballots, *now.silent) if now else ()


def _questions(floor: Floor, by: str, filled: Filled) -> Iterable[int]:
    if filled.get("about") == "ruling":
        return (floor.rulings.appeal.ruling,) if floor.rulings.appeal else ()
    return (motion.number for motion in floor.motions.pending)


def _subjects(floor: Floor, by: str, filled: Filled) -> Iterable[str]:
    match filled.get("about"):
        case "motion":
            return (str(motion.number) for motion in floor.motions.pending)
        case "ruling":
            return (str(floor.rulings.appeal.ruling),) if floor.rulings.appeal else ()
        case "amendment":
            return (one.key for one in floor.papers.amendments)
        case "part":
            return (part.key for part in floor.papers.parts)
        case _:
            return (paper.key for paper in floor.papers.papers)


def _queue(floor: Floor, by: str, filled: Filled) -> tuple[str, ...]:
    speakers = floor.caucus.speakers if floor.caucus else floor.speeches.general
    return speakers.queue if speakers else ()


def _paper_of(floor: Floor, filled: Filled) -> Any:
    amendment = floor.papers.amendment(str(filled.get("amendment", "")))
    return floor.papers.get(str(filled.get("paper") or (amendment.paper if amendment else "")))


def _base(floor: Floor, by: str, filled: Filled) -> Iterable[str]:
    paper = _paper_of(floor, filled)
    return (digest(paper.text),) if paper and paper.text else ()


def _clauses(floor: Floor, by: str, filled: Filled) -> Iterable[str]:
    paper = _paper_of(floor, filled)
    operative = [c.uid for c in paper.text.clauses if c.kind == "operative"] if paper and paper.text else []
    return (*operative, "")


def _statuses(floor: Floor, by: str, filled: Filled) -> Iterable[str]:
    known = statuses_of(floor)
    return (*known, "never_came") if is_dais(floor, by) else known


def _amendments_reversed(floor: Floor, by: str, filled: Filled) -> Iterable[tuple[str, ...]]:
    pending = floor.papers.pending_amendments(str(filled.get("paper", "")))
    return (tuple(reversed([one.key for one in pending if one.stage == "introduced"])),)


def _count(floor: Floor, by: str, filled: Filled) -> Iterable[int]:
    return (len(floor.votes.now.order),) if floor.votes.now else ()


def _midnight(floor: Floor, by: str, filled: Filled) -> Iterable[int]:
    """Of the day of the last act, in UTC."""
    return (floor.at // DAY_MS * DAY_MS,)


def _timed(floor: Floor, by: str, filled: Filled) -> Iterable[int]:
    return (motion.number for motion in floor.motions.pending if motion.terms.total_seconds)


def _shorter(floor: Floor, by: str, filled: Filled) -> Iterable[int]:
    """Half the time that was moved, in whole speeches where it has them; then one speech or minute less."""
    motion = floor.motions.find(int(filled.get("motion", 0)))
    if motion is None:
        return ()
    each = motion.terms.speech_seconds or 60
    whole = motion.terms.total_seconds // each
    return (whole // 2 * each, (whole - 1) * each)


BY_NAME: dict[str, Candidates] = {
    "seat": seats_for,
    "vote": _vote,
    "after": _speaker,
    "motion": lambda floor, by, filled: (motion.number for motion in floor.motions.pending),
    "point": lambda floor, by, filled: (point.number for point in floor.points.pending),
    "ruling": lambda floor, by, filled: (one.number for one in reversed(floor.rulings.made[-5:])),
    "number": _questions,
    "subject": _subjects,
    "paper": lambda floor, by, filled: (paper.key for paper in floor.papers.papers),
    "amendment": lambda floor, by, filled: (one.key for one in floor.papers.amendments),
    "adopted": lambda floor, by, filled: (one.key for one in floor.papers.amendments),
    "other": lambda floor, by, filled: (paper.key for paper in floor.papers.papers),
    "clock": lambda floor, by, filled: floor.clocks,
    "topic": lambda floor, by, filled: range(1, max(1, len(floor.topics)) + 1),
    "place": lambda floor, by, filled: range(1, len(_queue(floor, by, filled)) + 1),
    "base": _base,
    "clause": _clauses,
    "reader": lambda floor, by, filled: (seat.key for seat in delegations(floor)),
    "here": lambda floor, by, filled: (len(members_here(floor)), len(members(floor))),
    "status": _statuses,
    "opening": lambda floor, by, filled: ("Requests", ""),
    "text": lambda floor, by, filled: (SAMPLE, ""),
    "words": lambda floor, by, filled: ("", SAMPLE),
    "reason": lambda floor, by, filled: (SAMPLE,),
    "title": lambda floor, by, filled: (SAMPLE,),
}
FIELDS_OF: dict[str, dict[str, Candidates]] = {
    **FLOOR_FIELDS,
    **ELECTION_FIELDS,
    "RaiseMotion": MOTION_FIELDS,
    "RaisePoint": {"kind": lambda floor, by, filled: floor.rulebook.points.available},
    "RulePoint": {"ruling": lambda floor, by, filled: (SAMPLE,)},
    "CastBallot": {"seat": _called},
    "NoAnswer": {"seat": _called},
    "CorrectBallot": {"seat": _answered},
    "EndSpeech": {"seat": _speaker},
    "CloseSeat": {"seat": _open_seats},
    "ChangeRights": {"seat": _open_seats},
    "AnswerNote": {"seat": lambda floor, by, filled: floor.attendance.notes},
    "MarkNeverCame": {
        "seats": lambda floor, by, filled: (
            (seat.key,) for seat in delegations(floor) if not floor.attendance.here(seat.key)
        )
    },
    "AddSeat": {
        "key": lambda floor, by, filled: (f"seat-{floor.number}",),
        "order": lambda floor, by, filled: (len(floor.seats),),
    },
    "MoveInSpeakersList": {"seat": _queue, "order": lambda f, by, filled: (_queue(f, by, filled),)},
    "OrderAmendments": {"order": _amendments_reversed},
    "SetSpeakingTime": {"seconds": lambda floor, by, filled: (floor.rulebook.speeches.general_seconds, 60)},
    "SetTimetable": {"midnight": _midnight, "times": lambda floor, by, filled: (WHOLE_DAY, ())},
    "ShortenMotion": {"motion": _timed, "total_seconds": _shorter},
    "AdjustClock": {"seconds": lambda floor, by, filled: (30, -30)},
    "EnterCount": {"yes": _count, "no": none_or_one, "abstain": none_or_one},
    "OpenSpeakersList": {"seconds": lambda floor, by, filled: (0, 60, 90)},
    "ProposeAmendment": {"amendment": lambda floor, by, filled: ("",)},
}
