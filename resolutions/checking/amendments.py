"""Amendments: what they aim at is there, and they say what they do (rules L31 and L32)."""

from collections.abc import Iterator

from resolutions.amendments import targets_preamble
from resolutions.applying import DoesNotApply, apply
from resolutions.checking.terms import Terms
from resolutions.document import Document, content
from resolutions.findings import Finding
from resolutions.operations import Add, Modify, Operation


def check_amendment(
    document: Document, operations: tuple[Operation, ...], terms: Terms | None = None
) -> tuple[Finding, ...]:
    """Find what an amendment of a document has against it; it need not apply."""
    return tuple(_findings(document, operations, terms or Terms()))


def _findings(document: Document, operations: tuple[Operation, ...], terms: Terms) -> Iterator[Finding]:
    for operation in operations:
        if isinstance(operation, Add | Modify) and not (operation.opening or operation.text):
            yield Finding("L31w", "error", uid=operation.uid)
    try:
        changed = apply(document, operations)
    except DoesNotApply as error:
        yield Finding("L31t", "error", uid=error.uid)
        return
    if content(changed) == content(document):
        yield Finding("L31n", "error")
    elif not terms.preamble_amendable and targets_preamble(document, operations):
        yield Finding("L32", "error")
