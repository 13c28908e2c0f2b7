"""Amendments that an adoption overtook: restated on the new text, or declared moot; those nobody opposes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusal,
    against,
    chair_between_votes,
    impossible,
    no_vote_open,
    reason,
    stale,
)
from app.procedure.adoption import decided
from app.procedure.amendments import in_bounds, movers_only
from app.procedure.documents import with_amendment
from app.procedure.resolution_debate import opposed
from app.procedure.sponsorship import may_write
from app.procedure.wording import Change, Wording, operation, same_ground
from resolutions.amendments import operations_to_json

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class RestateAmendment:
    """Write an amendment again that contradicts the text by now; the fields are those of its proposal."""

    amendment: str
    action: Change
    base: str
    clause: str = ""
    opening: str = ""
    text: str = ""

    @property
    def wording(self) -> Wording:
        """What happens to the clause."""
        return Wording(self.action, self.clause, self.opening, self.text)


@dataclass(frozen=True, slots=True)
class AmendmentRestated:
    """The amendment has other operations, which apply to the text with digest `base`; its names stay."""

    amendment: str
    operations: tuple[dict[str, Any], ...]
    base: str


@dataclass(frozen=True, slots=True)
class DeclareMoot:
    """Declare that adopting `adopted` rejected `amendment` by implication: it is not put to the vote."""

    amendment: str
    adopted: str
    reason: str


@dataclass(frozen=True, slots=True)
class AmendmentMoot:
    """The chair declared an amendment moot, because another one was adopted."""

    amendment: str
    adopted: str
    reason: str


@dataclass(frozen=True, slots=True)
class PassUnopposed:
    """Adopt an introduced amendment that nobody speaks against, without a vote [ISC]."""

    amendment: str


def settle_restate(floor: Floor, by: str, at: int, command: RestateAmendment) -> Outcome:
    """By its mover, or the dais for the mover, on the text as it is now."""
    yield from command.wording.form()
    amendment = floor.papers.pending(command.amendment)
    paper = floor.papers.get(amendment.paper) if amendment else None
    if amendment is None or paper is None:
        yield stale("amendment.gone", "amendment")
        return
    yield from movers_only(floor, by, amendment)
    if amendment.standing not in ("conflict", "mergeable"):
        yield impossible("amendment.not_in_conflict", "amendment", amendment=amendment.key)
    yield from no_vote_open(floor)
    text = same_ground(floor, paper, amendment.parent, command.base)
    if isinstance(text, Refusal):
        yield text
        return
    made = operation(text, amendment.key, command.wording)
    if isinstance(made, Refusal):
        yield made
        return
    yield from in_bounds(floor, text, made, amendment.parent)
    yield AmendmentRestated(amendment.key, tuple(operations_to_json((made,))), command.base)


def settle_moot(floor: Floor, by: str, at: int, command: DeclareMoot) -> Outcome:
    """Implied by an adopted amendment to the same draft (GA 90/130, T75)."""
    amendment, other = floor.papers.pending(command.amendment), floor.papers.amendment(command.adopted)
    if amendment is None:
        yield stale("amendment.gone", "amendment")
        return
    if other is None or other.stage != "adopted" or other.paper != amendment.paper:
        yield impossible("amendment.not_adopted", "adopted")
    yield from reason(command.reason, LONGEST_REASON)
    yield AmendmentMoot(amendment.key, command.adopted, command.reason.strip())


def settle_unopposed(floor: Floor, by: str, at: int, command: PassUnopposed) -> Outcome:
    """Where the house lets it; the chair has asked whether anybody wants to speak against."""
    amendment = floor.papers.amendment(command.amendment)
    paper = floor.papers.get(amendment.paper) if amendment else None
    if amendment is None or paper is None or amendment.stage != "introduced":
        yield stale("amendment.gone", "amendment")
        return
    if not floor.rulebook.amendments.unopposed_passes:
        yield against("amendment.needs_vote")
    if opposed(floor, amendment.key):
        yield against("amendment.opposed", "amendment", amendment=amendment.key)
    if amendment.standing == "conflict":
        yield impossible("amendment.conflict", "amendment", amendment=amendment.key)
        return
    yield decided(floor, amendment, True, "unopposed")


def apply_restated(floor: Floor, event: AmendmentRestated, at: int) -> Floor:
    """It stands on the new text; those to it are restated too, and consents are asked anew."""
    floor = with_amendment(
        floor,
        event.amendment,
        operations=event.operations,
        base=event.base,
        standing="clean",
        reason="restated",
        consents=(),
    )
    for below in floor.papers.second_degree(event.amendment):
        floor = with_amendment(floor, below.key, standing="conflict", reason="parent_restated")
    return floor


def apply_moot(floor: Floor, event: AmendmentMoot, at: int) -> Floor:
    """Not put to the vote, nor what would have amended it."""
    floor = with_amendment(floor, event.amendment, stage="moot", standing="moot", reason="implied")
    return replace(floor, papers=floor.papers.without_second_degree(event.amendment))


ACTS = {
    RestateAmendment: Act(may_write, settle_restate),
    DeclareMoot: Act(chair_between_votes, settle_moot),
    PassUnopposed: Act(chair_between_votes, settle_unopposed),
}
APPLY = {
    AmendmentRestated: apply_restated,
    AmendmentMoot: apply_moot,
}
