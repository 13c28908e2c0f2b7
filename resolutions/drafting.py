"""Drafting: edits of the structure of a paper, each giving a new document or saying why it cannot be done."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from resolutions.document import Clause, Document, Kind, MalformedDocument
from resolutions.tree import TreeError, checked, present, put_elsewhere, put_in, reword, take_out
from resolutions.wording import tidy, tidy_opening

# English sentences for the rules of DraftingError; the edge may put them into another language.
SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "uid_taken": "This clause is there already.",
        "no_clause": "This clause is no longer in the paper.",
        "no_parent": "The clause it should stand under is no longer in the paper.",
        "no_anchor": "The clause it should follow is no longer at that place.",
        "wrong_kind": "A sub-clause stands under another clause; a paragraph does not.",
        "under_itself": "A clause cannot stand under itself.",
        "too_deep": "Clauses go at most four levels deep.",
        "too_long": "This text is too long for one clause.",
        "too_many_clauses": "The paper has too many clauses.",
        "not_plain_text": "The text holds a character that cannot be printed.",
        "uid_too_long": "The uid of a clause has at most 64 characters.",
    }
)


class DraftingError(ValueError):
    """An edit that cannot be done: ``rule`` is a message id of SENTENCES, ``values`` name the clause."""

    def __init__(self, rule: str, values: Mapping[str, Any]) -> None:
        super().__init__(SENTENCES.get(rule, rule))
        self.rule, self.values = rule, dict(values)


def add_clause(
    document: Document,
    uid: str,
    kind: Kind,
    after: str | None = None,
    parent: str | None = None,
    opening: str = "",
    text: str = "",
) -> Document:
    """Add a clause behind its sibling ``after`` (None: first among its siblings) under ``parent``.

    ``uid`` is new and made by the caller. The words are tidied (white space, closing mark).
    Raises DraftingError when the place is not there, the uid is taken or a limit is passed.
    """
    clause = Clause(uid, kind, parent, "", tidy_opening(opening, text), tidy(text))
    return _done(lambda: put_in(document, clause, after))


def change_clause(
    document: Document,
    uid: str,
    opening: str | None = None,
    text: str | None = None,
    text_after: str | None = None,
) -> Document:
    """Give a clause other words; None keeps what is there. Raises DraftingError for an unknown clause."""

    def edit() -> Document:
        clause = present(document, uid)
        return reword(
            document,
            replace(
                clause,
                opening=clause.opening if opening is None else tidy_opening(opening, text or clause.text),
                text=clause.text if text is None else tidy(text),
                text_after=clause.text_after if text_after is None else tidy(text_after),
            ),
        )

    return _done(edit)


def move_clause(
    document: Document,
    uid: str,
    after: str | None = None,
    parent: str | None = None,
    kind: Kind | None = None,
) -> Document:
    """Move a clause with its sub-clauses behind ``after`` (None: first) under ``parent`` (None: top level).

    At the top level ``kind`` names the part; without it the clause joins ``after``, or stays in its part.
    Raises DraftingError when that would put it under itself, too deep or at a place that is not there.
    """
    return _done(lambda: put_elsewhere(document, uid, after, parent, kind))


def remove_clause(document: Document, uid: str) -> Document:
    """Remove a clause with everything under it. Raises DraftingError for an unknown clause."""
    return _done(lambda: take_out(document, uid))


def _done(edit: Callable[[], Document]) -> Document:
    try:
        return checked(edit())
    except TreeError as error:
        raise DraftingError(error.rule, {"uid": error.uid}) from None
    except MalformedDocument as error:
        raise DraftingError(error.rule, {"uid": error.uid}) from None
