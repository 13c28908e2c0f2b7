"""Copies of frozen dataclasses with some fields changed, quick enough for what every act goes through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def replace(value: T, **changes: Any) -> T:
    """A copy of a frozen dataclass with slots, some fields changed, as `dataclasses.replace` makes it.

    A floor has many fields and is copied several times in each act. The constructor of a frozen class costs
    more than all rules together: here the fields are read in one step and put into their slots directly.
    Raises KeyError for an unknown field.
    """
    kind: Any = type(value)
    read, places, slots = _plan(kind)
    values = [*read(value)]
    for name, changed in changes.items():
        values[places[name]] = changed
    copy: T = object.__new__(kind)
    for write, one in zip(slots, values, strict=True):
        write(copy, one)
    return copy


_Plan = tuple[Callable[[Any], tuple[Any, ...]], dict[str, int], tuple[Callable[[Any, Any], None], ...]]


@cache
def _plan(kind: Any) -> _Plan:
    """How to read all fields of a class at once, the place of each among them, and what fills its slot."""
    names = [field.name for field in fields(kind)]
    assert len(names) > 1 and not hasattr(kind, "__post_init__"), kind
    places = {name: place for place, name in enumerate(names)}
    return attrgetter(*names), places, tuple(vars(kind)[name].__set__ for name in names)
