"""What is typed as it is kept, on both databases: joined in one transaction, and never a log that grows."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any

import pytest
from pycrdt import Doc, Text
from sqlalchemy import event
from sqlmodel import Session, select

from app.access import Holder
from app.papers.texts import change_draft, read_draft
from app.papers.versions import APART_MS, PAUSE_MS, version, versions
from app.procedure.documents import Paper
from app.screens.directory import Directory
from app.shared_text.desk import Desk
from app.shared_text.messages import Have, TypedMessage
from app.store import Store
from app.tables import ClauseTextRow, PaperVersionRow
from resolutions.document import Document
from resolutions.drafting import add_clause, change_clause
from tests.store.places import Place, found

pytestmark = pytest.mark.anyio
PAPER = Paper("WP-1", "Water", sponsors=("ghana", "peru"))
EMPTY = Document("Water", "The Council")
TEXT = add_clause(EMPTY, "o1", "operative", None, None, "Urges", "states to act")


class Socket:
    """Stands where a browser's socket does, and keeps what is sent."""

    stale, ended = False, None

    def __init__(self) -> None:
        self.told: list[str] = []

    def push(self, told: Any) -> None:
        self.told.append(told.text)

    def left(self) -> None:
        """Nothing to let go of."""

    def end(self, code: int, reason: str) -> None:
        """Closed by the desk."""


class Room:
    """A desk without a room: everybody may write, and a test moves the time."""

    def __init__(self, store: Store, committee: int) -> None:
        self.store, self.committee, self.now = store, committee, 1_000
        directory = Directory(committee, "Council", organ="The Council")
        self.desk = Desk(
            committee,
            store,
            paper=lambda: PAPER,
            directory=lambda: directory,
            now=lambda: self.now,
            refuse=lambda place: "",
            sentence=lambda place, rule: rule,
        )

    async def begin(self) -> None:
        await change_draft(self.store, self.committee, PAPER, EMPTY, 0, "ghana", self.now, lambda _: TEXT)

    def sit(self, seat: str) -> Any:
        holder = Holder(seat, 1, 1, self.committee, seat, "delegate")
        return self.desk.sit(Socket(), holder, seat.title(), writes=True)  # type: ignore[arg-type]

    async def seed(self, place: Any) -> tuple[str, Doc[Any]]:
        """The clause's text as the desk gives it to a newcomer."""
        await self.desk.greet(place, {"o1": Have(seed="", seen="")})  # type: ignore[arg-type]
        row = await self.store.read(
            lambda rows: rows.get_one(ClauseTextRow, (self.committee, "WP-1", "o1")).model_copy()
        )
        doc: Doc[Any] = Doc()
        doc.apply_update(row.state)
        return row.seed, doc

    async def words(self) -> str:
        return (await read_draft(self.store, self.committee, PAPER, EMPTY)).text.clauses[0].text


def typed(seed: str, doc: Doc[Any], words: str, n: int) -> TypedMessage:
    """Words at the end of what this writer has."""
    before = doc.get_state()
    text: Text = doc.get("text", type=Text)
    text += words
    return TypedMessage.model_construct(
        clause="o1", seed=seed, update=doc.get_update(before), seen=doc.get_state(), n=n
    )


async def kept(place: Any, n: int) -> None:
    """Wait until the desk has said that a message is kept."""
    async with asyncio.timeout(60):
        while f'"kept":{n},' not in "".join(place.pipe.told):
            await asyncio.sleep(0.01)


async def test_two_writers_at_once_lose_no_word_and_leave_one_row(place: Place) -> None:
    store = place.open()
    room = Room(store, await found(store))
    await room.begin()
    writers = [room.sit("ghana"), room.sit("peru")]
    texts = [await room.seed(one) for one in writers]

    async def write(at: int) -> None:
        for n in range(1, 41):
            room.desk.type(writers[at], typed(*texts[at], f" {'gp'[at]}{n}", n))
            await kept(writers[at], n)

    await asyncio.gather(write(0), write(1))
    said = (await room.words()).split()
    assert sorted(said) == sorted(
        ["states", "to", "act", *(f"{who}{n}" for who in "gp" for n in range(1, 41))]
    )
    rows = await store.read(lambda rows: len(rows.exec(select(ClauseTextRow)).all()))
    assert rows == 1, "a text is one state, whatever was typed"
    await store.close()


async def test_while_people_type_a_version_is_kept_after_a_pause_and_at_times(place: Place) -> None:
    store = place.open()
    room = Room(store, await found(store))
    await room.begin()
    writer, other = room.sit("ghana"), room.sit("peru")
    seed, doc = await room.seed(writer)
    n = 0
    for wait, by in ((1, writer), (PAUSE_MS, writer), (10, other), (10, writer), (APART_MS, other)):
        room.now, n = room.now + wait, n + 1
        room.desk.type(by, typed(seed, doc, f" w{n}", n))
        await kept(by, n)
    found_ = await versions(store, room.committee, "WP-1")
    texts = [await version(store, room.committee, "WP-1", one.number) for one in reversed(found_)]
    shown = [(one.text.clauses[0].text, one.by) for one in texts if one]
    assert shown == [
        ("states to act", ("ghana",)),
        ("states to act w1", ("ghana",)),
        ("states to act w1 w2 w3 w4", ("ghana", "peru")),
    ]
    await store.close()


async def test_of_the_versions_only_the_one_that_is_shown_is_read(place: Place) -> None:
    store = place.open()
    room = Room(store, await found(store))
    await room.begin()
    for at in range(5):
        room.now += PAUSE_MS
        edit = partial(reworded, at)
        await change_draft(store, room.committee, PAPER, EMPTY, None, "peru", room.now, edit)
    texts = 0

    def count(*_: object) -> None:
        nonlocal texts
        texts += 1

    event.listen(PaperVersionRow, "load", count)
    try:
        writer = room.sit("ghana")
        seed, doc = await room.seed(writer)
        for n in (1, 2, 3):  # typed in one go: no version of its own each
            room.desk.type(writer, typed(seed, doc, f" w{n}", n))
            await kept(writer, n)
        assert [one.number for one in await versions(store, room.committee, "WP-1")] == [5, 4, 3, 2, 1]
        assert texts == 0
        assert await version(store, room.committee, "WP-1", 3) is not None and texts == 1
    finally:
        event.remove(PaperVersionRow, "load", count)
    await store.close()


def reworded(at: int, text: Document) -> Document:
    return change_clause(text, "o1", "Urges", f"states to act {at} times")


async def test_what_is_typed_is_durable_before_anybody_is_told(place: Place) -> None:
    store = place.open()
    room = Room(store, await found(store))
    await room.begin()
    writer, reader = room.sit("ghana"), room.sit("peru")
    seed, doc = await room.seed(writer)
    writer.pipe.told.clear()
    reader.pipe.told.clear()

    def fail(work: Any) -> Any:
        raise OSError("the disk is full")

    keeps, store.write = store.write, fail  # type: ignore[method-assign]
    room.desk.type(writer, typed(seed, doc, " now", 1))
    async with asyncio.timeout(60):
        while room.desk.busy:
            await asyncio.sleep(0.01)
    assert "kept" not in "".join(writer.pipe.told) and "update" not in "".join(reader.pipe.told)
    store.write = keeps  # type: ignore[method-assign]
    assert await room.words() == "states to act"
    assert room.desk.places == {}, "all come again, and give what they have"
    await store.close()


async def test_rows_of_a_committee_go_with_it(place: Place) -> None:
    store = place.open()
    room = Room(store, await found(store))
    await room.begin()
    await room.seed(room.sit("ghana"))

    def gone(rows: Session) -> int:
        from app.tables import CommitteeRow

        rows.delete(rows.get_one(CommitteeRow, room.committee))
        rows.flush()
        return len(rows.exec(select(ClauseTextRow)).all()) + len(rows.exec(select(PaperVersionRow)).all())

    assert await store.write(gone) == 0
    await store.close()
