"""Encounters: the table of conflicts, what an adopted change means for one pending operation."""

from dataclasses import dataclass
from typing import Literal, assert_never

from resolutions.document import Clause, Document, Kind, children, clause_at, descendants, text_hash
from resolutions.merging import merge
from resolutions.operations import Add, Modify, Move, Operation, ReplaceAll, Strike

Anchor = tuple[str | None, str, str | None]  # parent, kind, and the sibling followed


@dataclass(frozen=True, slots=True)
class Met:
    """What became of one pending operation, and how it reads on the new text (None: nothing left of it)."""

    kind: Literal["clean", "mergeable", "conflict", "moot"]
    reason: str
    uid: str
    restated: Operation | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """The base, the text now, the text the pending amendment wanted, and both changes in normal form."""

    base: Document
    now: Document
    wanted: Document
    adopted: tuple[Operation, ...]
    pending: tuple[Operation, ...]


def meet(ground: Ground, operation: Operation) -> Met:
    """Hold one pending operation (in normal form) against all that was adopted."""
    match operation:
        case Strike():
            return _meet_strike(ground, operation)
        case Modify():
            return _meet_modify(ground, operation)
        case Move():
            return _meet_move(ground, operation)
        case Add():
            return _meet_add(ground, operation)
        case ReplaceAll():
            raise AssertionError("differences() never replaces everything")
        case _:
            assert_never(operation)


def _meet_strike(ground: Ground, pending: Strike) -> Met:
    uid = pending.uid
    if clause_at(ground.now, uid) is None:
        return Met("moot", "already_there", uid)
    known = {uid, *(c.uid for c in descendants(ground.base, uid))}
    struck = {meant for meant in known if clause_at(ground.wanted, meant) is None}
    changed = {op.uid for op in ground.adopted if isinstance(op, Modify | Move)}
    if changed & struck or _is_under(ground.now, struck, uid, known):
        return Met("conflict", "changed_since", uid)
    return Met("clean", "untouched", uid, pending)


def _is_under(now: Document, struck: set[str], uid: str, known: set[str]) -> bool:
    """Whether something new stands under a clause to be struck; what moves out takes its own along."""
    goes = {uid}
    for clause in descendants(now, uid):
        if clause.parent in goes and (clause.uid in struck or clause.uid not in known):
            goes.add(clause.uid)
    return bool(goes - known)


def _meet_modify(ground: Ground, pending: Modify) -> Met:
    uid = pending.uid
    now = clause_at(ground.now, uid)
    if now is None:
        return Met("moot", "target_gone", uid)
    if text_hash(now) == pending.old_hash:
        return Met("clean", "untouched", uid, pending)
    base, wanted = _clause(ground.base, uid), _clause(ground.wanted, uid)
    opening = merge(base.opening, now.opening, wanted.opening)
    text = merge(base.text, now.text, wanted.text)
    text_after = merge(base.text_after, now.text_after, wanted.text_after)
    if opening is None or text is None or text_after is None:
        return Met("conflict", "same_words", uid)
    if (opening, text, text_after) == (now.opening, now.text, now.text_after):
        return Met("moot", "already_there", uid)
    joined = Modify(uid, text_hash(now), opening, text, text_after)
    return Met("mergeable", "other_words", uid, joined)


def _meet_move(ground: Ground, pending: Move) -> Met:
    uid = pending.uid
    if clause_at(ground.now, uid) is None:
        return Met("moot", "target_gone", uid)
    if _is_gone(ground, pending.parent):
        return Met("conflict", "place_gone", uid)
    theirs = next((op for op in ground.adopted if isinstance(op, Move) and op.uid == uid), None)
    if theirs is not None:
        same = (theirs.parent, theirs.after, theirs.kind) == (pending.parent, pending.after, pending.kind)
        return Met("moot", "already_there", uid) if same else Met("conflict", "moved_elsewhere", uid)
    kind = _clause(ground.wanted, uid).kind
    after, flag = _anchored(ground, pending.parent, kind, pending.after)
    restated = Move(uid, after, pending.parent, None if kind == "sub" else kind)
    return Met("mergeable", flag, uid, restated) if flag else Met("clean", "untouched", uid, restated)


def _meet_add(ground: Ground, pending: Add) -> Met:
    uid = pending.uid
    if _is_gone(ground, pending.parent):
        return Met("moot", "target_gone", uid)
    if _has_twin(ground, pending):
        return Met("moot", "already_there", uid)
    if clause_at(ground.now, uid) is not None:
        return Met("conflict", "does_not_fit", uid)
    after, flag = _anchored(ground, pending.parent, pending.kind, pending.after)
    words = (pending.opening, pending.text, pending.text_after)
    restated = Add(uid, pending.kind, pending.parent, after, *words)
    return Met("mergeable", flag, uid, restated) if flag else Met("clean", "untouched", uid, restated)


def _is_gone(ground: Ground, parent: str | None) -> bool:
    if parent is None or clause_at(ground.now, parent) is not None:
        return False
    return clause_at(ground.base, parent) is not None


def _has_twin(ground: Ground, pending: Add) -> bool:
    """Whether the same words were adopted at the same place, and nothing else pending leans on them."""
    leans = any(pending.uid in (op.parent, op.after) for op in ground.pending if isinstance(op, Add | Move))
    return not leans and any(_said(op) == _said(pending) for op in ground.adopted if isinstance(op, Add))


def _said(added: Add) -> tuple[str | None, ...]:
    return (added.kind, added.parent, added.after, added.opening, added.text, added.text_after)


def _anchored(
    ground: Ground, parent: str | None, kind: Kind, after: str | None
) -> tuple[str | None, str | None]:
    """Give the sibling to follow on the new text, and why the dais should look (None: no need)."""
    placed = {op.uid for op in ground.pending if isinstance(op, Add | Move)}
    if after is not None and after in placed:
        return after, None
    if after is not None and not _stands(ground.now, after, parent, kind):
        gone = clause_at(ground.now, after) is None
        return _one_before(ground, parent, kind, after), "anchor_gone" if gone else "anchor_moved"
    if after is not None and any(isinstance(op, Move) and op.uid == after for op in ground.adopted):
        return after, "anchor_moved"
    if (parent, kind, after) in _anchors(ground):
        return after, "same_place"
    return after, None


def _anchors(ground: Ground) -> set[Anchor]:
    """The places of the base at which adopted clauses were put; a run of them counts for its first place."""
    roots: dict[str | None, str | None] = {}
    anchors: set[Anchor] = set()
    for op in ground.adopted:
        if isinstance(op, Add | Move):
            root = roots.get(op.after, op.after)
            roots[op.uid] = root
            anchors.add((op.parent, _clause(ground.now, op.uid).kind, root))
    return anchors


def _one_before(ground: Ground, parent: str | None, kind: Kind, after: str) -> str | None:
    placed = {op.uid for op in (*ground.pending, *ground.adopted) if isinstance(op, Add | Move)}
    uids = [c.uid for c in children(ground.base, parent, kind)]
    for uid in reversed(uids[: uids.index(after)] if after in uids else []):
        if uid not in placed and _stands(ground.now, uid, parent, kind):
            return uid
    return None


def _stands(document: Document, uid: str, parent: str | None, kind: Kind) -> bool:
    clause = clause_at(document, uid)
    return clause is not None and (clause.parent, clause.kind) == (parent, kind)


def _clause(document: Document, uid: str) -> Clause:
    clause = clause_at(document, uid)
    assert clause is not None
    return clause
