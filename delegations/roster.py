"""The roster: which delegations a committee has, made from a guide or from a table of names."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import Literal

from delegations.countries import by_iso2, find, members
from delegations.names import slug, sort_key
from delegations.study_guides.guide import Stakeholder, StudyGuide

DelegationKind = Literal["member", "observer", "ngo", "guest"]
RowStatus = Literal["new", "changed", "unchanged", "warning", "error"]

_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&.-]{1,11})\)")
_KINDS: dict[str, DelegationKind] = {
    "country": "member", "countries": "member", "bloc": "member", "person": "member", "party": "member",
    "ngo": "ngo", "organization": "observer",
}  # fmt: skip
_COLUMNS = {
    "name": "name", "delegation": "name", "country": "name", "delegations": "name", "countries": "name",
    "short name": "short_name", "short_name": "short_name", "short": "short_name",
    "iso2": "iso2", "iso": "iso2", "code": "iso2", "flag": "iso2", "kind": "kind", "type": "kind",
}  # fmt: skip
_MAX_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Delegation:
    """A delegation of a committee; `key` never changes, `order` counts from 1 in alphabetical order."""

    key: str
    name: str
    short_name: str
    iso2: str | None
    kind: DelegationKind
    order: int = 0


@dataclass(frozen=True, slots=True)
class RosterRow:
    """What one row of a table would do to the roster; `message` says what is wrong or doubtful."""

    number: int
    status: RowStatus
    delegation: Delegation | None
    message: str = ""


def roster_from(guide: StudyGuide) -> tuple[Delegation, ...]:
    """Return the delegations of a guide in alphabetical order.

    A heading of several states gives one delegation each, a bloc its members; a bloc without members gives
    none. States are members (observer states of the United Nations: observers), NGOs are NGOs, organisations
    observers; persons and parties sit as members without a flag.
    """
    return ordered(_each_once(d for one in guide.stakeholders for d in delegations_of(one)))


def delegations_of(stakeholder: Stakeholder) -> tuple[Delegation, ...]:
    """Return the delegations that speak for `stakeholder`: itself, or its members."""
    if stakeholder.kind in ("countries", "bloc"):
        pairs = zip(stakeholder.members, stakeholder.member_names, strict=True)
        return tuple(_of_state(name, code if by_iso2(code) else None) for code, name in pairs)
    if stakeholder.kind == "country":
        return (_of_state(stakeholder.display_name, stakeholder.iso2),)
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
    rows = sorted(delegations, key=lambda one: (sort_key(one.short_name), one.key))
    return tuple(replace(one, order=number) for number, one in enumerate(rows, start=1))


def all_members() -> tuple[Delegation, ...]:
    """Return the roster template of all 193 members of the United Nations."""
    return ordered(_of_state(country.display, country.iso2) for country in members())


def roster_from_csv(text: str, present: Sequence[Delegation] = ()) -> tuple[RosterRow, ...]:
    """Return what each row of a table of names would do to the roster `present`.

    `text` is CSV with comma, semicolon or TAB, or one name a line; the columns name, short name, iso2 and
    kind are known by their heads, and without heads the first is the name. Nothing is changed here: the
    rows are a preview for a person.
    """
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip()][: _MAX_ROWS + 1]
    table = list(_cells(lines))
    heads = [_COLUMNS.get(cell.strip().lower(), "") for cell in table[0]] if table else []
    first = 1 if "name" in heads else 0
    columns = heads if first else ["name", "short_name", "iso2", "kind"]
    known = {one.key: one for one in present}
    seen: set[str] = set()
    rows: list[RosterRow] = []
    for number, cells in enumerate(table[first:_MAX_ROWS], start=first + 1):
        fields = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
        rows.append(_row(number, fields, known, seen))
    return tuple(rows)


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


def _of_state(name: str, iso2: str | None) -> Delegation:
    country = by_iso2(iso2) if iso2 else None
    if country is None:
        return Delegation(slug(name) or "delegation", name, name, None, "member")
    kind: DelegationKind = "observer" if country.membership == "observer" else "member"
    return Delegation(slug(country.short_name), country.display, country.short_name, country.iso2, kind)


def _cells(lines: Sequence[str]) -> Iterator[list[str]]:
    if not lines:
        return
    mark = max(",;\t", key=lines[0].count)
    # Without quotes and heads a line such as "Korea, Republic of" is one name.
    if lines[0].count(mark) == 0:
        yield from ([line] for line in lines)
        return
    try:
        yield from csv.reader(StringIO("\n".join(lines)), delimiter=mark)
    except csv.Error:
        yield from (line.split(mark) for line in lines)


def _row(number: int, fields: dict[str, str], known: dict[str, Delegation], seen: set[str]) -> RosterRow:
    name = fields.get("name", "")
    if not name or len(name) > 200:
        return RosterRow(
            number, "error", None, "This row has no name." if not name else "This name is too long."
        )
    code = fields.get("iso2", "")
    if code and by_iso2(code) is None:
        return RosterRow(number, "error", None, f'"{code}" is no ISO 3166-1 code of a state or territory.')
    match = find(name)
    one = _of_state(match.display or name, code.upper() or match.iso2)
    kind = fields.get("kind", "").lower()
    if kind and kind not in ("member", "observer", "ngo", "guest"):
        return RosterRow(number, "error", None, f'"{kind}" is no kind: use member, observer, ngo or guest.')
    if kind:
        one = replace(one, kind=kind)  # type: ignore[arg-type]
    if fields.get("short_name"):
        one = replace(
            one, short_name=fields["short_name"], key=one.key if one.iso2 else slug(fields["short_name"])
        )
    return _judged(number, one, code, match.suggestions, known, seen)


def _judged(
    number: int,
    one: Delegation,
    code: str,
    suggestions: Sequence[str],
    known: dict[str, Delegation],
    seen: set[str],
) -> RosterRow:
    if one.key in seen:
        return RosterRow(number, "error", one, f"{one.short_name} stands in this table already.")
    seen.add(one.key)
    if suggestions and not code:
        return RosterRow(number, "warning", one, f"Did you mean {' or '.join(suggestions)}?")
    if one.iso2 is None and one.kind == "member":
        return RosterRow(number, "warning", one, "This is no known state; it will sit without a flag.")
    before = known.get(one.key)
    if before is None:
        return RosterRow(number, "new", one)
    same = replace(before, order=0) == replace(one, order=0)
    return RosterRow(number, "unchanged" if same else "changed", one)
