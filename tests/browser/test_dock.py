"""The dock of the cockpit: what can be undone comes and goes, and nothing beside it moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.every_screen import SIZES
from tests.browser.room import Room
from tests.screens.cockpit_pages import cockpit
from tests.screens.cockpit_scenes import scene

pytestmark = pytest.mark.browser
PLACES = """() => [...document.querySelectorAll('.dock, .dock .room, .dock .gaugebox, .docklinks, .pane')]
  .map((one) => one.getBoundingClientRect())
  .map(({ x, y, width, height }) => [x, y, width, height].map(Math.round))"""
NOTHING_TO_UNDO = "() => document.querySelector('.undo').remove()"


@pytest.fixture
def room(chromium: Browser) -> Iterator[Room]:
    made = Room(chromium)
    yield made
    made.close()


@pytest.mark.parametrize("name", ["debate", "motions"])
def test_the_undo_bar_moves_nothing_when_it_comes(room: Room, name: str) -> None:
    page = room.show(cockpit(scene(name)))
    for width, height in (*SIZES, (1100, 800), (800, 1000)):
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        page.wait_for_function("document.fonts.status === 'loaded'")
        lit = page.evaluate(PLACES)
        page.evaluate(NOTHING_TO_UNDO)
        assert page.evaluate(PLACES) == lit, width
