"""Amendments to drafts on the record: proposed, introduced, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from app.procedure.act import (
    Act,
    Outcome,
    acts_for,
    against,
    forbidden,
    impossible,
    is_dais,
    on_behalf,
    stale,
    words,
)
from app.procedure.documents import Amendment, Paper, with_amendment
from app.procedure.sponsorship import may_back, may_write
from resolutions.amendments import (
    Add,
    DoesNotApply,
    Modify,
    Operation,
    Strike,
    apply,
    operations_to_json,
    targets_preamble,
)
from resolutions.document import (
    LONGEST_OPENING,
    LONGEST_TEXT,
    Clause,
    Document,
    MalformedDocument,
    clause_at,
    digest,
    text_hash,
)

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class ProposeAmendment:
    """Offer a change to a draft, made by editing a copy of a clause.

    `action` is what happens to `clause` (its uid): `modify` gives it `opening` and `text`, `strike` takes
    it out, `add` puts a new clause with these words behind it ("" = first operative clause).
    `base` is the digest of the text that the mover saw.
    """

    paper: str
    action: Literal["add", "strike", "modify"]
    base: str
    clause: str = ""
    opening: str = ""
    text: str = ""
    seat: str = ""


@dataclass(frozen=True, slots=True)
class AmendmentProposed:
    """An amendment exists; its operations apply to the text with digest `base`."""

    amendment: str
    paper: str
    seat: str
    operations: tuple[dict[str, Any], ...]
    base: str


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
    """To a draft before the committee, on the text as it is now."""
    yield from words(command.opening, "opening", LONGEST_OPENING)
    yield from words(command.text, "text", LONGEST_TEXT)
    yield from acts_for(floor, by, command.seat)
    seat, paper = on_behalf(floor, by, command.seat), floor.papers.get(command.paper)
    if paper is None or paper.text is None or paper.stage != "introduced":
        yield impossible("amendment.no_draft", "paper")
        return
    if command.base != digest(paper.text):
        yield stale("paper.changed", "base", paper=paper.name)
        return
    if seat in floor.seats:
        yield from may_back(floor, seat, "sponsor")
    yield from _proposed(floor, seat, paper, paper.text, command)


def _proposed(floor: Floor, seat: str, paper: Paper, text: Document, command: ProposeAmendment) -> Outcome:
    key = f"A{len(floor.papers.amendments) + 1}"
    if command.action != "strike" and not (command.opening.strip() or command.text.strip()):
        yield impossible("amendment.needs_text", "text")
        return
    operation = _operation(text, _new_uid(text, key), command)
    if operation is None:
        yield impossible("amendment.no_clause", "clause")
        return
    try:
        changed = apply(text, (operation,))
    except (DoesNotApply, MalformedDocument) as error:
        yield impossible("amendment.does_not_apply", "clause", reason=str(error))
        return
    if digest(changed) == digest(text):
        yield impossible("amendment.changes_nothing", "text")
    if targets_preamble(text, (operation,)) and not floor.rulebook.papers.preamble_amendable:
        yield against("amendment.preamble", "clause")
    as_json = tuple(operations_to_json((operation,)))
    yield AmendmentProposed(key, paper.key, seat, as_json, command.base)


def _new_uid(text: Document, key: str) -> str:
    """The uid of a clause that an amendment adds: unlike every other, whatever uids the paper came with."""
    number = 1
    while clause_at(text, f"{key}-{number}") is not None:
        number += 1
    return f"{key}-{number}"


def _operation(text: Document, uid: str, command: ProposeAmendment) -> Operation | None:
    """The typed operation behind the form; None where the clause does not exist."""
    clause = clause_at(text, command.clause) if command.clause else None
    if clause is None:
        if command.action == "add" and not command.clause:
            return Add(uid, "operative", None, None, command.opening.strip(), command.text.strip())
        return None
    match command.action:
        case "strike":
            return Strike(clause.uid)
        case "modify":
            return Modify(clause.uid, text_hash(clause), command.opening.strip(), command.text.strip())
        case "add":
            return _added_after(clause, uid, command)


def _added_after(clause: Clause, uid: str, command: ProposeAmendment) -> Add:
    opening, text = command.opening.strip(), command.text.strip()
    return Add(uid, clause.kind, clause.parent, clause.uid, opening, text)


def settle_withdraw(floor: Floor, by: str, at: int, command: WithdrawAmendment) -> Outcome:
    """By its mover, or the dais for the mover."""
    amendment = floor.papers.amendment(command.amendment)
    if amendment is None or amendment.stage not in ("proposed", "introduced"):
        yield stale("amendment.gone", "amendment")
        return
    if by != amendment.seat and not is_dais(floor, by):
        yield forbidden("amendment.not_yours")
    if floor.votes.about("amendment", amendment.key):
        yield impossible("vote.open_now")
    yield AmendmentWithdrawn(amendment.key)


def apply_proposed(floor: Floor, event: AmendmentProposed, at: int) -> Floor:
    """One more amendment."""
    amendment = Amendment(event.amendment, event.paper, event.seat, event.operations, event.base)
    amendments = (*floor.papers.amendments, amendment)
    return replace(floor, papers=replace(floor.papers, amendments=amendments))


def apply_introduced(floor: Floor, event: AmendmentIntroduced, at: int) -> Floor:
    """Before the committee."""
    return with_amendment(floor, event.amendment, stage="introduced")


def apply_withdrawn(floor: Floor, event: AmendmentWithdrawn, at: int) -> Floor:
    """Gone."""
    return with_amendment(floor, event.amendment, stage="withdrawn")


ACTS = {
    ProposeAmendment: Act(may_write, settle_propose),
    WithdrawAmendment: Act(may_write, settle_withdraw),
}
APPLY = {
    AmendmentProposed: apply_proposed,
    AmendmentIntroduced: apply_introduced,
    AmendmentWithdrawn: apply_withdrawn,
}
