"""Edits of a working paper as its form gives them: a document and fields in, the changed document out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal

from app.papers.check import put_right
from app.procedure.act import Refusal, impossible, stale
from resolutions.document import (
    LONGEST_TITLE,
    Clause,
    Document,
    Kind,
    Part,
    children,
    clause_at,
    descendants,
    part_of,
    text_hash,
)
from resolutions.drafting import DraftingError, add_clause, change_clause, move_clause, remove_clause
from resolutions.phrases import split_opening

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
      without words if `blank` is "true";
    - `change`: clause `clause` gets `opening` and `text`; `was` (the digest of its words as the writer saw
      them, if given) must still be true;
    - `move`: clause `clause` goes behind `after` ("" first) under `parent` ("" top level),
      to `kind` if given;
    - `remove`: clause `clause` goes, with what stands under it;
    - `title`: the paper is called `text`;
    - `fix`: what the check found at `finding` (its place in the list) under `rule` is put right.

    An opening phrase that was written at the start of `text` is recognised. Raises DraftRefused.
    """
    edit = EDITS.get(form.get("edit", ""))
    if edit is None:
        raise DraftRefused(impossible("draft.unknown_edit", "edit"))
    try:
        return edit(document, form, new_uid)
    except DraftingError as error:
        raise DraftRefused(impossible(f"draft.{error.rule}", FIELD_OF.get(error.rule, "clause"))) from error


def fresh_uids(document: Document, mark: str) -> Document:
    """The same document with uids that no other text has: `mark` and a number."""
    new = {clause.uid: f"{mark}{at:x}" for at, clause in enumerate(document.clauses)}
    clauses = (
        replace(one, uid=new[one.uid], parent=new[one.parent] if one.parent else None)
        for one in document.clauses
    )
    return replace(document, clauses=tuple(clauses))


def with_clauses_of(document: Document, other: Document, mark: str) -> Document:
    """The document with the clauses of another behind its own, under new uids made of `mark`.

    Paragraphs that it has word for word, with what stands under them, are not put in twice. Raises
    DraftRefused where there is nothing to bring, or no room for it.
    """
    have = {_words_below(document, one) for one in document.clauses if one.parent is None}
    tops = [one for one in other.clauses if one.parent is None and _words_below(other, one) not in have]
    kept = {one.uid for top in tops for one in (top, *descendants(other, top.uid))}
    new = fresh_uids(replace(other, clauses=tuple(c for c in other.clauses if c.uid in kept)), mark)
    if not new.clauses:
        raise DraftRefused(impossible("draft.nothing_to_bring", "other"))
    try:
        for clause in new.clauses:
            before = children(document, clause.parent, clause.kind)
            after = before[-1].uid if before else None
            document = add_clause(
                document, clause.uid, clause.kind, after, clause.parent, clause.opening, clause.text
            )
            document = change_clause(document, clause.uid, text_after=clause.text_after)
    except DraftingError as error:
        raise DraftRefused(impossible(f"draft.{error.rule}", "other")) from error
    return document


def _words_below(document: Document, clause: Clause) -> tuple[str, ...]:
    return tuple(text_hash(one) for one in (clause, *descendants(document, clause.uid)))


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
    if not opening and not text and form.get("blank") != "true":
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
    if form.get("was") and form["was"] != text_hash(clause):
        raise DraftRefused(stale("draft.changed_meanwhile", "clause"))
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


def _fix(document: Document, form: Form, new_uid: str) -> Document:
    after = put_right(document, form.get("finding", ""), form.get("rule", ""), new_uid)
    if after is None:
        raise DraftRefused(impossible("draft.no_finding", "finding"))
    return after


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
    "fix": _fix,
}
"""What the field `edit` can say."""
