"""A rulebook as a form: one input for each setting, and what was changed read back from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType, NoneType
from typing import Any, Literal, get_origin

from app.procedure.parameter_forms import write_share
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_checks import plain
from app.procedure.settings import choices, setting_types, takes, type_of
from app.screens.directory import Directory
from app.screens.shown import Option, tongue
from app.words.language import Language, capital
from app.words.settings import setting_label, setting_sentence, value_words

Form = Mapping[str, Sequence[str]]
"""A form as it was sent: each field with all its values."""
UNTOUCHED: Form = MappingProxyType({})
InputKind = Literal["yes_no", "choice", "several", "number", "text"]
OF_MOTIONS = ("majority", "speakers_for", "speakers_against")
"""Fields of a motion's row that the form offers; the rest is for a house's own file."""
NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)
"""A number as a form may send it; any other text is left to the rulebook's checks to refuse."""


@dataclass(frozen=True, slots=True)
class Input:
    """One setting: `values` are the present ones, as the form sends them."""

    name: str
    label: str
    sentence: str
    kind: InputKind
    values: tuple[str, ...]
    options: tuple[Option, ...] = ()

    @property
    def value(self) -> str:
        """The present value of a setting that has one."""
        return self.values[0] if self.values else ""


@dataclass(frozen=True, slots=True)
class Group:
    """The settings of one table of the rulebook's file, by the table's name; `touched`: typed otherwise."""

    name: str
    inputs: tuple[Input, ...]
    touched: bool = False


def groups(book: Rulebook, directory: Directory, typed: Form = UNTOUCHED) -> tuple[Group, ...]:
    """Every setting, table by table, then what carries each motion and who speaks on it.

    What was `typed` into the form and refused stands in its inputs again.
    """
    speak = tongue(directory)
    found: dict[str, list[Input]] = {}
    otherwise: set[str] = set()
    for name, value in _values(book).items():
        group, now = name.partition(".")[0], _input(name, value, speak)
        shown = replace(now, values=_typed(now, typed))
        found.setdefault(group, []).append(shown)
        if ", ".join(shown.values) != ", ".join(now.values):
            otherwise.add(group)
    return tuple(Group(name, tuple(inputs), name in otherwise) for name, inputs in found.items())


def changed(book: Rulebook, form: Form) -> dict[str, Any]:
    """The settings that a form sets otherwise than `book`, as `with_parameters` takes them.

    Nothing is checked here: what does not fit is refused by the rulebook's own checks. A setting of several
    values that sends none is empty only where the form says that it was there (`shown`).
    """
    there = {*form, *form.get("shown", ())}
    read = {name: _read(name, form.get(name, ())) for name, value in _values(book).items() if name in there}
    now = _values(book)
    return {name: value for name, value in read.items() if _sent(value) != _sent(now[name])}


def _typed(now: Input, typed: Form) -> tuple[str, ...]:
    """What the form sent for a setting; the present values where it sent nothing."""
    there = now.name in typed or now.name in typed.get("shown", ())
    return tuple(typed.get(now.name, ())) if there else now.values


def _values(book: Rulebook) -> dict[str, Any]:
    """Dotted name -> plain value of everything the form offers."""
    data = plain(book)
    found = {name: data[name.partition(".")[0]][name.partition(".")[2]] for name in setting_types()}
    for row in data["motions"]:
        found |= {f"motions.{row['kind']}.{field}": row[field] for field in OF_MOTIONS}
    return {name: write_share(v) if isinstance(v, dict) else v for name, v in found.items()}


def _input(name: str, value: Any, speak: Language) -> Input:
    kind = type_of(name)
    words = choices(kind)
    shape = _shape(kind, words)
    label, sentence = capital(setting_label(name, {}, speak)), setting_sentence(name, speak)
    offered = ("yes", "no") if shape == "yes_no" else words
    if shape == "choice" and takes(kind, NoneType):
        offered = ("", *words)
    options = tuple(Option(word, _word(name, word, shape, speak)) for word in offered)
    return Input(name, label, sentence, shape, _sent(value), options)


def _word(name: str, word: str, shape: InputKind, speak: Language) -> str:
    return capital(value_words(name, word == "yes" if shape == "yes_no" else word or None, {}, speak))


def _shape(kind: Any, words: Sequence[str]) -> InputKind:
    if takes(kind, bool):
        return "yes_no"
    if get_origin(kind) is tuple:
        return "several" if words else "text"
    if words:
        return "choice"
    return "number" if takes(kind, int) and not takes(kind, str) else "text"


def _sent(value: Any) -> tuple[str, ...]:
    """A value as the form sends it."""
    match value:
        case None:
            return ("",)
        case bool():
            return ("yes" if value else "no",)
        case list() | tuple():
            return tuple(str(one) for one in value)
        case _:
            return (str(value),)


def _read(name: str, sent: Sequence[str]) -> Any:
    kind = type_of(name)
    if get_origin(kind) is tuple:
        words = sent if choices(kind) else [word for given in sent for word in given.split(",")]
        return [word.strip() for word in words if word.strip()]
    value = sent[-1].strip() if sent else ""
    if takes(kind, bool):
        return value == "yes"
    if not value:
        return None
    return int(value) if NUMBER.fullmatch(value) and takes(kind, int) else value
