"""Delegations change places between two committees that are being prepared."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from app.preparing.delegations import NotInTable, is_among, joined_by, removed, table
from app.preparing.founded import is_founded
from app.preparing.guide_files import guide_of
from app.preparing.preparation import Preparation, from_json, to_json
from app.preparing.preparations import ChangedElsewhere
from app.store import Store
from app.tables import PreparationRow
from app.words.language import N_
from delegations.roster import Delegation
from delegations.said import Said

GONE = N_("This delegation is not in that committee any more. Look at the list again.")
RUNS = N_("That committee runs already; its seats are changed by its chairs.")
SITS = N_("{name} sits in {committee} already.")
THAT_COMMITTEE = N_("that committee")
SAME = N_("Choose two different committees.")


@dataclass(frozen=True, slots=True)
class Place:
    """A delegation of a preparation, by key; "" stands for no delegation, only the committee."""

    preparation: int
    key: str


async def swap(store: Store, one: Place, other: Place, conferences: tuple[int, ...], at: int) -> None:
    """The two delegations change committees; where `other` names none, the first one moves there.

    `at` in UTC milliseconds. Raises NotInTable with what stands against it, ChangedElsewhere where a
    committee was opened or thrown away meanwhile.
    """
    if one.preparation == other.preparation:
        raise NotInTable(SAME)

    def work(rows: Session) -> None:
        here, there = (_row(rows, place.preparation, conferences) for place in (one, other))
        before = (from_json(row.body, guide_of(rows, row.id or 0)) for row in (here, there))
        changed = swapped(next(before), one.key, next(before), other.key)
        for row, preparation in zip((here, there), changed, strict=True):
            row.body, row.version, row.changed = to_json(preparation), row.version + 1, at
            rows.add(row)

    await store.write(work)


def swapped(
    here: Preparation, key: str, there: Preparation, other: str = ""
) -> tuple[Preparation, Preparation]:
    """Both preparations after the swap; each delegation keeps its kind and its rights. Raises NotInTable."""
    mine, theirs = _named(here, key), _named(there, other) if other else None
    left, gone = removed(here, key), removed(there, other) if other else there
    for preparation, incoming in ((gone, mine), (left, theirs)):
        if incoming and is_among(incoming, table(preparation)):
            where = preparation.name or Said(THAT_COMMITTEE)
            raise NotInTable(Said(SITS, name=incoming.short_name, committee=where))
    arrived = joined_by(gone, [mine], here.rights, instead=False)
    if theirs is None:
        return left, arrived
    return joined_by(left, [theirs], there.rights, instead=False), arrived


def _named(preparation: Preparation, key: str) -> Delegation:
    found = next((one for one in table(preparation) if one.key == key), None)
    if found is None:
        raise NotInTable(GONE)
    return found


def _row(rows: Session, id_: int, conferences: tuple[int, ...]) -> PreparationRow:
    row = rows.get(PreparationRow, id_)
    if row is None or row.conference_id not in conferences or is_founded(rows, row):
        raise ChangedElsewhere
    if row.renews is not None:
        raise NotInTable(RUNS)
    return row
