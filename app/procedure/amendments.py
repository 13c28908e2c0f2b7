"""Amendments to drafts on the record: proposed, introduced, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.procedure.act import (
    LONGEST_KEY,
    Act,
    Outcome,
    Refusal,
    Refusals,
    acts_for,
    against,
    forbidden,
    impossible,
    is_dais,
    on_behalf,
    stale,
)
from app.procedure.documents import Amendment, Paper, with_amendment
from app.procedure.resolution_debate import takes_amendments
from app.procedure.sponsorship import may_back, may_write
from app.procedure.wording import Change, Wording, operation, operations_of, same_ground
from resolutions.amendments import Operation, operations_to_json, targets_preamble
from resolutions.document import Document

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class ProposeAmendment:
    """Offer a change to a draft, made by editing a copy of a clause.

    `action` is what happens to `clause` (its uid): `modify` gives it `opening` and `text`, `strike` takes
    it out, `add` puts a new clause with these words behind it ("" = first operative clause).
    `base` is the digest of the text that the mover saw. With `amendment` it is an amendment to that
    amendment: the text is then the draft as it would read with it.
    """

    paper: str
    action: Change
    base: str
    clause: str = ""
    opening: str = ""
    text: str = ""
    seat: str = ""
    amendment: str = ""

    @property
    def wording(self) -> Wording:
        """What happens to the clause."""
        return Wording(self.action, self.clause, self.opening, self.text)


@dataclass(frozen=True, slots=True)
class AmendmentProposed:
    """An amendment exists; its operations apply to the text with digest `base`.

    `parent` is the amendment that it amends, "" for one to the draft itself.
    """

    amendment: str
    paper: str
    seat: str
    operations: tuple[dict[str, Any], ...]
    base: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class AmendmentIntroduced:
    """The amendment is before the committee."""

    amendment: str


@dataclass(frozen=True, slots=True)
class WithdrawAmendment:
    """Take an amendment back before it is put to the vote."""

    amendment: str


@dataclass(frozen=True, slots=True)
class AmendmentWithdrawn:
    """The mover took the amendment back."""

    amendment: str


def settle_propose(floor: Floor, by: str, at: int, command: ProposeAmendment) -> Outcome:
    """To a draft before the committee, on the text as it is now, before debate is closed."""
    yield from command.wording.form()
    yield from acts_for(floor, by, command.seat)
    seat, paper = on_behalf(floor, by, command.seat), floor.papers.get(command.paper)
    if paper is None or paper.text is None or paper.stage != "introduced":
        yield impossible("amendment.no_draft", "paper")
        return
    if floor.meeting.debate == "closed" and floor.rulebook.amendments.vote_time != "action_stage":
        yield against("amendment.too_late")
    yield from takes_amendments(floor, paper.key)
    degree = tuple(_degree(floor, paper, command.amendment)) if command.amendment else ()
    yield from degree
    if any(refusal.ground == "impossible" for refusal in degree):
        return
    text = same_ground(floor, paper, command.amendment, command.base)
    if isinstance(text, Refusal):
        yield text
        return
    if seat in floor.seats:
        yield from may_back(floor, seat, "sponsor")
    yield from _proposed(floor, seat, text, command)


def _degree(floor: Floor, paper: Paper, parent: str) -> Refusals:
    """An amendment may be amended where the house goes to the second degree, never to the third (T41)."""
    above = floor.papers.pending(parent)
    if above is None or above.paper != paper.key:
        yield impossible("amendment.unknown", "amendment", amendment=parent[:LONGEST_KEY])
    elif above.parent:
        yield impossible("amendment.third_degree", "amendment")
    elif floor.votes.about("amendment", parent):
        yield impossible("vote.open_now")
    if floor.rulebook.amendments.degree_max < 2:
        yield against("amendment.second_degree", "amendment")


def _proposed(floor: Floor, seat: str, text: Document, command: ProposeAmendment) -> Outcome:
    key = f"A{len(floor.papers.amendments) + 1}"
    made = operation(text, key, command.wording)
    if isinstance(made, Refusal):
        yield made
        return
    yield from in_bounds(floor, text, made, command.amendment)
    as_json = tuple(operations_to_json((made,)))
    yield AmendmentProposed(key, command.paper, seat, as_json, command.base, command.amendment)


def in_bounds(floor: Floor, text: Document, made: Operation, parent: str) -> Refusals:
    """What stands against a change where it is made: in the preamble, or outside the amendment it amends."""
    if targets_preamble(text, (made,)) and not floor.rulebook.amendments.preamble:
        yield against("amendment.preamble", "clause")
    above = floor.papers.amendment(parent)
    if above is None:
        return
    touched = {getattr(one, "uid", "") for one in operations_of(above)}
    reached = {getattr(made, "uid", ""), getattr(made, "parent", ""), getattr(made, "after", "")}
    if not touched & reached:
        yield against("amendment.beyond_parent", "clause", amendment=parent)


def movers_only(floor: Floor, by: str, amendment: Amendment) -> Refusals:
    """What stands against `by` changing or taking back an amendment: its mover does, or the dais for it."""
    if by != amendment.seat and not is_dais(floor, by):
        yield forbidden("amendment.not_yours")


def settle_withdraw(floor: Floor, by: str, at: int, command: WithdrawAmendment) -> Outcome:
    """By its mover, or the dais for the mover."""
    amendment = floor.papers.pending(command.amendment)
    if amendment is None:
        yield stale("amendment.gone", "amendment")
        return
    yield from movers_only(floor, by, amendment)
    if floor.votes.about("amendment", amendment.key):
        yield impossible("vote.open_now")
    yield AmendmentWithdrawn(amendment.key)


def apply_proposed(floor: Floor, event: AmendmentProposed, at: int) -> Floor:
    """One more amendment."""
    amendment = Amendment(
        event.amendment, event.paper, event.seat, event.operations, event.base, parent=event.parent
    )
    amendments = (*floor.papers.amendments, amendment)
    return replace(floor, papers=replace(floor.papers, amendments=amendments))


def apply_introduced(floor: Floor, event: AmendmentIntroduced, at: int) -> Floor:
    """Before the committee."""
    return with_amendment(floor, event.amendment, stage="introduced")


def apply_withdrawn(floor: Floor, event: AmendmentWithdrawn, at: int) -> Floor:
    """Gone, with what would have amended it."""
    floor = with_amendment(floor, event.amendment, stage="withdrawn")
    return replace(floor, papers=floor.papers.without_second_degree(event.amendment))


ACTS = {
    ProposeAmendment: Act(may_write, settle_propose),
    WithdrawAmendment: Act(may_write, settle_withdraw),
}
APPLY = {
    AmendmentProposed: apply_proposed,
    AmendmentIntroduced: apply_introduced,
    AmendmentWithdrawn: apply_withdrawn,
}
