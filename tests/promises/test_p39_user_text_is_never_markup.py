"""P-39: what people type is never markup: hostile text through every field, then every page in Chromium."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from app.founding import SAMPLE
from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.payloads import BECAME_MARKUP, MARK, PAYLOADS
from tests.web.walk import ROLES, Noticed, open_page, paths, signed_in


def hostile_guide(folder: Path) -> Path:
    """The sample guide with a payload in topics, titles, positions, questions and sources."""
    payloads = itertools.cycle(PAYLOADS)
    lines = [
        f"{line} {next(payloads)}" if len(line.split()) > 6 or line.startswith("Topic") else line
        for line in SAMPLE.read_text("utf-8").splitlines()
    ]
    path = folder / "<img src=x onerror=alert('xss7')>.txt"
    path = folder / path.name.replace("/", "")
    path.write_text("\n".join(lines), "utf-8")
    return path


class Vandal(Afternoon):
    """Somebody types payloads wherever something can be typed, for the whole afternoon and beyond."""

    def vandalise(self) -> None:
        """Every payload through every string field that a delegation or the dais can fill."""
        self.opens()
        self.debates()
        for payload in PAYLOADS:
            self.moved_and_ruled_out(payload)
        self.a_draft_of_payloads()
        for payload in PAYLOADS[::6]:
            self.seat(0, "/papers", title=payload)
            self.counted_out(payload)
        for payload in PAYLOADS[::3]:
            self.amended(payload)
        self.served.joined(self.served.code("observer")).close()
        for payload in PAYLOADS[::4]:
            body = {"code": self.served.code("observer"), "name": payload}
            with self.served.nobody() as client:
                assert client.post("/join", json=body).status_code == 200
        self.adopts()
        self.pending()

    def moved_and_ruled_out(self, payload: str) -> None:
        """A caucus on the payload, out of order for the payload, insisted on for the payload."""
        terms = {"kind": "moderated_caucus", "total_seconds": 600, "speech_seconds": 59, "topic": payload}
        motion = self.chair("/motions", seat=self.seats[1], insist=payload, **terms)
        self.chair(f"/motions/{motion}/ruling", reason=payload)

    def a_draft_of_payloads(self) -> None:
        """A draft whose title and clauses are payloads, once returned for one, then introduced."""
        self.words |= {"title": PAYLOADS[0], "opening": PAYLOADS[37], "text": PAYLOADS[9]}
        self.words["reason"] = PAYLOADS[31]
        self.writes_only()
        for version, payload in enumerate(PAYLOADS, start=2):
            opening = payload if version % 2 else "Requests"
            self.text(0, version=version, edit="add", kind="operative", opening=opening, text=payload)
        self.introduced()

    def writes_only(self) -> None:
        """The paper is started and signed."""
        self.seat(0, "/papers", title=self.words["title"])
        for place in range(1, 6):
            self.seat(0, "/papers/WP-1/readers", reader=self.seats[place])
            self.seat(place, f"/papers/WP-1/{'sponsors' if place == 1 else 'signatories'}")
        given = {"kind": "operative", "opening": self.words["opening"], "text": self.words["text"]}
        self.text(0, version=0, edit="add", **given)
        self.text(0, version=1, edit="title", text=self.words["title"])

    def introduced(self) -> None:
        """It is submitted, returned, submitted, approved and introduced."""
        self.seat(0, "/papers/WP-1/submission")
        self.chair("/papers/WP-1/return", reason=self.words["reason"])
        self.seat(0, "/papers/WP-1/submission")
        self.chair("/papers/WP-1/approval")
        self.by_placards("motion", str(self.seat(0, "/motions", kind="introduce_draft", paper="WP-1")))

    def counted_out(self, payload: str) -> None:
        """A vote is called off for the payload."""
        motion = self.chair("/motions", seat=self.seats[2], kind="unmoderated_caucus", total_seconds=300)
        vote = self.put("motion", str(motion), "placards")
        self.chair(f"/votes/{vote}/annulment", reason=payload)
        self.chair(f"/motions/{motion}/withdrawal")

    def amended(self, payload: str) -> None:
        """A change to a clause is proposed in the words of the payload."""
        paper = self.served.client("chair", "dais-1").get(self.served.here + "/papers/WP-1").json()
        clause = paper["document"]["clauses"][3]["uid"]
        words = {"opening": payload, "text": f"{payload} once more"}
        change = {"action": "modify", "base": paper["digest"], "clause": clause, **words}
        self.seat(3, "/papers/WP-1/amendments", **change)

    def pending(self) -> None:
        """After the voting some stay on every screen: motions of payloads."""
        self.chair("/voting/closure")
        self.chair("/debates", insist=PAYLOADS[6])
        for place, payload in enumerate(PAYLOADS[5:10]):
            terms: dict[str, Any] = {"total_seconds": 540 + 60 * place, "speech_seconds": 60}
            self.seat(place, "/motions", kind="moderated_caucus", topic=payload, **terms)


@pytest.fixture(scope="module")
def vandal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vandal]:
    """A committee founded from a hostile guide, after an afternoon of payloads."""
    guide = hostile_guide(tmp_path_factory.mktemp("guide"))
    with Served(tmp_path_factory.mktemp("data"), guide=guide) as served:
        found = Vandal(served)
        found.vandalise()
        yield found


def markup(page: Page) -> list[str]:
    """What of the page is markup that somebody typed."""
    return [str(one) for one in page.evaluate(BECAME_MARKUP)]


def test_p39_the_payloads_are_many_and_marked() -> None:
    assert len(set(PAYLOADS)) >= 50
    assert [payload for payload in PAYLOADS if MARK not in payload] == []


@pytest.mark.browser
@pytest.mark.parametrize("role", [role for role in ROLES if role != "assistant"])
def test_p39_no_page_takes_a_payload_for_markup(vandal: Vandal, chromium: Browser, role: str) -> None:
    noticed, carried = Noticed(), 0
    with signed_in(chromium, vandal.served, role, noticed) as context:
        page = context.new_page()
        for path in paths(vandal.served)[role]:
            status = open_page(page, vandal.served, path)
            assert status == 200 or (status == 404 and "/papers/" in path), path
            assert markup(page) == [], path
            assert page.evaluate("window.violations") == [], path
            carried += MARK in page.inner_text("body")
    assert noticed.bad() == {}
    assert carried >= {"nobody": 0, "projector": 1, "lobby": 0}.get(role, 5), "payloads really were shown"


@pytest.mark.browser
def test_p39_nor_does_a_page_that_is_open_while_they_are_typed(vandal: Vandal, chromium: Browser) -> None:
    noticed, served = Noticed(), vandal.served
    with (
        signed_in(chromium, served, "chair", noticed) as chair,
        signed_in(chromium, served, "delegate", noticed) as delegate,
        signed_in(chromium, served, "projector", noticed) as screen,
    ):
        views = [(chair, "chair"), (delegate, "seat"), (screen, "projector")]
        pages = [context.new_page() for context, _ in views]
        for page, (_, name) in zip(pages, views, strict=True):
            open_page(page, served, f"{served.here}/{name}")
        vote = vandal.put("motion", str(served.room().floor.motions.pending[0].number), "placards")
        vandal.chair(f"/votes/{vote}/count", yes=6, no=0)
        vandal.chair(f"/votes/{vote}/result")
        for payload in PAYLOADS[::5]:
            terms = {"total_seconds": 600, "speech_seconds": 60, "topic": payload}
            vandal.chair("/motions", seat=vandal.seats[4], kind="moderated_caucus", insist="x", **terms)
            for page in pages:
                page.wait_for_timeout(40)
                assert markup(page) == [], payload
    assert noticed.bad() == {}


@pytest.mark.browser
def test_p39_the_test_would_see_markup(vandal: Vandal, chromium: Browser) -> None:
    """The eyes of this test, held to a page that does it wrong."""
    page = chromium.new_page()
    page.set_content(f"<main>{PAYLOADS[37]}{PAYLOADS[32]}{PAYLOADS[7]}<b title='xss7'>fine</b></main>")
    found = markup(page)
    page.close()
    assert len(found) >= 2, found
