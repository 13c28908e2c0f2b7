"""What the writers of a paper do beside its text: versions, comments, and codes that let others in."""

from __future__ import annotations

from typing import Any

import httpx2 as httpx
import pytest

from tests.served import Served
from tests.web.saying import sentences


class Paper:
    """A paper of one delegation, shared with one reader."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.author, self.reader, self.other, self.stranger = served.members()[:4]
        served.do("delegate", "/papers", self.author, title="Reintegration")
        self.key = f"WP-{len(served.room().floor.papers.papers)}"
        self.path = f"{served.here}/papers/{self.key}"
        served.do("delegate", f"/papers/{self.key}/readers", self.author, reader=self.reader)

    def post(self, seat: str, path: str, **given: Any) -> httpx.Response:
        return self.served.client("delegate", seat).post(f"{self.path}{path}", json=given)

    def page(self, seat: str, path: str = "") -> str:
        client = self.served.client("delegate", seat)
        return client.get(f"{self.path}{path}", headers={"Accept": "text/html"}).text

    def read(self) -> dict[str, Any]:
        return self.served.client("delegate", self.author).get(self.path).json()  # type: ignore[no-any-return]

    def edit(self, **given: Any) -> None:
        answer = self.post(self.author, "/text", version=self.read()["version"], **given)
        assert answer.status_code == 200, answer.text

    def clauses(self) -> list[str]:
        return [one["text"] for one in self.read()["document"]["clauses"]]


@pytest.fixture
def paper(served: Served) -> Paper:
    found = Paper(served)
    for text in ("a report every year", "a fund for returnees"):
        found.edit(edit="add", kind="operative", opening="Requests", text=text)
    return found


def uid(paper: Paper, at: int = 0) -> str:
    return str(paper.read()["document"]["clauses"][at]["uid"])


def test_an_earlier_version_is_shown_with_what_it_would_change_and_restored(paper: Paper) -> None:
    gone = uid(paper)
    paper.edit(edit="remove", clause=gone)
    shown = paper.page(paper.author, "/versions")
    assert "a report every year" in shown and "Restore version 2" in shown
    restored = paper.post(paper.author, "/versions/2", version=paper.read()["version"])
    assert restored.status_code == 200, restored.text
    assert paper.clauses() == ["a report every year", "a fund for returnees"] and uid(paper) == gone
    assert "Version 3" in paper.page(paper.author, "/versions"), "what was there is kept too"


def test_a_version_is_restored_by_those_who_may_write_on_the_text_that_they_saw(paper: Paper) -> None:
    paper.edit(edit="remove", clause=uid(paper))
    version = paper.read()["version"]
    assert paper.post(paper.reader, "/versions/1", version=version).status_code == 403
    assert paper.post(paper.author, "/versions/99", version=version).status_code == 422
    assert paper.post(paper.author, "/versions/1", version=version - 1).status_code == 409
    assert paper.post(paper.author, f"/versions/{2**70}", version=version).status_code == 422
    assert paper.clauses() == ["a fund for returnees"]


def test_a_comment_is_for_those_who_may_read_the_paper_and_can_be_settled(paper: Paper) -> None:
    said = paper.post(paper.reader, "/comments", clause=uid(paper), comment="Who pays for it?")
    assert said.status_code == 200, said.text
    assert "Who pays for it?" in paper.page(paper.author) and "Who pays for it?" in paper.page(paper.reader)
    key = paper.page(paper.author).split('id="comment-')[1].split('"')[0]
    assert paper.post(paper.stranger, f"/comments/{key}").status_code == 404
    assert paper.post(paper.author, f"/comments/{key}").status_code == 200
    assert "settled by" in paper.page(paper.reader)
    assert paper.post(paper.reader, f"/comments/{key}").status_code == 200
    assert "settled by" not in paper.page(paper.reader), "whoever made it may take it up again"


@pytest.mark.parametrize("comment", ["", "   ", "x" * 1_001, "a\0b"])
def test_a_comment_that_does_not_fit_has_a_sentence(paper: Paper, comment: str) -> None:
    refused = paper.post(paper.reader, "/comments", clause=uid(paper), comment=comment)
    assert refused.status_code == 422 and sentences(refused)
    assert paper.post(paper.reader, "/comments", clause="none", comment="a").status_code == 422
    assert paper.post(paper.reader, "/comments/999999").status_code == 422
    assert paper.post(paper.stranger, "/comments", clause=uid(paper), comment="a").status_code == 404


def test_a_code_lets_a_delegation_read_or_write_in_the_name_of_its_maker(paper: Paper) -> None:
    served = paper.served
    for edits, may_write in ((False, 403), (True, 200)):
        made = paper.post(paper.author, "/codes", edits=str(edits).lower())
        code = made.json()["shown"]
        other = served.client("delegate", paper.other)
        entered = other.post(f"{served.here}/papers/entrance", json={"code": code.lower()})
        assert entered.json() == {"see": paper.path}, entered.text
        given = {
            "edit": "change",
            "clause": uid(paper),
            "text": "a report",
            "version": paper.read()["version"],
        }
        assert paper.post(paper.other, "/text", **given).status_code == may_write
    assert served.room().floor.papers.get(paper.key).editors == (paper.other,)  # type: ignore[union-attr]
    assert served.room().history.kept[-1].entry.by == paper.author


def test_a_field_of_json_may_be_true_or_false(paper: Paper) -> None:
    paper.post(paper.author, "/readers", command_id="a" * 16, reader=paper.reader, edits=True)
    code = paper.post(paper.author, "/codes", edits=True).json()["shown"]
    other = paper.served.client("delegate", paper.other)
    assert other.post(f"{paper.served.here}/papers/entrance", json={"code": code}).status_code == 200
    found = paper.served.room().floor.papers.get(paper.key)
    assert found is not None and paper.other in found.editors, "a code for writing lets write"


def test_a_code_gives_nobody_what_was_taken_from_it(paper: Paper) -> None:
    served, other = paper.served, paper.other
    code = paper.post(paper.author, "/codes", edits="true").json()["shown"]

    def enters() -> httpx.Response:
        return served.client("delegate", other).post(f"{served.here}/papers/entrance", json={"code": code})

    assert enters().json() == {"see": paper.path}
    served.do("delegate", f"/papers/{paper.key}/readers", paper.author, reader=other, edits=False)
    assert enters().json() == {"see": paper.path}, "it may still be read"
    found = served.room().floor.papers.get(paper.key)
    assert found is not None and other not in found.editors, "writing was taken away by name"
    served.do("delegate", f"/papers/{paper.key}/readers", paper.author, reader=other, edits=True)
    assert enters().json() == {"see": paper.path}
    found = served.room().floor.papers.get(paper.key)
    assert found is not None and other in found.editors, "and is given back by name"


def test_a_code_that_opens_nothing_has_a_sentence(paper: Paper) -> None:
    served, stranger = paper.served, paper.served.client("delegate", paper.stranger)
    first = paper.post(paper.author, "/codes", edits="false").json()["shown"]
    paper.post(paper.author, "/codes", edits="false")
    for code in (first, "", "0000-0000-0000"):
        refused = stranger.post(f"{served.here}/papers/entrance", json={"code": code})
        assert refused.status_code == 422 and sentences(refused), "a new code ends the one before"
    assert paper.post(paper.reader, "/codes", edits="false").status_code == 403
    assert paper.post(paper.stranger, "/codes", edits="true").status_code == 404
    code = paper.post(paper.author, "/codes", edits="false").json()["shown"]
    served.do("delegate", f"/papers/{paper.key}/withdrawal", paper.author)
    assert stranger.post(f"{served.here}/papers/entrance", json={"code": code}).status_code == 422
    assert stranger.get(paper.path).status_code == 404


def test_the_clauses_of_another_paper_come_in_once_with_their_sub_clauses(paper: Paper) -> None:
    served = paper.served
    other = Paper(served)
    other.edit(edit="add", kind="operative", opening="Requests", text="a report every year")
    other.edit(edit="add", kind="operative", opening="Decides", text="to set up")
    other.edit(edit="add", kind="sub", parent=uid(other, 1), text="a group of experts")
    for _ in range(2):
        paper.post(paper.author, "/clauses", other=other.key, version=paper.read()["version"])
    assert paper.clauses() == [
        "a report every year",
        "a fund for returnees",
        "to set up",
        "a group of experts",
    ]
    again = paper.post(paper.author, "/clauses", other=other.key, version=paper.read()["version"])
    assert again.status_code == 422 and "no clause that is not here" in again.text
    merged = served.act("delegate", f"/papers/{paper.key}/merger", paper.author, other=other.key)
    assert merged.status_code == 200, merged.text
    assert served.room().floor.papers.get(other.key).stage == "merged"  # type: ignore[union-attr]


def test_nothing_comes_in_from_a_paper_that_its_writer_may_not_read(paper: Paper) -> None:
    served = paper.served
    served.do("delegate", "/papers", paper.stranger, title="Another paper")
    key = f"WP-{len(served.room().floor.papers.papers)}"
    for other in (key, "WP-999", paper.key, ""):
        refused = paper.post(paper.author, "/clauses", other=other, version=paper.read()["version"])
        assert refused.status_code == 422 and sentences(refused), other
    page = paper.page(paper.author, "").replace(paper.path, "")
    assert key not in page, "not even its name is offered"
    map_ = served.client("delegate", paper.author).get(f"{served.here}/papers/map").text
    assert "Another paper" not in map_
