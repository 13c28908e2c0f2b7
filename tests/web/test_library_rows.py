"""The library and its rows: nothing typed is lost, a press counts once, and no more is read than is shown."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from app.library import LONGEST_TEXT
from tests.served import Served
from tests.web.shelf import HTML, add, kept, page, press, wait_for

BODY = "Flights resume\n\nHaiti has been told of three flights."


@pytest.fixture(scope="module")
def item(served: Served) -> int:
    """The number of an item that the organizer has pasted."""
    answer = add(served, text=BODY, source="Example Herald")
    assert answer.status_code == 303, answer.text
    return int(answer.headers["location"].rpartition("-")[2])


@contextmanager
def asked(served: Served) -> Iterator[list[str]]:
    """What is asked of the database while the block runs, as SQL."""
    heard: list[str] = []

    def hear(*given: object) -> None:
        heard.append(str(given[2]))

    engine = served.house.store._reading
    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def test_a_text_of_more_than_a_megabyte_is_read_like_any_other(served: Served) -> None:
    text = "Long reading\n\n" + "The crews count wombats. " * (LONGEST_TEXT // 25 - 10)
    assert len(text.encode()) > 1024 * 1024
    answer = add(served, text=text)
    assert answer.status_code == 303, answer.text[:300]
    number = int(answer.headers["location"].rpartition("-")[2])
    assert press(served, f"{number}/removal", "organizer").status_code == 200


def test_a_text_that_is_too_long_is_said_and_everything_typed_is_still_there(served: Served) -> None:
    before = kept(served)
    answer = add(served, title="Kept title", source="Kept source", text="wombat " * (LONGEST_TEXT // 7 + 1))
    assert answer.status_code == 413
    assert 'id="add-error"' in answer.text and "as a file" in answer.text
    assert "Kept title" in answer.text and "Kept source" in answer.text
    assert answer.text.count("wombat ") > LONGEST_TEXT // 7, "the text itself too"
    assert kept(served) == before


def test_a_form_that_cannot_be_read_is_said_on_the_page_of_the_library(served: Served) -> None:
    headers = {**HTML, "content-type": "multipart/form-data; boundary=x"}
    path = f"{served.here}/library"
    answer = served.client("organizer").post(path, content=b"--y\r\nno form\r\n", headers=headers)
    assert answer.status_code == 422 and 'id="add-error"' in answer.text
    assert "could not be read" in answer.text


def test_a_retried_quotation_stands_once_in_the_speech_note(served: Served, item: int) -> None:
    seat = served.members()[0]
    first = {"paragraph": "0", "to": "speech", "command_id": secrets.token_hex(8)}
    for _ in range(2):
        assert press(served, f"item-{item}/quotes", "delegate", seat, **first).status_code == 200
    note = page(served, "/seat", "delegate", seat)
    assert note.count("Haiti has been told") == 1
    again = {**first, "command_id": secrets.token_hex(8)}
    assert press(served, f"item-{item}/quotes", "delegate", seat, **again).status_code == 200
    for retried in (first, again):
        assert press(served, f"item-{item}/quotes", "delegate", seat, **retried).status_code == 200
    note = page(served, "/seat", "delegate", seat)
    assert note.count("Haiti has been told") == 2, "another press quotes again; a retry of an older does not"


def test_one_who_reads_has_one_committee_read_again_and_no_body_of_any_text(
    served: Served, item: int
) -> None:
    other, _ = served.another_committee()
    served.ask(served.house.room(other))
    assert press(served, f"{item}/sending").status_code == 200
    seat = served.members()[0]
    with asked(served) as heard:
        assert press(served, f"{item}/reading", "delegate", seat).status_code == 200
        wait_for(
            lambda: seat in served.house.directory(served.committee).updates[0].read_by, "nobody has read it"
        )
    assert sum("FROM library_item" in one for one in heard) == 1
    assert not any("library_item.body" in one for one in heard)


def test_an_item_that_is_taken_out_has_the_library_read_once(served: Served) -> None:
    number = int(add(served, text=BODY).headers["location"].rpartition("-")[2])
    with asked(served) as heard:
        assert press(served, f"{number}/removal", "organizer").status_code == 200
    assert sum("FROM read_mark" in one for one in heard) == 1
