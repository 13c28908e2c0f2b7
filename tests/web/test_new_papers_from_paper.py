"""A text that was written on paper: read on the chair's page, entered, written on, taken back."""

from __future__ import annotations

import re
import secrets
from html import unescape
from typing import Any

import pytest

from app.minutes import replay
from tests.served import Served
from tests.web.test_catching_up import HTML
from tests.web.test_pasted_texts import TEXT, word_file

INPUTS = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
LINES = re.compile(r'<textarea[^>]*id="happened"[^>]*>\n?(.*?)</textarea>', re.S)


@pytest.fixture(scope="module")
def debating(served: Served) -> Served:
    """The sample committee debates."""
    for path in ("/roll-calls", "/roll-call/all-present", "/roll-call/closure", "/debates"):
        served.do("chair", path, "dais-1")
    return served


def press(served: Served, path: str, sent: dict[str, str], file: Any = None, role: str = "chair") -> Any:
    client = served.client(role, "dais-1" if role == "chair" else served.members()[0])
    where = f"{served.here}/catching-up{path}"
    if path:
        return client.post(where, data=sent, files={"file": file or ("", b"")}, headers=HTML)
    return client.post(where, data=sent, headers=HTML)


def on_page(answer: Any) -> dict[str, str]:
    """What the page that came would send."""
    page = answer.text
    found = {name: unescape(value) for name, value in INPUTS.findall(page)}
    lines = LINES.search(page)
    assert lines is not None
    return {**found, "happened": unescape(lines[1])}


def with_paper(served: Served, **given: str) -> dict[str, str]:
    one, two, *more = served.members()[:12]
    fields = {"title": "Returnees", "sponsors": f"{one}, {two}", "signatories": ", ".join(more)}
    fields |= {"stage": "introduced", "count": "20-0"}
    answer = press(served, "/papers", {**fields, "text": TEXT, **given})
    assert answer.status_code == 200, answer.text
    return on_page(answer)


def enter(served: Served, sent: dict[str, str]) -> Any:
    looked = press(served, "", {**sent, "does": "look"})
    assert looked.status_code == 200, unescape(looked.text)
    sent = {**on_page(looked), "command_id": secrets.token_hex(16), "does": "enter"}
    answer = press(served, "", sent)
    assert answer.status_code == 303, unescape(answer.text)
    assert press(served, "", sent).headers["location"] == answer.headers["location"], "once"
    return answer


def undo(served: Served, answer: Any) -> None:
    served.do("chair", f"/sheets/{answer.headers['location'].rpartition('=')[2]}/undoing", "dais-1")


def test_a_pasted_text_becomes_a_draft_with_its_number_and_goes_back_with_its_sheet(debating: Served) -> None:
    head = debating.head()
    sent = with_paper(debating)
    assert sent["happened"].startswith("new paper: Returnees; sponsors ")
    assert debating.head() == head, "what was read is looked through before anything is entered"
    answer = enter(debating, sent)
    floor = debating.room().floor
    (paper,) = floor.papers.papers
    assert (paper.stage, paper.symbol, len(paper.sponsors)) == ("introduced", "DR 1.1", 2)
    shown = debating.client("delegate", debating.members()[4]).get(f"{debating.here}/papers/{paper.key}")
    assert shown.status_code == 200 and "report every year" in shown.text
    assert replay(debating.ask(debating.house.store.since(debating.committee))) == floor
    undo(debating, answer)
    assert debating.room().floor.papers.papers == ()


def test_a_file_becomes_a_working_paper_that_its_sponsors_write_on(debating: Served) -> None:
    one, two = debating.members()[:2]
    fields = {"title": "Returnees", "sponsors": one, "signatories": two, "stage": "working_paper"}
    read = press(debating, "/papers", fields, ("wp.docx", word_file()))
    answer = enter(debating, on_page(read))
    (paper,) = debating.room().floor.papers.papers
    assert (paper.stage, paper.sponsors, paper.signatories) == ("working_paper", (one,), (two,))
    here, author = f"{debating.here}/papers/{paper.key}", debating.client("delegate", one)
    found = author.get(here).json()
    assert [clause["opening"] for clause in found["document"]["clauses"]][:2] == ["Recalling", "Urges"]
    given = {"version": found["version"], "edit": "add", "kind": "operative", "text": "Decides to meet"}
    assert author.post(f"{here}/text", json=given).status_code == 200
    assert debating.client("delegate", debating.members()[3]).get(here).status_code == 404, "it is private"
    undo(debating, answer)


def test_what_was_taken_back_and_entered_again_has_the_newer_text(debating: Served) -> None:
    answer = enter(debating, with_paper(debating, stage="working_paper"))
    undo(debating, answer)
    newer = TEXT.replace("every year", "every month")
    answer = enter(debating, with_paper(debating, stage="working_paper", text=newer))
    (paper,) = debating.room().floor.papers.papers
    author = debating.client("delegate", debating.members()[0])
    assert "every month" in author.get(f"{debating.here}/papers/{paper.key}").text
    undo(debating, answer)


def test_another_paper_under_the_same_key_has_nothing_of_one_that_was_taken_back(debating: Served) -> None:
    undo(debating, enter(debating, with_paper(debating, stage="working_paper")))
    other = debating.members()[6]
    debating.do("delegate", "/papers", other, title="Something else")
    (paper,) = debating.room().floor.papers.papers
    here, author = f"{debating.here}/papers/{paper.key}", debating.client("delegate", other)
    found = author.get(here).json()
    assert paper.key == "WP-1" and found["document"]["clauses"] == []
    given = {"version": found["version"], "edit": "add", "kind": "operative", "text": "Decides to meet"}
    for _ in range(2):
        answer = author.post(f"{here}/text", json=given)
        assert answer.status_code == 200, answer.text
        given["version"] = answer.json()["saved"]
    assert len(author.get(here).json()["document"]["clauses"]) == 2
    pages = [author.get(f"{here}/versions{told}", headers=HTML).text for told in ("", "?version=1")]
    assert all("report every year" not in page for page in pages)


def test_a_text_that_is_read_again_takes_the_place_of_the_first(debating: Served) -> None:
    sent = with_paper(debating)
    again = press(debating, "/papers", {**sent, "title": "returnees", "text": TEXT.replace("fund", "trust")})
    sent = on_page(again)
    assert [name for name in sent if name.startswith("paper_text.")] == ["paper_text.0"]
    assert "trust" in sent["paper_text.0"] and sent["happened"].count("new paper") == 1
    off = on_page(press(debating, "", {**sent, "off": "0", "happened": ""}))
    assert "paper_text.0" not in off


def test_what_cannot_be_read_says_so_and_keeps_what_was_typed(debating: Served) -> None:
    kept = {"happened": "list closed", "title": "Returnees", "sponsors": "Atlantis"}
    for sent, file in (
        ({"text": ""}, None),
        ({"text": "x" * 200_001}, None),
        ({"text": TEXT, "paper_text.0": "{"}, None),
        ({"text": ""}, ("a.docx", b"PK\3\4 no Word file")),
    ):
        answer = press(debating, "/papers", {**kept, **sent}, file)
        page = unescape(answer.text)
        assert answer.status_code == 422 and "Nothing was entered" in page
        assert on_page(answer)["happened"] == "list closed" and 'value="Returnees"' in page
    page = unescape(press(debating, "/papers", {**kept, "text": "Buy bread."}).text)
    assert "No resolution was found" in page and 'value="Returnees"' in page
    broken = press(debating, "", {"happened": "list closed", "paper_text.0": "[]", "does": "look"})
    assert broken.status_code == 422 and "did not come back whole" in unescape(broken.text)


def test_the_head_of_the_text_names_what_the_fields_leave_open(debating: Served) -> None:
    names = debating.house.directory(debating.committee).short_names
    one, two = (names[key] for key in debating.members()[:2])
    headed = f"Sponsors: {one}, {two}\n\n{TEXT}"
    sent = with_paper(debating, sponsors="", signatories="", text=headed)
    assert f"; sponsors {one}, {two}; introduced; 20-0" in sent["happened"]


def test_the_chair_alone_reads_a_text_in(debating: Served) -> None:
    assert press(debating, "/papers", {"text": TEXT}, role="delegate").status_code == 403
