"""Library, read marks, own notes and touched questions in rows, the same on both databases."""

from __future__ import annotations

import pytest

from app.library import (
    NoItem,
    add_item,
    items_of,
    mark_read,
    remove_item,
    send_item,
    take_down,
    updates_of,
)
from app.notes.own import NotesChanged, OwnNotes, add_to_speech, read_notes, write_notes
from app.touched import say_touched, touched_of
from delegations.library import Item
from tests.store.places import Place, found

pytestmark = pytest.mark.anyio
SEATS = ("haiti", "peru")
ITEM = Item("Flights resume", "First.\n\nSecond.", ("haiti",), ("A/RES/73/195",))


async def test_items_are_sent_read_taken_down_and_removed_with_their_marks(place: Place) -> None:
    store = place.open()
    here, elsewhere = await found(store, SEATS), await found(store, SEATS)
    one = await add_item(store, here, ITEM, "Example Herald", 1)
    two = await add_item(store, here, ITEM, "", 2)
    assert list((await store.read(lambda rows: items_of(rows, here, ()))).items()) == [
        (two, (ITEM, "")),
        (one, (ITEM, "Example Herald")),
    ]
    assert await store.read(lambda rows: updates_of(rows, here)) == ()
    await send_item(store, here, one, 10)
    await send_item(store, here, two, 20)
    for seat in ("peru", "peru", "haiti"):
        await mark_read(store, here, one, seat, 30)
    updates = await store.read(lambda rows: updates_of(rows, here))
    assert [(one_.number, one_.at, one_.wall, one_.read_by) for one_ in updates] == [
        (two, 20, True, frozenset()),
        (one, 10, True, frozenset({"haiti", "peru"})),
    ]
    await send_item(store, here, one, 40)
    await take_down(store, here, two, everywhere=True)
    (again,) = await store.read(lambda rows: updates_of(rows, here))
    assert (again.at, again.read_by) == (40, frozenset())
    await mark_read(store, here, one, "peru", 50)
    for step in (remove_item(store, elsewhere, one), send_item(store, here, 999, 1)):
        with pytest.raises(NoItem):
            await step
    await remove_item(store, here, one)
    assert await store.read(lambda rows: updates_of(rows, here)) == ()
    await store.close()


async def test_notes_have_versions_and_each_seat_its_own(place: Place) -> None:
    store = place.open()
    committee = await found(store, SEATS)
    assert await read_notes(store, committee, "peru") == OwnNotes()
    first = await write_notes(store, committee, "peru", OwnNotes("Quokka", "", 0))
    with pytest.raises(NotesChanged):
        await write_notes(store, committee, "peru", OwnNotes("Wombat", "", 0))
    second = await add_to_speech(store, committee, "peru", "“Words” (Source)", "a press")
    assert (first.version, second) == (1, OwnNotes("Quokka", "“Words” (Source)", 2))
    assert await read_notes(store, committee, "peru") == second
    assert await read_notes(store, committee, "haiti") == OwnNotes()
    await store.close()


async def test_what_the_dais_says_last_of_a_question_counts(place: Place) -> None:
    store = place.open()
    committee = await found(store)
    for agreed in (True, False, True):
        await say_touched(store, committee, 2, "motion-7", agreed)
    await say_touched(store, committee, 2, "chair", False)
    assert await store.read(lambda rows: touched_of(rows, committee)) == {
        (2, "motion-7"): True,
        (2, "chair"): False,
    }
    await store.close()
