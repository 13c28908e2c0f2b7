"""A newer guide in a real Chromium: loaded for a committee that runs, compared, confirmed by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.room import picture, violations
from tests.served import Served
from tests.web.test_newer_guide import newer

pytestmark = pytest.mark.browser


def test_a_newer_guide_from_the_file_to_the_marked_profile(chromium: Browser, tmp_path: Path) -> None:
    with Served(tmp_path / "data") as served:
        context = chromium.new_context(viewport={"width": 1366, "height": 768}, bypass_csp=True)
        page = context.new_page()

        def looked_at(name: str) -> None:
            for width, height in ((360, 640), (1366, 768)):
                page.set_viewport_size({"width": width, "height": height})
                picture(page, f"newer-{name}-{width}", whole=True)
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
            assert violations(page) == [], name

        page.goto(served.base)
        page.get_by_label("Seat code").fill(served.code("organizer"))
        page.keyboard.press("Enter")
        page.get_by_role("link", name="A newer guide").click()
        looked_at("file")
        page.get_by_label("Study guide").set_input_files(
            {"name": "newer.txt", "mimeType": "text/plain", "buffer": newer()}
        )
        page.get_by_role("button", name="Read the guide").press("Enter")
        page.wait_for_url(re.compile("/review"))
        page.get_by_role("link", name="What changes", exact=True).press("Enter")
        page.locator("#position-ghana summary").press("Enter")
        looked_at("changes")
        assert page.get_by_text("Many Ghanaians").is_visible()
        page.get_by_role("button", name="Confirm these changes").press("Enter")
        page.locator(".seatcode").first.wait_for()
        assert page.locator(".seatcode").count() == 2
        context.clear_cookies()
        page.goto(served.base)
        page.get_by_label("Seat code").fill(served.code("delegate", "ghana"))
        page.keyboard.press("Enter")
        page.wait_for_url("**/seat")
        page.goto(f"{served.base}{served.here}/profiles/ghana")
        assert page.locator("#renewed").is_visible()
        looked_at("profile")
        context.close()
