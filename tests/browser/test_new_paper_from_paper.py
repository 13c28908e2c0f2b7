"""A draft was written on paper: the chair puts it on the sheet by keyboard, and the committee has it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.room import picture, violations
from tests.served import Served
from tests.web.test_pasted_texts import TEXT

pytestmark = pytest.mark.browser
WAIT_MS = 60_000
"""A guard, not a figure."""
WIDE: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 360, "height": 640}


@pytest.fixture(scope="module")
def debating(served: Served) -> Served:
    """The committee debates."""
    for path in ("/roll-calls", "/roll-call/all-present", "/roll-call/closure", "/debates"):
        served.do("chair", path, "dais-1")
    return served


@pytest.fixture
def page(chromium: Browser, debating: Served) -> Iterator[Page]:
    """The sheet, as the chair has it open on a laptop."""
    context = chromium.new_context(viewport=WIDE, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto(debating.base)
    page.get_by_label("Seat code").fill(debating.code("chair"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/chair")
    page.goto(f"{debating.base}{debating.here}/catching-up")
    yield page
    context.close()


def test_a_new_draft_by_keyboard(page: Page, served: Served) -> None:
    directory = served.house.directory(served.committee)
    names = [directory.short_names[key] for key in served.members()[:12]]
    head = served.room().floor.number
    page.locator("#new-paper > summary").press("Enter")
    for words in ("Returnees", ", ".join(names[:2]), ", ".join(names[2:])):
        page.keyboard.press("Tab")
        page.keyboard.type(words)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("20-3")
    page.locator("#pasted-text").focus()
    page.keyboard.insert_text("Buy bread.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#not-read")).to_be_focused(timeout=WAIT_MS)
    page.locator("#pasted-text").focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(TEXT)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#was-read")).to_be_focused(timeout=WAIT_MS)
    expect(page.locator(".sheet-text .doc")).to_contain_text("Member States to report every year")
    assert violations(page) == []
    picture(page, "new-paper-read", whole=True)
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    picture(page, "new-paper-read-phone", whole=True)
    page.set_viewport_size(WIDE)
    page.goto(f"{served.base}{served.here}/catching-up")
    expect(page.locator("#texts-kept")).to_be_visible()
    assert served.room().floor.number == head, "nothing is entered yet"
    page.locator("#paper-title").evaluate("field => field.closest('details').open = true")
    page.locator("#paper-title").press("Enter")
    expect(page.locator(".entered")).to_contain_text("DR 1.1", timeout=WAIT_MS)
    assert served.room().floor.number == head, "Enter in a field looks the sheet through"
    picture(page, "new-paper-preview", whole=True)
    page.get_by_role("button", name="Enter these").press("Enter")
    page.wait_for_url("**/minutes?sheet=*")
    (paper,) = served.room().floor.papers.papers
    assert (paper.stage, paper.symbol, paper.title) == ("introduced", "DR 1.1", "Returnees")
    page.goto(f"{served.base}{served.here}/papers/{paper.key}")
    expect(page.locator("main")).to_contain_text("Member States to report every year")
    page.go_back()
    page.get_by_role("button", name="Take this whole sheet back").press("Enter")
    expect(page.locator("[data-said=recorded]")).to_contain_text("Recorded", timeout=WAIT_MS)
    assert served.room().floor.papers.papers == ()
