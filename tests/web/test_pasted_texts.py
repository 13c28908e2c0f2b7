"""A text from elsewhere is read, looked over, and only then taken as a paper's text."""

from __future__ import annotations

import html
import io
import json

import docx
import httpx2 as httpx
import pytest

from app.access.throttles import Presses
from app.settings import Settings
from tests.served import Served
from tests.web.saying import sentences

TEXT = """The General Assembly,

Recalling its resolution on returnees,

1. Urges Member States to report every year;
2. Requests the Secretary-General:
(a) to set up a fund;
(b) to name a coordinator.
"""
LISTS = (
    "<p>The Council,</p><p><i>Recalling</i> its mandate,</p>"
    "<ol><li>Urges all to report;</li><li>Decides to meet.</li></ol>"
)


@pytest.fixture
def path(served: Served) -> str:
    """A new working paper of the first delegation, with one clause."""
    author = served.members()[0]
    served.do("delegate", "/papers", author, title="Reintegration")
    key = f"WP-{len(served.room().floor.papers.papers)}"
    path = f"{served.here}/papers/{key}"
    given = {"version": 0, "edit": "add", "kind": "operative", "text": "Urges nobody"}
    assert served.client("delegate", author).post(f"{path}/text", json=given).status_code == 200
    return path


def author(served: Served) -> httpx.Client:
    return served.client("delegate", served.members()[0])


def word_file() -> bytes:
    document = docx.Document()
    for line in TEXT.splitlines():
        if line:
            document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


SENT = {
    "pasted": ({"text": TEXT}, None, ["report every year", "set up a fund", "name a coordinator"]),
    "pasted as a page": ({"text": "x", "page": LISTS}, None, ["all to report", "to meet"]),
    "a Word file": ({}, ("wp.docx", word_file()), ["report every year", "name a coordinator"]),
}


@pytest.mark.parametrize("how", SENT)
def test_a_text_is_shown_as_it_was_read_and_taken_with_one_press(served: Served, path: str, how: str) -> None:
    fields, file, wanted = SENT[how]
    client, before = author(served), author(served).get(path).json()
    sent = {"file": file} if file else {"file": ("", b"")}
    page = client.post(f"{path}/pasted", data=fields, files=sent, headers={"Accept": "text/html"})
    assert page.status_code == 200, page.text
    assert all(words in page.text for words in wanted)
    assert client.get(path).json() == before, "nothing is changed before it is looked over"

    document = html.unescape(page.text.split('name="document" value="')[1].split('"')[0])
    taken = client.post(f"{path}/pasted/taken", json={"version": before["version"], "document": document})
    assert taken.status_code == 200, taken.text
    clauses = client.get(path).json()["document"]["clauses"]
    assert [word for word in wanted if any(word in one["text"] for one in clauses)] == wanted
    assert "Urges nobody" not in json.dumps(clauses)
    versions = client.get(f"{path}/versions", headers={"Accept": "text/html"}).text
    assert "nobody" in versions, "what was there is among the earlier versions"


def test_what_cannot_be_read_has_a_sentence(served: Served, path: str) -> None:
    client = author(served)
    for fields, file in (
        ({"text": "  "}, ("", b"")),
        ({"text": "x" * 200_001}, ("", b"")),
        ({}, ("a.docx", b"PK\3\4 no Word file")),
        ({}, ("a.exe", b"MZ\0\0")),
    ):
        refused = client.post(f"{path}/pasted", data=fields, files={"file": file})
        assert refused.status_code == 422 and sentences(refused), (fields, file)
    page = client.post(
        f"{path}/pasted",
        data={"text": "Buy bread."},
        files={"file": ("", b"")},
        headers={"Accept": "text/html"},
    )
    assert "No resolution was found" in page.text
    for document in ("", "{", "[]", '{"clauses": [{"kind": "x"}]}'):
        refused = client.post(f"{path}/pasted/taken", json={"version": 1, "document": document})
        assert refused.status_code == 422 and sentences(refused)


def test_only_those_who_write_the_paper_may_send_one(served: Served, path: str) -> None:
    stranger = served.client("delegate", served.members()[3])
    assert stranger.get(f"{path}/pasted").status_code == 404
    assert stranger.post(f"{path}/pasted", data={"text": TEXT}, files={"file": ("", b"")}).status_code == 404
    assert stranger.post(f"{path}/pasted/taken", json={"version": 1, "document": "{}"}).status_code == 404


def test_who_sends_too_often_waits(served: Served, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(served.house, "presses", Presses(Settings(seat_presses=1, burst=1)))
    sent = [author(served).post(f"{path}/pasted", data={"text": TEXT}).status_code for _ in range(2)]
    assert sent == [200, 429]
