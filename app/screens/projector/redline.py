"""The change of an amendment in rows for the board: only what changes, with a few words around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from resolutions.document import Document
from resolutions.redline import ClauseChange, Span, document_redline
from resolutions.rendering.layout import LaidOut, laid_out

AROUND = 90
"""Characters of unchanged words that stay on each side of a change."""
MOST = 760
"""Characters of one change that the board takes; the rest is read on the own device."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; `kind` is same, inserted or deleted, `opening` sets it as an opening phrase."""

    kind: str
    text: str
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One clause of the redline."""

    uid: str
    number: str
    level: int
    change: str
    pieces: tuple[Piece, ...]


def changed_rows(base: Document, final: Document) -> tuple[Row, ...]:
    """The clauses that change, in reading order, cut to what fits on the board."""
    rows, left, marks = [], MOST, dict(_marks(laid_out(final)))
    for change in document_redline(base, final):
        if change.change == "same" or left <= 0:
            continue
        pieces = _cut(_pieces(change, marks.get(change.uid, "")), left)
        left -= sum(len(piece.text) for piece in pieces)
        rows.append(Row(change.uid, change.number, change.level, change.change, pieces))
    return tuple(rows)


def _marks(clauses: tuple[LaidOut, ...]) -> Iterator[tuple[str, str]]:
    """The mark that closes each clause as it would be."""
    for clause in clauses:
        yield clause.uid, clause.after_mark if clause.text_after else clause.mark
        yield from _marks(clause.children)


def _pieces(change: ClauseChange, mark: str) -> tuple[Piece, ...]:
    opening = tuple(Piece(span.kind, span.text, True) for span in change.opening)
    between = (Piece("same", " "),) if opening and change.spans else ()
    after = (Piece("same", " "), *_shortened(change.after)) if change.after else ()
    closing = (Piece("same", mark),) if mark else ()
    return _apart((*opening, *between, *_shortened(change.spans), *after, *closing))


def _apart(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """With a space where struck and inserted words meet, so that they are not read as one."""
    found: list[Piece] = []
    for piece in pieces:
        if found and {found[-1].kind, piece.kind} == {"deleted", "inserted"}:
            found.append(Piece("same", " "))
        found.append(piece)
    return tuple(found)


def _shortened(spans: tuple[Span, ...]) -> tuple[Piece, ...]:
    """Long runs of unchanged words lose their middle, or their far end at either side of the clause."""
    pieces = []
    for place, span in enumerate(spans):
        text, first, last = span.text, place == 0, place == len(spans) - 1
        if span.kind == "same" and len(text) > 2 * AROUND and len(spans) > 1:
            head = "" if first else text[:AROUND].rpartition(" ")[0]
            tail = "" if last else text[-AROUND:].partition(" ")[2]
            text = f"{head} … {tail}" if head and tail else f"{head} …" if head else f"… {tail}"
        pieces.append(Piece(span.kind, text))
    return tuple(pieces)


def _cut(pieces: tuple[Piece, ...], left: int) -> tuple[Piece, ...]:
    """The pieces as far as they fit into `left` characters, with dots where they do not."""
    kept = []
    for piece in pieces:
        if len(piece.text) > left:
            kept.append(Piece(piece.kind, piece.text[:left].rpartition(" ")[0] + " …", piece.opening))
            break
        kept.append(piece)
        left -= len(piece.text)
    return tuple(kept)
