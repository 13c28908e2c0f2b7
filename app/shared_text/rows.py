"""The rows of shared texts: opened, joined with what is typed, reworded by commands."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.shared_text.words import Joined, Words, joined, lacking, reworded, seeded, vector, words_of
from app.tables import ClauseTextRow
from resolutions.document import Document, clause_at
from resolutions.drafting import DraftingError, change_clause


@dataclass(frozen=True, slots=True)
class Shared:
    """A clause's shared text: where it began, and its whole state."""

    seed: str
    state: bytes


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed into a clause, and all that they have of it (`seen`)."""

    clause: str
    seed: str
    update: bytes
    seen: bytes


def shared_texts(rows: Session, committee: int, paper: str) -> dict[str, Shared]:
    """The shared texts of a paper's row, by clause."""
    here = (col(ClauseTextRow.committee_id) == committee, col(ClauseTextRow.paper) == paper)
    found = rows.exec(select(ClauseTextRow).where(*here))
    return {row.clause: Shared(row.seed, row.state) for row in found}


def open_texts(rows: Session, committee: int, paper: str, text: Document) -> None:
    """Give each clause of the document a shared text that has none yet."""
    known = shared_texts(rows, committee, paper)
    for clause in text.clauses:
        if clause.uid not in known:
            _open(rows, committee, paper, clause.uid, words_of(clause))


def join(
    rows: Session, committee: int, paper: str, text: Document, typed: Typed
) -> tuple[ClauseTextRow, Joined] | str:
    """What a clause is with what was typed, and the row that takes it; or the rule that refuses it.

    Nothing is changed yet. A clause that was removed, or began anew, takes nothing.
    """
    if clause_at(text, typed.clause) is None:
        return "draft.no_clause"
    row = rows.get(ClauseTextRow, (committee, paper, typed.clause))
    if row is None or row.seed != typed.seed:
        return "typing.began_anew"
    now = joined(row.state, typed.update, typed.seen)
    return now if isinstance(now, str) else (row, now)


def take(rows: Session, committee: int, paper: str, text: Document, typed: Typed) -> tuple[Document, str]:
    """The document with what was typed, which is kept too; or as it was, and the rule that refuses it."""
    found = join(rows, committee, paper, text, typed)
    if isinstance(found, str):
        return text, found
    row, now = found
    words = now.words
    try:
        whole = change_clause(text, typed.clause, words.opening, words.text, words.text_after)
    except DraftingError as no:
        return text, f"draft.{no.rule}"
    row.state = now.state
    return whole, ""


def reword(rows: Session, committee: int, paper: str, before: Document, text: Document) -> dict[str, bytes]:
    """Write into shared texts what a command changed; returns what those who type there lack, by clause.

    A clause that was away and is back gets its words again under its old text, so that nothing doubles.
    """
    updates: dict[str, bytes] = {}
    for clause in text.clauses:
        was = clause_at(before, clause.uid)
        if was is not None and words_of(was) == words_of(clause):
            continue
        row = rows.get(ClauseTextRow, (committee, paper, clause.uid))
        if row is None:
            continue
        seen = vector(row.state)
        row.state = reworded(row.state, words_of(clause))
        rows.add(row)
        updates[clause.uid] = lacking(row.state, seen) or row.state
    return updates


def _open(rows: Session, committee: int, paper: str, clause: str, words: Words) -> None:
    rows.add(
        ClauseTextRow(
            committee_id=committee,
            paper=paper,
            clause=clause,
            seed=secrets.token_hex(8),
            state=seeded(words),
        )
    )
