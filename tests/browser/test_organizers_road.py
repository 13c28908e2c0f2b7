"""The organizer's road in a real Chromium, by keyboard alone: a guide goes in, printed sheets come out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from app.founding import SAMPLE
from tests.browser.room import picture, violations
from tests.printing.pages import texts
from tests.served import Served

pytestmark = pytest.mark.browser
NO_MOUSE = """addEventListener('click', event => {
  if (event.isTrusted && event.detail) throw new Error('the mouse was used');
}, true)"""
COUNTING = """
const count = (name) => { sessionStorage[name] = Number(sessionStorage[name] ?? 0) + 1; };
addEventListener('change', (event) => event.isTrusted && count('fields'), true);
addEventListener('click', ({ isTrusted, target }) => {
  if (isTrusted && !target.matches('input, label')) count('presses');
}, true);
"""
MOST_FIELDS, MOST_PRESSES = 12, 14
"""Fields filled and buttons pressed from the guide to the printed sheets, where nothing is doubtful."""
FOCUSED = "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
STORY = {"name": "story.txt", "mimeType": "text/plain", "buffer": b"Once there was a king who slept."}


@pytest.fixture
def organizer(chromium: Browser, served: Served) -> Iterator[Page]:
    """The organizer's first page; whoever touches the mouse fails."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, bypass_csp=True)
    page = context.new_page()
    page.add_init_script(NO_MOUSE)
    page.goto(served.base)
    page.get_by_label("Seat code").fill(served.code("organizer"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/organizer")
    yield page
    context.close()


def onto(page: Page, name: str) -> None:
    """Go to a button or link with the Tab key and press it."""
    for _ in range(200):  # the rules of a house are a long form
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if re.match(name, (here or "").strip()):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"the Tab key does not lead to {name}")


def kept(page: Page, name: str) -> bytes:
    """The file that a button or link gives, reached with the Tab key; the page stays."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if re.match(name, (page.evaluate(FOCUSED) or "").strip()):
            with page.expect_download() as download:
                page.keyboard.press("Enter")
            return Path(download.value.path()).read_bytes()
    raise AssertionError(f"the Tab key does not lead to {name}")


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def looked_at(page: Page, name: str) -> None:
    """The page fits every device, and axe finds nothing."""
    for width in (360, 1366, 1920):
        page.set_viewport_size({"width": width, "height": 768})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
        picture(page, f"road-{name}-{width}", whole=True)
    page.set_viewport_size({"width": 1366, "height": 768})
    assert violations(page) == [], name


def test_guide_to_printed_sheets_by_keyboard(organizer: Page) -> None:
    page = organizer
    onto(page, "Prepare a committee")
    looked_at(page, "new")
    page.get_by_label("Study guide").set_input_files(SAMPLE)
    onto(page, "Read the guide")
    page.wait_for_url(re.compile("/review"))
    looked_at(page, "review")
    press(page, "Enter")  # accept the first field
    page.get_by_text(re.compile("^1 of \\d+ reviewed")).wait_for()
    press(page, "e")
    page.keyboard.type(" ")
    press(page, "Enter")
    page.get_by_text(re.compile("^2 of \\d+ reviewed")).wait_for()
    press(page, "x")
    page.get_by_text(re.compile("^3 of \\d+ reviewed")).wait_for()
    press(page, "ArrowRight")
    assert "card=s0" in page.url
    onto(page, "Accept all")
    onto(page, "On to the delegations")
    looked_at(page, "delegations")
    onto(page, "On to the rules")
    looked_at(page, "rules")
    onto(page, "On to the check")
    looked_at(page, "check")
    onto(page, "Open the committee")
    assert page.locator(".seatcode").count() > 34
    looked_at(page, "codes")
    for name, sheets in (("Invite cards", 6), ("Placards", 34), ("Badges", 4)):
        assert len(texts(kept(page, name))) == sheets, name


def test_guide_to_printed_sheets_by_mouse_in_few_fields(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, bypass_csp=True)
    page = context.new_page()
    page.add_init_script(COUNTING)
    page.goto(served.base)
    page.get_by_label("Seat code").fill(served.code("organizer"))
    page.get_by_role("button", name="I’m here").click()
    page.get_by_role("link", name="Prepare a committee").click()
    page.get_by_label("Study guide", exact=True).set_input_files(SAMPLE)
    page.get_by_role("button", name="Read the guide").click()
    page.wait_for_url(re.compile("/review"))
    page.get_by_role("button", name="Accept all").click()
    for step in ("On to the delegations", "On to the rules", "On to the check"):
        page.get_by_role("link", name=step).click()
    assert not page.locator("[data-state=stop], [data-state=look]").count(), "nothing is doubtful"
    page.get_by_role("button", name="Open the committee").click()
    for name, sheets in (("Invite cards", 6), ("Placards", 34), ("Badges", 4)):
        with page.expect_download() as download:
            page.get_by_text(f"{name} (PDF)").click()
        assert len(texts(Path(download.value.path()).read_bytes())) == sheets, name
    fields, presses = page.evaluate("[sessionStorage.fields, sessionStorage.presses].map(Number)")
    assert 2 <= fields <= MOST_FIELDS, fields
    assert presses <= MOST_PRESSES, presses
    context.close()


def test_a_guide_that_cannot_be_read_says_so_and_takes_another(organizer: Page) -> None:
    page = organizer
    onto(page, "Prepare a committee")
    page.get_by_label("Study guide").set_input_files(
        {
            "name": "story.txt",
            "mimeType": "text/plain",
            "buffer": b"Once upon a time there was a king who slept.",
        }
    )
    onto(page, "Read the guide")
    page.get_by_text("could not be read").wait_for()
    looked_at(page, "failed")
    page.get_by_label("Another file").set_input_files(SAMPLE)
    onto(page, "Read this one")
    page.wait_for_url(re.compile("/review"))


def test_forms_work_without_script(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.base)
    page.get_by_label("Seat code").fill(served.code("chair"))
    page.get_by_role("button", name="I’m here").click()
    assert page.url.endswith("/chair")
    page.get_by_role("button", name="Start the roll call").click()
    assert page.url.endswith("/chair")
    assert served.room().floor.attendance.calling
    context.close()
