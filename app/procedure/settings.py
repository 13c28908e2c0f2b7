"""Every setting of a rulebook by its dotted name ("quorum.open"): its type, and what it may be."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.rules import Share

BY_WORD = ("papers.may_be_cited", "papers.reserved_phrases", "action.notes")
"""Settings said on the page of rules: most are kept by the chair's word alone, and none closes an act."""


@cache
def setting_types() -> dict[str, Any]:
    """Dotted name -> type of each setting, in the order of the groups."""
    groups = {name: kind for name, kind in get_type_hints(Rulebook).items() if is_dataclass(kind)}
    return {
        f"{group}.{field.name}": get_type_hints(kind, include_extras=True)[field.name]
        for group, kind in groups.items()
        for field in fields(kind)
    }


@cache
def row_types() -> dict[str, Any]:
    """Field -> type of a motion's row."""
    hints = get_type_hints(MotionRule, include_extras=True)
    return {field.name: hints[field.name] for field in fields(MotionRule)}


def type_of(setting: str) -> Any:
    """The type of a setting or of a field of a motion ("motions.division.majority"); None if unknown."""
    group, _, rest = setting.partition(".")
    kind, dot, field = rest.partition(".")
    if group == "motions" and kind and dot:
        return row_types().get(field)
    return setting_types().get(setting)


def choices(kind: Any) -> tuple[str, ...]:
    """The words that a setting of this type may take; none where it is no matter of words."""
    if get_origin(kind) is Literal:
        return tuple(word for word in get_args(kind) if isinstance(word, str))
    return tuple(dict.fromkeys(word for part in _parts(kind) for word in choices(part)))


def takes(kind: Any, wanted: type) -> bool:
    """Whether a setting of this type takes a `wanted` (as such, or as one of several)."""
    return kind is wanted or any(takes(part, wanted) for part in _parts(kind))


def allowed(kind: Any) -> str:
    """What a setting of this type may be, to stand in a sentence."""
    several = get_origin(kind) is tuple
    if several and not choices(kind):
        return "a list of names"
    words = ", ".join(choices(kind))
    forms = [f"a list out of {words}" if several else f"one of {words}"] if words else []
    forms += [form for wanted, form in _FORMS if not several and takes(kind, wanted)]
    return ", or ".join(forms).replace("a whole number", f"a whole number{_limits(kind)}")


def _limits(kind: Any) -> str:
    """From where to where a number goes."""
    found = {
        end: getattr(limit, end)
        for part in (kind, *_parts(kind))
        if get_origin(part) is Annotated
        for limit in getattr(get_args(part)[1], "metadata", ())
        for end in ("ge", "le")
        if hasattr(limit, end)
    }
    return f" from {found['ge']} to {found['le']}" if len(found) == 2 else ""


def _parts(kind: Any) -> tuple[Any, ...]:
    """What a type is made of: the alternatives of a union, the items of a tuple, a number with limits."""
    if get_origin(kind) is Literal:
        return ()
    if get_origin(kind) is Annotated:
        return (get_args(kind)[0],)
    return tuple(part for part in get_args(kind) if part is not Ellipsis)


_FORMS = (
    (bool, "true or false"),
    (int, "a whole number"),
    (str, "words of its form"),
    (Share, "a share such as 1/3, 20% or >1/2"),
    (NoneType, "nothing"),
)
