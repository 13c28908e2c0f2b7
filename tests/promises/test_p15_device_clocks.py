"""P-15 in the browser: a device whose clock is wrong, or jumps, shows the room's time all the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.live_page import link, open_live, seconds_left, shows
from tests.browser.live_stage import LiveStage

pytestmark = pytest.mark.browser


def test_p15_the_clock_is_right_on_a_device_five_minutes_off(chromium: Browser, live: LiveStage) -> None:
    live.change(deadline=live.now() + 80_000, speaking="Chad")
    right, wrong = chromium.new_page(), chromium.new_page()
    wrong.add_init_script("const real = Date.now; Date.now = () => real() + 300_000;")
    for page in (right, wrong):
        open_live(page, live)
    for page in (right, wrong):
        shown, left = seconds_left(page), (live.floor.deadline or 0) - live.now()
        assert abs(shown - left / 1000) < 1.25
        assert page.get_attribute("[data-clock]", "data-state") == "run"
        page.close()


@pytest.mark.parametrize("jump", [3_600_000, -3_600_000], ids=["an hour on", "an hour back"])
def test_p15_a_device_clock_that_jumps_moves_nothing(page: Page, live: LiveStage, jump: int) -> None:
    """As after a change of summer time, or a tablet that has set its clock by the network."""
    live.change(deadline=live.now() + 70_000, speaking="Fiji")
    shows(page, "Fiji")
    with page.expect_websocket(timeout=10_000):  # it may have slept: it connects again
        page.evaluate("jump => { const real = Date.now; Date.now = () => real() + jump; }", jump)
    link(page, "live")
    for _ in range(3):
        assert abs(seconds_left(page) - ((live.floor.deadline or 0) - live.now()) / 1000) < 1.25
        assert page.get_attribute("[data-clock]", "data-state") == "run"
        page.wait_for_timeout(700)
