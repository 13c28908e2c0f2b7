"""Every setting of a rulebook by its dotted name ("quorum.open"): its type, and what it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache, reduce
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from app.procedure.rulebook import MotionRule, Rulebook
from app.procedure.rules import Share
from delegations.said import N_, Said

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


def allowed(kind: Any, called: Mapping[str, str] = {}) -> Said:
    """What a setting of this type may be, to stand in a sentence; `called` has other names for some words."""
    several, found = get_origin(kind) is tuple, choices(kind)
    if several and not found:
        return Said(N_("a list of names"))
    words = ", ".join(called.get(word, word) for word in found)
    out_of = N_("a list out of {words}") if several else N_("one of {words}")
    forms = [Said(out_of, words=words)] if words else []
    forms += [_form(form, kind) for wanted, form in _FORMS if not several and takes(kind, wanted)]
    return reduce(lambda one, other: Said(N_("{one}, or {other}"), one=one, other=other), forms)


def _form(form: str, kind: Any) -> Said:
    """A form in words, a number with from where to where it goes."""
    limits = _limits(kind) if form == _NUMBER else {}
    return Said(N_("a whole number from {ge} to {le}"), **limits) if len(limits) == 2 else Said(form)


def _limits(kind: Any) -> dict[str, int]:
    """From where to where a number goes."""
    return {
        end: getattr(limit, end)
        for part in (kind, *_parts(kind))
        if get_origin(part) is Annotated
        for limit in getattr(get_args(part)[1], "metadata", ())
        for end in ("ge", "le")
        if hasattr(limit, end)
    }


def _parts(kind: Any) -> tuple[Any, ...]:
    """What a type is made of: the alternatives of a union, the items of a tuple, a number with limits."""
    if get_origin(kind) is Literal:
        return ()
    if get_origin(kind) is Annotated:
        return (get_args(kind)[0],)
    return tuple(part for part in get_args(kind) if part is not Ellipsis)


_NUMBER = N_("a whole number")
_FORMS = (
    (bool, N_("true or false")),
    (int, _NUMBER),
    (str, N_("words of its form")),
    (Share, N_("a share such as 1/3, 20% or >1/2")),
    (NoneType, N_("nothing")),
)
