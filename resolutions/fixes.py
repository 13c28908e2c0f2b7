"""Fixes: a paper as it is checked, and the changes that put a finding right with one press."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from resolutions.applying import apply
from resolutions.document import Document
from resolutions.operations import Operation, operations_to_json

HeadField = Literal["title", "organ", "symbol", "committee", "sponsors", "signatories"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its head: committee, symbol, and who stands behind it, in the order given."""

    document: Document
    committee: str = ""
    symbol: str = ""
    sponsors: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetHead:
    """Put other words, or other names, into one field of the head."""

    field: HeadField
    value: str | tuple[str, ...]


Fix = Operation | SetHead


def fixes_to_json(changes: Sequence[Fix]) -> list[dict[str, Any]]:
    """Give changes as plain data: those of the text as operations, those of the head as "set_head"."""
    return [
        {"operation": "set_head", "field": change.field, "value": change.value}
        if isinstance(change, SetHead)
        else operations_to_json((change,))[0]
        for change in changes
    ]


def fixed(paper: Paper, changes: Sequence[Fix]) -> Paper:
    """Apply the changes of a finding, all or none; raises DoesNotApply when the text has changed since."""
    for change in changes:
        if not isinstance(change, SetHead):
            paper = replace(paper, document=apply(paper.document, (change,)))
        elif change.field in ("title", "organ"):
            given: dict[str, Any] = {change.field: change.value}
            paper = replace(paper, document=replace(paper.document, **given))
        else:
            given = {change.field: change.value}
            paper = replace(paper, **given)
    return paper
