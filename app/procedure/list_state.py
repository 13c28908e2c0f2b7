"""When the general list runs empty: what the chair is asked, and what one setting does by itself."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    against,
    chair_between_votes,
    impossible,
)
from app.procedure.agenda import DebateAdjourned, DebateClosed
from app.procedure.caucuses import closing_caucus
from app.procedure.queues import list_in_use

if TYPE_CHECKING:
    from app.procedure.floor import Floor

ListState = Literal["none", "running", "last_two", "exhausted"]
WARNS_AT = 2
"""So many names left are said to the chair, so that the list does not run empty unseen."""


def list_state(floor: Floor) -> ListState:
    """How the general list stands: not in use, running, with its last names, or run empty."""
    using = list_in_use(floor)
    if using is None or using[0] != "general" or floor.meeting.debate != "open":
        return "none"
    if not using[1].used or len(using[1].queue) > WARNS_AT:
        return "running"
    return "last_two" if using[1].queue or floor.speeches.now else "exhausted"


@dataclass(frozen=True, slots=True)
class CloseDebate:
    """Close debate because the list has run empty: the committee votes on what is before it."""


def may_close(floor: Floor, by: str) -> Refusals:
    """The chair, when nobody is left to speak; otherwise it takes a motion (gsl_exhausted)."""
    yield from chair_between_votes(floor, by)
    if floor.meeting.debate != "open":
        yield impossible("list.no_debate")
    elif list_state(floor) != "exhausted":
        yield against("list.not_exhausted")
    elif floor.rulebook.speeches.exhausted == "chair_reopens":
        yield against("list.reopens")


def settle_close(floor: Floor, by: str, at: int, command: CloseDebate) -> Outcome:
    """To the vote; with no draft on the floor the topic stands adjourned."""
    yield from closing_caucus(floor, at)
    yield _closed(floor)


def emptied(floor: Floor, leaving: Collection[str]) -> Outcome:
    """What follows by itself where `leaving` stop to speak and to wait (gsl_exhausted: auto_voting).

    It is part of the act that empties the list; motions that wait are taken first.
    """
    if floor.rulebook.speeches.exhausted != "auto_voting" or list_state(floor) not in ("running", "last_two"):
        return
    speakers, now = floor.speeches.general, floor.speeches.now
    speaks_on = now is not None and (now.seat not in leaving or now.list != "general")
    waits = any(seat not in leaving for seat in speakers.queue)
    if speakers.used and not (speaks_on or waits or floor.motions.pending):
        yield _closed(floor)


def _closed(floor: Floor) -> DebateClosed | DebateAdjourned:
    """Whether the committee votes: only on drafts, and not where the house adjourns the topic."""
    votes = floor.rulebook.speeches.exhausted != "adjourn"
    drafts = floor.papers.before_the_committee(floor.meeting.topic)
    return DebateClosed() if votes and drafts else DebateAdjourned(floor.meeting.topic)


ACTS = {CloseDebate: Act(may_close, settle_close)}
APPLY: dict[type, object] = {}
