"""A paper that is handed in while people write: what was told as kept is in the text that the dais gets."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import httpx2 as httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from app.papers import texts
from app.web import acts
from tests.served import Served
from tests.shared_text.paper import Paper
from tests.shared_text.typist import HANG

LATE = " in the last moment"
A_MOMENT = 0.5
"""Seconds for which the submission is held between reading the text and handing it in."""


class Held:
    """The submission as it stands still between reading the text and handing it in."""

    def __init__(self, served: Served) -> None:
        self.reached, self._served, self._go = threading.Event(), served, asyncio.Event()

    async def pause(self) -> None:
        self.reached.set()
        async with asyncio.timeout(HANG):
            await self._go.wait()

    def go(self) -> None:
        self._served.loop.call_soon_threadsafe(self._go.set)


@pytest.fixture
def paper(served: Served) -> Paper:
    found = Paper(served)
    for seat in served.members()[4:9]:
        served.do("chair", f"/papers/{found.key}/signatories", "dais-1", seat=seat)
    return found


@pytest.fixture
def held(served: Served, monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    found = Held(served)
    real = texts.text_as_it_stands

    async def slowly(*given: Any) -> Any:
        text = await real(*given)
        await found.pause()
        return text

    monkeypatch.setattr(acts, "text_as_it_stands", slowly)
    yield found
    found.go()


def by_form(paper: Paper) -> bool:
    """One edit by the form of the page; says whether it was answered as kept."""
    given = {"edit": "change", "clause": paper.clause, "opening": "Urges", "text": f"states to act{LATE}"}
    answer = paper.client(paper.author).post(
        f"{paper.served.here}/papers/{paper.key}/text", json={"version": paper.read()["version"], **given}
    )
    return bool(answer.status_code == 200)


def by_typing(paper: Paper) -> bool:
    """Sits down, where nobody sat, and types; says whether it was told that this is kept."""
    try:
        with paper.sit(paper.sponsor) as one:
            one.greet(paper.clause).writes(paper.clause, LATE)
    except (ConnectionClosed, InvalidStatus):
        return False
    return True


@pytest.mark.parametrize("write", [by_form, by_typing])
def test_what_is_kept_while_a_paper_is_handed_in_is_handed_in(paper: Paper, held: Held, write: Any) -> None:
    served = paper.served
    with ThreadPoolExecutor(2) as people:
        submitted: Future[httpx.Response] = people.submit(
            served.act, "chair", f"/papers/{paper.key}/submission", "dais-1", insist="A test"
        )
        assert held.reached.wait(HANG), "the submission has read the text"
        kept: Future[bool] = people.submit(write, paper)
        with contextlib.suppress(TimeoutError):  # it waits for the submission
            kept.result(A_MOMENT)
        held.go()
        assert submitted.result(HANG).status_code == 200, submitted.result().text
        was_kept = kept.result(HANG)
    found = served.room().floor.papers.get(paper.key)
    assert found is not None and found.text is not None
    assert found.text.clauses[0].text == f"states to act{LATE if was_kept else ''}"
    assert paper.words() == found.text.clauses[0].text


def test_a_desk_that_everybody_left_and_a_new_one_have_one_hand(served: Served, paper: Paper) -> None:
    desks, room = served.house.desks, served.room()

    async def try_it() -> bool:
        async with desks.resting(served.committee, paper.key):
            desks.look(served.committee, room.floor)
            return desks.desk(room, paper.key, lambda: served.house.directory(served.committee)).hand.locked()

    assert served.ask(try_it()), "whoever sits down while the text rests waits too"
