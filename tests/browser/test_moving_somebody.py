"""Somebody is moved while its phone is open: the phone changes by itself; the mover needs no mouse."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.room import picture, violations
from tests.served import Served

pytestmark = pytest.mark.browser
KEPT = "Object.keys(sessionStorage).filter((name) => name.includes('typed')).length"


@contextlib.contextmanager
def device(chromium: Browser, served: Served, code: str, width: int, height: int) -> Iterator[Page]:
    """A browser that has come in by a code."""
    context = chromium.new_context(viewport={"width": width, "height": height}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{served.base}/?again")
    page.fill("#code", code)
    page.press("#code", "Enter")
    page.wait_for_load_state()
    yield page
    context.close()


def moves(mover: Page, who: str, to: str) -> None:
    """By the keys of selects alone: the first letters of a name choose it."""
    mover.focus("#who")
    mover.keyboard.type(who)
    mover.keyboard.press("Tab")
    mover.keyboard.type(to)
    mover.keyboard.press("Tab")
    with mover.expect_navigation():
        mover.keyboard.press("Enter")


def test_an_open_phone_goes_to_the_new_seat_by_itself_and_back(chromium: Browser, served: Served) -> None:
    ghana, organizer = served.code("delegate", "ghana"), served.code("organizer")
    with (
        device(chromium, served, ghana, 360, 640) as phone,
        device(chromium, served, organizer, 360, 640) as mover,
    ):
        phone.wait_for_selector("html[data-link=live]")
        phone.evaluate("sessionStorage.setItem('placard:typed /committees/1/papers/WP-1 c1', '\"a secret\"')")
        mover.goto(f"{served.base}{served.here}/moves?seat=ghana")
        assert mover.evaluate("document.documentElement.scrollWidth") <= 360
        assert violations(mover) == []
        picture(mover, "moves-360", whole=True)
        moves(mover, "A device", "Peru")
        mover.get_by_role("status").get_by_text("sits for Peru now").wait_for()
        picture(mover, "moves-done-360", whole=True)
        assert violations(mover) == []
        phone.wait_for_selector("[data-channels~='seat:peru']")
        phone.wait_for_selector("html[data-link=live]")
        assert "Peru" in phone.inner_text("header") and "Ghana" not in phone.inner_text("header")
        assert phone.evaluate(KEPT) == 0, "what was typed for Ghana has left the device"
        mover.focus("#take-back")
        with mover.expect_navigation():
            mover.keyboard.press("Enter")
        phone.wait_for_selector("[data-channels~='seat:ghana']")
        mover.set_viewport_size({"width": 1366, "height": 768})
        picture(mover, "moves-1366", whole=True)
        mover.goto(f"{served.base}/organizer{served.here}/seats")
        assert mover.locator("#seat-delegate-ghana a[href*='moves?seat=ghana']").count() == 1
        picture(mover, "seats-1366")
