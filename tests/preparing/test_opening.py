"""A preparation becomes a committee once, as its organizers left it, and never beside a guide that waits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.blueprints import of_preparation
from app.founding import found
from app.invitations import committees
from app.opening import GuideWaits, open_prepared
from app.preparing import readings
from app.preparing.guide_files import give_up, receive
from app.preparing.preparation import Preparation
from app.preparing.preparations import (
    ChangedElsewhere,
    Prepared,
    begin,
    begin_new,
    change,
    listed,
    one,
    throw_away,
)
from app.preparing.swaps import Place, swap
from app.store import Store, open_store
from app.tables import ConferenceRow
from delegations.roster import all_members
from delegations.study_guides.reading import GuideText

READY = Preparation(name="Council", topics=("Water",), delegations=all_members()[:5])


def meeting(data: Path, told: Callable[[Store], Awaitable[None]]) -> None:
    """Tell a story on a fresh store."""

    async def whole() -> None:
        store = open_store("", data)
        try:
            await store.write(lambda rows: rows.add(ConferenceRow(id=1, name="Placard", created=1)))
            await told(store)
        finally:
            await store.close()

    asyncio.run(whole())


async def prepared(store: Store, preparation: Preparation = READY) -> Prepared:
    return await one(store, await begin(store, 1, preparation, 1), (1,))


async def ended(desk: readings.Readings, preparation: int) -> None:
    """Wait until the reading has come to its end: a text of nothing is refused."""
    while (reading := await desk.of(preparation)) and reading.stage != "failed":
        await asyncio.sleep(0.02)


async def save(store: Store, seen: Prepared, topic: str) -> Prepared:
    """What a co-organizer saves on the version that was seen."""
    return await change(store, seen.id, seen.version, 2, lambda now: replace(now, topics=(topic,)))


def test_a_table_that_is_taken_twice_at_once_begins_each_committee_once(tmp_path: Path) -> None:
    async def told(store: Store) -> None:
        both = [READY, replace(READY, name="Assembly")]
        await asyncio.gather(*(begin_new(store, 1, both, 5) for _ in range(3)))
        assert sorted(row.preparation.name for row in await listed(store, (1,))) == ["Assembly", "Council"]

    meeting(tmp_path, told)


def test_a_guide_that_is_sent_twice_at_once_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def once(data: bytes, name: str, **_: Any) -> GuideText:
        read.append(name)
        time.sleep(0.2)
        return GuideText((), "", ())

    monkeypatch.setattr(readings, "read_limited", once)

    async def told(store: Store) -> None:
        seen, desk = await prepared(store), readings.Readings(store)
        await asyncio.gather(*(desk.start(seen.id, b"%PDF one", "one.pdf") for _ in range(3)))
        await ended(desk, seen.id)
        assert read == ["one.pdf"]
        other = await prepared(store, replace(READY, name="Assembly"))
        await receive(store, other.id, "cut.pdf", b"%PDF")
        await asyncio.gather(*(desk.again(other.id) for _ in range(3)))
        await ended(desk, other.id)
        assert read == ["one.pdf", "cut.pdf"]
        await desk.close()

    meeting(tmp_path, told)


def test_what_was_saved_meanwhile_is_never_lost(tmp_path: Path) -> None:
    async def told(store: Store) -> None:
        seen = await prepared(store)
        later = await save(store, seen, "Food")
        with pytest.raises(ChangedElsewhere):
            await open_prepared(store, seen, 3)
        assert await committees(store) == () and (await one(store, seen.id, (1,))).committee is None
        assert await open_prepared(store, later, 4)
        with pytest.raises(ChangedElsewhere):  # a second press: its codes would kill the first one's
            await open_prepared(store, later, 5)
        assert len(await committees(store)) == 1

    meeting(tmp_path, told)


def test_a_guide_that_waits_keeps_its_committee_from_being_founded(tmp_path: Path) -> None:
    async def told(store: Store) -> None:
        seen = await prepared(store)
        await receive(store, seen.id, "guide.pdf", b"%PDF")
        with pytest.raises(GuideWaits):
            await open_prepared(store, seen, 3)
        assert await committees(store) == ()
        await give_up(store, seen.id)
        assert await open_prepared(store, seen, 3)

    meeting(tmp_path, told)


def test_a_founding_that_was_cut_short_takes_no_save_and_is_made_good(tmp_path: Path) -> None:
    async def told(store: Store) -> None:
        seen, other = await prepared(store), await prepared(store, replace(READY, name="Assembly"))
        made = await found(store, of_preparation(seen.preparation, b"", seen.id, 1), 2)
        with pytest.raises(ChangedElsewhere):
            await save(store, seen, "Food")
        with pytest.raises(ChangedElsewhere):
            await throw_away(store, seen.id, seen.version)
        with pytest.raises(ChangedElsewhere):
            key = (seen.preparation.delegations or ())[0].key
            await swap(store, Place(seen.id, key), Place(other.id, ""), (1,), 3)
        assert await open_prepared(store, seen, 3) == made.committee
        assert (await one(store, seen.id, (1,))).committee == made.committee

    meeting(tmp_path, told)
