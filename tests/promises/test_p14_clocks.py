"""P-14: on a good link a screen's clock is right within a quarter of a second, on a bad one within one."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Browser, Page

from tests.bad_link import bad_link
from tests.browser.live_page import link
from tests.browser.live_stage import LiveStage

pytestmark = pytest.mark.browser
OFF = (300_000, -300_000, 0)
"""How wrong the devices' own clocks are, in milliseconds."""
NOTE = """() => {
  window.turns = [];
  const shown = () => document.querySelector('[data-clock]')?.textContent;
  let last = shown();
  new MutationObserver(() => {
    if (shown() === last) return;
    last = shown();
    turns.push([performance.timeOrigin + performance.now(), last]);
  }).observe(document.body, {subtree: true, childList: true, characterData: true});
}"""


def errors(page: Page, stage: LiveStage, deadline: int) -> list[float]:
    """By how many milliseconds each second that the page showed came too early or too late."""
    ahead = stage.now() - time.time() * 1000  # room time, beyond this computer's own
    found = []
    for at, shown in page.evaluate("turns"):
        minutes, _, seconds = shown.partition(":")
        left = (int(minutes) * 60 + int(seconds)) * 1000
        found.append(at + ahead - (deadline - left))
    return found


def watch(chromium: Browser, address: str, off: int) -> Page:
    """A device whose own clock is so wrong."""
    page = chromium.new_context().new_page()
    page.add_init_script(f"const real = Date.now; Date.now = () => real() + {off};")
    page.goto(address)
    link(page, "live")
    return page


def test_p14_three_clients_five_minutes_off_are_within_250_ms(chromium: Browser, live: LiveStage) -> None:
    pages = [watch(chromium, live.url, off) for off in OFF]
    pages[0].wait_for_timeout(2300)  # the round trips after opening
    deadline = live.now() + 40_000
    live.change(deadline=deadline, speaking="Chad")
    for page in pages:
        page.wait_for_function("() => document.querySelector('[data-clock]')?.textContent.includes(':')")
        page.evaluate(NOTE)
    pages[0].wait_for_timeout(6000)
    for page, off in zip(pages, OFF, strict=True):
        found = sorted(errors(page, live, deadline))
        assert len(found) >= 4, off
        assert abs(found[len(found) // 2]) <= 250, (off, found)
        assert found[0] >= -50, (off, found, "a second never turns before its time")
        page.context.close()


@pytest.mark.long
def test_p14_at_800_ms_there_and_back_it_is_within_a_second(chromium: Browser, live: LiveStage) -> None:
    with bad_link(int(live.address.rpartition(":")[2])) as bad:
        page = watch(chromium, f"http://127.0.0.1:{bad.here}/", 300_000)
        bad.latency = 0.8  # all of it on the way back: the worst that a round trip can hide
        page.wait_for_timeout(3000)
        deadline = live.now() + 60_000
        live.change(deadline=deadline, speaking="Togo")
        page.wait_for_function("() => document.body.innerText.includes('Togo')", timeout=10_000)
        page.evaluate(NOTE)
        page.wait_for_timeout(8000)
        found = sorted(errors(page, live, deadline))
        assert len(found) >= 4
        assert abs(found[len(found) // 2]) <= 1000, found
        page.context.close()
