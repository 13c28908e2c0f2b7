"""Edits of a working paper as its form gives them: a document and fields in, the changed document out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from app.procedure.act import Refusal, impossible
from resolutions.document import Document, Kind, Part, children, clause_at, part_of
from resolutions.drafting import DraftingError, add_clause, change_clause, move_clause, remove_clause
from resolutions.phrases import split_opening

LONGEST_TITLE = 200
Form = Mapping[str, str]
KINDS: Mapping[str, Kind] = {"preambular": "preambular", "operative": "operative", "sub": "sub"}


class DraftRefused(Exception):
    """An edit that cannot be done; `refusal` says why (a rule `draft.*`)."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.rule)
        self.refusal = refusal


def edited(document: Document, form: Form, new_uid: str) -> Document:
    """The document after one edit; `new_uid` is given to a clause that is added.

    `form["edit"]` says what to do:
    - `add`: a clause of `kind` (preambular, operative, sub) with `opening` and `text`, under `parent` (for a
      sub-clause), behind its sibling `after`: "" is first, without the field it comes last;
    - `change`: clause `clause` gets `opening` and `text`;
    - `move`: clause `clause` goes behind `after` ("" first) under `parent` ("" top level),
      to `kind` if given;
    - `remove`: clause `clause` goes, with what stands under it;
    - `title`: the paper is called `text`.

    An opening phrase that was written at the start of `text` is recognised. Raises DraftRefused.
    """
    edit = EDITS.get(form.get("edit", ""))
    if edit is None:
        raise DraftRefused(impossible("draft.unknown_edit", "edit"))
    try:
        return edit(document, form, new_uid)
    except DraftingError as error:
        raise DraftRefused(impossible(f"draft.{error.rule}", FIELD_OF.get(error.rule, "clause"))) from error


FIELD_OF: Mapping[str, str] = {"too_long": "text", "not_plain_text": "text", "no_anchor": "after"}
"""The field of the form that a rule of drafting is about, where it is not the clause."""


def _add(document: Document, form: Form, new_uid: str) -> Document:
    kind = KINDS.get(form.get("kind", ""))
    if kind is None:
        raise DraftRefused(impossible("draft.wrong_kind", "kind"))
    parent = form.get("parent") or None
    siblings = children(document, parent, kind)
    last = siblings[-1].uid if siblings else None
    after = (form["after"] or None) if "after" in form else last
    opening, text = _words(form, _part(document, kind, parent))
    if not opening and not text:
        raise DraftRefused(impossible("draft.needs_words", "text"))
    return add_clause(document, new_uid, kind, after, parent, opening, text)


def _change(document: Document, form: Form, new_uid: str) -> Document:
    uid = form.get("clause", "")
    clause = clause_at(document, uid)
    if clause is None:
        raise DraftRefused(impossible("draft.no_clause", "clause"))
    opening, text = _words(form, part_of(document, uid) if clause.kind != "sub" else None)
    if not opening and not text:
        raise DraftRefused(impossible("draft.needs_words", "text"))
    return change_clause(document, uid, opening, text, form.get("text_after"))


def _move(document: Document, form: Form, new_uid: str) -> Document:
    parent, after = form.get("parent") or None, form.get("after") or None
    return move_clause(document, form.get("clause", ""), after, parent, KINDS.get(form.get("kind", "")))


def _remove(document: Document, form: Form, new_uid: str) -> Document:
    return remove_clause(document, form.get("clause", ""))


def _title(document: Document, form: Form, new_uid: str) -> Document:
    title = " ".join(form.get("text", "").split())
    if not title:
        raise DraftRefused(impossible("draft.needs_title", "text"))
    if len(title) > LONGEST_TITLE:
        raise DraftRefused(impossible("draft.long_title", "text", limit=LONGEST_TITLE))
    if not title.isprintable():
        raise DraftRefused(impossible("draft.not_plain_text", "text"))
    return replace(document, title=title)


def _part(document: Document, kind: Kind, parent: str | None) -> Part | None:
    """The part whose phrases open the clause; sub-clauses open with none."""
    return None if kind == "sub" or parent else kind


def _words(form: Form, part: Literal["preambular", "operative"] | None) -> tuple[str, str]:
    """Opening and text as given; an opening that stands at the start of the text is taken out of it."""
    opening, text = " ".join(form.get("opening", "").split()), " ".join(form.get("text", "").split())
    if opening or part is None:
        return opening, text
    return split_opening(text, part)


EDITS: Mapping[str, Callable[[Document, Form, str], Document]] = {
    "add": _add,
    "change": _change,
    "move": _move,
    "remove": _remove,
    "title": _title,
}
"""What the field `edit` can say."""
