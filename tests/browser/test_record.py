"""The pages of the record in a real Chromium: everyone can use them, and paper shows what matters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.room import Room, violations, wear
from tests.screens import record_pages, statistics_pages

RECORD = {**record_pages.pages(), **statistics_pages.pages()}
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def room(chromium: Browser) -> Iterator[Room]:
    """A room with a laptop."""
    opened = Room(chromium)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", list(RECORD))
def test_the_record_can_be_used_in_every_theme(room: Room, name: str) -> None:
    tab = room.show(RECORD[name], 1366, 768)
    for theme in ("light", "dark", "contrast"):
        wear(tab, theme)
        assert violations(tab) == []
    tab.context.close()


@pytest.mark.parametrize("name", ["result", "resolution", "minutes"])
def test_paper_shows_the_record_and_nothing_to_press(room: Room, name: str) -> None:
    tab = room.show(RECORD[name], 794, 1123)  # A4 at 96 pixels an inch
    wear(tab, "dark")
    tab.emulate_media(media="print")
    assert tab.locator("main h1").is_visible()
    for pressed in (".topbar", ".filters", "main .btn"):
        assert not any(one.is_visible() for one in tab.locator(pressed).all()), pressed
    assert tab.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 794
    tab.context.close()
