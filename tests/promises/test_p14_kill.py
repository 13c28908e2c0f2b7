"""P-14 through `kill -9`: on an open page a speech's clock goes on, or is held after a longer gap."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

import httpx2 as httpx
import pytest
from playwright.sync_api import Browser, Page

from tests.promises.test_p14_clocks import NOTE
from tests.roads.process import Placard

pytestmark = [pytest.mark.browser, pytest.mark.long]
WITHIN_MS = 1000
GOES_ON_S = 30
"""Seconds that a server may be away before the dais is asked (`ClocksHeld`)."""
LIVE = '#link[data-state="live"]'
SHOWN = "document.querySelector('main [data-clock]')"


@pytest.fixture
def placard(tmp_path: Path) -> Iterator[Placard]:
    """A running Placard as people start it."""
    started = Placard(tmp_path / "data").start()
    yield started
    started.stop()


def speech(placard: Placard) -> None:
    """The first delegation of the list has the floor."""
    headers = {"Origin": placard.base, "Accept": "application/json"}
    with closing(httpx.Client(base_url=placard.base, headers=headers, timeout=30)) as chair:
        here = chair.post("/join", json={"code": placard.code("chair")}).json()["page"]
        for path, given in (
            ("roll-calls", {}),
            ("roll-call/all-present", {}),
            ("roll-call/closure", {}),
            ("debates", {"topic": 1}),
            ("speakers", {"seat": "ghana"}),
            ("speeches/next", {"after": ""}),
        ):
            answer = chair.post(here + path, json={**given, "command_id": secrets.token_hex(16)})
            assert answer.status_code == 200, (path, answer.text)


def observer(placard: Placard, chromium: Browser) -> Page:
    """A page that watches the room and writes down when its clock turns."""
    page = chromium.new_context().new_page()
    page.goto(f"{placard.base}/#{placard.code('observer')}")
    page.locator("button[type=submit]").first.click()
    page.wait_for_selector(LIVE, timeout=30_000)
    page.wait_for_function(f"() => {SHOWN}?.textContent.includes(':')")
    page.evaluate(NOTE)
    return page


def runs_out(page: Page) -> float:
    """When the page says that the speech is over (ms since 1970), by the middle of its next seconds."""
    page.evaluate("turns.length = 0")
    page.wait_for_function("() => turns.length >= 5", timeout=30_000)
    return float(median(at + left_ms(shown) for at, shown in page.evaluate("turns")))


def left_ms(shown: str) -> int:
    """What stands on a clock, in milliseconds."""
    minutes, _, seconds = shown.partition(":")
    return (int(minutes) * 60 + int(seconds)) * 1000


def killed_for(placard: Placard, page: Page, seconds: float) -> float:
    """Kill the server, start it again no sooner than after so many seconds; returns how long it was away."""
    began = time.monotonic()
    placard.kill()
    time.sleep(seconds)  # the gap itself is what is tried
    placard.start()
    away = time.monotonic() - began
    page.wait_for_selector(LIVE, timeout=30_000)
    return away


def is_held(page: Page) -> bool:
    """Whether the page shows a clock that does not run."""
    page.wait_for_function(f"() => {SHOWN}?.textContent.includes(':')")
    return bool(page.evaluate(f"{SHOWN}.dataset.state === 'paused'"))


def test_p14_a_speech_goes_on_through_a_kill_on_the_page_that_stays_open(
    placard: Placard, chromium: Browser
) -> None:
    speech(placard)
    page = observer(placard, chromium)
    page.evaluate("window.stays = true")
    before = runs_out(page)
    away = killed_for(placard, page, 0)
    if is_held(page):
        assert away > GOES_ON_S, "on a machine so slow that the dais is asked"
    else:
        assert abs(runs_out(page) - before) <= WITHIN_MS
    assert page.evaluate("window.stays === true"), "nobody had to load it again"
    page.context.close()


def test_p14_after_a_longer_gap_the_clock_is_held_at_what_was_left_when_the_server_was_killed(
    placard: Placard, chromium: Browser
) -> None:
    speech(placard)
    page = observer(placard, chromium)
    left = runs_out(page) - time.time() * 1000
    killed_for(placard, page, GOES_ON_S + 2)
    assert is_held(page)
    held = left_ms(page.evaluate(f"{SHOWN}.textContent"))
    assert left - WITHIN_MS <= held <= left + 2 * WITHIN_MS, "it notes once a second that it is alive"
    page.context.close()
