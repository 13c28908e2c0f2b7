"""The order of the agenda: set by a motion, by the failure of one, or by the chair."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    against,
    chair_between_votes,
    impossible,
)
from app.procedure.sittings import with_meeting

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class SetAgenda:
    """Set the order of the topics (their numbers, from 1) on the chair's word; those left out follow."""

    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AgendaSet:
    """The topics are taken in this order."""

    order: tuple[int, ...]


def whole_order(floor: Floor, first: Iterable[int]) -> tuple[int, ...]:
    """All topics of the agenda, those that were named first in front."""
    return tuple(dict.fromkeys((*first, *range(1, len(floor.topics) + 1))))


def other_order(floor: Floor, first: int) -> tuple[int, ...]:
    """The order that follows where `first` was voted down: of two topics the other [MUP2], else none."""
    left = [topic for topic in range(1, len(floor.topics) + 1) if topic not in floor.meeting.dealt]
    if len(left) != 2 or first not in left:
        return ()
    return whole_order(floor, [topic for topic in left if topic != first])


def topics_in(order: Iterable[str]) -> tuple[int, ...]:
    """The numbers of topics out of a motion's keys; 0 for a key that is none."""
    return tuple(int(key) if key.isascii() and key.isdecimal() and len(key) < 4 else 0 for key in order)


def next_topic(floor: Floor) -> int:
    """The topic that the order puts next (1 where none was set): not yet voted, and not on the table."""
    done = {*floor.meeting.dealt, *floor.meeting.tabled}
    order = whole_order(floor, floor.meeting.agenda)
    return next((topic for topic in order if topic not in done), 1)


def nothing_left(floor: Floor) -> bool:
    """Whether the committee has voted every topic; one without topics has its only, unnamed one."""
    return {*floor.meeting.dealt} >= {*range(1, max(1, len(floor.topics)) + 1)}


def order_stands(floor: Floor, order: tuple[int, ...], field: str = "order") -> Refusals:
    """What stands against this order: a topic that the agenda has not, or has twice, or only one at all."""
    if len(floor.topics) < 2:
        yield against("agenda.one_topic", field)  # out of order where there is one topic [GEC]
    if not order or len(set(order)) != len(order) or not {*order} <= {*range(1, len(floor.topics) + 1)}:
        yield impossible("agenda.topics", field)


def may_set(floor: Floor, by: str) -> Refusals:
    """The chair, between two topics; where the house moves the agenda, after a motion on it failed [DUM]."""
    yield from chair_between_votes(floor, by)
    if floor.meeting.debate != "none":
        yield impossible("agenda.in_debate")
    kinds = {rule.kind for rule in floor.rulebook.motions if rule.effect == "set_agenda"}
    failed = any(one.motion.kind in kinds and one.ending == "failed" for one in floor.motions.decided)
    if kinds and not failed:
        yield against("agenda.by_motion")


def settle_set(floor: Floor, by: str, at: int, command: SetAgenda) -> Outcome:
    """An order of topics that are on the agenda."""
    yield from order_stands(floor, command.order)
    yield AgendaSet(whole_order(floor, command.order))


def apply_set(floor: Floor, event: AgendaSet, at: int) -> Floor:
    """In this order."""
    return with_meeting(floor, agenda=event.order)


ACTS = {SetAgenda: Act(may_set, settle_set)}
APPLY = {AgendaSet: apply_set}
