"""The text of working papers while they are written: rows with versions, outside the minutes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session

from app.procedure.documents import Paper
from app.screens.directory import Directory
from app.store import Store
from app.tables import WorkingPaperRow
from resolutions.document import Document, from_json, to_json


@dataclass(frozen=True, slots=True)
class Draft:
    """A working paper's text; `version` grows by one with each change."""

    text: Document
    version: int


class ChangedMeanwhile(Exception):
    """Somebody else changed the text since; `draft` is how it is now."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("changed meanwhile")
        self.draft = draft


def blank(paper: Paper, directory: Directory) -> Document:
    """What a paper is before its first clause: its title and the organ that speaks."""
    return Document(paper.title, directory.organ or directory.name)


async def read_draft(store: Store, committee: int, paper: str, empty: Document) -> Draft:
    """The text as it is; `empty` before anything was written."""
    return await store.read(lambda rows: _draft(rows, committee, paper, empty))


async def change_draft(
    store: Store,
    committee: int,
    paper: str,
    empty: Document,
    version: int,
    by: str,
    at: int,
    edit: Callable[[Document], Document],
) -> Draft:
    """Apply `edit` to version `version` of the text; `by` is the seat, `at` the time (ms).

    Raises ChangedMeanwhile where the text has another version, and what `edit` raises; then nothing changed.
    """

    def work(rows: Session) -> Draft:
        draft = _draft(rows, committee, paper, empty)
        if draft.version != version:
            raise ChangedMeanwhile(draft)
        changed = Draft(edit(draft.text), version + 1)
        row = rows.get(WorkingPaperRow, (committee, paper))
        if row is None:
            row = WorkingPaperRow(committee_id=committee, key=paper, changed_by=by, changed_at=at)
        row.body, row.version = to_json(changed.text), changed.version
        row.changed_by, row.changed_at = by, at
        rows.add(row)
        return changed

    return await store.write(work)


def _draft(rows: Session, committee: int, paper: str, empty: Document) -> Draft:
    row = rows.get(WorkingPaperRow, (committee, paper))
    return Draft(empty, 0) if row is None else Draft(from_json(row.body), row.version)
