"""A guide is being read: its pages are told, it can be stopped, and a stop of the server loses nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2 as httpx
from sqlmodel import Session

from app.founding import SAMPLE
from app.tables import PreparationRow
from tests.long_guide import PAGES, long_guide
from tests.served import Served
from tests.web.preparing_road import NEW, begin, page, send, until_read, version

GENEROUS_S = 90


def upload(client: httpx.Client, name: str, data: bytes) -> str:
    """Upload a guide and do not wait for it; returns the address of its reading."""
    return str(client.post(NEW, files={"file": (name, data)}).headers["location"])


def stage(client: httpx.Client, reading: str) -> dict[str, Any]:
    """How far the reading is, as the page's script asks."""
    return dict(client.get(reading, headers={"Accept": "application/json"}).json())


def until(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + GENEROUS_S
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def pages_are_read(client: httpx.Client, reading: str) -> Callable[[], bool]:
    return lambda: stage(client, reading).get("page", 0) > 0


def test_a_stop_of_the_server_interrupts_a_reading_and_its_file_is_read_again(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as served:
        organizer = served.client("organizer")
        reading = upload(organizer, "long.pdf", long_guide())
        until(pages_are_read(organizer, reading))
        assert stage(organizer, reading)["pages"] == PAGES
    with Served(tmp_path / "data") as served:
        organizer = served.client("organizer")
        assert stage(organizer, reading)["stage"] == "interrupted"
        assert "was interrupted" in page(organizer, reading) and "long.pdf" in page(organizer, reading)
        here = reading.removesuffix("/reading")
        assert organizer.get(here).headers["location"] == reading
        send(organizer, f"{reading}/again")
        until(lambda: stage(organizer, reading)["stage"] not in ("received", "reading", "understanding"))
        assert stage(organizer, reading)["stage"] == "done"
        assert f"of {PAGES}" in page(organizer, f"{here}/review?card=s0")


def test_a_reading_is_stopped_and_leaves_nothing(served: Served) -> None:
    organizer = served.client("organizer")
    reading = upload(organizer, "long.pdf", long_guide())
    until(pages_are_read(organizer, reading))
    here = reading.removesuffix("/reading")
    assert send(organizer, f"{reading}/stop").headers["location"] == f"{here}/start"
    assert stage(organizer, reading) == {"stage": "done"}
    assert "Add a guide" in page(organizer, f"{here}/start")
    until(lambda: not served.house.readings._now)
    assert "Add a guide" in page(organizer, f"{here}/start")


def test_a_file_that_failed_is_told_until_it_is_put_away_and_the_guide_before_it_stays(
    tmp_path: Path,
) -> None:
    with Served(tmp_path / "data") as served:
        here = begin(served.client("organizer"), "iom.txt", SAMPLE.read_bytes())
        answer = served.client("organizer").post(f"{here}/guide", files={"file": ("old.rtf", b"{\\rtf1 x}")})
        until_read(served.client("organizer"), answer.headers["location"])
    with Served(tmp_path / "data") as served:
        organizer = served.client("organizer")
        shown = page(organizer, f"{here}/reading")
        assert "Rich Text" in shown and "old.rtf" in shown and "stays in use" in shown
        send(organizer, f"{here}/reading/again")
        until_read(organizer, f"{here}/reading")
        assert "Rich Text" in page(organizer, f"{here}/reading")
        send(organizer, f"{here}/reading/stop")
        assert organizer.get(here).headers["location"] == f"{here}/check"
        assert "of 34" in page(organizer, f"{here}/review?card=s0")
        assert "old.rtf" not in page(organizer, "/organizer")


def test_a_word_of_the_review_does_not_write_the_guide_again(served: Served) -> None:
    organizer = served.client("organizer")
    here = begin(organizer, "iom.txt", SAMPLE.read_bytes())
    send(
        organizer,
        f"{here}/review",
        version=version(organizer, f"{here}/review"),
        field="s1.name",
        does="accept",
    )

    def size(rows: Session) -> int:
        row = rows.get_one(PreparationRow, int(here.rpartition("/")[2]))
        return len(json.dumps(row.model_dump(mode="json")))

    assert served.ask(served.house.store.read(size)) < len(SAMPLE.read_bytes()) / 20
