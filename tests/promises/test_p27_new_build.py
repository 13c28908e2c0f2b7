"""P-27: a page of another build loads itself again, once, and keeps what was typed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.live_page import link, open_live
from tests.browser.live_stage import LiveStage

pytestmark = pytest.mark.browser


def test_p27_another_build_loads_the_page_again_and_keeps_what_was_written(chromium: Browser) -> None:
    stage = LiveStage()
    page = open_live(chromium.new_page(), stage)
    page.fill("#clause", "Urges all States")
    page.evaluate("window.old = true")
    stage.stop()
    stage.build = "build-2"
    stage.start()
    page.wait_for_function("() => document.body.dataset.build === 'build-2' && !window.old", timeout=20_000)
    link(page, "live")
    assert page.input_value("#clause") == "Urges all States"
    page.evaluate(
        "document.body.dataset.build = 'build-0'; window.kept = true"
    )  # a proxy that keeps old pages
    page.wait_for_timeout(1500)
    assert page.evaluate("window.kept")
    page.close()
    stage.end()
