"""Typed operations: the five things an amendment can do to a document, and their form in JSON."""

from dataclasses import asdict, dataclass, fields
from typing import Any, get_args

from resolutions.document import Clause, Document, Kind, MalformedDocument, from_json, to_json


@dataclass(frozen=True, slots=True)
class Add:
    """Add a clause behind the sibling ``after`` (None: first) under ``parent`` (None: top level)."""

    uid: str
    kind: Kind
    parent: str | None
    after: str | None
    opening: str
    text: str
    text_after: str = ""


@dataclass(frozen=True, slots=True)
class Strike:
    """Strike a clause with everything under it."""

    uid: str


@dataclass(frozen=True, slots=True)
class Modify:
    """Give a clause other words; ``old_hash`` names the wording replaced, ``text_after`` None keeps it."""

    uid: str
    old_hash: str
    opening: str
    text: str
    text_after: str | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Move a clause, with everything under it, behind the sibling ``after`` (None: first) under ``parent``.

    ``kind`` is needed only to bring a clause to the top level of the other part.
    """

    uid: str
    after: str | None
    parent: str | None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class ReplaceAll:
    """Put another text in the place of all clauses; clauses that keep their uid are the same clauses."""

    clauses: tuple[Clause, ...]


Operation = Add | Strike | Modify | Move | ReplaceAll
_TYPES = {"add": Add, "strike": Strike, "modify": Modify, "move": Move}
_OPTIONAL = {"parent", "after", "text_after", "kind"}


def operations_to_json(operations: tuple[Operation, ...]) -> list[dict[str, Any]]:
    """Give operations as plain data: ``{"operation": "strike", "uid": ...}``."""
    return [_to_json(operation) for operation in operations]


def operations_from_json(data: Any) -> tuple[Operation, ...]:
    """Read what ``operations_to_json`` wrote; raises MalformedDocument with a sentence for anything else."""
    if not isinstance(data, list) or not data:
        raise MalformedDocument("not_an_amendment", "An amendment is a list of at least one operation.")
    if len(data) > 1000:
        raise MalformedDocument("not_an_amendment", "An amendment has at most 1000 operations.")
    return tuple(_from_json(item) for item in data)


def _to_json(operation: Operation) -> dict[str, Any]:
    if isinstance(operation, ReplaceAll):
        clauses = to_json(Document("", "", operation.clauses))["clauses"]
        return {"operation": "replace_all", "clauses": clauses}
    name = next(name for name, of in _TYPES.items() if isinstance(operation, of))
    return {"operation": name, **asdict(operation)}


def _from_json(item: Any) -> Operation:
    name = item.get("operation") if isinstance(item, dict) else None
    if name == "replace_all":
        return ReplaceAll(from_json({"clauses": item.get("clauses")}).clauses)
    of = _TYPES.get(name) if isinstance(name, str) else None
    if of is None:
        raise MalformedDocument(
            "not_an_operation", "An operation adds, strikes, modifies, moves or replaces."
        )
    given: dict[str, Any] = {f.name: item.get(f.name) for f in fields(of)}
    if of is Add and given["text_after"] is None:
        given["text_after"] = ""
    for field, value in given.items():
        if not isinstance(value, str) and not (value is None and field in _OPTIONAL):
            raise MalformedDocument("not_an_operation", f"The field {field} of an operation is text.")
    if given.get("kind") not in (*get_args(Kind), None) or (of is Add and given["kind"] is None):
        raise MalformedDocument("not_an_operation", "A clause is preambular, operative or a sub-clause.")
    made: Operation = of(**given)
    return made
