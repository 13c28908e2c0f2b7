"""The page of a working paper in Chromium: several presses at once, and writing that is allowed again."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.served import Served
from tests.shared_text.paper import Paper
from tests.web.walk import Noticed, signed_in

pytestmark = pytest.mark.browser
WAIT_MS = 30_000
SLOW_S = 1.5
"""Seconds that one edit is on its way."""


@pytest.fixture
def paper(served: Served) -> Paper:
    found = Paper(served)
    for seat in served.members()[4:9]:
        served.do("chair", f"/papers/{found.key}/signatories", "dais-1", seat=seat)
    return found


@pytest.fixture
def page(served: Served, paper: Paper, chromium: Browser) -> Iterator[Page]:
    """The paper as its author has it open on a laptop."""
    size = {"width": 1366, "height": 768}
    with signed_in(chromium, served, "delegate", Noticed(), viewport=size) as context:
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        page.goto(f"{served.base}{served.here}/papers/{paper.key}")
        expect(page.locator("[data-typing-state]")).to_have_attribute(
            "data-typing-state", "kept", timeout=WAIT_MS
        )
        yield page


def test_every_edit_that_is_pressed_while_one_is_on_its_way_is_kept(paper: Paper, page: Page) -> None:
    def slowly(route: Route) -> None:
        time.sleep(SLOW_S)
        route.continue_()

    page.route("**/text", slowly)
    page.locator("#edit-title summary").click()
    page.locator("#paper-title").fill("Return and reintegration")
    for part in ("preambular", "operative"):
        page.locator(f"#add-{part} > summary").click()
        page.locator(f"#form-add-{part} [name=text]").fill(f"words of the {part} part")
    page.evaluate(
        """() => {
      document.querySelector('#edit-title form').requestSubmit();
      document.getElementById('form-add-preambular').requestSubmit();
      document.getElementById('form-add-operative').requestSubmit();
    }"""
    )
    page.locator("#paper-title").fill("Return and reintegration of all")  # typed on while it is on its way
    expect(page.locator("summary .says", has_text="words of the operative part")).to_be_visible(
        timeout=WAIT_MS
    )
    document = paper.read()["document"]
    assert document["title"] == "Return and reintegration"
    assert {one["text"] for one in document["clauses"]} == {
        "states to act",
        "words of the preambular part",
        "words of the operative part",
    }
    assert page.locator("#paper-title").input_value() == "Return and reintegration of all", "not yet saved"


def test_who_may_write_again_types_on_without_opening_the_page_anew(
    served: Served, paper: Paper, page: Page
) -> None:
    served.do("chair", f"/papers/{paper.key}/submission", "dais-1", insist="A test")
    expect(page.locator(".paper-shown")).to_be_visible(timeout=WAIT_MS)
    served.do("chair", f"/papers/{paper.key}/return", "dais-1", reason="Say when")
    clause = page.locator(f"#clause-{paper.clause}")
    expect(clause).to_be_visible(timeout=WAIT_MS)
    clause.locator("summary").first.click()
    words = clause.locator("[data-shared$=' text']")
    expect(words).to_be_editable(timeout=WAIT_MS)
    words.press("End")
    words.press_sequentially(" by spring")
    until = time.monotonic() + WAIT_MS / 1000
    while paper.words() != "states to act by spring":
        assert time.monotonic() < until, paper.words()
        page.wait_for_timeout(50)
    expect(page.locator("[data-typing-state]")).to_have_attribute(
        "data-typing-state", "kept", timeout=WAIT_MS
    )
