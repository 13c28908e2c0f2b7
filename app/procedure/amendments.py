"""Amendments to drafts on the record, and what the adoption of one does to the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    forbidden,
    impossible,
    is_dais,
    on_behalf,
    stale,
)
from app.procedure.attendance import share_base
from app.procedure.papers import Amendment, AmendmentStage, Paper, may_back
from resolutions.amendments import (
    Add,
    DoesNotApply,
    Modify,
    Operation,
    Strike,
    apply,
    classify,
    operations_from_json,
    operations_to_json,
    targets_preamble,
)
from resolutions.document import Clause, Document, MalformedDocument, clause_at, digest, text_hash

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
class SignAmendment:
    """Want an amendment debated, without endorsing it."""

    amendment: str
    seat: str = ""


@dataclass(frozen=True, slots=True)
class AmendmentSigned:
    """A delegation signed an amendment."""

    amendment: str
    seat: str


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


@dataclass(frozen=True, slots=True)
class Reclassified:
    """How a pending amendment fits the text after an adoption, with its restated operations."""

    amendment: str
    standing: Literal["clean", "renumbered", "mergeable", "conflict", "moot"]
    reason: str
    operations: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class AmendmentDecided:
    """The committee adopted an amendment or did not.

    When it did, `digest` is of the new text, and `others` puts every other pending amendment to the paper
    into exactly one class, in the same act: nothing is ever silently stale.
    """

    amendment: str
    adopted: bool
    digest: str = ""
    others: tuple[Reclassified, ...] = ()


def settle_propose(floor: Floor, by: str, at: int, command: ProposeAmendment) -> Outcome:
    """To a draft before the committee, on the text as it is now."""
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
    operation = _operation(text, key, command)
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


def _operation(text: Document, key: str, command: ProposeAmendment) -> Operation | None:
    """The typed operation behind the form; None where the clause does not exist."""
    clause = clause_at(text, command.clause) if command.clause else None
    if clause is None:
        if command.action == "add" and not command.clause:
            return Add(f"{key}-1", "operative", None, None, command.opening.strip(), command.text.strip())
        return None
    match command.action:
        case "strike":
            return Strike(clause.uid)
        case "modify":
            return Modify(clause.uid, text_hash(clause), command.opening.strip(), command.text.strip())
        case "add":
            return _added_after(clause, key, command)


def _added_after(clause: Clause, key: str, command: ProposeAmendment) -> Add:
    opening, text = command.opening.strip(), command.text.strip()
    return Add(f"{key}-1", clause.kind, clause.parent, clause.uid, opening, text)


def settle_sign(floor: Floor, by: str, at: int, command: SignAmendment) -> Outcome:
    """While it is not decided, once each."""
    yield from acts_for(floor, by, command.seat)
    seat, amendment = on_behalf(floor, by, command.seat), floor.papers.amendment(command.amendment)
    if amendment is None or amendment.stage not in ("proposed", "introduced"):
        yield stale("amendment.gone", "amendment")
        return
    if seat in (amendment.seat, *amendment.signatories):
        yield stale("amendment.signed_already", seat=seat)
    if seat in floor.seats:
        yield from may_back(floor, seat, "signatory")
    yield AmendmentSigned(amendment.key, seat)


def enough_names(floor: Floor, amendment: Amendment) -> tuple[int, int]:
    """How many names an amendment has (its mover counts) and how many it needs."""
    share = floor.rulebook.papers.amendment_signatories_min
    return len({amendment.seat, *amendment.signatories}), share.count(share_base(floor, share.of))


def names_missing(floor: Floor, amendment: Amendment) -> Refusals:
    """An unfriendly amendment needs its own signatories before it is introduced."""
    have, needed = enough_names(floor, amendment)
    if have < needed:
        yield against("amendment.signatories_min", "amendment", have=have, needed=needed)


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


def decided(floor: Floor, amendment: Amendment, adopted: bool) -> AmendmentDecided:
    """The event of a decision, with the class of every other pending amendment to the same text."""
    if not adopted:
        return AmendmentDecided(amendment.key, False)
    paper = floor.papers.get(amendment.paper)
    assert paper is not None and paper.text is not None
    operations = operations_from_json(list(amendment.operations))
    others = tuple(
        _reclassified(paper.text, operations, other)
        for other in floor.papers.pending_amendments(paper.key)
        if other.key != amendment.key
    )
    return AmendmentDecided(amendment.key, True, digest(apply(paper.text, operations)), others)


def _reclassified(base: Document, adopted: tuple[Operation, ...], other: Amendment) -> Reclassified:
    if other.standing == "conflict":
        return Reclassified(other.key, "conflict", other.reason, other.operations)
    found = classify(base, adopted, operations_from_json(list(other.operations)))
    operations = tuple(operations_to_json(found.operations)) if found.operations else other.operations
    return Reclassified(other.key, found.kind, found.reason, operations)


def with_amendment(floor: Floor, key: str, **changes: object) -> Floor:
    """The floor with fields of one amendment changed."""
    amendment = floor.papers.amendment(key)
    assert amendment is not None
    changed = replace(amendment, **changes)  # type: ignore[arg-type]
    return replace(floor, papers=floor.papers.with_amendment(changed))


def apply_proposed(floor: Floor, event: AmendmentProposed, at: int) -> Floor:
    """One more amendment."""
    amendment = Amendment(event.amendment, event.paper, event.seat, event.operations, event.base)
    amendments = (*floor.papers.amendments, amendment)
    return replace(floor, papers=replace(floor.papers, amendments=amendments))


def apply_signed(floor: Floor, event: AmendmentSigned, at: int) -> Floor:
    """One more name."""
    amendment = floor.papers.amendment(event.amendment)
    assert amendment is not None
    return with_amendment(floor, event.amendment, signatories=(*amendment.signatories, event.seat))


def apply_introduced(floor: Floor, event: AmendmentIntroduced, at: int) -> Floor:
    """Before the committee."""
    return with_amendment(floor, event.amendment, stage="introduced")


def apply_withdrawn(floor: Floor, event: AmendmentWithdrawn, at: int) -> Floor:
    """Gone."""
    return with_amendment(floor, event.amendment, stage="withdrawn")


def apply_decided(floor: Floor, event: AmendmentDecided, at: int) -> Floor:
    """The text changes, and every other amendment to it is put in its class."""
    amendment = floor.papers.amendment(event.amendment)
    assert amendment is not None
    stage: AmendmentStage = "adopted" if event.adopted else "failed"
    floor = with_amendment(floor, event.amendment, stage=stage)
    if not event.adopted:
        return floor
    paper = floor.papers.get(amendment.paper)
    assert paper is not None and paper.text is not None
    text = apply(paper.text, operations_from_json(list(amendment.operations)))
    changed = replace(paper, text=text, amended=paper.amended + 1)
    floor = replace(floor, papers=floor.papers.with_paper(changed))
    for other in event.others:
        floor = _reclass(floor, other, event.digest)
    return floor


def _reclass(floor: Floor, other: Reclassified, base: str) -> Floor:
    """A moot amendment is not put to the vote; the others stand on the new text."""
    amendment = floor.papers.amendment(other.amendment)
    assert amendment is not None
    stage = "moot" if other.standing == "moot" else amendment.stage
    return with_amendment(
        floor,
        other.amendment,
        stage=stage,
        standing=other.standing,
        reason=other.reason,
        operations=other.operations,
        base=base,
    )


ACTS = {
    ProposeAmendment: Act(anyone, settle_propose),
    SignAmendment: Act(anyone, settle_sign),
    WithdrawAmendment: Act(anyone, settle_withdraw),
}
APPLY = {
    AmendmentProposed: apply_proposed,
    AmendmentSigned: apply_signed,
    AmendmentIntroduced: apply_introduced,
    AmendmentWithdrawn: apply_withdrawn,
    AmendmentDecided: apply_decided,
}
