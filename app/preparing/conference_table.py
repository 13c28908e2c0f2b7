"""Several committees out of one table: delegations down, committees across, or one row for each seat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.preparing.assignment_table import HEADS as LIST_HEADS
from app.preparing.delegations import MOST_DELEGATIONS
from app.preparing.preparation import LONGEST_NAME
from app.words.language import N_
from delegations.names import fold
from delegations.roster import Delegation, ordered
from delegations.roster_heads import HEADS, KINDS, answer
from delegations.roster_table import RosterRow, roster_from_rows
from delegations.said import Said
from delegations.tables import MOST_ROWS, records

MOST_COMMITTEES = 60
"""Committees of one table."""
_OF_ROSTER = ("name", "short_name", "iso2", "kind")


@dataclass(frozen=True, slots=True)
class PlannedCommittee:
    """A committee of the table, and what each of its rows would do; row numbers are those of the table."""

    name: str
    rows: tuple[RosterRow, ...]
    wrong: str = ""

    @property
    def delegations(self) -> tuple[Delegation, ...]:
        """Those that would sit in it: of all rows without errors."""
        taken = (row.delegation for row in self.rows if row.delegation and row.status != "error")
        return ordered(taken)

    @property
    def looked_at(self) -> tuple[RosterRow, ...]:
        """The rows that a person should look at."""
        return tuple(row for row in self.rows if row.status in ("warning", "error"))


def read_conference(text: str) -> tuple[PlannedCommittee, ...]:
    """The committees of a table, in its order; none where it has no row of heads.

    With a head for the committee each row is one seat. Else each column without a known head is a committee,
    and a cell with "x", "yes" or a kind ("observer") seats the row's delegation there.
    """
    rows = [(number, cells) for number, cells in enumerate(records(text), start=1) if any(cells)]
    if len(rows) < 2:
        return ()
    (_, heads), body = rows[0], rows[1 : MOST_ROWS + 1]
    seats = _crossed(heads, body) if _committee_column(heads, body) is None else _listed(heads, body)
    return tuple(_planned(name, lines) for name, lines in list(seats.items())[:MOST_COMMITTEES])


_Line = tuple[int, Mapping[str, str]]


def _committee_column(heads: Sequence[str], body: Sequence[tuple[int, Sequence[str]]]) -> int | None:
    """The column that names committees; one of marks alone is a committee that is called "Council"."""
    for place, head in enumerate(heads):
        cells = [cells[place] for _, cells in body if place < len(cells) and cells[place]]
        if LIST_HEADS.get(fold(head)) == "committee" and not all(map(_seats, cells)):
            return place
    return None


def _seats(cell: str) -> bool:
    """Whether a cell seats its row's delegation in the column's committee."""
    return bool(KINDS.get(fold(cell)) or answer(cell) or (cell.isdecimal() and cell.strip("0")))


def _listed(heads: Sequence[str], body: Sequence[tuple[int, Sequence[str]]]) -> dict[str, list[_Line]]:
    """One row for each seat."""
    column = _committee_column(heads, body)
    assert column is not None
    seats: dict[str, list[_Line]] = {}
    for number, cells in body:
        committee = cells[column] if column < len(cells) else ""
        if committee:
            seats.setdefault(committee, []).append((number, _fields(heads, cells)))
    return seats


def _crossed(heads: Sequence[str], body: Sequence[tuple[int, Sequence[str]]]) -> dict[str, list[_Line]]:
    """Delegations down, committees across; the first column is the name whatever stands above it."""
    known = ["name", *(HEADS.get(fold(head), "") for head in heads[1:])]
    columns = {place: head for place, head in enumerate(heads) if head and not known[place]}
    seats: dict[str, list[_Line]] = {head: [] for head in columns.values()}
    for number, cells in body:
        fields = _fields(("name", *heads[1:]), cells)
        for place, committee in columns.items():
            cell = cells[place] if place < len(cells) else ""
            kind = KINDS.get(fold(cell))
            if _seats(cell):
                seats[committee].append((number, {**fields, **({"kind": kind} if kind else {})}))
    return seats


def _fields(heads: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for head, cell in zip(heads, cells, strict=False):
        if (column := HEADS.get(fold(head), "")) in _OF_ROSTER:
            found.setdefault(column, cell)
    return found


def _planned(name: str, lines: Sequence[_Line]) -> PlannedCommittee:
    planned = PlannedCommittee(name, roster_from_rows(lines))
    return replace(planned, wrong=_wrong(planned))


def _wrong(planned: PlannedCommittee) -> str:
    if len(planned.name) > LONGEST_NAME or not planned.name.isprintable():
        return Said(N_("A committee's name has at most {most} printable characters."), most=LONGEST_NAME)
    if len(planned.delegations) < 2:
        return N_("A committee needs two delegations at least.")
    if len(planned.delegations) > MOST_DELEGATIONS:
        return Said(N_("A committee has at most {most} delegations."), most=MOST_DELEGATIONS)
    return ""
