"""Names for seats: in the list once whoever presses at the same time, and placed without folding it twice."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlmodel import select

from app.assignments import Assignment, assign, assigned, erase
from app.preparing import assignment_table
from app.preparing.conference_table import read_conference
from app.procedure.floor import Floor
from app.procedure.roster import Seat
from app.screens.directory import Directory, Entry
from app.store import Store, open_store
from app.tables import CommitteeRow, ConferenceRow, PersonRow, SeatRow
from delegations.countries import find
from delegations.names import fold
from delegations.roster import all_members


def meeting(data: Path, told: Callable[[Store], Awaitable[None]]) -> None:
    """Tell a story on a store with one committee of two seats."""

    def rows(session) -> None:  # type: ignore[no-untyped-def]
        session.add(ConferenceRow(id=1, name="Placard", created=1))
        session.flush()
        session.add(CommitteeRow(id=1, conference_id=1, name="Council", rulebook="harvard", created=1))
        session.flush()
        session.add_all([SeatRow(committee_id=1, key=key, kind="member") for key in ("ghana", "peru")])

    async def whole() -> None:
        store = open_store("", data)
        try:
            await store.write(rows)
            await told(store)
        finally:
            await store.close()

    asyncio.run(whole())


LIST = [Assignment(1, "ghana", "delegate", "Ama"), Assignment(1, "peru", "delegate", "Luz")]


def test_two_presses_at_once_put_each_name_into_the_list_once(tmp_path: Path) -> None:
    async def told(store: Store) -> None:
        await asyncio.gather(*(assign(store, 1, LIST, 5) for _ in range(4)))
        assert [one.name for one in await assigned(store, (1,))] == ["Ama", "Luz"]
        assert {one.role for one in await assigned(store, (1,))} == {"delegate"}

    meeting(tmp_path, told)


def test_names_of_seats_are_folded_once_and_not_for_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []

    def counted(text: str) -> str:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr(assignment_table, "fold", counted)
    members = all_members()
    seats = {one.key: Seat(one.key, "member", one.order) for one in members}
    entries = {one.key: Entry(one.key, one.name, one.short_name, one.iso2, "member", "") for one in members}
    rooms = [
        assignment_table.Room(Floor(seats=seats), Directory(n, f"No {n}", entries=entries)) for n in (1, 2)
    ]
    list_ = "".join(f"Delegate {n},{members[n % 190].name},No {n % 2 + 1}\n" for n in range(900))
    rows = assignment_table.read_assignments(list_, rooms)
    assert {row.status for row in rows} == {"new"} and len(rows) == 900
    assert len(folded) < 2 * 900 + 2 * 4 * len(members)


def test_an_unknown_name_is_likened_once_for_all_committees() -> None:
    heads = ";".join(f"Council {n}" for n in range(20))
    table = f"Club;{heads}\n" + "".join(f"Chess Club {n};{'x;' * 20}\n" for n in range(30))
    before = find.cache_info().misses
    assert [len(one.rows) for one in read_conference(table)] == [30] * 20
    assert find.cache_info().misses - before <= 30


def test_erased_names_leave_nothing_behind(tmp_path: Path) -> None:
    async def told(store: Store) -> None:
        await assign(store, 1, LIST, 5)
        first = (await assigned(store, (1,)))[0]
        await erase(store, (1,), [first.person])
        assert [one.name for one in await assigned(store, (1,))] == ["Luz"]
        await erase(store, (1,))
        assert await store.read(lambda rows: rows.exec(select(PersonRow)).all()) == []

    meeting(tmp_path, told)
