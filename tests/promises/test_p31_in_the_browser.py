"""P-31 in the browser: a page whose place has ended says so, and knocks no more."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.live_page import Traffic, link
from tests.browser.live_stage import LiveStage

pytestmark = pytest.mark.browser


def test_p31_whoever_is_signed_out_is_told_and_left_alone(page: Page, live: LiveStage) -> None:
    traffic = Traffic().of(page)
    live.call(lambda: live.gallery.drop(lambda who: who == "ghana", 4401))
    link(page, "offline")
    assert "signed out" in page.inner_text(".link-state")
    page.wait_for_timeout(1500)
    assert traffic.opened == 0
