"""P-30: what the dais scores for itself is in no byte that others are given, and in no export but its own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping

import pytest

from app.minutes import decode
from app.transcripts import transcript
from tests.promises.everything import CHANNELS, Everything
from tests.promises.test_p30_private_papers_and_ballots import ROLES
from tests.scoring import PAGE, Scoring, debate
from tests.served import Served

CANARY = "Quokka mumbles"


@pytest.fixture(scope="module")
def debating(served: Served) -> Served:
    debate(served)
    return served


@pytest.fixture
def scoring(debating: Served) -> Scoring:
    found = Scoring(debating)
    found.erase()
    return found


@pytest.fixture(scope="module")
def others(debating: Served) -> Iterator[Mapping[str, Everything]]:
    """Everybody but the dais, with a socket on each channel that there is."""
    clients = {role: debating.client(role) for role in ROLES}
    clients["delegation"] = debating.client("delegate", debating.members()[0])
    found = {name: Everything(debating, client) for name, client in clients.items()}

    async def open_all() -> list[asyncio.Task[None]]:
        channels = (*CHANNELS, "dais-scores")
        return [asyncio.create_task(one.listen(name)) for one in found.values() for name in channels]

    tasks = debating.ask(open_all())
    yield found
    for task in tasks:
        debating.loop.call_soon_threadsafe(task.cancel)


def test_p30_scores_and_remarks_are_given_to_the_dais_and_to_nobody_else(
    scoring: Scoring, others: Mapping[str, Everything]
) -> None:
    served = scoring.served
    scoring.give("dais-1", "3", 0)
    assert scoring.post("dais-1", "scores/remarks", seat=scoring.one, remark=CANARY).status_code == 200
    for role, seat in (("chair", "dais-1"), ("chair", "dais-2"), ("assistant", "")):
        page = served.client(role, seat).get(f"{served.here}/scores?seat={scoring.one}", headers=PAGE).text
        assert CANARY in page, role
    for name, one in others.items():
        read = one.read().lower()
        assert "quokka" not in read and "score-argentina" not in read and "scorecard" not in read, name
    for paper in ("paper-copy.pdf", "minutes", "projector", "floor.json"):
        answer = served.client("chair", "dais-1").get(f"{served.here}/{paper}", headers=PAGE)
        assert b"quokka" not in answer.content.lower(), paper
    minutes = served.ask(served.house.store.since(served.committee))
    lines = transcript((decode(one) for one in minutes), served.house.names(served.committee))
    assert "quokka" not in json.dumps(list(lines)).lower()
    assert "quokka" not in f"{scoring.book!r}{scoring.book.remarks!r}".lower()
    rows = [line for line in served.dump() if "quokka" in line.lower()]
    assert len(rows) == 1 and rows[0].startswith('INSERT INTO "remark"')
