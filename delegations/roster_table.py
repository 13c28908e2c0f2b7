"""A roster out of a table: what each row would do, looked at by a person before anything is changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from delegations.countries import by_iso2, find
from delegations.names import fold, slug
from delegations.roster import Delegation, Rights, of_state
from delegations.roster_heads import COLUMNS, HEADS, KINDS, answer
from delegations.said import N_, Said
from delegations.tables import Table, csv_of, is_formula, read_table

RowStatus = Literal["new", "changed", "unchanged", "warning", "error"]
LONGEST_CELL = 120
AS_WRITTEN, LEFT_OUT = "as written", "left out"
"""What a person may say of a doubtful row, beside one of its suggestions."""
TWICE = N_("{name} stands in this table already.")
MEANT = N_("Did you mean {names}?")
_KINDS = {"member": N_("member"), "observer": N_("observer"), "ngo": N_("NGO"), "guest": N_("guest")}


@dataclass(frozen=True, slots=True)
class RosterRow:
    """What one row of a table would do to the roster; `message` says what is new, doubtful or wrong.

    `rights` is None where the table says nothing of them, `place` where it says nothing of the order.
    `suggestions` are states that the name may mean: a person chooses.
    """

    number: int
    status: RowStatus
    delegation: Delegation | None
    message: str = ""
    rights: Rights | None = None
    place: int | None = None
    suggestions: tuple[str, ...] = ()


def roster_from_csv(text: str, present: Sequence[Delegation] = ()) -> tuple[RosterRow, ...]:
    """Return what each row of a table of names would do to the roster `present`.

    `text` is CSV or pasted rows, see `tables.read_table`, or one name a line; columns are known by their
    heads (`roster_heads`), and without heads they are name, short name, ISO code, kind.
    """
    table = read_table(text, HEADS, ("name",), COLUMNS)
    return roster_from_rows(((number, _fields(table, cells)) for number, cells in table.rows), present)


def roster_from_rows(
    rows: Iterable[tuple[int, Mapping[str, str]]], present: Sequence[Delegation] = ()
) -> tuple[RosterRow, ...]:
    """The same for rows that are taken apart already: the number of each, and its cells by `HEADS`' names."""
    reader = _Reader(present)
    return tuple(reader.row(number, fields) for number, fields in rows)


def chosen(rows: Iterable[RosterRow], choices: Mapping[int, str]) -> tuple[RosterRow, ...]:
    """The rows that are taken: without errors, and the doubtful ones as a person said of them, by number."""
    taken = []
    for row in rows:
        choice = choices.get(row.number, AS_WRITTEN)
        if row.delegation is None or row.status == "error" or choice == LEFT_OUT:
            continue
        taken.append(_as_suggested(row, choice) if choice in row.suggestions else row)
    return tuple({row.delegation.key: row for row in taken if row.delegation}.values())


def roster_csv(delegations: Iterable[Delegation], rights: Mapping[str, Rights]) -> str:
    """The roster as CSV that `roster_from_csv` reads again, and that no spreadsheet runs."""
    said = {None: "", True: "yes", False: "no"}
    rows = []
    for one in delegations:
        its = rights.get(one.key, Rights())
        votes = (said[its.procedural], said[its.substantive])
        veto = "yes" if its.veto else ""
        rows.append((str(one.order), one.name, one.short_name, one.iso2 or "", one.kind, veto, *votes))
    heads = ("order", "name", "short name", "iso", "kind", "veto", "votes on procedure", "votes on substance")
    return csv_of((heads, *rows))


def _fields(table: Table, cells: Sequence[str]) -> dict[str, str]:
    # "Korea, Republic of" in a list without heads is one name, though it has a comma
    whole = ", ".join(cells)
    if not table.has_heads and len(cells) == 2 and find(whole).is_country:
        return {"name": whole}
    return table.fields(cells)


def _as_suggested(row: RosterRow, name: str) -> RosterRow:
    assert row.delegation is not None
    match = find(name)
    state = of_state(match.display or name, match.iso2)
    return replace(row, delegation=replace(state, kind=row.delegation.kind))


class _Reader:
    """Reads rows one after the other, and knows which delegations stood before."""

    def __init__(self, present: Sequence[Delegation]) -> None:
        self._present, self._seen = present, set[str]()

    def row(self, number: int, fields: Mapping[str, str]) -> RosterRow:
        """What this row would do."""
        if wrong := _wrong(fields):
            return RosterRow(number, "error", None, wrong)
        match = find(fields["name"])
        one = _delegation(fields, match.display or fields["name"], match.iso2)
        before = next((known for known in self._present if _is_same(known, one)), None)
        if before is not None:
            one = replace(one, key=before.key, short_name=_kept_short(fields, before, one))
        row = RosterRow(number, "new", one, "", _rights(fields), _place(fields))
        if one.key in self._seen:
            return replace(row, status="error", message=Said(TWICE, name=one.short_name))
        self._seen.add(one.key)
        if match.suggestions and not fields.get("iso2"):
            asked = Said(MEANT, names=" / ".join(match.suggestions))
            return replace(row, status="warning", message=asked, suggestions=match.suggestions)
        if doubt := _doubt(fields, one):
            return replace(row, status="warning", message=doubt)
        if before is None:
            return row
        said = _differences(before, one)
        return replace(row, status="changed" if said else "unchanged", message=said)


def _wrong(fields: Mapping[str, str]) -> str:
    """Why a row cannot be taken, in one sentence; "" where it can."""
    name, code, kind = fields.get("name", ""), fields.get("iso2", ""), fields.get("kind", "")
    longest = max(len(name), len(fields.get("short_name", "")))
    if not name:
        return N_("This row has no name.")
    if longest > LONGEST_CELL:
        return Said(N_("This name is too long: write at most {most} characters."), most=LONGEST_CELL)
    if not (name + fields.get("short_name", "")).isprintable():
        return N_("This name has characters that cannot be printed.")
    if not slug(fields.get("short_name") or name):
        return N_("This name has no letter in it.")
    if code and by_iso2(code) is None:
        return Said(N_("“{code}” is no ISO 3166-1 code of a state or territory."), code=code[:12])
    if kind and fold(kind) not in KINDS:
        return Said(N_("“{kind}” is no kind: use member, observer, ngo or guest."), kind=kind[:30])
    return ""


def _delegation(fields: Mapping[str, str], name: str, found: str | None) -> Delegation:
    one = of_state(name, fields.get("iso2", "").upper() or found)
    if short := fields.get("short_name", ""):
        one = replace(one, short_name=short, key=one.key if one.iso2 else slug(short))
    kind = fields.get("kind", "")
    return replace(one, kind=KINDS[fold(kind)]) if kind else one


def _is_same(known: Delegation, one: Delegation) -> bool:
    if known.key == one.key:
        return True
    return known.iso2 == one.iso2 if known.iso2 else not one.iso2 and fold(known.name) == fold(one.name)


def _kept_short(fields: Mapping[str, str], before: Delegation, one: Delegation) -> str:
    """A table without short names leaves those that were given by hand."""
    return one.short_name if fields.get("short_name") else before.short_name


def _doubt(fields: Mapping[str, str], one: Delegation) -> str:
    if is_formula(fields["name"]) or is_formula(fields.get("short_name", "")):
        return N_("This looks like a formula; it is taken as plain text and never run.")
    if one.iso2 is None and one.kind == "member":
        return N_("This is no known state; it will sit without a flag.")
    return ""


def _differences(before: Delegation, one: Delegation) -> str:
    """What a row changes, in one line; "" where it changes nothing."""
    none = Said(N_("none"))
    pairs = (
        (N_("Name: {before} becomes {after}"), before.name, one.name),
        (N_("Short name: {before} becomes {after}"), before.short_name, one.short_name),
        (N_("Flag: {before} becomes {after}"), before.iso2 or none, one.iso2 or none),
        (N_("Kind: {before} becomes {after}"), Said(_KINDS[before.kind]), Said(_KINDS[one.kind])),
    )
    changes = {
        f"c{n}": Said(says, before=old, after=new) for n, (says, old, new) in enumerate(pairs) if old != new
    }
    return Said("; ".join(f"{{{name}}}" for name in changes), **changes) if changes else ""


def _rights(fields: Mapping[str, str]) -> Rights | None:
    if not {"veto", "procedural", "substantive"} & fields.keys():
        return None
    procedural, substantive = answer(fields.get("procedural", "")), answer(fields.get("substantive", ""))
    return Rights(answer(fields.get("veto", "")) is True, procedural, substantive)


def _place(fields: Mapping[str, str]) -> int | None:
    said = fields.get("order", "").rstrip(".")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 5 else None
