"""Works out where a row stands in the walk: below a name, inside a stakeholder's part, over other rows."""

from __future__ import annotations

from collections.abc import Sequence

from delegations.names import fold
from delegations.study_guides.understanding.drafts import Draft
from delegations.study_guides.understanding.headings import begins_afresh
from delegations.study_guides.understanding.joining import ends_sentence
from delegations.study_guides.understanding.numbering import follows_on
from delegations.study_guides.understanding.place import Place, is_title
from delegations.study_guides.understanding.rows import Row
from delegations.study_guides.understanding.turns import is_own_part, speaks_for_itself
from delegations.study_guides.understanding.walk import Walk


def place_of(walk: Walk, rows: Sequence[Row], at: int) -> Place:
    """Return where the row stands in the walk."""
    name = walk.current.start.matches[0].display or "" if walk.current and walk.current.start.matches else ""
    row = rows[at]
    free = row.styled and not walk.strict and walk.mark in (None, row.style) and row.level != walk.level
    return Place(
        rows,
        at,
        walk.hint,
        name,
        in_table=walk.in_table,
        strict=walk.strict,
        subjects=walk.subjects,
        free=free,
        open_layout=_layout(walk.current) if walk.current else "",
        alike=is_alike(walk.model, rows, at),
        below_name=_is_below_name(walk.current, rows, at),
        beside=walk.mark is not None and walk.mark == row.style,
        counted_on=walk.current is not None and follows_on(walk.current.row.text, row.text),
        labelled_alike=_is_labelled_alike(walk.current, row),
        below_heading=at > 0 and rows[at - 1] is walk.headed,
        open_kind=walk.current.start.kind if walk.current else None,
    )


def _layout(draft: Draft) -> str:
    """The layout of the open stakeholder; a label in bold is a bold beginning."""
    bold = draft.start.layout == "label" and draft.row.raw.startswith("**") and not draft.row.styled
    return "bold" if bold else draft.start.layout


def heads_rows(walk: Walk, rows: Sequence[Row], at: int) -> bool:
    """Return whether a cell across the open table stands over the rows below it: a region, "Observers"."""
    draft, after = walk.current, rows[at + 1] if at + 1 < len(rows) else None
    if not walk.in_table or draft is None or draft.start.layout != "table row" or after is None:
        return False
    ended = bool(draft.pieces) and ends_sentence(draft.pieces[-1][0])
    return ended and "\t" not in rows[at].text and "\t" in after.text and is_title(rows[at].text)


def is_alike(draft: Draft | None, rows: Sequence[Row], at: int) -> bool:
    """Return whether a row stands directly above its text and apart, as the open heading does."""
    row, after = rows[at], rows[at + 1] if at + 1 < len(rows) else None
    if draft is None or draft.start.layout != "heading" or draft.row.styled or not draft.pieces:
        return False
    compact = draft.row.gap and not draft.pieces[0][1]
    plain = row.gap and not (row.styled or row.bullet) and after is not None and not after.gap
    return compact and plain and is_title(row.text) and begins_afresh(rows, at)


def _is_labelled_alike(draft: Draft | None, row: Row) -> bool:
    if draft is None or draft.start.layout != "label" or row.bullet != draft.row.bullet:
        return False
    return row.raw.startswith("**") == draft.row.raw.startswith("**") and (row.gap or row.bullet)


def _is_below_name(draft: Draft | None, rows: Sequence[Row], at: int) -> bool:
    """Whether nothing but the open stakeholder's name stands directly above the row."""
    if draft is None or draft.words or draft.start.layout != "heading" or rows[at].gap:
        return False
    return at > 0 and rows[at - 1] is draft.row


def is_own(walk: Walk, row: Row) -> bool:
    """Return whether a heading belongs to the part of the stakeholder that is open."""
    return walk.deeper(row) or is_own_part(walk, row.text) or speaks_for_itself(set(fold(row.text).split()))
