"""The clauses of a text, each with its words and the places that it can be moved to."""

from __future__ import annotations

from dataclasses import dataclass

from resolutions.document import MOST_LEVELS, Clause, Document, Part, children, clause_at, text_hash
from resolutions.rendering.layout import LaidOut, flat, laid_out


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause goes: behind sibling `after` ("" first) under `parent` ("" top level)."""

    after: str
    parent: str


@dataclass(frozen=True, slots=True)
class EditedClause:
    """A clause as the page shows and edits it; a place is None where it cannot go.

    `opening` and `text` are its plain words, `mark` the sign that closes it in print. `last_child` is the
    sub-clause behind which the next one comes.
    """

    uid: str
    kind: str
    part: Part
    level: int
    number: str
    opening: str
    text: str
    mark: str
    up: Place | None
    down: Place | None
    inward: Place | None
    outward: Place | None
    may_have_subs: bool
    text_after: str = ""
    has_subs: bool = False
    parent: str = ""
    hash: str = ""
    """The digest of its words, by which a form says which wording it replaces."""


def clauses_to_edit(document: Document) -> tuple[EditedClause, ...]:
    """Every clause in reading order."""
    return tuple(_edited(document, row) for top in laid_out(document) for row in flat(top))


def _edited(document: Document, row: LaidOut) -> EditedClause:
    clause = clause_at(document, row.uid)
    assert clause is not None
    siblings = [one.uid for one in children(document, clause.parent, clause.kind)]
    at, parent = siblings.index(clause.uid), clause.parent or ""
    return EditedClause(
        uid=clause.uid,
        kind=clause.kind,
        part=row.part,
        level=row.level,
        number=row.number,
        opening=clause.opening,
        text=clause.text,
        mark=row.mark,
        up=Place(siblings[at - 2] if at > 1 else "", parent) if at else None,
        down=Place(siblings[at + 1], parent) if at + 1 < len(siblings) else None,
        inward=_inward(document, row, siblings[at - 1]) if at else None,
        outward=_outward(document, clause),
        may_have_subs=row.level < MOST_LEVELS,
        text_after=clause.text_after,
        has_subs=bool(row.children),
        parent=parent,
        hash=text_hash(clause),
    )


def _inward(document: Document, row: LaidOut, before: str) -> Place | None:
    """Under the clause before it, behind the sub-clauses that are there."""
    if row.level + _depth(row) > MOST_LEVELS:
        return None
    below = children(document, before)
    return Place(below[-1].uid if below else "", before)


def _depth(row: LaidOut) -> int:
    return 1 + max((_depth(child) for child in row.children), default=0)


def _outward(document: Document, clause: Clause) -> Place | None:
    """Behind the clause that it stands under."""
    above = clause_at(document, clause.parent) if clause.parent else None
    return Place(above.uid, above.parent or "") if above else None
