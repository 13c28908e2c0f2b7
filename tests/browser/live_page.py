"""A page of the demo room in a browser: open it, wait for what it shows, hear what goes over its socket."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from tests.browser.live_stage import REGIONS, LiveStage
from tests.live.room import DemoScreens, fresh

AS_FRESH = """screens => Object.entries(screens).filter(([key, html]) => {
  const wanted = document.createElement('div'), shown = document.createElement('div');
  wanted.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  shown.replaceChildren(...document.querySelector(`[data-region="${key}"]`).cloneNode(true).childNodes);
  for (const one of shown.querySelectorAll('[data-clock]')) one.replaceWith('clock');
  for (const one of wanted.querySelectorAll('[data-clock]')) one.replaceWith('clock');
  return !wanted.isEqualNode(shown);
}).map(([key]) => key)"""


def open_live(page: Page, stage: LiveStage, address: str = "") -> Page:
    """Opens the demo page and waits until it says Live; errors of scripts fail the test at once."""
    page.on("pageerror", _fail)
    page.goto(stage.url + address)
    link(page, "live")
    return page


def _fail(error: Exception) -> None:
    raise AssertionError(error)


def link(page: Page, state: str, within: int = 20_000) -> None:
    """Waits until the page says that the link is so."""
    page.wait_for_function(
        "state => document.documentElement.dataset.link === state", arg=state, timeout=within
    )


def until_live(page: Page) -> None:
    """The same where the page's time goes only as the test says."""
    for _ in range(100):
        page.clock.run_for(20)
        if page.evaluate("() => document.documentElement.dataset.link") == "live":
            return
        page.wait_for_timeout(50)
    raise AssertionError("The page did not go live.")


def shows(page: Page, words: str) -> None:
    """Waits until the page shows the words."""
    page.wait_for_function("words => document.body.innerText.includes(words)", arg=words, timeout=20_000)


def is_as_fresh(page: Page, stage: LiveStage) -> None:
    """Waits until each region is what a page opened now would show."""
    screens = dict.fromkeys(REGIONS, "")
    for channel in ("public", "seat:ghana"):
        for name, html in fresh(DemoScreens(), stage.floor, channel).items():
            screens[f"{channel}/{name}"] = html
    page.wait_for_function(f"screens => ({AS_FRESH})(screens).length === 0", arg=screens, timeout=20_000)


@dataclass
class Traffic:
    """What went over the page's sockets."""

    heard: list[dict[str, Any]] = field(default_factory=list)
    said: list[dict[str, Any]] = field(default_factory=list)
    opened: int = 0

    def of(self, page: Page) -> Traffic:
        page.on("websocket", self._watch)
        return self

    def _watch(self, socket: Any) -> None:
        self.opened += 1
        socket.on("framereceived", lambda text: self.heard.append(json.loads(text)))
        socket.on("framesent", lambda text: self.said.append(json.loads(text)))

    @property
    def frames(self) -> list[dict[str, Any]]:
        return [message for message in self.heard if "channel" in message]


def hide(page: Page, hidden: bool) -> None:
    """The tab goes to the back, or comes to the front."""
    said = json.dumps(hidden)
    page.evaluate(f"Object.defineProperty(document, 'hidden', {{value: {said}, configurable: true}})")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def seconds_left(page: Page) -> int:
    """What the clock of the page shows, in seconds; over time is below zero."""
    page.wait_for_function("() => /\\d:\\d\\d/.test(document.querySelector('[data-clock]')?.textContent)")
    shown = page.inner_text("[data-clock]")
    minutes, seconds = shown.lstrip("+").split(":")
    return (-1 if shown.startswith("+") else 1) * (int(minutes) * 60 + int(seconds))
