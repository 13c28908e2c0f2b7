"""What could stand in the fields of a motion: kinds on offer, times that divide, drafts in another order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from app.procedure.act import is_dais
from app.procedure.action import drafts
from app.procedure.overrulable import RULES
from app.procedure.phases import on_offer
from app.procedure.roster import delegations

if TYPE_CHECKING:
    from app.procedure.floor import Floor

SAMPLE = "As said in the room"
"""What stands for words that somebody still has to type."""
TOTALS = (600, 300, 900, 1200, 1800, 480, 720, 180, 60)
SPEECHES = (60, 30, 45, 90, 120)
"""Usual lengths of caucuses and of speeches, in seconds."""
Fields = Callable[["Floor", str, Mapping[str, Any]], Iterable[Any]]


def none_or_one(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[int]:
    """A count of hands that fits in any room."""
    return (0, 1)


def _taken(name: str, left_out: Any, found: Fields) -> Fields:
    """The candidates of a parameter for kinds that take it; what it is where the kind does not."""

    def values(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[Any]:
        rule = floor.rulebook.motion(str(filled.get("kind", "")))
        if rule is None or name not in (*rule.parameters, *rule.optional):
            return (left_out,)
        return (*((left_out,) if name in rule.optional else ()), *found(floor, by, filled))

    return values


def _totals(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[int]:
    """Usual totals; for an extension what the caucus had first, and parts of it."""
    rule = floor.rulebook.motion(str(filled.get("kind", "")))
    caucus = floor.caucus or floor.last_caucus
    if rule is not None and rule.effect == "extend_caucus" and caucus is not None:
        whole = caucus.total_ms // 1000
        speech = caucus.speakers.seconds if caucus.speakers else 60
        parts = (whole // speech * speech, whole // 2 // speech * speech, speech)
        return (*parts, whole, whole // 2)
    return TOTALS


def _speeches(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[int]:
    total = int(filled.get("total_seconds", 0))
    general = floor.rulebook.speeches.general_seconds
    return (*(one for one in SPEECHES if not total or total % one == 0), general, *SPEECHES)


def seats_for(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[str]:
    """The own seat, unsaid; for the dais every delegation, those in the room first."""
    if not is_dais(floor, by):
        return ("",)
    keys = [seat.key for seat in delegations(floor)]
    return sorted(keys, key=lambda key: not floor.attendance.here(key))


def _other_orders(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[tuple[str, ...]]:
    """Each topic or draft first in its turn, and the order reversed."""
    rule = floor.rulebook.motion(str(filled.get("kind", "")))
    keys = [paper.key for paper in drafts(floor)]
    if rule is not None and rule.effect == "set_agenda":
        keys = [str(number) for number in range(1, len(floor.topics) + 1)]
    firsts = ((key, *(other for other in keys if other != key)) for key in keys)
    return (tuple(reversed(keys)), *firsts)


def _clauses(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[tuple[str, ...]]:
    """Each operative clause by itself."""
    paper = floor.papers.get(str(filled.get("paper", "")))
    text = paper.text if paper else None
    return ((clause.uid,) for clause in text.clauses if clause.kind == "operative") if text else ()


def _kinds(floor: Floor, by: str, filled: Mapping[str, Any]) -> Iterable[str]:
    return (rule.kind for rule in on_offer(floor))


MOTION_FIELDS: dict[str, Fields] = {
    "kind": _kinds,
    "seat": seats_for,
    "total_seconds": _taken("total_seconds", 0, _totals),
    "speech_seconds": _taken("speech_seconds", 0, _speeches),
    "topic": _taken("topic", "", lambda floor, by, filled: (SAMPLE,)),
    "paper": _taken("paper", "", lambda floor, by, filled: (paper.key for paper in floor.papers.papers)),
    "amendment": _taken("amendment", "", lambda floor, by, filled: (a.key for a in floor.papers.amendments)),
    "until": _taken("until", "", lambda floor, by, filled: (SAMPLE,)),
    "topic_number": _taken(
        "topic_number", 0, lambda floor, by, filled: range(1, max(1, len(floor.topics)) + 1)
    ),
    "order": _taken("order", (), _other_orders),
    "clauses": _taken("clauses", (), _clauses),
    "count": _taken("count", 0, lambda floor, by, filled: (3, 2, 1)),
    "name": _taken("name", "", lambda floor, by, filled: (SAMPLE,)),
    "rule": _taken("rule", "", lambda floor, by, filled: RULES),
    "mode": _taken("mode", "", lambda floor, by, filled: ("open", "closed")),
    "to": _taken("to", "", lambda floor, by, filled: (SAMPLE,)),
}
