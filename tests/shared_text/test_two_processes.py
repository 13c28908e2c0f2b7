"""Two server processes on one PostgreSQL: what is typed at one is read at the other, after a kill too."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest

from tests.roads.conftest import FIVE
from tests.roads.process import Placard
from tests.shared_text.typist import HANG, Typist
from tests.store.places import schema

pytestmark = [pytest.mark.long, pytest.mark.postgres]
ROUNDS = 30


@dataclass
class Writer:
    """A delegation that is signed in at one of the processes."""

    placard: Placard
    client: httpx.Client
    here: str

    @property
    def base(self) -> str:
        return self.placard.base

    def posts(self, path: str, **fields: Any) -> None:
        sent = {"command_id": f"{time.time_ns()}", **fields}
        answer = self.client.post(self.here + path, json=sent)
        assert answer.status_code == 200, answer.text

    def paper(self) -> dict[str, Any] | None:
        """The paper as this process has it; None where it may not read it yet."""
        answer = self.client.get(f"{self.here}/papers/WP-1")
        return answer.json() if answer.status_code == 200 else None


@pytest.fixture
def processes(tmp_path: Path) -> Iterator[tuple[Placard, Placard]]:
    """Two running Placards, each with a data folder of its own, on one database."""
    with schema() as url:
        running: list[Placard] = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            placard = Placard(tmp_path / name / "data", None if running else FIVE, PLACARD_DATABASE_URL=url)
            running.append(placard.start())
        yield running[0], running[1]
        for placard in running:
            placard.stop()


def writer(placard: Placard, code: str) -> Writer:
    headers = {"Origin": placard.base, "Accept": "application/json"}
    client = httpx.Client(base_url=placard.base, headers=headers, timeout=HANG)
    joined = client.post("/join", json={"code": code})
    assert joined.status_code == 200, joined.text
    return Writer(placard, client, f"/committees/{joined.json()['committee']}")


def soon(what: Callable[[], Any]) -> Any:
    """What it gives as soon as it gives something."""
    until = time.monotonic() + HANG
    while not (found := what()):
        assert time.monotonic() < until, "the other process never showed it"
        time.sleep(0.05)
    return found


def hears_all(typist: Typist, clause: str, words: list[str]) -> str:
    """Listen until these words are there; gives the clause's words."""
    while not set(words) <= set(str(typist.text(clause)).split()):
        typist.hears()
    return str(typist.text(clause))


def test_what_is_typed_at_two_processes_is_one_text(processes: tuple[Placard, Placard]) -> None:
    one, two = processes
    codes = {key: one.code("delegate", key) for key in ("spain", "uganda")}
    spain, uganda = writer(one, codes["spain"]), writer(two, codes["uganda"])
    spain.posts("/papers", title="Water")
    spain.posts("/papers/WP-1/readers", reader="uganda")
    spain.posts("/papers/WP-1/text", version=0, edit="add", kind="operative", opening="Urges", text="states")
    soon(uganda.paper)
    uganda.posts("/papers/WP-1/sponsors")
    clause = soon(spain.paper)["document"]["clauses"][0]["uid"]
    written = ["states"]
    with Typist(spain, spain.client) as first:
        second = Typist(uganda, uganda.client)
        first.greet(clause)
        second.greet(clause)
        for number in range(ROUNDS):
            if number == ROUNDS // 2:
                hears_all(first, clause, written)  # at one of them before the other is killed
                docs, seeds = second.docs, second.seeds
                two.kill()
                two.start()
                second = Typist(uganda, uganda.client)
                second.docs, second.seeds = docs, seeds
                second.greet(clause)
            for typist, who in ((first, "s"), (second, "u")):
                typist.writes(clause, f" {who}{number:03}")
                written.append(f"{who}{number:03}")
        texts = [hears_all(typist, clause, written) for typist in (first, second)]
        second.__exit__(None, None, None)
    assert texts[0] == texts[1] and sorted(texts[0].split()) == sorted(written), "all once, both equal"
    for own in ("s", "u"):
        assert [word for word in texts[0].split() if word[0] == own and word != "states"] == [
            word for word in written if word[0] == own and word != "states"
        ], "in the order in which they were typed"
    for reader in (spain, uganda):
        found = reader.paper()
        assert found is not None and found["document"]["clauses"][0]["text"] == texts[0]
        assert "u003" not in reader.placard.log(), "what is typed is in no log"
        reader.client.close()
