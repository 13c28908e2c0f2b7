"""live.js in a real Chromium: breaks, sleep, restarts and sign-outs, and what the page says of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.live_page import Traffic, hide, is_as_fresh, link, open_live, seconds_left, until_live
from tests.browser.live_stage import LiveStage

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


def test_p22_a_server_that_goes_is_told_after_three_seconds_and_comes_back_by_itself(
    chromium: Browser,
) -> None:
    stage = LiveStage()
    page = open_live(chromium.new_page(), stage)
    stage.stop()
    page.wait_for_timeout(1000)
    assert page.evaluate("document.documentElement.dataset.link") == "live"  # most breaks are over by now
    link(page, "lost")
    assert page.inner_text(".link-state") == "Reconnecting"
    assert page.get_attribute(".link-state", "data-as-of")
    assert page.evaluate("document.documentElement.classList.contains('stale')")
    stage.start()
    stage.change(speaking="Back again")
    link(page, "live")
    is_as_fresh(page, stage)
    page.close()
    stage.end()


def test_p22_a_dead_socket_is_found_after_25_seconds_without_a_word(chromium: Browser) -> None:
    stage = LiveStage(heartbeat=3600)
    page = chromium.new_page()
    page.clock.install()
    traffic = Traffic().of(page)
    page.goto(stage.url)
    until_live(page)
    page.clock.run_for(3000)
    page.wait_for_timeout(500)  # the answers to its first questions
    page.clock.run_for(20_000)
    assert traffic.opened == 1
    page.clock.run_for(7000)
    page.wait_for_timeout(300)
    assert traffic.opened == 2
    page.close()
    stage.end()


def test_p16_a_restart_closes_with_1012_and_the_page_is_back_at_once(page: Page, live: LiveStage) -> None:
    page.evaluate("window.here = true")
    live.call(lambda: live.gallery.drop(lambda who: True, 1012))
    live.change(speaking="After the restart")
    page.wait_for_function("() => document.body.innerText.includes('After the restart')", timeout=3000)
    assert page.evaluate("window.here")  # without loading the page again


def test_p31_whoever_is_signed_out_is_told_and_left_alone(page: Page, live: LiveStage) -> None:
    traffic = Traffic().of(page)
    live.call(lambda: live.gallery.drop(lambda who: who == "ghana", 4401))
    link(page, "offline")
    assert "signed out" in page.inner_text(".link-state")
    page.wait_for_timeout(1500)
    assert traffic.opened == 0


def test_p27_another_build_loads_the_page_again_and_keeps_what_was_written(chromium: Browser) -> None:
    stage = LiveStage()
    page = open_live(chromium.new_page(), stage)
    page.fill("#clause", "Urges all States")
    page.evaluate("window.old = true")
    stage.stop()
    stage.build = "build-2"
    stage.start()
    page.wait_for_function("() => document.body.dataset.build === 'build-2' && !window.old", timeout=20_000)
    link(page, "live")
    assert page.input_value("#clause") == "Urges all States"
    page.evaluate(
        "document.body.dataset.build = 'build-0'; window.kept = true"
    )  # a proxy that keeps old pages
    page.wait_for_timeout(1500)
    assert page.evaluate("window.kept")
    page.close()
    stage.end()


def test_where_sockets_are_blocked_the_page_polls(chromium: Browser) -> None:
    stage = LiveStage(sockets=False)
    page = open_live(chromium.new_page(), stage)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "have=" in request.url else None)
    for change in ({"speaking": "By polling", "deadline": stage.now() + 30_000}, {"queue": ("mexico",)}):
        stage.change(**change)
        is_as_fresh(page, stage)
    assert abs(seconds_left(page) - 30) <= 5
    assert asked
    page.close()
    stage.end()


def test_a_slow_line_is_said_with_its_seconds(chromium: Browser, live: LiveStage) -> None:
    page = chromium.new_page()
    page.goto(f"{live.url}?lag=1100")
    link(page, "slow")
    assert page.inner_text(".link-state").startswith("Slow, 1.")
    page.close()


def test_a_page_hidden_for_five_minutes_hangs_up_and_comes_back_when_it_is_shown(chromium: Browser) -> None:
    stage = LiveStage()
    page = chromium.new_page()
    page.clock.install()
    page.goto(stage.url)
    until_live(page)
    hide(page, True)
    for _ in range(25):  # the page's time goes on by itself too, a little
        page.clock.run_for(10_000)
        page.wait_for_timeout(600)  # a heartbeat
    assert stage.call(lambda: len(stage.gallery)) == 1
    page.clock.run_for(45_000)
    page.wait_for_timeout(600)
    assert stage.call(lambda: len(stage.gallery)) == 0
    stage.change(speaking="Meanwhile")
    hide(page, False)
    page.clock.run_for(1000)
    page.wait_for_timeout(300)
    page.clock.run_for(1000)
    is_as_fresh(page, stage)
    page.close()
    stage.end()
