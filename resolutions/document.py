"""The document: its clauses (``clauses``), what it says, its JSON, its digest and its invariants."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, get_args

from resolutions.clauses import (
    MOST_LEVELS,
    OTHER_PART,
    Clause,
    Document,
    Kind,
    Part,
    arranged,
    children,
    clause_at,
    descendants,
    level,
    numbering,
    part_of,
)
from resolutions.ordering import is_order_key, key_between

__all__ = [
    "LONGEST_OPENING",
    "LONGEST_TEXT",
    "LONGEST_TITLE",
    "MOST_CLAUSES",
    "MOST_LEVELS",
    "OTHER_PART",
    "Clause",
    "Document",
    "Kind",
    "MalformedDocument",
    "Part",
    "arranged",
    "check",
    "children",
    "clause_at",
    "content",
    "descendants",
    "digest",
    "from_json",
    "key_between",
    "level",
    "numbering",
    "part_of",
    "text_hash",
    "to_json",
]

MOST_CLAUSES = 500
LONGEST_OPENING = 120
LONGEST_TEXT = 8_000
LONGEST_TITLE = 200
"""Characters of a title that people give a paper; one that is read from a file may be longer."""

# Control characters, line breaks, halves of surrogate pairs and what XML 1.0 cannot carry.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


class MalformedDocument(ValueError):
    """A document or its JSON breaks a rule of the tree; the message is one sentence, ``rule`` its id."""

    def __init__(self, rule: str, sentence: str, uid: str | None = None) -> None:
        super().__init__(sentence)
        self.rule, self.uid = rule, uid


def content(document: Document) -> tuple[Any, ...]:
    """Give what the document says, in reading order, without order keys: equal contents read alike."""
    said = tuple(
        (c.uid, c.kind, c.parent, c.opening, c.text, c.text_after) for c in arranged(document).clauses
    )
    return (document.title, document.organ, said)


def text_hash(clause: Clause) -> str:
    """Give the sha256 (hex) of a clause's words, by which an amendment says which wording it replaces."""
    return _sha256([clause.opening, clause.text, clause.text_after])


def digest(document: Document) -> str:
    """Give the sha256 (hex) of the canonical JSON of ``content``: what a vote was taken on.

    Canonical JSON: ``[title, organ, [[uid, kind, parent, opening, text, text_after], ...]]`` in reading
    order, UTF-8, no spaces, no escapes beyond those JSON requires. Order keys are left out, so that two
    revisions that read alike have one digest.
    """
    return _sha256(content(document))


def to_json(document: Document) -> dict[str, Any]:
    """Give the document as plain data for JSON, clauses in reading order."""
    fields = ("uid", "kind", "parent", "order_key", "opening", "text", "text_after")
    clauses = [{f: getattr(c, f) for f in fields} for c in arranged(document).clauses]
    return {"title": document.title, "organ": document.organ, "clauses": clauses}


def from_json(data: Any) -> Document:
    """Read what ``to_json`` wrote; raises MalformedDocument with a sentence for anything else."""
    if not isinstance(data, dict) or not isinstance(data.get("clauses"), list):
        raise MalformedDocument("not_a_document", "This is not a document: it has no list of clauses.")
    title, organ = data.get("title", ""), data.get("organ", "")
    if not isinstance(title, str) or not isinstance(organ, str):
        raise MalformedDocument("not_a_document", "The title and the organ of a document are text.")
    document = Document(title, organ, tuple(_clause_from(item) for item in data["clauses"]))
    check(document)
    return arranged(document)


def check(document: Document) -> None:
    """Hold the document against the invariants of the tree; raises MalformedDocument at the first broken one.

    Uids are unique, parents exist, there is no cycle, at most four levels, sub-clauses (and only they) have a
    parent, siblings have different order keys, and words are plain text of bearable length.
    """
    _check_words("title", document.title, LONGEST_TEXT, None)
    _check_words("organ", document.organ, LONGEST_TEXT, None)
    if len(document.clauses) > MOST_CLAUSES:
        raise MalformedDocument("too_many_clauses", f"A document has at most {MOST_CLAUSES} clauses.")
    parents: dict[str, str | None] = {}
    places: set[tuple[str | None, Kind, str]] = set()
    for clause in document.clauses:
        if clause.uid in parents or not clause.uid:
            raise MalformedDocument("uid_taken", f"Two clauses have the uid {clause.uid!r}.", clause.uid)
        parents[clause.uid] = clause.parent
        place = (clause.parent, clause.kind, clause.order_key)
        if place in places or not is_order_key(clause.order_key):
            raise MalformedDocument("no_order", "Two clauses claim the same place in the order.", clause.uid)
        places.add(place)
        _check_clause(clause)
    for uid in parents:
        _check_depth(parents, uid)


def _sha256(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _clause_from(item: Any) -> Clause:
    if not isinstance(item, dict) or item.get("kind") not in get_args(Kind):
        raise MalformedDocument("not_a_clause", "A clause is preambular, operative or a sub-clause.")
    words = [item.get(f, "") for f in ("uid", "order_key", "opening", "text", "text_after")]
    parent = item.get("parent")
    if not all(isinstance(w, str) for w in words) or not isinstance(parent, str | None):
        raise MalformedDocument("not_a_clause", "The fields of a clause are text.")
    uid, order_key, opening, text, text_after = words
    return Clause(uid, item["kind"], parent, order_key, opening, text, text_after)


def _check_clause(clause: Clause) -> None:
    if (clause.kind == "sub") != (clause.parent is not None):
        raise MalformedDocument("wrong_kind", "Sub-clauses, and only they, stand under a clause.", clause.uid)
    if len(clause.uid) > 64:
        raise MalformedDocument("uid_too_long", "The uid of a clause has at most 64 characters.")
    _check_words("opening phrase", clause.opening, LONGEST_OPENING, clause.uid)
    _check_words("text", clause.text, LONGEST_TEXT, clause.uid)
    _check_words("text after the sub-clauses", clause.text_after, LONGEST_TEXT, clause.uid)


def _check_words(what: str, words: str, longest: int, uid: str | None) -> None:
    if len(words) > longest:
        raise MalformedDocument(
            "too_long", f"The {what} has {len(words)} characters; at most {longest} fit.", uid
        )
    if _UNPRINTABLE.search(words):
        raise MalformedDocument(
            "not_plain_text", f"The {what} holds a character that cannot be printed.", uid
        )


def _check_depth(parents: Mapping[str, str | None], uid: str) -> None:
    depth, at = 1, parents[uid]
    while at is not None:
        if at not in parents:
            raise MalformedDocument("no_parent", "A sub-clause stands under a clause that is not there.", uid)
        depth, at = depth + 1, parents[at]
        if depth > MOST_LEVELS:
            raise MalformedDocument(
                "too_deep", f"Clauses go at most {MOST_LEVELS} levels deep, without circles.", uid
            )
