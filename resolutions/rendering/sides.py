"""The redline side by side: each clause as it was at the left and as it is at the right, row by row."""

from collections.abc import Mapping, Sequence
from html import escape

from resolutions.document import Document
from resolutions.redline import ClauseChange, Span, document_redline
from resolutions.rendering.html import marks_of, spans_html
from resolutions.rendering.words import ENGLISH


def sides_html(
    base: Document, final: Document, words: Mapping[str, str] = ENGLISH, only_changed: bool = False
) -> str:
    """Give two documents as ``<table class="sides">``, a row for each clause, with what changed marked.

    A struck clause has an empty cell at the right, an added one at the left; a moved one stands where it
    went, with its old number at the left. With ``only_changed``, untouched clauses are left out.
    """
    before, after = marks_of(base), marks_of(final)
    head = "".join(f'<th scope="col">{escape(words[side])}</th>' for side in ("before", "after"))
    rows = "".join(
        _row(change, before, after, words)
        for change in document_redline(base, final)
        if not (only_changed and change.change == "same")
    )
    return f'<table class="sides"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(
    change: ClauseChange,
    before: Mapping[str, tuple[str, str]],
    after: Mapping[str, tuple[str, str]],
    words: Mapping[str, str],
) -> str:
    cells = (
        _cell(change, "inserted", change.was, before.get(change.uid), words),
        _cell(change, "deleted", change.number, after.get(change.uid), words),
    )
    return f'<tr data-change="{change.change}">{"".join(cells)}</tr>'


def _cell(
    change: ClauseChange,
    hidden: str,
    number: str,
    marks: tuple[str, str] | None,
    words: Mapping[str, str],
) -> str:
    """One side of a row, without what only the other side says; without marks the clause is not there."""
    if marks is None:
        return "<td></td>"
    kind = "sub" if change.level > 1 else "pre" if change.kind == "preambular" else "clause"
    opening, text, behind = (
        spans_html(_shown(spans, hidden), words) for spans in (change.opening, change.spans, change.after)
    )
    parts = [f"<em>{opening}</em>" if opening else "", text]
    line = f"<p>{' '.join(filter(None, parts))}{escape(marks[0])}</p>"
    after = f"<p>{behind}{escape(marks[1])}</p>" if behind else ""
    shown = f'<span class="n">{escape(number)}</span>' if number else ""
    return f'<td class="doc"><div class="{kind}" data-level="{change.level}">{shown}{line}{after}</div></td>'


def _shown(spans: Sequence[Span], hidden: str) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.kind != hidden)
