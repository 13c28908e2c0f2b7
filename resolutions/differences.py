"""Differences: the operations that lead from one document to another, and back."""

from bisect import bisect_left

from resolutions.applying import apply
from resolutions.document import Clause, Document, arranged, children, text_hash
from resolutions.operations import Add, Modify, Move, Operation, Strike

_Group = tuple[str | None, str]


def differences(base: Document, final: Document) -> tuple[Operation, ...]:
    """Give operations so that ``apply(base, differences(base, final))`` has the content of ``final``.

    Clauses are the same when their uid is. As few clauses as possible are moved. The order is: places (adds
    and moves, from the top down), then words, then strikes. Raises ValueError when title or organ differ:
    no operation changes those.
    """
    if (base.title, base.organ) != (final.title, final.organ):
        raise ValueError("An amendment does not change the title or the organ of a draft.")
    before = {c.uid: c for c in base.clauses}
    after = {c.uid: c for c in final.clauses}
    struck = tuple(Strike(c.uid) for c in arranged(base).clauses if _is_struck_here(c, after))
    return (*_places(base, final, before), *_words(final, before), *struck)


def invert(document: Document, operations: tuple[Operation, ...]) -> tuple[Operation, ...]:
    """Give the operations that take ``apply(document, operations)`` back to the content of ``document``.

    Raises DoesNotApply when the operations do not fit the document.
    """
    return differences(apply(document, operations), document)


def _is_struck_here(clause: Clause, after: dict[str, Clause]) -> bool:
    return clause.uid not in after and (clause.parent is None or clause.parent in after)


def _places(base: Document, final: Document, before: dict[str, Clause]) -> list[Operation]:
    staying = _staying(base, final)
    last: dict[_Group, str] = {}
    operations: list[Operation] = []
    for clause in arranged(final).clauses:
        group = _group(clause)
        behind = last.get(group)
        last[group] = clause.uid
        if clause.uid not in before:
            words = (clause.opening, clause.text, clause.text_after)
            operations.append(Add(clause.uid, clause.kind, clause.parent, behind, *words))
        elif clause.uid not in staying:
            changes_part = clause.parent is None and before[clause.uid].kind != clause.kind
            kind = clause.kind if changes_part else None
            operations.append(Move(clause.uid, behind, clause.parent, kind))
    return operations


def _words(final: Document, before: dict[str, Clause]) -> list[Operation]:
    operations: list[Operation] = []
    for clause in arranged(final).clauses:
        old = before.get(clause.uid)
        if old is not None and text_hash(old) != text_hash(clause):
            text_after = clause.text_after if clause.text_after != old.text_after else None
            operations.append(Modify(old.uid, text_hash(old), clause.opening, clause.text, text_after))
    return operations


def _staying(base: Document, final: Document) -> set[str]:
    """The largest set of clauses that need no move: in each group, a longest run still in the old order."""
    staying: set[str] = set()
    for parent, kind in {_group(c) for c in final.clauses}:
        old = [c.uid for c in base.clauses if _group(c) == (parent, kind)]
        rank = {c.uid: place for place, c in enumerate(children(base, parent)) if c.uid in old}
        new = [c.uid for c in children(final, parent) if c.kind == kind and c.uid in rank]
        staying.update(_longest_rising(new, rank))
    return staying


def _longest_rising(uids: list[str], rank: dict[str, int]) -> list[str]:
    """Longest increasing subsequence by rank (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    came_from: list[int | None] = []
    for place, uid in enumerate(uids):
        at = bisect_left(tails, rank[uid])
        tails[at : at + 1] = [rank[uid]]
        came_from.append(ends[at - 1] if at else None)
        ends[at : at + 1] = [place]
    run: list[str] = []
    step = ends[-1] if ends else None
    while step is not None:
        run.append(uids[step])
        step = came_from[step]
    return run


def _group(clause: Clause) -> _Group:
    return (clause.parent, clause.kind)
