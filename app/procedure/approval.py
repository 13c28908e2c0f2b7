"""The dais's word on a paper: returned with reasons, or approved as a draft with its symbol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    chair,
    forbidden,
    impossible,
    is_dais,
    not_over,
    reason,
    stale,
)
from app.procedure.documents import stepped
from resolutions.lifecycle import Step, allowed, draft_symbol

if TYPE_CHECKING:
    from app.procedure.floor import Floor


LONGEST_RETURN = 500
"""Characters of a paper's title, and of the reason for which it goes back."""


@dataclass(frozen=True, slots=True)
class ReturnPaper:
    """Give a submitted paper back with a reason."""

    paper: str
    reason: str


@dataclass(frozen=True, slots=True)
class PaperReturned:
    """The paper went back to its sponsors."""

    paper: str
    reason: str


@dataclass(frozen=True, slots=True)
class ApprovePaper:
    """Approve a submitted paper: it becomes a draft resolution with a number."""

    paper: str


@dataclass(frozen=True, slots=True)
class PaperApproved:
    """The paper is a draft resolution with this symbol."""

    paper: str
    symbol: str
    topic: int


def may_rule(floor: Floor, by: str) -> Refusals:
    """Approval is the chair's."""
    yield from chair(floor, by)
    yield from not_over(floor)


def settle_return(floor: Floor, by: str, at: int, command: ReturnPaper) -> Outcome:
    """The sponsors are told why."""
    yield from may_step(floor, by, command.paper, "return")
    yield from reason(command.reason, LONGEST_RETURN)
    yield PaperReturned(command.paper, command.reason.strip())


def settle_approve(floor: Floor, by: str, at: int, command: ApprovePaper) -> Outcome:
    """The number counts the drafts approved on the topic, from 1."""
    yield from may_step(floor, by, command.paper, "approve")
    topic = floor.meeting.topic or 1
    symbol = next_symbol(floor, topic)
    yield PaperApproved(command.paper, symbol, topic)


def next_symbol(floor: Floor, topic: int) -> str:
    """The symbol of the next draft on a topic: no two drafts share one, and none is used again."""
    taken = {symbol for paper in floor.papers.papers for symbol in (paper.symbol, *paper.fallen)}
    number = 1
    while (symbol := draft_symbol(floor.rulebook.papers.symbol, topic, number)) in taken:
        number += 1
    return symbol


def apply_returned(floor: Floor, event: PaperReturned, at: int) -> Floor:
    """With its sponsors again."""
    return stepped(floor, event.paper, "return", returned_because=event.reason)


def apply_approved(floor: Floor, event: PaperApproved, at: int) -> Floor:
    """A draft with a number."""
    return stepped(floor, event.paper, "approve", symbol=event.symbol, topic=event.topic)


def may_step(floor: Floor, by: str, key: str, step: Step, sponsors: bool = False) -> Refusals:
    """What stands against this step in the paper's life (`resolutions.lifecycle`)."""
    paper = floor.papers.get(key)
    if paper is None:
        yield impossible("paper.unknown", "paper")
        return
    if sponsors and not is_dais(floor, by) and by not in paper.sponsors:
        yield forbidden("paper.sponsors_only")
    if not allowed(paper.stage, step):
        yield stale(f"paper.cannot_{step}", paper=paper.name, stage=paper.stage)


ACTS = {
    ReturnPaper: Act(may_rule, settle_return),
    ApprovePaper: Act(may_rule, settle_approve),
}
APPLY = {
    PaperReturned: apply_returned,
    PaperApproved: apply_approved,
}
