"""The wording behind an amendment's form: what happens to a clause of a text, as a typed operation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.procedure.act import Refusal, Refusals, impossible, stale, words
from app.procedure.documents import Amendment, Paper
from resolutions.amendments import (
    Add,
    DoesNotApply,
    Modify,
    Operation,
    Strike,
    apply,
    operations_from_json,
)
from resolutions.document import (
    LONGEST_OPENING,
    LONGEST_TEXT,
    Document,
    MalformedDocument,
    clause_at,
    digest,
    text_hash,
)

if TYPE_CHECKING:
    from app.procedure.floor import Floor

Change = Literal["add", "strike", "modify"]


@dataclass(frozen=True, slots=True)
class Wording:
    """What shall happen to `clause` (its uid): see `ProposeAmendment`."""

    action: Change
    clause: str
    opening: str
    text: str

    def form(self) -> Refusals:
        """What stands against the words as such."""
        yield from words(self.opening, "opening", LONGEST_OPENING)
        yield from words(self.text, "text", LONGEST_TEXT)


def ground(floor: Floor, paper: Paper, parent: str = "") -> Document | None:
    """The text that an amendment changes: the draft's, or with the amendment `parent` as if adopted.

    None where there is no text, or where the parent is of another draft, decided, or contradicts its text.
    A parent of the second degree stands on its own parent (T41: what amends it is refused elsewhere).
    """
    if paper.text is None or floor.papers.amendment(parent) is None:
        return paper.text
    above = floor.papers.pending(parent)
    if above is None or above.paper != paper.key or above.standing == "conflict":
        return None
    below = ground(floor, paper, above.parent)
    try:
        return apply(below, operations_of(above)) if below is not None else None
    except (DoesNotApply, MalformedDocument):
        return None


def operations_of(amendment: Amendment) -> tuple[Operation, ...]:
    """The operations of an amendment on its ground."""
    return operations_from_json(list(amendment.operations))


def same_ground(floor: Floor, paper: Paper, parent: str, base: str) -> Document | Refusal:
    """The text an amendment is written on, or why not: it is gone, or has changed since the mover saw it."""
    text = ground(floor, paper, parent)
    if text is None:
        return impossible("amendment.conflict", "amendment", amendment=parent)
    return text if base == digest(text) else stale("paper.changed", "base", paper=paper.name)


def operation(text: Document, key: str, wording: Wording) -> Operation | Refusal:
    """The typed operation of amendment `key`, or why the text cannot take it."""
    if wording.action != "strike" and not (wording.opening.strip() or wording.text.strip()):
        return impossible("amendment.needs_text", "text")
    made = _made(text, _new_uid(text, key), wording)
    if made is None:
        return impossible("amendment.no_clause", "clause")
    try:
        changed = apply(text, (made,))
    except (DoesNotApply, MalformedDocument) as error:
        return impossible("amendment.does_not_apply", "clause", reason=str(error))
    return made if digest(changed) != digest(text) else impossible("amendment.changes_nothing", "text")


def _new_uid(text: Document, key: str) -> str:
    """The uid of a clause that an amendment adds: unlike every other, whatever uids the paper came with."""
    number = 1
    while clause_at(text, f"{key}-{number}") is not None:
        number += 1
    return f"{key}-{number}"


def _made(text: Document, uid: str, wording: Wording) -> Operation | None:
    """The operation behind the form; None where the clause does not exist."""
    opening, said = wording.opening.strip(), wording.text.strip()
    clause = clause_at(text, wording.clause) if wording.clause else None
    if clause is None:
        first = wording.action == "add" and not wording.clause
        return Add(uid, "operative", None, None, opening, said) if first else None
    match wording.action:
        case "strike":
            return Strike(clause.uid)
        case "modify":
            return Modify(clause.uid, text_hash(clause), opening, said)
        case "add":
            return Add(uid, clause.kind, clause.parent, clause.uid, opening, said)
