"""Rosters to begin with: who sits in well-known bodies, each as a file with its source and date."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from delegations.countries import by_iso2
from delegations.names import slug
from delegations.roster import Delegation, Rights, all_members, of_state, ordered


@dataclass(frozen=True, slots=True)
class Template:
    """A roster to begin with: `as_of` is the day for which `source` was read, `note` what to know of it.

    `rights` holds the permanent members, who have a veto.
    """

    id: str
    title: str
    source: str
    as_of: date
    note: str
    delegations: tuple[Delegation, ...]
    rights: dict[str, Rights] = field(default_factory=dict, hash=False)


@cache
def templates() -> tuple[Template, ...]:
    """Every template that ships, by title; the United Nations first."""
    files = resources.files("delegations.templates").iterdir()
    found = [
        _template(file.name[:-5], file.read_text("utf-8")) for file in files if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda one: (one.id != "united_nations", one.title)))


def template(id_: str) -> Template | None:
    """The template of this name, else None."""
    return next((one for one in templates() if one.id == id_), None)


def _template(id_: str, text: str) -> Template:
    row: dict[str, Any] = tomllib.loads(text)
    seated = all_members() if row.get("all_members") else ordered([*_states(row), *_bodies(row)])
    permanent = {one.key: Rights(veto=True) for one in seated if one.iso2 in row.get("permanent", ())}
    return Template(id_, row["title"], row["source"], row["as_of"], row.get("note", ""), seated, permanent)


def _states(row: dict[str, Any]) -> list[Delegation]:
    """Members of the body, whatever they are in the United Nations."""
    found = []
    for code in row["states"]:
        country = by_iso2(code)
        if country is None:
            raise KeyError(code)
        one = of_state(country.display, code)
        found.append(Delegation(one.key, one.name, one.short_name, one.iso2, "member"))
    return found


def _bodies(row: dict[str, Any]) -> list[Delegation]:
    return [Delegation(slug(name), name, name, None, "member") for name in row.get("bodies", ())]
