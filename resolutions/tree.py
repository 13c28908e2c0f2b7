"""Edits of the clause tree that drafting and amendments share: put in, take out, put elsewhere, reword."""

from dataclasses import replace

from resolutions.document import (
    Clause,
    Document,
    Kind,
    arranged,
    check,
    children,
    clause_at,
    descendants,
    key_between,
    part_of,
)

_CROWDED = 48  # a longer key means many insertions at one spot: the siblings get fresh, short keys


class TreeError(ValueError):
    """An edit that the tree cannot take; ``rule`` is a message id and ``uid`` the clause it is about."""

    def __init__(self, rule: str, uid: str) -> None:
        super().__init__(f"{rule}: {uid}")
        self.rule, self.uid = rule, uid


def put_in(document: Document, clause: Clause, after: str | None) -> Document:
    """Add a clause behind its sibling ``after`` (None: first); its own order key is ignored.

    Raises TreeError: ``uid_taken``, ``no_parent``, ``no_anchor`` (``after`` is no sibling there),
    ``wrong_kind`` (sub-clauses, and only they, have a parent).
    """
    if not clause.uid or clause_at(document, clause.uid):
        raise TreeError("uid_taken", clause.uid)
    if clause.parent is not None and clause_at(document, clause.parent) is None:
        raise TreeError("no_parent", clause.parent)
    if (clause.kind == "sub") != (clause.parent is not None):
        raise TreeError("wrong_kind", clause.uid)
    document, key = _key_behind(document, clause.parent, clause.kind, after)
    placed = replace(clause, order_key=key)
    return arranged(replace(document, clauses=(*document.clauses, placed)))


def take_out(document: Document, uid: str) -> Document:
    """Remove a clause with everything under it; raises TreeError ``no_clause``."""
    present(document, uid)
    gone = {uid, *(c.uid for c in descendants(document, uid))}
    return replace(document, clauses=tuple(c for c in document.clauses if c.uid not in gone))


def put_elsewhere(
    document: Document, uid: str, after: str | None, parent: str | None, kind: Kind | None = None
) -> Document:
    """Move a clause with everything under it behind ``after`` (None: first) under ``parent``.

    At the top level it goes to the part of ``kind``, else to that of ``after``, else it stays in its part.
    Raises TreeError: ``no_clause``, ``no_parent``, ``no_anchor``, ``under_itself``, ``wrong_kind``.
    """
    clause = present(document, uid)
    if after == uid or parent == uid or parent in {c.uid for c in descendants(document, uid)}:
        raise TreeError("under_itself", uid)
    if parent is not None and clause_at(document, parent) is None:
        raise TreeError("no_parent", parent)
    kind = _kind_there(document, uid, after, parent, kind)
    rest = replace(document, clauses=tuple(c for c in document.clauses if c.uid != uid))
    rest, key = _key_behind(rest, parent, kind, after)
    moved = replace(clause, kind=kind, parent=parent, order_key=key)
    return arranged(replace(rest, clauses=(*rest.clauses, moved)))


def reword(document: Document, clause: Clause) -> Document:
    """Put a clause in the place of the one with its uid; raises TreeError ``no_clause``."""
    present(document, clause.uid)
    clauses = tuple(clause if c.uid == clause.uid else c for c in document.clauses)
    return replace(document, clauses=clauses)


def present(document: Document, uid: str) -> Clause:
    """Give the clause with this uid; raises TreeError ``no_clause`` when it is not there."""
    clause = clause_at(document, uid)
    if clause is None:
        raise TreeError("no_clause", uid)
    return clause


def checked(document: Document) -> Document:
    """Give the document back when it keeps the invariants; raises MalformedDocument otherwise."""
    check(document)
    return document


def _kind_there(
    document: Document, uid: str, after: str | None, parent: str | None, kind: Kind | None
) -> Kind:
    if parent is not None:
        there: Kind = "sub"
    elif kind is not None:
        there = kind
    else:
        anchor = clause_at(document, after) if after is not None else None
        there = anchor.kind if anchor else part_of(document, uid)
    if (there == "sub") != (parent is not None) or (kind is not None and kind != there):
        raise TreeError("wrong_kind", uid)
    return there


def _key_behind(
    document: Document, parent: str | None, kind: Kind, after: str | None
) -> tuple[Document, str]:
    siblings = children(document, parent, kind)
    place = 0
    if after is not None:
        uids = [c.uid for c in siblings]
        if after not in uids:
            raise TreeError("no_anchor", after)
        place = uids.index(after) + 1
    key = key_between(
        siblings[place - 1].order_key if place else None,
        siblings[place].order_key if place < len(siblings) else None,
    )
    if len(key) <= _CROWDED:
        return document, key
    return _key_behind(_with_fresh_keys(document, siblings), parent, kind, after)


def _with_fresh_keys(document: Document, siblings: tuple[Clause, ...]) -> Document:
    fresh: dict[str, str] = {}
    key: str | None = None
    for clause in siblings:
        fresh[clause.uid] = key = key_between(key, None)
    clauses = tuple(replace(c, order_key=fresh[c.uid]) if c.uid in fresh else c for c in document.clauses)
    return replace(document, clauses=clauses)
