"""P-26: what is pressed while the link is cut is refused in words, and nothing of it is sent later."""

from __future__ import annotations

import contextlib

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.afternoon import Afternoon
from tests.bad_link import bad_link
from tests.browser.live_page import is_as_fresh, link
from tests.browser.live_stage import LiveStage
from tests.served import Served

pytestmark = pytest.mark.browser


def test_p26_offline_is_said_and_what_was_missed_is_made_up(page: Page, live: LiveStage) -> None:
    page.context.set_offline(True)
    link(page, "offline")
    assert page.inner_text(".link-state") == "Offline: what you press is not sent"
    page.wait_for_function("() => document.documentElement.classList.contains('stale')", timeout=10_000)
    live.change(speaking="Ghana", queue=("mexico",))
    page.wait_for_timeout(300)
    assert "Ghana" not in page.inner_text("body")
    page.context.set_offline(False)
    link(page, "live")
    is_as_fresh(page, live)
    assert page.evaluate("document.documentElement.classList.contains('stale')") is False


def open_seat(chromium: Browser, served: Served, port: int, path: str, role: str, seat: str) -> Page:
    """A page of the committee in a browser of its own, over the link at `port`."""
    context = chromium.new_context(viewport={"width": 360, "height": 640})
    token = served.client(role, seat).cookies["placard"]
    context.add_cookies([{"name": "placard", "value": token, "url": f"http://127.0.0.1:{port}"}])
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{port}{served.here}/{path}")
    link(page, "live")
    return page


def test_p26_a_press_while_offline_is_refused_in_words_and_never_sent(
    served: Served, chromium: Browser
) -> None:
    afternoon = Afternoon(served)
    afternoon.opens()
    seat = afternoon.seats[4]
    with bad_link(served.port) as bad:
        page = open_seat(chromium, served, bad.here, "seat", "delegate", seat)
        posts: list[str] = []
        page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
        before = served.head()
        bad.refuses = True
        bad.reset()
        link(page, "lost")
        button = page.locator("form[data-act] button:not([aria-disabled=true]):visible").first
        button.click()
        expect(page.locator("[data-said=refused]").first).to_contain_text("offline")
        bad.refuses = False
        link(page, "live")
        page.wait_for_timeout(1500)
        assert posts == []
        assert served.head() == before
        button.click()
        expect(page.locator("[data-said=recorded]").first).to_be_visible()
        assert len(posts) == 1, "it is one press, pressed again by the person"
        with contextlib.suppress(Exception):
            page.context.close()
