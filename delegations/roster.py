"""The roster: which delegations a committee has, made from a guide or from a table of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from delegations.countries import by_iso2, members
from delegations.names import slug, sort_key
from delegations.study_guides.guide import Stakeholder, StudyGuide
from delegations.study_guides.understanding.roles import category

DelegationKind = Literal["member", "observer", "ngo", "guest"]

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.-]{1,11})\)")
_KINDS: dict[str, DelegationKind] = {
    "country": "member", "countries": "member", "bloc": "member", "person": "member", "party": "member",
    "ngo": "ngo", "organization": "observer",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Delegation:
    """A delegation of a committee; `key` never changes, `order` is its place in the roll call, from 1."""

    key: str
    name: str
    short_name: str
    iso2: str | None
    kind: DelegationKind
    order: int = 0


@dataclass(frozen=True, slots=True)
class Rights:
    """What is set for one delegation by hand; a vote that is None is left to the rulebook."""

    veto: bool = False
    procedural: bool | None = None
    substantive: bool | None = None


NO_RIGHTS = Rights()
"""Nothing is set by hand."""


def roster_from(guide: StudyGuide) -> tuple[Delegation, ...]:
    """Return the delegations of a guide in alphabetical order.

    A heading of several states gives one delegation each, a bloc its members; a bloc without members gives
    none. States are members (observer states of the United Nations: observers), NGOs are NGOs, organisations
    observers; persons and parties sit as members without a flag.
    """
    return ordered(_each_once(d for one in guide.stakeholders for d in delegations_of(one)))


def delegations_of(stakeholder: Stakeholder) -> tuple[Delegation, ...]:
    """Return the delegations that speak for `stakeholder`: itself, or its members.

    Nobody sits for a heading such as "International Organizations" that names no single one.
    """
    if category(stakeholder.name_as_printed):
        return ()
    if stakeholder.kind in ("countries", "bloc"):
        pairs = zip(stakeholder.members, stakeholder.member_names, strict=True)
        return tuple(of_state(name, code if by_iso2(code) else None) for code, name in pairs)
    if stakeholder.kind == "country":
        return (of_state(stakeholder.display_name, stakeholder.iso2),)
    short = short_name(stakeholder)
    return (Delegation(slug(short), stakeholder.display_name, short, None, _KINDS[stakeholder.kind]),)


def short_name(stakeholder: Stakeholder) -> str:
    """Return the name for a placard: "United States", "ACLU"; of an NGO its acronym when it prints one."""
    country = by_iso2(stakeholder.iso2) if stakeholder.iso2 else None
    if country:
        return country.short_name
    acronym = _ACRONYM.search(stakeholder.name_as_printed)
    if (
        stakeholder.kind in ("ngo", "organization", "party")
        and acronym
        and sum(map(str.isupper, acronym[1])) > 1
    ):
        return acronym[1]
    return stakeholder.display_name


def ordered(delegations: Iterable[Delegation]) -> tuple[Delegation, ...]:
    """Return `delegations` with `order` set: alphabetical by short name, see `names.sort_key`."""
    return in_this_order(sorted(delegations, key=lambda one: (sort_key(one.short_name), one.key)))


def in_this_order(delegations: Iterable[Delegation]) -> tuple[Delegation, ...]:
    """Return `delegations` as they come, with `order` set."""
    return tuple(replace(one, order=number) for number, one in enumerate(delegations, start=1))


def all_members() -> tuple[Delegation, ...]:
    """Return the roster template of all 193 members of the United Nations."""
    return ordered(of_state(country.display, country.iso2) for country in members())


def of_state(name: str, iso2: str | None) -> Delegation:
    """Return the delegation of a state, as its table has it; of a name without a code, as it is written."""
    country = by_iso2(iso2) if iso2 else None
    if country is None:
        return Delegation(slug(name) or "delegation", name, name, None, "member")
    kind: DelegationKind = "observer" if country.membership == "observer" else "member"
    return Delegation(slug(country.short_name), country.display, country.short_name, country.iso2, kind)


def _each_once(delegations: Iterable[Delegation]) -> Iterator[Delegation]:
    seen: dict[str, Delegation] = {}
    for one in delegations:
        same = seen.get(one.key)
        if same and same.iso2 == one.iso2 and same.name == one.name:
            continue
        key, number = one.key, 2
        while key in seen:
            key, number = f"{one.key}-{number}", number + 1
        seen[key] = replace(one, key=key)
        yield seen[key]
