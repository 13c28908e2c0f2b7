"""Moving between the two databases: every row and every code is the same, and nothing is written over."""

from __future__ import annotations

from asyncio import to_thread
from pathlib import Path

import pytest
from sqlmodel import Session, select

from app.keeping.backups import Place as DataPlace
from app.keeping.backups import move
from app.keeping.data_directory import DataDirectoryInUse
from app.minutes import replay
from app.procedure.speakers_lists import JoinSpeakersList
from app.rooms import Room
from app.store.copying import NotEmpty, NothingThere
from app.tables import ConferenceRow, GuideRow, LibraryItemRow, PersonRow, Table
from tests.promises.looked_after import placard
from tests.rooms.sitting import Sitting, sitting
from tests.store.places import Place

pytestmark = [pytest.mark.anyio, pytest.mark.postgres]


async def play(place: Place) -> None:
    """A committee with rows of several kinds, one of which was deleted again."""
    async with sitting(place) as committee:
        await committee.open_debate()
        await committee.do(JoinSpeakersList(), by="ghana")

        def rows(session: Session) -> None:
            session.add(
                GuideRow(committee_id=1, digest="d", body={"b": None, "a": ["é"]}, source=b"\x00\xff")
            )
            session.add(PersonRow(conference_id=1, name="Somebody"))
            session.add(LibraryItemRow(conference_id=1, committee_id=1, title="A", body="B"))
            session.flush()
            session.delete(session.exec(select(PersonRow)).one())

        await committee.store.write(rows)


async def all_rows(place: DataPlace) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for what each database keeps for itself."""
    store = await to_thread(Place(place.url, place.data).open)

    def read(session: Session) -> dict[str, list[tuple[object, ...]]]:
        found = {}
        for table in Table.metadata.sorted_tables:
            shown = [column for column in table.columns if (table.name, column.name) != ("committee", "head")]
            found[table.name] = sorted(
                (tuple(row) for row in session.connection().execute(select(*shown))), key=repr
            )
        return found

    rows = await store.read(read)
    await store.close()
    rows.pop("alive")
    return rows


async def goes_on(place: DataPlace) -> None:
    """The committee meets again at its new place; a new person gets a number that nobody had."""
    store = await to_thread(Place(place.url, place.data).open)
    room = await Room(1, store).open()
    committee = Sitting(store, room)
    await committee.do(JoinSpeakersList(), by="peru")
    assert room.floor == replay(await store.since(1))

    def add(session: Session) -> int | None:
        person = PersonRow(conference_id=1)
        session.add(person)
        session.flush()
        return person.id

    assert await store.write(add) == 2, "the number of somebody who was deleted is not given again"
    if store.shared:
        assert (await store.heads([1]))[1] == room.floor.number
    await room.close()
    await store.close()


@pytest.mark.parametrize("to_postgres", [True, False], ids=["to PostgreSQL", "to SQLite"])
async def test_every_row_arrives_and_the_committee_goes_on(
    sqlite_place: Place, postgres_place: Place, to_postgres: bool
) -> None:
    first, second = (sqlite_place, postgres_place) if to_postgres else (postgres_place, sqlite_place)
    await play(first)
    source = DataPlace(first.url, first.data)
    target = DataPlace(second.url, second.data.with_name("new"))
    told: list[str] = []
    held = await to_thread(move, source, target, lambda table, count: told.append(table))
    assert held[0].acts == 6
    assert await all_rows(source) == await all_rows(target)
    assert not to_postgres or "minute" in told
    with pytest.raises(NotEmpty):
        await to_thread(move, source, target)
    await goes_on(target)


async def test_nothing_is_moved_from_an_empty_place_or_under_a_running_placard(
    sqlite_place: Place, postgres_place: Place
) -> None:
    target = DataPlace(postgres_place.url, postgres_place.data)
    source = DataPlace("", sqlite_place.data)
    with pytest.raises(NothingThere):
        await to_thread(move, source, target)
    async with sitting(sqlite_place) as committee:
        await committee.open_debate()
        with pytest.raises(DataDirectoryInUse):
            await to_thread(move, source, target)
    store = await to_thread(postgres_place.open)
    assert (await store.read(lambda rows: rows.exec(select(ConferenceRow)).all())) == []
    await store.close()


async def test_moving_as_people_type_it(sqlite_place: Place, postgres_place: Place, tmp_path: Path) -> None:
    await play(sqlite_place)
    code, told = await to_thread(placard, sqlite_place.data, "move", "--to", postgres_place.url)
    assert code == 0, told
    assert "Every record is the same at both places." in told and "rows of minute" in told
    code, told = await to_thread(placard, sqlite_place.data, "move", "--to", postgres_place.url)
    assert (code, "nothing was changed" in told) == (2, True)
    code, told = await to_thread(
        placard, tmp_path / "elsewhere", "move", "--to", str(tmp_path / "back"), url=postgres_place.url
    )
    assert code == 0 and f"PLACARD_DATA={tmp_path / 'back'}" in told
    code, told = await to_thread(placard, tmp_path, "move", "--to", "postgresql://postgres@127.0.0.1:1/none")
    assert (code, len(told.splitlines())) == (2, 1), told
