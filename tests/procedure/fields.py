"""Random meetings: commands whose fields fit the floor or fit nothing but their type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from app.procedure.action import drafts
from app.procedure.amendment_order import OrderAmendments
from app.procedure.amendments import ProposeAmendment
from app.procedure.floor import Floor
from app.procedure.motions import RaiseMotion
from app.procedure.phases import on_offer
from app.procedure.queues import list_in_use
from app.procedure.roster import Seat, delegations
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load
from app.procedure.ruling_points import RulePoint
from app.procedure.seats import AddSeat, CloseSeat
from app.procedure.speakers_lists import MoveInSpeakersList
from app.procedure.voting import OpenVote
from resolutions.document import to_json
from tests.procedure.floor_fitting import FLOOR_FITTING, FLOOR_SPECIAL
from tests.procedure.meeting import TEXT
from tests.procedure.texts_fitting import amendment_order, base, clauses, groups
from tests.procedure.timed_fitting import TIMED_SPECIAL

NUMBERS = (0, 1, -1, 2, 30, 45, 60, 300, 600, 5000, 10**9, -(10**30), 10**30)
WORDS = (
    *("", "france", "chad", "aclu", "dais-1", "room", "organizer", "speech", "caucus", "general", "WP-1"),
    *("A1", "o1", "1", "007", "9" * 5000, "x" * 9000, "two\nlines", "\x00", "\ud800", "٣", "close_debate"),
)
RULES: list[dict[str, Any]] = [
    {},
    {"quorum_vote": "1/4"},
    {"seconds_required": "one_other_member"},
    {"precedence_of": "GEO"},
    {"motions.round_robin": None},
    {"vote_change_until": "never", "mod_uneven_time_policy": "round_down_total"},
    {"close_debate_majority": "simple_cast", "caucus_tiebreak": ["order_raised"]},
]
DOCUMENTS: tuple[dict[str, Any], ...] = (
    {},
    {"clauses": "none"},
    {"clauses": [{"kind": "operative", "uid": "\ud800", "order_key": "a", "text": "x"}]},
    to_json(TEXT),
)


def wild(command: type) -> st.SearchStrategy[Any]:
    """The command with any values of its fields' types."""
    hints = get_type_hints(command)
    return st.builds(command, **{name: _any(hints[name]) for name in command.__dataclass_fields__})  # type: ignore[attr-defined]


def _any(kind: Any) -> st.SearchStrategy[Any]:
    if kind is Rulebook:
        return st.just(load("harvard"))
    if kind is Seat:
        return st.builds(Seat, st.sampled_from(WORDS), st.sampled_from(["member", "chair"]), _any(int))
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is tuple:
        return st.lists(_any(get_args(kind)[0]), max_size=3).map(tuple)
    if get_origin(kind) is dict:
        return st.sampled_from(DOCUMENTS)
    if type(None) in get_args(kind):
        return st.none() | _any(get_args(kind)[0])
    plain: dict[Any, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        int: st.sampled_from(NUMBERS),
        str: st.sampled_from(WORDS),
    }
    return plain[kind]


def plausible(command: type, floor: Floor, by: str) -> st.SearchStrategy[Any]:
    """The command with values that mean something on this floor, mostly for seat `by` itself."""
    hints = get_type_hints(command)
    special = SPECIAL.get(command, {})
    values: dict[str, st.SearchStrategy[Any]] = {}
    for name in command.__dataclass_fields__:  # type: ignore[attr-defined]
        found = special.get(name) or FITTING.get(name)
        candidates = found(floor, by) if found is not None else []
        values[name] = st.sampled_from(candidates) if candidates else _fallback(hints[name])
    made = st.builds(command, **values)
    if command is OpenVote:
        return made.flatmap(lambda vote: _question(floor, vote))
    return made


def _fallback(kind: Any) -> st.SearchStrategy[Any]:
    if kind is int:
        return st.sampled_from((0, 1, 2, 30, 60, 300))
    if kind is str:
        return st.just("")
    return _any(kind)


def _question(floor: Floor, vote: OpenVote) -> st.SearchStrategy[OpenVote]:
    """About something that is there, most often the motion that takes precedence."""
    pending = [("motion", str(motion.number)) for motion in floor.motions.pending]
    others = [("amendment", one.key) for one in floor.papers.amendments]
    others += [("paper", paper.key) for paper in floor.papers.papers]
    others += [("ruling", str(floor.rulings.appeal.ruling))] * 4 if floor.rulings.appeal else []
    others += [("part", part.key) for part in floor.papers.parts]
    known: list[tuple[Any, str]] = [*pending[:1] * 3, *pending, *others * 2] or [("motion", "0")]
    return st.sampled_from(known).map(lambda it: OpenVote(it[0], it[1], vote.mode, ""))


def _seats(floor: Floor, by: str) -> list[str]:
    """The seat itself for a delegation; any delegation for the dais."""
    seat = floor.seats.get(by)
    if seat is not None and not seat.is_dais:
        return ["", "", by]
    called = floor.votes.now.next() if floor.votes.now else None
    return [*([called[0]] * 4 if called else []), *(one.key for one in delegations(floor))]


def _queue(floor: Floor) -> tuple[str, ...]:
    using = list_in_use(floor)
    return using[1].queue if using else ()


def _speaker(floor: Floor, by: str) -> list[str]:
    return [floor.speeches.now.seat if floor.speeches.now else ""]


def _vote(floor: Floor, by: str) -> list[int]:
    return [floor.votes.now.number if floor.votes.now else 0]


def _entertained(floor: Floor, by: str) -> list[int]:
    """Motions that are spoken on, or any that wait."""
    pending = floor.motions.pending
    if floor.rulings.appeal:
        return [floor.rulings.appeal.ruling]
    return [motion.number for motion in pending if motion.hearing] or [motion.number for motion in pending]


Fitting = Callable[[Floor, str], list[Any]]
FITTING: dict[str, Fitting] = {
    "seat": _seats,
    "vote": _vote,
    "after": _speaker,
    "motion": lambda floor, by: [motion.number for motion in floor.motions.pending],
    "paper": lambda floor, by: [paper.key for paper in floor.papers.papers],
    "adopted": lambda floor, by: [one.key for one in floor.papers.amendments],
    "subject": lambda floor, by: [one.subject for one in floor.votes.past[-1:]] + ["WP-1"],
    "other": lambda floor, by: [paper.key for paper in floor.papers.papers],
    "accept": lambda floor, by: [True, True, False],
    "amendment": lambda floor, by: [one.key for one in floor.papers.amendments],
    "clock": lambda floor, by: list(floor.clocks),
    "generation": lambda floor, by: [clock.generation for clock in floor.clocks.values()],
    "topic": lambda floor, by: [1, 2],
    **FLOOR_FITTING,
    "topic_number": lambda floor, by: [*floor.meeting.tabled, 0],
    "order": lambda floor, by: [_queue(floor)],
    "place": lambda floor, by: [1, 2, 3],
    "document": lambda floor, by: [to_json(TEXT)],
    "base": base,
    "clause": clauses,
    "opening": lambda floor, by: ["Urges", "Requests"],
    "text": lambda floor, by: ["an annual report", "States to give due notice", "a fund"],
    "title": lambda floor, by: ["Reintegration"],
    "reason": lambda floor, by: ["Heard wrongly"],
    "until": lambda floor, by: ["", "Nine tomorrow"],
    "total_seconds": lambda floor, by: [60, 300, 600, 645],
    "speech_seconds": lambda floor, by: [30, 45, 60],
    "yes": lambda floor, by: list(range(4)),
    "no": lambda floor, by: list(range(3)),
    "abstain": lambda floor, by: [0, 0, 1],
    "about": lambda floor, by: ["ruling" if floor.rulings.appeal else "motion"],
    "number": _entertained,
    "point": lambda floor, by: [point.number for point in floor.points.pending],
    "ruling": lambda floor, by: [ruling.number for ruling in floor.rulings.made[-2:]],
    "words": lambda floor, by: ["", "The order of speakers"],
    "rule": lambda floor, by: ["caucus.max_total", "caucus.uneven", "motion.phase"],
    "parameters": lambda floor, by: RULES,
    "rulebook": lambda floor, by: [""],
    "last_alive": lambda floor, by: [floor.at, floor.at - 60_000],
    "key": lambda floor, by: [f"seat-{floor.number}"],
    "choice": lambda floor, by: ["yes", "no", "abstain", "pass"],
    "with_rights": lambda floor, by: [False, False, True],
}
SPECIAL: dict[type, dict[str, Fitting]] = {
    **FLOOR_SPECIAL,
    **TIMED_SPECIAL,
    MoveInSpeakersList: {"seat": lambda floor, by: list(_queue(floor))},
}


def _motion_fields() -> None:

    SPECIAL[RaiseMotion] = {
        "kind": lambda floor, by: [rule.kind for rule in on_offer(floor)],
        "topic": lambda floor, by: ["Returns", "Notice"],
        "order": lambda floor, by: [
            tuple(reversed([paper.key for paper in drafts(floor)])),
            ("2",),
            ("1", "2"),
        ],
        "clauses": groups,
        "to": lambda floor, by: ["the Sixth Committee"],
    }
    SPECIAL[RulePoint] = {"ruling": lambda floor, by: ["Well taken", "It stands"]}
    SPECIAL[OrderAmendments] = {"order": amendment_order}
    SPECIAL[ProposeAmendment] = {
        "amendment": lambda floor, by: ["", *(one.key for one in floor.papers.amendments)]
    }
    SPECIAL[AddSeat] = {"order": lambda floor, by: [7]}
    SPECIAL[CloseSeat] = {"seat": lambda floor, by: list(floor.seats)}


_motion_fields()


def quiet(floor: Floor) -> bool:
    """Whether nothing but debate is on."""
    return floor.meeting.state == "sitting" and not (
        floor.votes.now or floor.caucus or floor.speeches.now or floor.attendance.calling
    )


def somebody_here(floor: Floor) -> str:
    """A delegation that is present, or nobody."""
    return next((seat.key for seat in delegations(floor) if floor.attendance.here(seat.key)), "")


def amendable(floor: Floor) -> bool:
    """Whether a draft is before the committee that few amendments were offered to."""
    return bool(floor.papers.before_the_committee()) and len(floor.papers.amendments) < 5
