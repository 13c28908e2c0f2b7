"""The assignment list out of a table: which name goes to which delegation, looked at before it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.assignments import Assigned, Assignment
from app.procedure.floor import Floor
from app.procedure.roster import Seat as RosterSeat
from app.screens.directory import Directory, Entry
from app.words.language import N_
from delegations.countries import lookup
from delegations.names import fold
from delegations.said import Said
from delegations.tables import is_formula, read_table

LONGEST_PERSON = 100
_HEADS = {
    "person": (
        "name", "person", "delegate", "delegates", "student", "participant", "full name", "nombre",
        "delegado", "delegada", "participante", "nom", "délégué", "déléguée", "Teilnehmer", "Teilnehmerin",
        "Delegierte", "Delegierter", "nome", "delegato", "имя", "делегат", "участник",
        "姓名", "代表", "الاسم", "المندوب",
    ),
    "delegation": (
        "delegation", "country", "state", "seat", "delegación", "país", "délégation", "pays", "Land", "Staat",
        "delegação", "delegazione", "paese", "страна", "делегация", "国家", "代表团", "الدولة", "الوفد",
    ),
    "committee": (
        "committee", "council", "comité", "comisión", "consejo", "commission", "conseil", "Ausschuss",
        "Komitee", "Gremium", "comitê", "comitato", "комитет", "委员会", "اللجنة",
    ),
}  # fmt: skip
HEADS: Mapping[str, str] = {fold(head): column for column, heads in _HEADS.items() for head in heads}
USUAL = ("person", "delegation", "committee")
SEVERAL = N_("“{delegation}” sits in several committees. Add a column with the committee.")
DAIS_WORDS = {"chair": "chair", "president": "chair", "director": "chair", "assistant": "assistant"}


@dataclass(frozen=True, slots=True)
class Room:
    """A committee as the list sees it."""

    floor: Floor
    directory: Directory

    @property
    def id(self) -> int:
        """Its number."""
        return self.directory.committee


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """What one row of the list would do; `message` says what is wrong with it."""

    number: int
    status: Literal["new", "unchanged", "error"]
    name: str
    message: str = ""
    assignment: Assignment | None = None
    entry: Entry | None = None
    committee: str = ""


def read_assignments(
    text: str, rooms: Sequence[Room], present: Sequence[Assigned] = ()
) -> tuple[AssignmentRow, ...]:
    """What each row of a table of names, delegations and committees would do.

    The committee may be left out where there is one, or where only one has that delegation.
    """
    table = read_table(text, HEADS, ("person", "delegation"), USUAL)
    there = {(one.committee, one.seat_key, one.name) for one in present}
    committees = [_Seats(room) for room in rooms]
    found = [_row(number, table.fields(cells), committees) for number, cells in table.rows]
    return tuple(_judged(row, there) for row in found)


@dataclass(frozen=True, slots=True)
class _Seat:
    """A seat that a cell may mean: where it is, what it lets somebody be, and its names."""

    room: Room
    key: str
    role: str
    entry: Entry

    def given(self, name: str) -> Assignment:
        """This seat for a person."""
        return Assignment(self.room.id, self.key, self.role, name)


class _Seats:
    """The open seats of one committee by everything that a cell may call them, made once for all rows."""

    def __init__(self, room: Room) -> None:
        self.room, self.name = room, fold(room.directory.name)
        self._by_name, self._by_code = dict[str, _Seat](), dict[str, _Seat]()
        for seat in room.floor.seats.values():
            if not seat.closed:
                self._add(seat)

    def meant(self, delegation: str) -> _Seat | None:
        """The seat that a cell means: a delegation by any of its names, or the dais."""
        found = self._by_name.get(fold(delegation))
        code = None if found else lookup(delegation).iso2
        return self._by_code.get(code) if code else found

    def _add(self, seat: RosterSeat) -> None:
        entry = self.room.directory.entry(seat.key)
        one = _Seat(self.room, seat.key, seat.kind if seat.is_dais else "delegate", entry)
        called: tuple[str, ...] = (entry.name, entry.short_name, seat.key)
        if seat.is_dais:
            called = (seat.key, *(word for word, kind in DAIS_WORDS.items() if kind == seat.kind))
        for name in called:
            self._by_name.setdefault(fold(name), one)
        if entry.iso2:
            self._by_code.setdefault(entry.iso2, one)


def _row(number: int, fields: Mapping[str, str], committees: Sequence[_Seats]) -> AssignmentRow:
    name, delegation = fields.get("person", ""), fields.get("delegation", "")
    if not name or len(name) > LONGEST_PERSON or not name.isprintable() or is_formula(name):
        wrong = Said(N_("Write a person's name of at most {most} letters."), most=LONGEST_PERSON)
        return AssignmentRow(number, "error", name[:LONGEST_PERSON], wrong)
    if not delegation:
        return AssignmentRow(number, "error", name, N_("This row names no delegation."))
    among = _named(fields.get("committee", ""), committees)
    if not among:
        unknown = Said(N_("There is no committee “{committee}”."), committee=fields["committee"][:60])
        return AssignmentRow(number, "error", name, unknown)
    places = [place for one in among if (place := one.meant(delegation))]
    if not places:
        unseated = Said(N_("“{delegation}” has no seat there."), delegation=delegation[:60])
        return AssignmentRow(number, "error", name, unseated)
    if len(places) > 1:
        several = Said(SEVERAL, delegation=delegation[:60])
        return AssignmentRow(number, "error", name, several)
    (place,) = places
    return AssignmentRow(number, "new", name, "", place.given(name), place.entry, place.room.directory.name)


def _judged(row: AssignmentRow, there: set[tuple[int, str, str]]) -> AssignmentRow:
    one = row.assignment
    if one is None or (one.committee, one.seat_key, one.name) not in there:
        return row
    return AssignmentRow(row.number, "unchanged", row.name, "", one, row.entry, row.committee)


def _named(committee: str, among: Sequence[_Seats]) -> Sequence[_Seats]:
    """The committees that a cell means: by number, by name, by a part of one name; all without it."""
    if not committee:
        return among
    wanted = fold(committee)
    exact = [one for one in among if str(one.room.id) == committee or one.name == wanted]
    alike = [one for one in among if wanted and wanted in one.name]
    return exact or (alike if len(alike) == 1 else [])
