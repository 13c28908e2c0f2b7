"""Every screen in every state on a phone, a laptop and a projector: it fits, and all of it can be read.

`PLACARD_TEST_PICTURES=1 pytest tests/browser/test_every_screen.py` keeps a picture of each, light and dark.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from app.screens.environment import build
from tests.browser.every_screen import NARROW, SIZES, Screen, screens
from tests.browser.phone_room import Room
from tests.browser.room import PICTURES, violations, wear

HOST = "http://placard.test"
"""A name that is never looked up: every request is answered here."""
SCREENS = screens()
THEMES = ("light", "dark")
LOOKED_AT_BY_AXE = tuple(SCREENS)[::16]
"""A sample for the fast run; the long run takes all of them, at every size, in both themes."""
pytestmark = pytest.mark.browser

SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"
"""Pixels that the page is wider than the window."""
CLIPPED = """() => {
  const hides = (one) => !['visible', 'auto', 'scroll'].includes(getComputedStyle(one).overflowX);
  const cut = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const words = range.getBoundingClientRect();
    for (let box = text.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX.match(/auto|scroll/)) return false;
      const { left, right } = box.getBoundingClientRect();
      if (hides(box) && (words.left < left - 1.5 || words.right > right + 1.5))
        return getComputedStyle(box).textOverflow !== 'ellipsis';
    }
    return false;
  };
  const found = [], every = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (every.nextNode()) {
    const text = every.currentNode, one = text.parentElement;
    if (!text.data.trim() || !one.checkVisibility()) continue;
    const shown = !one.closest('.vh, svg, dialog, script, .skip, select, datalist, textarea');
    if (shown && cut(text)) found.push(text.data.trim());
  }
  return found;
}"""
"""Words that a box cuts off without dots."""
SMALL = """() => [...document.querySelectorAll('a.btn, button, summary, .tabbar a, .tabs a, .input')]
  .filter((one) => one.checkVisibility() && !one.closest('.topbar, .b-tools, dialog, [inert]'))
  .filter((one) => Math.round(one.getBoundingClientRect().height) < 44)
  .map((one) => one.textContent.trim() || one.getAttribute('aria-label') || one.id)"""
"""What a thumb would miss."""
PANES = """() => [document.documentElement.scrollHeight - innerHeight,
  ...[...document.querySelectorAll('.pane')].map((pane) => pane.scrollWidth - pane.clientWidth)]"""
"""Pixels that a desk would have to scroll: the page downwards, each pane sideways."""
IN_THE_MIDDLE = """async (build) => {
  const { sample } = await import(`/static/${build}/roomtime.js`);
  const running = (clock) => document.querySelector(`[data-clock${clock}][data-deadline]`);
  const clock = running('=speech') ?? running('');
  if (clock) sample(performance.now(), clock.dataset.deadline - 0.62 * clock.dataset.total);
  document.dispatchEvent(new CustomEvent('placard:frame', { detail: { channel: '', regions: [] } }));
}"""
"""Room time in the middle of what runs, so that clocks show what a room would see."""
OPEN = """(opens) => {
  for (const one of document.querySelectorAll(opens)) {
    if (one.showModal) one.showModal();
    else if (one.matches('label')) one.click();
    else one.open = true;
  }
}"""


class Look:
    """A browser that turns from screen to screen; `faults` are what the policy refused and what failed.

    After MANY screens it takes a new tab: one that has shown hundreds, and held axe as often, grows slow.
    """

    MANY = 60
    """Screens that one tab shows."""

    def __init__(self, chromium: Browser) -> None:
        self.context = chromium.new_context(reduced_motion="reduce")
        self.faults, self.room, self.seen = list[str](), Room({}), 0
        self.context.on("console", self.hear)
        self.context.on("weberror", lambda failed: self.faults.append(str(failed.error)))
        self.context.route("**/*", self.room.answer)
        for address in ("**/live", "**/typing"):
            self.context.route_web_socket(address, lambda socket: None)
        self.tab = self.new_tab()

    def new_tab(self) -> Page:
        """A tab that forgets the panel of the screen before."""
        tab = self.context.new_page()
        tab.add_init_script("sessionStorage.clear()")
        return tab

    def hear(self, said: ConsoleMessage) -> None:
        """Keep what is said as an error."""
        if said.type == "error":
            self.faults.append(said.text)

    def turn(self) -> None:
        """Take a new tab, when it is time."""
        self.seen += 1
        if self.seen % self.MANY == 0:
            self.tab.close()
            self.tab = self.new_tab()

    def at(self, screen: Screen, width: int = 360, height: int = 640) -> Page:
        """The screen as it first stands there."""
        self.turn()
        self.room.shown[screen.name] = screen.drawn()
        self.tab.context.set_offline(False)
        self.tab.set_viewport_size({"width": width, "height": height})
        self.tab.goto(f"{HOST}/{screen.name}{screen.place}")
        self.tab.evaluate("document.fonts.ready.then(() => true)")
        self.tab.evaluate(IN_THE_MIDDLE, build())
        self.do(screen.then)
        expect(self.tab.locator("[data-arming]")).to_have_count(0)
        return self.tab

    def do(self, then: str) -> None:
        """What happens to a screen once it is there."""
        if then == "offline":
            self.tab.context.set_offline(True)
            expect(self.tab.locator(".link-state")).to_have_attribute("data-state", "offline")
        elif then.startswith("press "):
            self.tab.keyboard.press(then.removeprefix("press "))
        elif then:
            self.tab.evaluate(OPEN, then)


@pytest.fixture(scope="module")
def look(chromium: Browser) -> Iterator[Look]:
    """A browser in which nothing moves."""
    look = Look(chromium)
    yield look
    look.context.close()


@pytest.mark.parametrize("name", SCREENS)
def test_it_fits_and_all_of_it_can_be_read(look: Look, name: str) -> None:
    screen = SCREENS[name]
    tab = look.at(screen)
    for width, height in (*SIZES, NARROW):
        tab.set_viewport_size({"width": width, "height": height})
        assert tab.evaluate(SIDEWAYS) <= 0, width
        assert tab.evaluate(CLIPPED) == [], width
        if width < 400 and screen.kind != "wall":
            assert tab.evaluate(SMALL) == [], width
        if screen.kind == "chair" and width > 1088:
            assert tab.evaluate(PANES) == [0, 0, 0, 0], width
        if (width, height) in SIZES:
            keep_pictures(tab, screen, width)
    assert look.faults == []


@pytest.mark.parametrize("name", LOOKED_AT_BY_AXE)
def test_axe_finds_nothing(look: Look, name: str) -> None:
    place = LOOKED_AT_BY_AXE.index(name)
    tab = look.at(SCREENS[name], *SIZES[place % len(SIZES)])
    wear(tab, THEMES[place % len(THEMES)])
    see_all_of(tab)
    assert violations(tab) == []


@pytest.mark.long
@pytest.mark.parametrize("name", SCREENS)
def test_axe_finds_nothing_at_any_size_in_either_theme(look: Look, name: str) -> None:
    for size in SIZES:
        tab = look.at(SCREENS[name], *size)
        see_all_of(tab)
        wear(tab, "light")
        assert violations(tab) == [], size
        wear(tab, "dark")  # which changes nothing but colours
        assert violations(tab, ["color-contrast"]) == [], size


def see_all_of(tab: Page) -> None:
    """Make a phone as high as its page: what the tab bar covers at one moment is scrolled to at another."""
    width = tab.evaluate("innerWidth")
    if width < 400:
        tab.set_viewport_size(
            {"width": width, "height": tab.evaluate("document.documentElement.scrollHeight")}
        )


def keep_pictures(tab: Page, screen: Screen, width: int) -> None:
    """A picture in each theme, where PLACARD_TEST_PICTURES asks for it: all of the page where it scrolls."""
    if not os.environ.get("PLACARD_TEST_PICTURES"):
        return
    folder = PICTURES / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    for theme in THEMES:
        wear(tab, theme)
        whole = tab.locator("[data-sheet], dialog[open]").count() == 0
        tab.screenshot(path=folder / f"{screen.name}-{width}-{theme}.png", full_page=whole)
