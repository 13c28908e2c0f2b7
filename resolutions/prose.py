"""Prose: amendments said in words, from message ids and values, so that display and effect cannot differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, assert_never

from resolutions.document import Clause, Document, clause_at, level, numbering, part_of
from resolutions.operations import Add, Modify, Move, Operation, ReplaceAll, Strike


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a message of this library for the catalogues of whoever translates it."""
    return message


# Message id -> English. Another language is another table with the same ids; {target} and {place} are
# themselves made from this table.
ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "replace": N_("Replace {target} by “{words}”."),
        "strike": N_("Strike {target}."),
        "add": N_("{place} insert {what}: “{words}”."),
        "move": N_("Move {target} {destination}."),
        "replace_all": N_("Replace the whole text."),
        "target.preambular": N_("preambular paragraph {number}"),
        "target.operative": N_("operative paragraph {number}"),
        "target.new": N_("the new clause"),
        "what.preambular": N_("a new preambular paragraph"),
        "what.operative": N_("a new operative paragraph"),
        "what.sub": N_("a new sub-paragraph"),
        "place.after": N_("After {target}"),
        "place.first_preambular": N_("Before the first preambular paragraph"),
        "place.first_operative": N_("Before the first operative paragraph"),
        "place.first_sub": N_("At the beginning of {target}"),
        "to.after": N_("to follow {target}"),
        "to.first_preambular": N_("to the beginning of the preamble"),
        "to.first_operative": N_("to the beginning of the operative part"),
        "to.first_sub": N_("to the beginning of {target}"),
    }
)


@dataclass(frozen=True, slots=True)
class Message:
    """One message id of the table with its values; a value may be a message itself."""

    id: str
    values: Mapping[str, Any]

    def said(self, words: Mapping[str, str] = ENGLISH) -> str:
        """Put the message into words with a table of templates."""
        values = {k: v.said(words) if isinstance(v, Message) else v for k, v in self.values.items()}
        return words[self.id].format_map(values)


def prose(
    document: Document, operations: tuple[Operation, ...], words: Mapping[str, str] = ENGLISH
) -> tuple[str, ...]:
    """Say what operations do to a document, one sentence each, with the numbers of that document."""
    return tuple(message.said(words) for message in messages(document, operations))


def messages(document: Document, operations: tuple[Operation, ...]) -> tuple[Message, ...]:
    """Give the messages behind ``prose``, for another language or layout."""
    return tuple(_message(document, operation) for operation in operations)


def address(document: Document, uid: str) -> Message:
    """Name a clause as in speech: "operative paragraph 2 (a)"; "the new clause" if the document lacks it."""
    if clause_at(document, uid) is None:
        return Message("target.new", {})
    numbers = numbering(document)
    line = []
    at: str | None = uid
    while at is not None:
        clause = clause_at(document, at)
        assert clause is not None
        line.append(numbers[at] if level(document, at) > 1 else _counted(document, clause))
        at = clause.parent
    return Message(f"target.{part_of(document, uid)}", {"number": " ".join(reversed(line))})


def _message(document: Document, operation: Operation) -> Message:
    match operation:
        case Add(uid, kind, parent, after, opening, text, text_after):
            place = _place(document, "place", kind, parent, after)
            what = Message(f"what.{kind}", {})
            words = " ".join(filter(None, (opening, text, text_after)))
            return Message("add", {"place": place, "what": what, "words": words})
        case Strike(uid):
            return Message("strike", {"target": address(document, uid)})
        case Modify(uid, _, opening, text, text_after):
            words = " ".join(filter(None, (opening, text, text_after)))
            return Message("replace", {"target": address(document, uid), "words": words})
        case Move(uid, after, parent, kind):
            there = kind or (part_of(document, uid) if clause_at(document, uid) else "operative")
            destination = _place(document, "to", there, parent, after)
            return Message("move", {"target": address(document, uid), "destination": destination})
        case ReplaceAll():
            return Message("replace_all", {})
        case _:
            assert_never(operation)


def _place(document: Document, way: str, kind: str, parent: str | None, after: str | None) -> Message:
    if after is not None:
        return Message(f"{way}.after", {"target": address(document, after)})
    if parent is not None:
        return Message(f"{way}.first_sub", {"target": address(document, parent)})
    return Message(f"{way}.first_{kind}", {})


def _counted(document: Document, clause: Clause) -> str:
    """The place of a paragraph in its part, as preambular paragraphs carry no number of their own."""
    rows = sorted(
        (c for c in document.clauses if c.parent is None and c.kind == clause.kind),
        key=lambda c: c.order_key,
    )
    return str([c.uid for c in rows].index(clause.uid) + 1)
