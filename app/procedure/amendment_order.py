"""The order of amendments to a draft: as the rulebook proposes it, or as the dais gives it with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    dais,
    impossible,
    no_vote_open,
    not_over,
    reason,
    stale,
)
from app.procedure.documents import Amendment, Paper, with_paper
from app.procedure.wording import ground, operations_of
from resolutions.amendments import DoesNotApply, distance

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class OrderAmendments:
    """Put the introduced amendments to a draft in another order than the rulebook proposes, with a reason."""

    paper: str
    order: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class AmendmentsOrdered:
    """The amendments to a draft are put in this order."""

    paper: str
    order: tuple[str, ...]
    reason: str


def amendments_in_order(floor: Floor, paper: Paper) -> tuple[Amendment, ...]:
    """The introduced amendments to a draft in the order in which they are put.

    By the rulebook (amendment_order), or as the dais ordered them; one to an amendment before it [STF].
    """
    introduced = [one for one in floor.papers.pending_amendments(paper.key) if one.stage == "introduced"]
    ordered = _ordered(floor, paper, [one for one in introduced if not one.parent], "")
    given = paper.amendment_order
    ordered.sort(key=lambda one: given.index(one.key) if one.key in given else len(given))
    found: list[Amendment] = []
    for above in ordered:
        found += _ordered(floor, paper, [one for one in introduced if one.parent == above.key], above.key)
        found.append(above)
    return tuple(found)


def _ordered(floor: Floor, paper: Paper, amendments: list[Amendment], parent: str) -> list[Amendment]:
    """Furthest removed in substance first (GA 90/130), most severe first [UNAAM], or as received [DUM]."""
    text = ground(floor, paper, parent)
    order = floor.rulebook.amendments.order
    if text is None or order == "order_received":
        return amendments

    def removed(one: Amendment) -> tuple[int, int]:
        try:
            rank, changed = distance(text, operations_of(one))
        except DoesNotApply:  # it contradicts the text, and is restated before it is put
            return (-1, 0)
        return (rank if order == "furthest_removed_first" else 0, changed)

    key: Callable[[Amendment], tuple[int, int]] = removed
    return sorted(amendments, key=key)


def may_order(floor: Floor, by: str) -> Refusals:
    """The dais, and not while one of them is put."""
    yield from dais(floor, by)
    yield from not_over(floor)
    yield from no_vote_open(floor)


def settle_order(floor: Floor, by: str, at: int, command: OrderAmendments) -> Outcome:
    """Every introduced amendment to the draft is named once; those to amendments go with theirs."""
    paper = floor.papers.get(command.paper)
    if paper is None or paper.stage != "introduced":
        yield impossible("amendment.no_draft", "paper")
        return
    now = [one.key for one in amendments_in_order(floor, paper) if not one.parent]
    if len(now) < 2 or sorted(command.order) != sorted(now):
        yield impossible("amendment.order", "order")
    elif list(command.order) == now:
        yield stale("amendment.order_same", "order")
    yield from reason(command.reason, LONGEST_REASON)
    yield AmendmentsOrdered(paper.key, command.order, command.reason.strip())


def apply_ordered(floor: Floor, event: AmendmentsOrdered, at: int) -> Floor:
    """In this order."""
    return with_paper(floor, event.paper, amendment_order=event.order)


ACTS = {OrderAmendments: Act(may_order, settle_order)}
APPLY = {AmendmentsOrdered: apply_ordered}
