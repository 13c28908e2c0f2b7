"""live.js in a real Chromium: breaks, sleep, restarts and sign-outs, and what the page says of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.live_page import hide, is_as_fresh, link, open_live, seconds_left, until_live
from tests.browser.live_stage import LiveStage

pytestmark = pytest.mark.browser


def test_p16_a_restart_closes_with_1012_and_the_page_is_back_at_once(page: Page, live: LiveStage) -> None:
    page.evaluate("window.here = true")
    live.call(lambda: live.gallery.drop(lambda who: True, 1012))
    live.change(speaking="After the restart")
    page.wait_for_function("() => document.body.innerText.includes('After the restart')", timeout=3000)
    assert page.evaluate("window.here")  # without loading the page again


def test_where_sockets_are_blocked_the_page_polls(chromium: Browser) -> None:
    stage = LiveStage(sockets=False)
    page = open_live(chromium.new_page(), stage)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "have=" in request.url else None)
    for change in ({"speaking": "By polling", "deadline": stage.now() + 30_000}, {"queue": ("mexico",)}):
        stage.change(**change)
        is_as_fresh(page, stage)
    assert abs(seconds_left(page) - 30) <= 5
    assert asked
    page.close()
    stage.end()


def test_a_slow_line_is_said_with_its_seconds(chromium: Browser, live: LiveStage) -> None:
    page = chromium.new_page()
    page.goto(f"{live.url}?lag=1100")
    link(page, "slow")
    assert page.inner_text(".link-state").startswith("Slow, 1.")
    page.close()


@pytest.mark.long
def test_a_page_hidden_for_five_minutes_hangs_up_and_comes_back_when_it_is_shown(chromium: Browser) -> None:
    stage = LiveStage()
    page = chromium.new_page()
    page.clock.install()
    page.goto(stage.url)
    until_live(page)
    hide(page, True)
    for _ in range(25):  # the page's time goes on by itself too, a little
        page.clock.run_for(10_000)
        page.wait_for_timeout(600)  # a heartbeat
    assert stage.call(lambda: len(stage.gallery)) == 1
    page.clock.run_for(45_000)
    page.wait_for_timeout(600)
    assert stage.call(lambda: len(stage.gallery)) == 0
    stage.change(speaking="Meanwhile")
    hide(page, False)
    page.clock.run_for(1000)
    page.wait_for_timeout(300)
    page.clock.run_for(1000)
    is_as_fresh(page, stage)
    page.close()
    stage.end()
