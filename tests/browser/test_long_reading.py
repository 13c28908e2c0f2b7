"""A guide of 300 pages is read before the organizer's eyes: page by page, over a reload, and with a stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.room import picture, violations
from tests.long_guide import PAGES, long_guide
from tests.served import Served

pytestmark = pytest.mark.browser
HANG_MS = 100_000
SOME_PAGES = """before => {
  const bar = document.getElementById('pages');
  return bar && bar.max > 1 && bar.value > before && document.getElementById('pages-read').textContent;
}"""


@pytest.fixture
def organizer(chromium: Browser, served: Served) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, bypass_csp=True)
    page = context.new_page()
    page.goto(served.base)
    page.get_by_label("Seat code").fill(served.code("organizer"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/organizer")
    yield page
    context.close()


def uploaded(page: Page, served: Served) -> str:
    """Begin to read the long guide; returns what the page says of its first pages."""
    page.goto(f"{served.base}/organizer/preparations/new")
    page.get_by_label("Study guide").set_input_files(
        {"name": "three-hundred-pages.pdf", "mimeType": "application/pdf", "buffer": long_guide()}
    )
    page.get_by_role("button", name="Read the guide").click()
    page.wait_for_url("**/reading")
    return str(page.wait_for_function(SOME_PAGES, arg=0, timeout=HANG_MS).json_value())


def test_its_pages_are_told_over_a_reload_until_the_review(organizer: Page, served: Served) -> None:
    said = uploaded(organizer, served)
    found = re.fullmatch(rf"Page (\d+) of {PAGES}", said)
    assert found
    assert violations(organizer) == []
    for width, height in ((360, 640), (1366, 768)):
        organizer.set_viewport_size({"width": width, "height": height})
        assert organizer.evaluate("document.documentElement.scrollWidth") <= width
        picture(organizer, f"reading-{width}")
    organizer.reload()
    organizer.wait_for_url(re.compile("/(reading|review)"))
    if organizer.url.endswith("/reading"):  # a quick computer is done by now
        organizer.wait_for_function(
            f"() => !document.getElementById('reading') || ({SOME_PAGES})({int(found[1])})", timeout=HANG_MS
        )
    organizer.wait_for_url(re.compile("/review"), timeout=HANG_MS)
    assert organizer.get_by_text(re.compile(f"page \\d+ of {PAGES}")).count() == 1


def test_it_is_stopped_in_the_middle(organizer: Page, served: Served) -> None:
    uploaded(organizer, served)
    organizer.get_by_role("button", name="Stop reading").click()
    organizer.wait_for_url("**/start")
    assert organizer.get_by_text("Add a guide").count() == 1
