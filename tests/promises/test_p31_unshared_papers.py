"""P-31: a permission that is taken back is gone at once, also on open sockets: here, a paper's readers."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.served import Served
from tests.shared_text.paper import Paper
from tests.shared_text.typist import Typist

AT_ONCE = 5.0
"""Seconds within which the promise says that it is over."""


@pytest.fixture
def paper(served: Served) -> Paper:
    return Paper(served)


@pytest.fixture
def reader(paper: Paper) -> Iterator[Typist]:
    with paper.sit(paper.reader) as one:
        yield one.greet(paper.clause)


def closed(typist: Typist) -> int:
    with pytest.raises(ConnectionClosed) as over:
        while True:
            typist.hears()
    assert over.value.rcvd is not None
    return over.value.rcvd.code


def page(paper: Paper, seat: str, path: str = "") -> tuple[int, str]:
    shown = paper.client(seat).get(
        f"{paper.served.here}/papers/{paper.key}{path}", headers={"Accept": "text/html"}
    )
    return shown.status_code, shown.text


@pytest.mark.parametrize("by", ["delegate", "chair"])
@pytest.mark.parametrize("stage", ["working_paper", "submitted"])
def test_p31_a_paper_that_is_taken_back_is_gone_from_pages_and_sockets(
    paper: Paper, reader: Typist, by: str, stage: str
) -> None:
    served, who = paper.served, "dais-1" if by == "chair" else paper.author
    if stage == "submitted":
        served.do("chair", f"/papers/{paper.key}/submission", "dais-1", insist="A test")
    with paper.sit(paper.sponsor) as other:
        other.greet(paper.clause)
        began = time.monotonic()
        served.do(by, f"/papers/{paper.key}/unsharing", who, reader=paper.reader)
        assert closed(reader) == 4403
        assert time.monotonic() - began < AT_ONCE
        other.until("look")
    with pytest.raises(InvalidStatus):
        paper.sit(paper.reader)
    for path in ("", "/versions"):
        status, text = page(paper, paper.reader, path)
        assert status == 404 and "took this paper back" in text, "it is told of whom it was taken"
        assert "Reintegration" not in text and "states to act" not in text
    assert f"/papers/{paper.key}" not in paper.client(paper.reader).get(f"{served.here}/papers").text
    said = {"clause": paper.clause, "comment": "Mine", "command_id": "a" * 16}
    for path in ("comments", "sponsors", "signatories", "text", "codes"):
        answer = paper.client(paper.reader).post(f"{served.here}/papers/{paper.key}/{path}", json=said)
        assert answer.status_code in (403, 404, 422), (path, answer.text)
    assert paper.reader not in served.room().floor.papers.get(paper.key).readers  # type: ignore[union-attr]


def test_p31_no_code_opens_a_paper_that_was_taken_back(paper: Paper) -> None:
    served, client = paper.served, paper.client(paper.reader)
    made = paper.client(paper.author).post(f"{served.here}/papers/{paper.key}/codes", json={"edits": True})
    served.do("delegate", f"/papers/{paper.key}/unsharing", paper.author, reader=paper.reader)
    entered = client.post(f"{served.here}/papers/entrance", json={"code": made.json()["shown"]})
    assert entered.status_code == 403 and "took this paper back" in entered.text
    assert page(paper, paper.reader)[0] == 404
    served.do("delegate", f"/papers/{paper.key}/readers", paper.author, reader=paper.reader)
    assert page(paper, paper.reader)[0] == 200, "it is shared again by name"


def test_p31_the_page_says_from_whom_it_can_be_taken_back(paper: Paper) -> None:
    _, text = page(paper, paper.author)
    form = text.split('id="unshare-form"')[1].split("</form>")[0]
    assert f'value="{paper.reader}"' in form and f'value="{paper.sponsor}"' not in form
    assert "It loses the text at once" in text
    assert 'id="unshare-form"' not in page(paper, paper.reader)[1]
