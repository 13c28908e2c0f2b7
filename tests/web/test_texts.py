"""Edits of a working paper that do not fit: each gets a sentence, and the text stays as it was."""

from __future__ import annotations

import json
import re
import threading
from typing import Any

import pytest

from app.papers import check as paper_check
from resolutions.checking import check
from tests.served import Served
from tests.web.saying import sentences

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TEXTS: dict[str, tuple[dict[str, str], bytes, int]] = {
    "no JSON": (JSON, b"{", 422),
    "NaN": (JSON, b'{"version": NaN}', 422),
    "half a character": (JSON, b'{"version": 0, "edit": "title", "text": "\\ud800"}', 422),
    "plain text": ({"Content-Type": "text/plain"}, b"version=0", 422),
    "no version": (JSON, b'{"edit": "title", "text": "x"}', 422),
    "a version in raised digits": (FORM, "version=²&edit=title&text=x".encode(), 422),
    "a version of 5,000 digits": (FORM, b"version=" + b"9" * 5000, 409),
    "an edit that is none": (JSON, b'{"version": 0, "edit": "burn"}', 422),
    "no edit": (JSON, b'{"version": 0}', 422),
    "a clause that is not there": (JSON, b'{"version": 0, "edit": "remove", "clause": "nobody"}', 422),
    "a clause of a kind that is none": (JSON, b'{"version": 0, "edit": "add", "kind": "x"}', 422),
    "a clause without words": (JSON, b'{"version": 0, "edit": "add", "kind": "operative"}', 422),
    "a clause of 100,000 characters": (
        JSON,
        json.dumps({"version": 0, "edit": "add", "kind": "operative", "text": "x" * 100_000}).encode(),
        422,
    ),
    "a title of 300 characters": (
        JSON,
        json.dumps({"version": 0, "edit": "title", "text": "x" * 300}).encode(),
        422,
    ),
    "a character that cannot be printed": (
        JSON,
        b'{"version": 0, "edit": "add", "kind": "operative", "text": "a\\u0000b"}',
        422,
    ),
}


@pytest.fixture(scope="module")
def paper(served: Served) -> str:
    """A working paper that nothing was written in yet; returns its sponsor."""
    author = served.members()[0]
    served.do("delegate", "/papers", author, title="Reintegration")
    return author


@pytest.mark.parametrize("name", TEXTS)
def test_an_edit_that_does_not_fit_leaves_the_text_as_it_was(served: Served, paper: str, name: str) -> None:
    headers, body, status = TEXTS[name]
    client = served.client("delegate", paper)
    before = client.get(f"{served.here}/papers/WP-1").json()
    answer = client.post(f"{served.here}/papers/WP-1/text", content=body, headers=headers)
    assert answer.status_code == status, answer.text
    assert sentences(answer)
    assert client.get(f"{served.here}/papers/WP-1").json() == before


def test_a_text_that_is_with_the_dais_is_not_written_any_more(served: Served, paper: str) -> None:
    room = served.room()
    assert room.floor.papers.get("WP-1").stage == "working_paper"  # type: ignore[union-attr]
    served.do("chair", "/papers/WP-1/withdrawal", "dais-1", seat=paper)
    given = {"version": 0, "edit": "title", "text": "Late"}
    answer = served.client("delegate", paper).post(f"{served.here}/papers/WP-1/text", json=given)
    assert answer.status_code == 409, answer.text
    assert sentences(answer)


def test_the_check_beside_a_text_offers_a_press_that_puts_a_finding_right(served: Served) -> None:
    author = served.members()[1]
    served.do("delegate", "/papers", author, title="Lamps")
    client = served.client("delegate", author)
    key = served.room().floor.papers.papers[-1].key
    here = f"{served.here}/papers/{key}"
    edit = {"version": 0, "edit": "add", "kind": "operative", "opening": "Noting", "text": "the dark"}
    assert client.post(f"{here}/text", json=edit).status_code in (200, 303)
    page = client.get(here, headers={"Accept": "text/html"}).text
    assert "Check of the form" in page
    place = re.search(r'name="finding" value="(\d+)"><input type="hidden" name="rule" value="L22o"', page)
    assert place, page
    fix = {"version": 1, "edit": "fix", "finding": place[1], "rule": "L22o"}
    assert client.post(f"{here}/text", json=fix).status_code in (200, 303)
    assert client.get(here).json()["document"]["clauses"][0]["opening"] == "Notes"
    gone = client.post(f"{here}/text", json={**fix, "version": 2})
    assert gone.status_code == 422
    assert sentences(gone) == ["This is no longer found in the paper. Look at the check again."]


def test_the_check_of_a_text_is_made_once_and_beside_the_loop(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def noting(*given: Any) -> Any:
        threads.append(threading.get_ident())
        return check(*given)

    monkeypatch.setattr(paper_check, "check", noting)
    author = served.members()[0]
    served.do("delegate", "/papers", author, title="Nobody checked this")
    key = f"WP-{len(served.room().floor.papers.papers)}"
    client, here = served.client("delegate", author), f"{served.here}/papers/{key}"
    given = {"version": 0, "edit": "add", "kind": "operative", "text": "Urges nobody to check it twice"}
    assert client.post(f"{here}/text", json=given).status_code == 200
    for _ in range(2):
        assert "Check of the form" in client.get(here, headers={"Accept": "text/html"}).text

    async def the_loop() -> int:
        return threading.get_ident()

    assert len(threads) == 1 and threads[0] != served.ask(the_loop())
