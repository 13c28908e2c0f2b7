"""P-30: a note that is passed is in no byte that anybody but its readers is given."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator, Mapping

import pytest
from sqlalchemy.exc import IntegrityError

from app.minutes import decode
from app.notes import Written, send_note
from app.screens.correspondence import DAIS
from app.screens.notes.dais import draw_inbox_notes, draw_threads
from app.screens.notes.shown import threads_view
from app.transcripts import transcript
from tests.passing import Passing
from tests.promises.everything import CHANNELS, Everything
from tests.promises.test_p30_private_papers_and_ballots import ROLES
from tests.served import Served
from tests.store.places import Place
from tests.store.places import found as founded

BETWEEN, ANSWER, TO_THE_DAIS, RETURNED = "quokka pact", "wombat agreed", "numbat complaint", "bilby insult"
CANARIES = ("quokka", "wombat", "numbat", "bilby")
READ_BY: dict[str, set[str]] = {
    "quokka": {"writer", "recipient"},
    "wombat": {"writer", "recipient"},
    "numbat": {"writer", "chair", "assistant"},
    "bilby": {"writer", "chair", "assistant"},
}


@pytest.fixture(scope="module")
def listeners(served: Served) -> Iterator[Mapping[str, Everything]]:
    """Everybody, with a socket on each channel there is, from before the first note."""
    passing = Passing(served)
    clients = {role: served.client(role) for role in ROLES}
    seats = (("writer", passing.one), ("recipient", passing.other), ("other delegation", passing.third))
    clients |= {name: served.client("delegate", seat) for name, seat in seats}
    clients |= {"chair": served.client("chair", "dais-1"), "assistant": served.client("assistant")}
    found = {name: Everything(served, client) for name, client in clients.items()}

    async def open_all() -> list[asyncio.Task[None]]:
        return [asyncio.create_task(one.listen(name)) for one in found.values() for name in CHANNELS]

    tasks = served.ask(open_all())
    yield found
    for task in tasks:
        served.loop.call_soon_threadsafe(task.cancel)


@pytest.fixture(scope="module")
def passed(served: Served, listeners: Mapping[str, Everything]) -> Passing:
    """A note and its answer, one to the dais, and one that was held and returned."""
    passing = Passing(served)
    passing.begin_anew()
    assert passing.send(passing.one, passing.other, BETWEEN).status_code == 200
    passing.post(passing.other, f"threads/{passing.thread_of(BETWEEN)}", text=ANSWER)
    passing.send(passing.one, DAIS, TO_THE_DAIS)
    passing.rules(held=True)
    passing.send(passing.one, passing.other, RETURNED)
    passing.post("dais-1", f"{passing.key_of(RETURNED)}/return", sentence="Say it kindly")
    passing.rules(held=False)
    return passing


def test_p30_a_note_is_given_to_its_readers_and_to_nobody_else(
    passed: Passing, listeners: Mapping[str, Everything]
) -> None:
    read = {name: one.read().lower() for name, one in listeners.items()}
    found = {canary: {name for name, text in read.items() if canary in text} for canary in CANARIES}
    assert found == READ_BY
    heard = {name: "".join(one.heard).lower() for name, one in listeners.items()}
    assert {name for name, text in heard.items() if "quokka" in text} == {"writer", "recipient"}
    assert {name for name, text in heard.items() if "numbat" in text} == {"writer", "chair", "assistant"}


def test_p30_the_wall_the_public_and_the_titles_never_have_a_note(
    passed: Passing, listeners: Mapping[str, Everything]
) -> None:
    served = passed.served
    for name, one in listeners.items():
        for channel in ("public", "projector"):
            have = json.dumps({channel: {}})
            text = one.client.get(f"{served.here}/live?have={have}").text.lower()
            assert [canary for canary in CANARIES if canary in text] == [], (name, channel)
    page = passed.page(passed.other)
    assert "quokka" not in page[page.index("<title>") : page.index("</title>")].lower()


def test_p30_what_is_refused_to_others_says_nothing_of_the_note(passed: Passing) -> None:
    thread, note = passed.thread_of(BETWEEN), passed.key_of(BETWEEN)
    for by in (passed.third, "dais-1", "dais-2"):
        tries = (f"threads/{thread}", f"threads/{thread}/reading", f"{note}/report", f"{note}/passing")
        for path in (*tries, f"{note}/return", f"{note}/settlement"):
            answer = passed.post(by, path, text="Let me see", place="1", sentence="Let me see")
            assert answer.status_code in (403, 409, 422), (by, path, answer.text)
            assert "quokka" not in answer.text.lower()
    assert "quokka" not in passed.page("dais-1").lower()


def test_p30_record_exports_and_names_hold_no_note(passed: Passing) -> None:
    served = passed.served
    minutes = served.ask(served.house.store.since(served.committee))
    lines = json.dumps(
        list(transcript((decode(one) for one in minutes), served.house.names(served.committee)))
    )
    assert "NotesSwitched" in "".join(one.events for one in minutes), "that notes are on is on the record"
    rows = [line for line in served.dump() if any(canary in line.lower() for canary in CANARIES)]
    assert rows and all(line.startswith('INSERT INTO "note"') for line in rows)
    for role, seat in (("chair", "dais-1"), ("delegate", passed.one), ("delegate", passed.other)):
        data = served.client(role, seat).get(f"{served.here}/floor.json").text.lower()
        assert [canary for canary in CANARIES if canary in data] == [], "not even its readers export it"
    for text in (lines, repr(served.house.directory(served.committee))):
        assert [canary for canary in CANARIES if canary in text.lower()] == []


def test_p30_neither_log_nor_view_says_a_note(
    passed: Passing, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    served = passed.served
    found, floor = served.house.beside.correspondence[served.committee], served.room().floor
    directory = served.house.directory(served.committee)
    with caplog.at_level(logging.DEBUG):
        passed.send(passed.one, passed.other, "quokka " * 200)
        passed.page(passed.one)
    said = [one.getMessage() for one in caplog.records if not one.name.startswith(("http", "asyncio"))]
    views = (draw_inbox_notes(floor, directory, found), draw_threads(floor, directory, found))
    own = threads_view(floor, directory, found, passed.one)
    assert "quokka" in str(own.threads[-1].notes[0].text), "it is there, and is not said"
    for text in (*said, *capfd.readouterr(), *map(repr, views), repr(own), repr(found), repr(own.threads[0])):
        assert [canary for canary in CANARIES if canary in text.lower()] == []


@pytest.mark.anyio
async def test_p30_a_write_that_fails_names_none_of_the_words(place: Place) -> None:
    store = place.open()
    committee = await founded(store)
    written = Written("the quokka pact", "atlantis", "a" * 16, 1, "recipients")
    with pytest.raises(IntegrityError) as failed:
        await send_note(store, committee, ["peru"], written)  # there is no such seat
    assert "quokka" not in str(failed.value)
    await store.close()
