"""K4: Escape leads back to what opened a dialog, two deep; K5: no patch moves the focus or the caret."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.hand import NO_MOUSE
from tests.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.long]
PATCHES = 100
WORDS = "twenty days of notice before a flight"


@pytest.fixture(scope="module")
def debating(served: Served) -> Served:
    """The committee debates."""
    for path in ("/roll-calls", "/roll-call/all-present", "/roll-call/closure", "/debates"):
        served.do("chair", path, "dais-1")
    return served


@pytest.fixture
def cockpit(chromium: Browser, debating: Served) -> Iterator[Page]:
    """The chair's page."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.add_init_script(NO_MOUSE)
    page.goto(debating.base)
    page.locator("#code").fill(debating.code("chair", "dais-1"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/chair")
    page.wait_for_selector("html[data-link=live]")
    yield page
    context.close()


def test_k4_escape_leads_back_to_what_opened_it_two_deep(cockpit: Page) -> None:
    opener = cockpit.locator("[data-opens=theme]").first
    opener.focus()
    cockpit.keyboard.press("Enter")
    expect(cockpit.locator("#theme")).to_be_visible()
    inside = cockpit.locator("#theme [data-theme-choice='dark']")
    inside.focus()
    cockpit.keyboard.press("Control+k")
    palette = cockpit.locator("#palette")
    if palette.is_visible():  # a dialog over a dialog
        cockpit.keyboard.press("Escape")
        expect(palette).to_be_hidden()
        expect(inside).to_be_focused()
    cockpit.keyboard.press("Escape")
    expect(cockpit.locator("#theme")).to_be_hidden()
    expect(opener).to_be_focused()

    cockpit.keyboard.press("w")
    first = cockpit.locator("#walls button:visible").first
    expect(first).to_be_focused()
    cockpit.keyboard.press("?")
    expect(cockpit.locator("#keys")).to_be_visible()
    cockpit.keyboard.press("Escape")
    expect(cockpit.locator("#keys")).to_be_hidden()
    expect(first).to_be_focused()
    cockpit.keyboard.press("Escape")
    expect(cockpit.locator("#walls > summary")).to_be_focused()


def test_k5_a_hundred_patches_move_neither_focus_nor_caret(cockpit: Page, debating: Served) -> None:
    cockpit.keyboard.press("m")
    field = cockpit.locator("#motion-line")
    expect(field).to_be_focused()
    cockpit.keyboard.type(WORDS)
    for _ in range(5):
        cockpit.keyboard.press("ArrowLeft")
    field.evaluate("one => { window.held = one; window.frames_ = 0; }")
    cockpit.evaluate("document.addEventListener('placard:frame', () => { window.frames_ += 1; })")
    seat = debating.members()[0]
    for _ in range(PATCHES // 2):
        debating.do("chair", "/speakers", "dais-1", seat=seat)
        debating.do("chair", "/speakers/departures", "dais-1", seat=seat)
    last = debating.members()[1]
    debating.do("chair", "/speakers", "dais-1", seat=last)
    name = debating.house.names(debating.committee)[last]
    expect(cockpit.locator("#speakers")).to_contain_text(name)
    assert cockpit.evaluate("window.frames_") > 0
    kept = "document.activeElement === window.held && [held.value, held.selectionStart, held.selectionEnd]"
    assert cockpit.evaluate(kept) == [WORDS, len(WORDS) - 5, len(WORDS) - 5]
    cockpit.keyboard.type("long ")
    expect(field).to_have_value(f"{WORDS[:-5]}long {WORDS[-5:]}")
