"""Small parts of the edge: drafts, letters for flags, QR codes, walls between conferences."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import Session

from app.access import Post
from app.directories import code_of, load_directory, qr_path
from app.founding import found_rehearsal
from app.papers.texts import ChangedMeanwhile, change_draft, read_draft
from app.procedure.documents import Paper
from app.store import open_store
from app.tables import CommitteeRow, ConferenceRow
from resolutions.document import Document
from tests.served import Served


def test_two_writers_of_a_text_cannot_overwrite_each_other(tmp_path: Path) -> None:
    async def write() -> None:
        store = open_store("", tmp_path)
        committee = await found_rehearsal(store, 1)
        empty = Document("A paper", "The Council")

        async def title(version: int, words: str) -> int:
            def edit(text: Document) -> Document:
                return replace(text, title=words)

            draft = await change_draft(
                store, committee, Paper("WP-1", "Water"), empty, version, "france", 1, edit
            )
            return draft.version

        assert await title(0, "One") == 1
        with pytest.raises(ChangedMeanwhile) as late:
            await title(0, "Another")
        assert (late.value.draft.text.title, late.value.draft.version) == ("One", 1)
        results = await asyncio.gather(*(title(1, f"At once {n}") for n in range(5)), return_exceptions=True)
        assert sum(result == 2 for result in results) == 1
        assert sum(isinstance(result, ChangedMeanwhile) for result in results) == 4
        assert (await read_draft(store, committee, Paper("WP-1", "Water"), empty)).version == 2
        await store.close()

    asyncio.run(write())


@pytest.mark.parametrize(
    ("name", "iso2", "letters"),
    [
        ("France", "fr", "FR"),
        ("ACLU", None, "ACLU"),
        ("Human Rights Watch", None, "HRW"),
        ("raices", None, "RAIC"),
    ],
)
def test_a_seat_without_a_flag_has_letters(name: str, iso2: str | None, letters: str) -> None:
    assert code_of(name, iso2) == letters


def test_a_qr_code_has_a_quiet_zone_and_the_three_corners() -> None:
    path, size = qr_path("http://192.168.7.20:8000/#7KQM-2ZP4-X9DA")
    bars = [tuple(map(int, bar)) for bar in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path)]
    dark = {(x + step, y) for x, y, length in bars for step in range(length)}
    assert size >= 29 and len(dark) > 200 and "".join(f"M{x} {y}h{n}v1h-{n}z" for x, y, n in bars) == path
    assert {(4, 4), (size - 5, 4), (4, size - 5)} <= dark
    assert all(4 <= x < size - 4 and 4 <= y < size - 4 for x, y in dark)


def test_a_committee_that_is_not_there_has_no_directory(served: Served) -> None:
    with pytest.raises(KeyError):
        served.ask(load_directory(served.house.store, 99))


def test_an_organizer_reaches_no_other_conference(served: Served) -> None:
    other, _ = served.another_committee()

    def move(rows: Session) -> int:
        conference = ConferenceRow(name="Another conference", created=1)
        rows.add(conference)
        rows.flush()
        committee = rows.get_one(CommitteeRow, other)
        assert conference.id is not None
        committee.conference_id = conference.id
        rows.add(committee)
        return conference.id

    conference = served.ask(served.house.store.write(move))
    post = Post(conference, "organizer")
    code = served.ask(served.house.access.give_out([post]))[post]
    here, there = served.client("organizer"), served.joined(code)
    before = served.dump()
    for client, foreign in ((here, other), (there, served.committee)):
        for path in ("/floor", "/projector", "/minutes", "/floor.json"):
            assert client.get(f"/committees/{foreign}{path}").status_code == 401
        assert client.post(f"/organizer/committees/{foreign}/codes").status_code == 404
        assert f"/committees/{foreign}/" not in client.get("/organizer").text
    assert f"/committees/{served.committee}/" in here.get("/organizer").text
    there.close()
    assert served.dump() == before
