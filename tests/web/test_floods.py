"""Whoever presses too often is asked to wait, whatever is pressed; others are not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.served import Served
from tests.web.shelf import HTML

BURST = 12


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server on which a seat has few presses at once, and gets one more every five seconds."""
    data: Path = tmp_path_factory.mktemp("strict")
    with Served(data, seat_presses=1, dais_presses=1, burst=BURST) as running:
        yield running


def test_texts_for_the_library_are_not_read_without_end(strict: Served) -> None:
    form: dict[str, Any] = {"data": {"title": "x" * 300}, "files": {"none": ("", b"")}, "headers": HTML}
    path = f"{strict.here}/library"
    answers = [strict.client("organizer").post(path, **form) for _ in range(BURST + 2)]
    assert [one.status_code for one in answers[:BURST]] == [422] * BURST
    assert answers[-1].status_code == 429
    assert "x" * 200 in answers[-1].text and 'id="add-error"' in answers[-1].text, "what was typed stays"


@pytest.mark.parametrize("path", ["comments", "text", "codes", "versions/1", "clauses", "pasted/taken"])
def test_what_is_done_to_a_paper_is_counted(strict: Served, path: str) -> None:
    seat = strict.members()[0]
    client = strict.client("delegate", seat)
    if not strict.room().floor.papers.get("WP-1"):
        strict.do("delegate", "/papers", seat, title="A paper")
    answers = [client.post(f"{strict.here}/papers/WP-1/{path}", json={}) for _ in range(BURST + 2)]
    assert answers[-1].status_code == 429, answers[-1].text
    assert answers[-1].json()["refused"][0]["rule"] == "too_many"
