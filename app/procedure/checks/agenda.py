"""What stands against motions on the agenda and on sittings, by the effect they have."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.procedure.act import Refusals, against, impossible
from app.procedure.agenda import in_turn, opens
from app.procedure.agenda_order import next_topic, order_stands, topics_in

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.terms import Terms


def check_order(floor: Floor, terms: Terms) -> Refusals:
    """An order of topics that are there; the others follow in theirs."""
    yield from order_stands(floor, topics_in(terms.order))


def check_opening(floor: Floor, terms: Terms) -> Refusals:
    """Debate opens with a quorum, on the topic that comes next."""
    yield from opens(floor)
    yield from in_turn(floor, terms.topic_number or next_topic(floor), "topic_number")


def check_tabled(floor: Floor, terms: Terms) -> Refusals:
    """Only what is tabled is taken from the table."""
    if terms.topic_number not in floor.meeting.tabled:
        yield impossible("topic.not_tabled", "topic_number", topic=terms.topic_number)


def check_fixed(floor: Floor, terms: Terms) -> Refusals:
    """The next meeting has a time [SCR6]."""
    if not terms.until:
        yield against("meeting.no_time", "until")


CHECKS: dict[str, Callable[[Floor, Terms], Refusals]] = {
    "set_agenda": check_order,
    "open_debate": check_opening,
    "resume_debate": check_tabled,
    "adjourn_to_time": check_fixed,
}
NEEDS: dict[str, tuple[str, ...]] = {
    "set_agenda": ("none",),
    "open_debate": ("none",),
    "adjourn_debate": ("open", "closed"),
    "postpone": ("open", "closed"),
}
"""Effects that mean nothing unless debate on a topic is in these states."""
