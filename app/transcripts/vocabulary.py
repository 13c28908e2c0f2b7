"""Everything that a transcript may say: commands with their fields, motions by rulebook, parameters."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, get_type_hints

from app.minutes import commands
from app.procedure.amendments import ProposeAmendment
from app.procedure.clocks import ReopenRoom, TimeUp
from app.procedure.handling import only_if_objected
from app.procedure.overrulable import RULES
from app.procedure.parameter_table import PARAMETERS
from app.procedure.parameters import what_is_allowed
from app.procedure.published_orders import PUBLISHED
from app.procedure.restating import RestateAmendment
from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.rulebook_files import load, names, overlay_names
from app.procedure.settings import choices, setting_types
from app.words import motion_kind_name
from app.words.names import PARAMETERS as PARAMETERS_IN_WORDS
from resolutions.document import Clause, Document, to_json

HOW = (
    "Line 1 founds the committee: rulebook, overlays, parameters, roster (delegation, name, standing, and "
    "where needed veto, order, procedural, substantive), topics. Every further line gives one command: at "
    "(seconds), actor (a delegation of the roster, chair, another seat of the dais, organizer, room), "
    "command, its fields, and insist, the chair's reason for going against the rulebook; sheet, in a record, "
    "says with which act the sheet of paper began that it was entered from.",
    "Motions, votes and acts are called by numbers: the founding is act 1, every command that is accepted "
    "the next, the room's TimeUp too. A motion and a vote have the number of the act that raised or opened "
    'them. "@5" stands for the act of line 5, also as the subject of a vote.',
    "The room gives TimeUp by itself when a clock reaches zero, before a line of that time or later; such an "
    'answer has "before" in place of "line". With alarms = lines in line 1 the lines give it.',
    "A paper is handed in as a document of the form below. An amendment that names no base is offered, or "
    "restated, on the text as it stands.",
    "The clauses of a division are named by their uids, each a part of its own; o1+o2 makes one part of two.",
)
DOCUMENT = Document(
    "Title of the resolution",
    "The General Assembly",
    (
        Clause("p1", "preambular", None, "a", "Recalling", "its mandate"),
        Clause("o1", "operative", None, "b", "Requests", "an annual report"),
    ),
)
"""The shortest whole text; `uid` names a clause, `order_key` its place among its like."""
AS_IT_STANDS = {(ProposeAmendment.__name__, "base"), (RestateAmendment.__name__, "base")}
"""Fields that a transcript may leave out, though a page may not."""
STAGED = (TimeUp, ReopenRoom)
"""Commands that the room gives by itself."""
_TYPES = {int: "whole number", str: "text", bool: "true or false"}


def vocabulary() -> dict[str, Any]:
    """What a transcript may say, as plain data."""
    told = (kind for name, kind in sorted(commands().items()) if name != "OpenCommittee")
    return {
        "how": list(HOW),
        "commands": {kind.__name__: _command(kind) for kind in told},
        "rulebooks": {name: _rulebook(name) for name in names()},
        "overlays": list(overlay_names()),
        "rules_to_suspend": list(RULES),
        "motion_parameters": PARAMETERS_IN_WORDS,
        "document": to_json(DOCUMENT),
        "parameters": {name: what_is_allowed(name) for name in (*PARAMETERS, *setting_types())},
        "published_orders": {name: list(order) for name, order in PUBLISHED.items()},
    }


def _command(kind: type) -> dict[str, Any]:
    """A command: what it means, and its fields in their order."""
    hints = get_type_hints(kind)
    by = {"by": "room"} if kind in STAGED else {}
    told = [_field(kind.__name__, field, hints[field.name]) for field in fields(kind)]
    return {"means": " ".join((kind.__doc__ or "").split()), **by, "fields": told}


def _field(command: str, field: Field[Any], kind: Any) -> dict[str, Any]:
    """A field: its type in words, whether it must be there, else its default, and the words it may be."""
    filled = field.default is not MISSING or field.default_factory is not MISSING
    required = not filled and (command, field.name) not in AS_IT_STANDS
    told: dict[str, Any] = {"name": field.name, "type": _type(kind), "required": required}
    if not required:
        told["default"] = field.default if field.default is not MISSING else None
    if choices(kind):
        told["allowed"] = list(choices(kind))
    if is_dataclass(kind):
        told["fields"] = [inner.name for inner in fields(kind)]
    return told


def _type(kind: Any) -> str:
    """A type in words."""
    if kind in _TYPES:
        return _TYPES[kind]
    if choices(kind):
        return "list of words" if "tuple" in str(kind) else "one of the allowed words"
    if "None" in str(kind):
        return " or ".join([name for known, name in _TYPES.items() if known.__name__ in str(kind)] + ["null"])
    return "list of texts" if str(kind).startswith("tuple[str") else "object"


def _rulebook(name: str) -> dict[str, Any]:
    book = load(name)
    motions = [_motion(book, rule) for rule in book.motions]
    return {"title": book.title, "precedence": list(book.precedence), "motions": motions}


def _motion(book: Rulebook, rule: MotionRule) -> dict[str, Any]:
    """A kind of motion: when it is in order, what it takes, what carries it."""
    return {
        "kind": rule.kind,
        "title": rule.title or motion_kind_name(rule.kind, {}),
        "in_order": list(rule.phases),
        "needs": list(rule.parameters),
        "takes": list(rule.optional),
        "majority": book.carried(rule),
        "speakers": {"for": rule.speakers_for, "against": rule.speakers_against},
        "mover_speaks": rule.mover_speaks,
        "only_if_objected": only_if_objected(book, rule),
        "effect": rule.effect,
    }
