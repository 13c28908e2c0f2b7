"""Amendments, whole: operations, applying them, their prose, and where they stand after each adoption."""

from resolutions.applying import DoesNotApply, apply
from resolutions.conflicts import Class, Standing, classify
from resolutions.differences import differences, invert
from resolutions.document import Document, clause_at, part_of
from resolutions.operations import (
    Add,
    Modify,
    Move,
    Operation,
    ReplaceAll,
    Strike,
    operations_from_json,
    operations_to_json,
)
from resolutions.prose import Message, messages, prose
from resolutions.redline import document_redline

__all__ = [
    "Add",
    "Class",
    "DoesNotApply",
    "Message",
    "Modify",
    "Move",
    "Operation",
    "ReplaceAll",
    "Standing",
    "Strike",
    "apply",
    "classify",
    "differences",
    "distance",
    "invert",
    "messages",
    "operations_from_json",
    "operations_to_json",
    "prose",
    "targets_preamble",
]

_RANKS: dict[type[Operation], int] = {Strike: 0, ReplaceAll: 1, Modify: 2, Move: 2, Add: 3}


def targets_preamble(document: Document, operations: tuple[Operation, ...]) -> bool:
    """Say whether anything in the preamble changes: many rulebooks do not let it be amended.

    Source: rules reference, section 5. Raises DoesNotApply when the operations do not fit the document.
    """
    final = apply(document, operations)
    touched = {op.uid for op in differences(document, final) if not isinstance(op, ReplaceAll)}
    return any(
        part_of(text, uid) == "preambular"
        for text in (document, final)
        for uid in touched
        if clause_at(text, uid)
    )


def distance(document: Document, operations: tuple[Operation, ...]) -> tuple[int, int]:
    """Give a sort key for "furthest removed first": the smallest key is voted first.

    Strikes come before replacing the whole text, then modifying or moving, then adding; among equals the
    larger number of changed characters goes first. Raises DoesNotApply. Sources: rules 90
    and 130 of the General Assembly (rules reference, section 5).
    """
    rank = min((_RANKS[type(operation)] for operation in operations), default=len(_RANKS))
    changed = 0
    for clause in document_redline(document, apply(document, operations)):
        spans = (*clause.opening, *clause.spans, *clause.after)
        changed += sum(len(span.text) for span in spans if span.kind != "same")
    return (rank, -changed)
