"""Single parameters of a rulebook: set by the ids of the reference or by our own names, and compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from app.procedure.parameter_forms import Patch, read_share, read_time, write_share
from app.procedure.parameter_table import ID_OF, PARAMETERS
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_checks import checked, plain
from app.procedure.rulebook_layers import UnknownRulebook, laid_over
from app.procedure.rules import Share
from app.procedure.says import SAYS, each_sentence
from app.procedure.settings import allowed, setting_types, takes, type_of
from delegations.said import N_, Said

WHOLE = ("precedence", "precedence_of")
"""What can be set beside the settings: the order of precedence, as a list or by a published name."""
LONGEST_SHOWN = 80
"""Characters of a value that cannot be, as far as its refusal repeats it."""
_HERE = Said(N_("parameters"))
"""Where a fault is that no single parameter made."""
Difference = tuple[str, Any, Any]
"""The name of a parameter, its value before and after, written as `with_parameters` reads them."""


def with_parameters(book: Rulebook, given: Mapping[str, Any]) -> Rulebook:
    """The rulebook with parameters set.

    A name is an id of the reference ("quorum_open"), a setting ("quorum.open"), a field of a motion's row
    ("motions.close_debate.majority"), a whole motion ("motions.close_debate", None takes it away),
    "precedence" or "precedence_of", or a sentence of the chair ("says.es.vote_placards", "" leaves it to
    Placard). Raises UnknownRulebook, naming the parameter and what is allowed.
    """
    if not given:
        return book
    patch: Patch = {}
    set_by: dict[str, str] = {}
    for name, value in given.items():
        read = _read(book, name, value)
        patch.update(read)
        set_by.update(dict.fromkeys(read, name))
    try:
        return checked(laid_over(plain(book), _layer(patch), _HERE), _HERE)
    except UnknownRulebook as error:
        at_fault = (set_by[s] for s in set_by if f"{error.where}.".startswith(f"{s}.") and _is_single(s))
        name = next(at_fault, "")
        if not name:
            raise
        raise _does_not_fit(name, given[name]) from error


def differences(before: Rulebook, after: Rulebook) -> tuple[Difference, ...]:
    """What is set otherwise in `after`: settings, motions and their rows, the order, the chair's sentences.

    `with_parameters(before, differences)` has the settings of `after`. Titles and notes are not compared.
    """
    old, new = _written(before), _written(after)
    settings = ((name, old[name], new[name]) for name in old)
    every = [*settings, *_of_rows(before, after), *_of_says(before, after)]
    return tuple(one for one in every if one[1] != one[2])


def what_is_allowed(name: str) -> Said:
    """The values of a parameter, to stand in a sentence; "" for a name that is none."""
    parameter = PARAMETERS.get(name)
    if parameter is None:
        return allowed(type_of(name)) if type_of(name) is not None else Said("")
    if parameter.form:
        return Said(parameter.form)
    return allowed(type_of(parameter.settings[0]), {ours: longer for longer, ours in parameter.words})


def _read(book: Rulebook, name: str, value: Any) -> Patch:
    """The settings that a parameter is, with what they become."""
    try:
        read = PARAMETERS[name].read(value) if name in PARAMETERS else _own(name, value)
    except UnknownRulebook:
        raise
    except (ValueError, AttributeError, TypeError) as error:
        raise _does_not_fit(name, value) from error
    for setting in read:
        group, _, kind = setting.partition(".")
        if group == "motions" and "." in kind and book.motion(kind.partition(".")[0]) is None:
            motion = kind.partition(".")[0]
            what = N_("Parameter {parameter}: the rulebook {book} has no motion {motion}.")
            raise UnknownRulebook(Said(what, parameter=name, book=book.id, motion=motion), name)
    return read


def _own(name: str, value: Any) -> Patch:
    """A setting by our own name; shares and times may stand in their short forms."""
    if name in WHOLE:
        return {name: value}
    if name.startswith(SAYS):
        return {name: "" if value is None else value}
    if name.startswith("motions.") and name.count(".") == 1:
        return {name: None if value is None else dict(value)}
    kind = type_of(name)
    if kind is None:
        near = get_close_matches(name, [*PARAMETERS, *setting_types(), *WHOLE], 1)
        one, other = (
            N_("There is no parameter {name}; did you mean {near}?"),
            N_("There is no parameter {name}."),
        )
        raise UnknownRulebook(Said(one if near else other, name=name, near="".join(near)), name)
    if isinstance(value, str) and takes(kind, Share):
        return {name: read_share(value)}
    if isinstance(value, str) and takes(kind, int) and not takes(kind, str):
        return {name: read_time(value)}
    return {name: value}


def _is_single(setting: str) -> bool:
    """Whether it is one value, and not an order or a motion's row with faults of their own."""
    return (
        setting not in WHOLE
        and not setting.startswith(SAYS)
        and setting.count(".") == 1 + setting.startswith("motions.")
    )


def _does_not_fit(name: str, value: Any) -> UnknownRulebook:
    shown = repr(value) if len(repr(value)) <= LONGEST_SHOWN else f"{repr(value)[:LONGEST_SHOWN]}…"
    other = N_("a list of kinds of motion") if name in WHOLE else N_("a motion's row")
    may_be = what_is_allowed(name) or Said(other)
    what = N_("Parameter {parameter} cannot be {value}; allowed is {may_be}.")
    return UnknownRulebook(Said(what, parameter=name, value=shown, may_be=may_be), name)


def _layer(patch: Patch) -> dict[str, Any]:
    """Dotted settings as the layer of a rulebook."""
    layer: dict[str, Any] = {}
    says: dict[str, Any] = {}
    rows: dict[str, dict[str, Any]] = {}
    removed = []
    for setting, value in patch.items():
        group, _, rest = setting.partition(".")
        if group in WHOLE:
            layer[group] = value
        elif setting.startswith(SAYS):
            language, _, step = rest.rpartition(".")
            (says.setdefault(language, {}) if language else says)[step] = value
        elif group != "motions":
            layer.setdefault(group, {})[rest] = value
        elif value is None and "." not in rest:
            removed.append(rest)
        else:
            kind, _, field = rest.partition(".")
            rows.setdefault(kind, {"kind": kind}).update({field: value} if field else value)
    return {**layer, "says": says, "motions": list(rows.values()), "removed_motions": removed}


def _written(book: Rulebook) -> dict[str, Any]:
    """Every setting by the name of its parameter, written as it is read."""
    data = plain(book)
    flat = {name: data[name.partition(".")[0]][name.partition(".")[2]] for name in setting_types()}
    named = {ID_OF.get(name, name): _short(value) for name, value in flat.items()}
    return {**named, "precedence": data["precedence"]}


def _rows(book: Rulebook) -> dict[str, dict[str, Any]]:
    """The motions as their file would give them, without where they are from."""
    told = (dict(row) for row in plain(book)["motions"])
    return {row["kind"]: {name: row[name] for name in row if name not in ("source", "note")} for row in told}


def _of_rows(before: Rulebook, after: Rulebook) -> Iterator[Difference]:
    """Motions that came or went as a whole, and the fields of those that stayed."""
    old, new = _rows(before), _rows(after)
    for kind in {**old, **new}:
        name = f"motions.{kind}"
        if kind not in old or kind not in new:
            yield name, old.get(kind), new.get(kind)
            continue
        for field, value in new[kind].items():
            setting = f"{name}.{field}"
            yield ID_OF.get(setting, setting), old[kind][field], value


def _of_says(before: Rulebook, after: Rulebook) -> Iterator[Difference]:
    """The chair's sentences, "" where a house has none."""
    old, new = dict(each_sentence(before.says)), dict(each_sentence(after.says))
    yield from ((SAYS + name, old.get(name, ""), new.get(name, "")) for name in {**old, **new})


def _short(value: Any) -> Any:
    return write_share(value) if isinstance(value, dict) and "numerator" in value else value
