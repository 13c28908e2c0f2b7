"""Applying an amendment to a document: all of its operations or none."""

from dataclasses import replace
from typing import assert_never

from resolutions.document import Clause, Document, MalformedDocument, arranged, text_hash
from resolutions.operations import Add, Modify, Move, Operation, ReplaceAll, Strike
from resolutions.tree import TreeError, checked, present, put_elsewhere, put_in, reword, take_out


class DoesNotApply(ValueError):
    """An operation does not fit the document: ``reason`` is a message id, ``uid`` the clause it is about.

    Reasons: ``no_clause``, ``no_parent``, ``no_anchor``, ``uid_taken``, ``under_itself``, ``wrong_kind``,
    ``other_wording`` (the clause no longer says what was to be replaced), and the rules of ``check``.
    """

    def __init__(self, reason: str, uid: str | None) -> None:
        super().__init__(f"{reason}: {uid}")
        self.reason, self.uid = reason, uid


def apply(document: Document, operations: tuple[Operation, ...]) -> Document:
    """Apply operations one after the other, all or none, and give the new document.

    Raises DoesNotApply. The limits of the tree are checked at the end, as a list of moves may pass through
    a deeper tree than it leaves behind.
    """
    try:
        for operation in operations:
            document = _applied(document, operation)
        return checked(document)
    except TreeError as error:
        raise DoesNotApply(error.rule, error.uid) from None
    except MalformedDocument as error:
        raise DoesNotApply(error.rule, error.uid) from None


def _applied(document: Document, operation: Operation) -> Document:
    match operation:
        case Add(uid, kind, parent, after, opening, text, text_after):
            return put_in(document, Clause(uid, kind, parent, "", opening, text, text_after), after)
        case Strike(uid):
            return take_out(document, uid)
        case Modify():
            return _reworded(document, operation)
        case Move(uid, after, parent, kind):
            return put_elsewhere(document, uid, after, parent, kind)
        case ReplaceAll(clauses):
            return arranged(checked(replace(document, clauses=clauses)))
        case _:
            assert_never(operation)


def _reworded(document: Document, operation: Modify) -> Document:
    clause = present(document, operation.uid)
    if text_hash(clause) != operation.old_hash:
        raise DoesNotApply("other_wording", clause.uid)
    kept = clause.text_after if operation.text_after is None else operation.text_after
    return reword(document, replace(clause, opening=operation.opening, text=operation.text, text_after=kept))
