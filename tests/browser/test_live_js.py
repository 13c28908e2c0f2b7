"""regions.js in a real Chromium: the page is as the room is, and nothing a person does is disturbed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.live_page import Traffic, is_as_fresh, open_live, shows
from tests.browser.live_stage import LiveStage
from tests.live.room import SEATS

pytestmark = pytest.mark.browser
FOCUS = "[document.activeElement.id, document.activeElement.selectionStart, document.activeElement.value]"


def test_a_page_just_opened_gets_nothing_that_it_has(chromium: Browser, live: LiveStage) -> None:
    page = chromium.new_page()
    traffic = Traffic().of(page)
    open_live(page, live)
    page.wait_for_timeout(700)
    assert set(traffic.said[0]["have"]) == {"public", "seat:ghana"}
    assert any("beat" in message for message in traffic.heard)
    assert traffic.frames == []
    assert traffic.opened == 1
    page.close()


def test_words_outside_the_regions_are_nobodys_business(page: Page, live: LiveStage) -> None:
    page.focus("#clause")
    page.keyboard.type("Urges all States")
    page.keyboard.press("ArrowLeft")
    for n in range(20):
        live.change(speaking=f"Delegate {n}", queue=SEATS[: n % 4])
    shows(page, "Delegate 19")
    assert page.evaluate(FOCUS) == ["clause", 15, "Urges all States"]


def test_what_the_chair_does_is_shown_as_a_fresh_page_would(page: Page, live: LiveStage) -> None:
    for change in (
        {"queue": SEATS},
        {"received": 3},
        {"queue": ("norway",), "speaking": "<b>Fiji</b>"},
        {"received": 0},
    ):
        live.change(**change)
        is_as_fresh(page, live)


def test_an_open_ballot_is_not_touched_and_goes_when_its_vote_is_over(page: Page, live: LiveStage) -> None:
    live.change(vote="motion-3")
    shows(page, "motion-3, 0 in")
    page.evaluate("window.ballot = document.querySelector('[data-open-ballot]')")
    page.check("#yes")
    for received in range(1, 6):
        live.change(received=received, speaking=f"Turn {received}")
    shows(page, "Turn 5")
    shows(page, "5 in")  # the tally, which is another region
    assert page.evaluate("document.querySelector('[data-open-ballot]') === ballot")
    assert page.is_checked("#yes")
    assert "motion-3, 0 in" in page.inner_text("body")
    live.change(vote="")
    page.wait_for_function("() => !document.querySelector('[data-open-ballot]')")
    is_as_fresh(page, live)


def test_a_ballot_that_the_page_closes_catches_up(page: Page, live: LiveStage) -> None:
    traffic = Traffic().of(page)
    live.change(vote="motion-4")
    shows(page, "motion-4, 0 in")
    live.change(received=7)
    shows(page, "7 in")
    page.evaluate("document.querySelector('[data-open-ballot]').removeAttribute('data-open-ballot')")
    shows(page, "motion-4, 7 in")
    is_as_fresh(page, live)
    assert [message for message in traffic.said if "have" in message] == []
