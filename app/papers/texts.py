"""The text of working papers while they are written: rows with versions, outside the minutes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlmodel import Session

from app.papers.versions import keep_version
from app.procedure.documents import Paper
from app.screens.directory import Directory
from app.shared_text.rows import reword
from app.store import Store
from app.tables import WorkingPaperRow
from resolutions.document import Document, digest, from_json, to_json
from resolutions.lifecycle import WRITABLE


@dataclass(frozen=True, slots=True)
class Draft:
    """A working paper's text; `version` grows by one with each change of its structure.

    `updates` are what the change wrote into clauses that others may be typing in (uid -> bytes).
    """

    text: Document
    version: int
    updates: dict[str, bytes] = field(default_factory=dict)


class ChangedMeanwhile(Exception):
    """Somebody else changed the text since; `draft` is how it is now."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("changed meanwhile")
        self.draft = draft


def blank(paper: Paper, directory: Directory) -> Document:
    """What a paper is before anybody writes on it: its title and the organ that speaks.

    A paper that fell goes on from the text that the record has of it.
    """
    fresh = Document(paper.title, directory.organ or directory.name)
    return paper.text or fresh if paper.fallen else fresh


async def read_draft(store: Store, committee: int, paper: Paper, empty: Document) -> Draft:
    """The text as it is; `empty` before anything was written."""
    return await store.read(lambda rows: _draft(rows, committee, paper, empty))


async def text_as_it_stands(store: Store, committee: int, paper: Paper, directory: Directory) -> Draft:
    """The newest text of a paper: its row while it is written, and of what merged then; else the record's.

    What is on the record has version 0.
    """
    if paper.stage not in (*WRITABLE, "merged") and paper.text is not None:
        return Draft(paper.text, 0)
    return await read_draft(store, committee, paper, blank(paper, directory))


async def change_draft(
    store: Store,
    committee: int,
    paper: Paper,
    empty: Document,
    version: int | None,
    by: str,
    at: int,
    edit: Callable[[Document], Document],
) -> Draft:
    """Apply `edit` to version `version` of the text, or (None) to whichever there is.

    `by` is the seat, `at` the time (ms).

    Raises ChangedMeanwhile where the text has another version, and what `edit` raises; then nothing changed.
    """

    def work(rows: Session) -> Draft:
        draft = _draft(rows, committee, paper, empty)
        if version is not None and draft.version != version:
            raise ChangedMeanwhile(draft)
        text = edit(draft.text)
        updates = reword(rows, committee, row_key(paper), draft.text, text)
        row = row_of(rows, committee, paper, empty, by, at)
        note_change(rows, row, by, moment(paper, at), text)
        row.version = draft.version + 1
        return Draft(text, row.version, updates)

    return await store.write(work)


async def put_text(
    store: Store, committee: int, paper: Paper, text: Document, by: str, since: int, at: int
) -> None:
    """Give a paper that seat `by` entered with its text at `since` (ms) that text, unless it was written on.

    What a paper had under the same key that was taken back stays among the versions.
    """

    def work(rows: Session) -> None:
        row = row_of(rows, committee, paper, Document(text.title, text.organ), by, since)
        if row.version and row.changed_at >= since:
            return
        note_change(rows, row, by, moment(paper, at), text)
        row.version += 1

    await store.write(work)


def row_of(rows: Session, committee: int, paper: Paper, empty: Document, by: str, at: int) -> WorkingPaperRow:
    """The row of a paper's text; made with `empty` where nothing was written yet.

    What stands there of a paper that was taken back is not in it, and its version goes on.
    """
    row = rows.get(WorkingPaperRow, (committee, row_key(paper)))
    if row is not None and not _is_of(row, paper):
        rows.expunge(row)  # it is changed when something is written, not by being read
        row.body, row.changed_by = to_json(empty), by
    if row is None:
        row = WorkingPaperRow(
            committee_id=committee,
            key=row_key(paper),
            body=to_json(empty),
            version=0,
            changed_by=by,
            changed_at=at,
        )
    return row


def note_change(
    rows: Session, row: WorkingPaperRow, by: str, at: int, text: Document, typing: bool = False
) -> None:
    """Put `text`, written by the seats `by`, into the row; what was there may become a version."""
    kept = keep_version(rows, row, at, typing)
    writers = by.split() if kept else [*row.changed_by.split(), *by.split()]
    row.body, row.changed_by, row.changed_at = to_json(text), " ".join(dict.fromkeys(writers)), at
    rows.add(row)


def row_key(paper: Paper) -> str:
    """A paper that fell is written on from the record: on a row that belongs to the text that is there."""
    return f"{paper.key}.{digest(paper.text)[:12]}" if paper.fallen and paper.text else paper.key


def moment(paper: Paper, at: int) -> int:
    """The time (ms) of a change made at `at`: never before the paper began, whatever this clock says."""
    return max(at, paper.started)


def _is_of(row: WorkingPaperRow, paper: Paper) -> bool:
    """Whether a row was written for this paper, and not for one that had the same key and was taken back."""
    return row.changed_at >= paper.started


def _draft(rows: Session, committee: int, paper: Paper, empty: Document) -> Draft:
    row = rows.get(WorkingPaperRow, (committee, row_key(paper)))
    if row is None or not _is_of(row, paper):
        return Draft(empty, row.version if row else 0)
    return Draft(from_json(row.body), row.version)
