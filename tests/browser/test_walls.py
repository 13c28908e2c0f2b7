"""The chair runs two displays by keys: a draft goes up in two presses, pages turn, and b takes all away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.afternoon import Afternoon
from tests.browser.room import Room, board_page, picture
from tests.screens.scenes import SCENES
from tests.served import Served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def room(served: Served) -> Served:
    """A committee with a draft before it."""
    afternoon = Afternoon(served)
    afternoon.opens()
    afternoon.debates()
    afternoon.caucuses()
    afternoon.writes()
    return served


def joined(browser: Browser, room: Served, role: str, seat: str = "") -> Page:
    """A device of its own, signed in."""
    context = browser.new_context(locale="en", timezone_id="UTC", extra_http_headers={"Origin": room.base})
    page = context.new_page()
    page.goto(f"{room.base}/?again")
    page.fill("#code", room.code(role, seat))
    page.click("button[type=submit]")
    page.wait_for_selector("html[data-link=live]", state="attached")
    return page


def test_the_chair_shows_a_draft_turns_its_pages_and_blanks_the_wall_by_keys(
    chromium: Browser, room: Served
) -> None:
    chair, wall = joined(chromium, room, "chair", "dais-1"), joined(chromium, room, "projector")
    second = wall.context.new_page()
    second.goto(f"{room.base}{room.here}/projector?wall=2")
    follows = second.locator(".board").inner_text()

    chair.keyboard.press("w")
    chair.keyboard.press("Enter")
    expect(wall.locator(".b-doc")).to_be_visible()
    expect(chair.locator("#walls")).not_to_have_attribute("open", "")
    note = chair.locator(".wallnote")
    expect(note).to_contain_text("page 2 of 2")
    chair.keyboard.press(",")
    expect(note).to_contain_text("page 1 of 2")
    expect(wall.locator(".board")).to_contain_text("its mandate")
    chair.keyboard.press(".")
    expect(note).to_contain_text("page 2 of 2")
    assert second.locator(".board").inner_text() == follows

    chair.keyboard.press("b")
    expect(note).to_contain_text("blank")
    expect(wall.locator(".b-doc")).to_have_count(0)
    assert wall.locator(".b-region").first.inner_text().strip() in ("", "The dais has blanked this display.")
    chair.keyboard.press("b")
    expect(note).to_contain_text("follows")
    for page in (chair, wall):
        page.context.close()


def test_the_menu_goes_by_escape_and_the_second_wall_is_held_by_it(chromium: Browser, room: Served) -> None:
    chair, wall = joined(chromium, room, "chair", "dais-1"), joined(chromium, room, "projector")
    wall.goto(f"{room.base}{room.here}/projector?wall=2")
    chair.keyboard.press("w")
    menu = chair.locator("#walls")
    expect(menu).to_have_attribute("open", "")
    chair.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    assert chair.evaluate("document.activeElement.matches('#walls > summary')")
    chair.keyboard.press("w")
    chair.locator("#wall-2-blank").click()
    expect(menu).not_to_have_attribute("open", "")  # it was recorded, and the menu has folded itself
    expect(wall.locator(".b-doc")).to_have_count(0)
    chair.keyboard.press("w")
    chair.locator("#wall-2-WP-1").click()
    expect(wall.locator(".b-doc")).to_be_visible()
    assert chair.locator("#wall-1-floor").get_attribute("aria-pressed") == "true"
    for page in (chair, wall):
        page.context.close()


@pytest.fixture
def display(chromium: Browser) -> Iterator[Page]:
    """A display by itself, while somebody speaks."""
    shown = Room(chromium)
    page = shown.show(board_page(SCENES["speaking"]().floor))
    page.mouse.move(300, 300)
    yield page
    shown.close()


def test_the_last_row_is_told_what_it_can_read(display: Page) -> None:
    display.locator("[data-opens=last-row]").click()
    said = display.locator("#last-row output")
    for height, distance, words in (
        ("1.2", "9", "The last row can read everything."),
        ("1.2", "10", "Texts are read up to 9 m"),
        ("1,2", "14", "up to 13 m"),
        ("", "14", ""),
    ):
        display.locator("#image-height").fill(height)
        display.locator("#last-row-distance").fill(distance)
        expect(said).to_contain_text(words) if words else expect(said).to_be_empty()
    picture(display, "projector-last-row")
    display.keyboard.press("Escape")
    expect(display.locator("#last-row")).not_to_be_visible()


def test_tones_are_off_until_somebody_wants_them(display: Page) -> None:
    display.evaluate(
        "() => { window.heard = 0; const { start } = AudioScheduledSourceNode.prototype;"
        "AudioScheduledSourceNode.prototype.start = function (at) { heard += 1; start.call(this, at); }; }"
    )
    passed = "left => document.dispatchEvent(new CustomEvent('placard:milestone', { detail: left }))"
    display.evaluate(passed, 0)
    assert display.evaluate("heard") == 0
    display.locator("[data-tones]").click()
    assert display.evaluate("heard") == 2, "pressing it lets the volume be heard"
    display.evaluate(passed, 30)
    display.evaluate(passed, 10)
    display.evaluate(passed, 0)
    assert display.evaluate("heard") == 5
    display.locator("[data-tones]").click()
    display.evaluate(passed, 0)
    assert display.evaluate("heard") == 5
