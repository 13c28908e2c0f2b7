"""What a rulebook must be before a committee runs by it; what is wrong is refused by file, table and key."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter, ValidationError

from app.procedure.catalogue import NEEDS
from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.rulebook_layers import Layer, wrong
from app.procedure.says import checked_says
from delegations.said import N_


def checked(data: Layer, file: str) -> Rulebook:
    """The rulebook out of `data`, which came from `file`; raises UnknownRulebook where it does not fit."""
    data = {**data, "says": checked_says(data.get("says", {}), file)}
    try:
        book = _RULEBOOK.validate_json(json.dumps(data, default=str), strict=True)
    except ValidationError as error:
        where, what = _first_fault(data, error)
        raise wrong(file, where, "{msg}", msg=what) from error
    _check_order(book, file)
    for rule in book.motions:
        _check_motion(rule, file)
    return book


def plain(book: Rulebook) -> dict[str, Any]:
    """The rulebook as plain data, the way its file would give it."""
    data: dict[str, Any] = _RULEBOOK.dump_python(book, mode="json")
    return data


def _first_fault(data: Layer, error: ValidationError) -> tuple[str, str]:
    """Where the first thing wrong is, motions by their kind, and what it is."""
    fault = error.errors()[0]
    where = [str(part) for part in fault["loc"]]
    if len(where) > 1 and where[0] == "motions":
        where[1] = str(data["motions"][int(where[1])]["kind"])
    return ".".join(where), fault["msg"][:1].lower() + fault["msg"][1:]


def _check_order(book: Rulebook, file: str) -> None:
    """Each ordered kind stands in the order once, and nothing else does."""
    kinds = {rule.kind: rule.ordered for rule in book.motions}
    for kind in book.precedence:
        if kind not in kinds:
            raise wrong(file, "precedence", N_("the house has no motion {kind}"), kind=kind)
        if not kinds[kind]:
            what = N_("{kind} has a place although it is declared unordered")
            raise wrong(file, "precedence", what, kind=kind)
        if book.precedence.count(kind) > 1:
            raise wrong(file, "precedence", N_("{name} is there twice"), name=kind)
    for kind, ordered in kinds.items():
        if ordered and kind not in book.precedence:
            raise wrong(file, f"motions.{kind}", N_("it has no place in precedence and is not unordered"))


def _check_motion(rule: MotionRule, file: str) -> None:
    """A motion asks for what its effect cannot do without, and for nothing twice."""
    asks, where = [*rule.parameters, *rule.optional], f"motions.{rule.kind}.parameters"
    for name in asks:
        if asks.count(name) > 1:
            raise wrong(file, where, N_("{name} is there twice"), name=name)
    for name in NEEDS.get(rule.effect, ()):
        if name not in rule.parameters:
            raise wrong(file, where, N_("{effect} needs {name}"), effect=rule.effect, name=name)


_RULEBOOK: TypeAdapter[Rulebook] = TypeAdapter(Rulebook)
