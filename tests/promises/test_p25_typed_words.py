"""P-25: nothing that somebody types is lost by a break, or by what is shown meanwhile."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.afternoon import Afternoon
from tests.bad_link import bad_link
from tests.browser.live_page import link, shows
from tests.browser.live_stage import LiveStage
from tests.promises.test_p26_offline import open_seat
from tests.served import Served

pytestmark = pytest.mark.browser


FOCUS = "[document.activeElement.id, document.activeElement.selectionStart, document.activeElement.value]"


def test_p25_a_hundred_pushes_leave_focus_caret_words_and_what_is_open(page: Page, live: LiveStage) -> None:
    live.change(queue=("ghana", "mexico", "norway"))
    shows(page, "3 on the list")
    page.evaluate("document.getElementById('more').open = true")
    page.focus("#f-mexico")
    page.keyboard.type("half typed")
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    page.evaluate("window.row = document.getElementById('q-mexico')")
    rows = (("mexico", "ghana"), ("norway", "mexico", "ghana"), ("ghana", "mexico", "norway"), ("mexico",))
    for n in range(100):
        live.change(speaking=f"Speaker {n}", queue=rows[n % 4])
    shows(page, "Speaker 99")
    shows(page, "1 on the list")
    assert page.evaluate(FOCUS) == ["f-mexico", 6, "half typed"]
    assert page.evaluate("document.getElementById('q-mexico') === row")
    assert page.evaluate("document.getElementById('more').open")


def test_p25_a_form_half_filled_survives_a_cut_and_what_was_shown_meanwhile(
    served: Served, chromium: Browser
) -> None:
    afternoon = Afternoon(served)
    afternoon.opens()
    with bad_link(served.port) as bad:
        page = open_seat(chromium, served, bad.here, "chair", "chair", "dais-1")
        page.set_viewport_size({"width": 1366, "height": 768})
        page.locator("#tab-motions").click()
        page.locator("details#new-motion > summary").click()
        form = page.locator("#motion-form")
        form.locator("select[name=kind]").select_option("moderated_caucus")
        topic = form.locator("[name=topic]:visible")
        topic.click()
        page.keyboard.type("Water for all")
        for _ in range(4):
            page.keyboard.press("ArrowLeft")
        topic.evaluate("field => window.typedIn = field")
        bad.refuses = True
        bad.reset()
        link(page, "lost")
        page.keyboard.type("clean ")
        for n in range(3):
            afternoon.seat(n, "/motions", kind="unmoderated_caucus", total_seconds=300 + 60 * n)
        bad.refuses = False
        link(page, "live")
        expect(page.locator("body")).to_contain_text("Unmoderated caucus")
        state = (
            "[document.activeElement === typedIn, typedIn.isConnected, typedIn.value, typedIn.selectionStart]"
        )
        assert page.evaluate(state) == [True, True, "Water forclean  all", 15]
        page.context.close()
