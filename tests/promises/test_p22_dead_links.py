"""P-22: a link that is dead without a word is found, told and made anew, by time or when a page is shown."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Browser

from tests.bad_link import bad_link
from tests.browser.live_page import Traffic, hide, is_as_fresh, link, open_live, until_live
from tests.browser.live_stage import LiveStage

pytestmark = pytest.mark.browser


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


def test_p22_a_page_shown_again_in_a_black_hole_connects_anew_at_once(
    chromium: Browser, live: LiveStage
) -> None:
    """Phones wake with sockets that look open and carry nothing: to be shown is reason enough to connect."""
    with bad_link(int(live.address.rpartition(":")[2])) as bad:
        page = chromium.new_page()
        traffic = Traffic().of(page)
        page.goto(f"http://127.0.0.1:{bad.here}/")
        link(page, "live")
        hide(page, True)
        bad.black_hole = True
        live.change(speaking="While it slept")
        page.wait_for_timeout(2500)
        assert traffic.opened == 1
        hide(page, False)
        page.wait_for_timeout(500)
        assert traffic.opened == 2, "it did not wait for 25 seconds"
        bad.black_hole = False
        is_as_fresh(page, live)
        page.close()


@pytest.mark.long
def test_p22_in_a_black_hole_the_badge_tells_and_the_page_comes_back(
    chromium: Browser, live: LiveStage
) -> None:
    with bad_link(int(live.address.rpartition(":")[2])) as bad:
        page = chromium.new_page()
        traffic = Traffic().of(page)
        page.goto(f"http://127.0.0.1:{bad.here}/")
        link(page, "live")
        bad.black_hole = True
        began = time.monotonic()
        live.change(speaking="Nobody hears this")
        link(page, "lost", 40_000)
        assert 20 < time.monotonic() - began < 60, "25 seconds without a word, and three more"
        assert page.inner_text(".link-state") == "Reconnecting"
        page.wait_for_timeout(20_000)  # each try ends after six seconds; what is left behind is closed
        assert traffic.opened < 10
        assert live.call(lambda: len(live.gallery)) <= 2, "sockets that were left do not pile up"
        bad.black_hole = False
        link(page, "live")
        is_as_fresh(page, live)
        page.close()


@pytest.mark.long
@pytest.mark.parametrize("fault", ["slices", "latency", "resets"])
def test_p22_on_a_poor_link_the_page_is_right_in_the_end(
    chromium: Browser, live: LiveStage, fault: str
) -> None:
    with bad_link(int(live.address.rpartition(":")[2])) as bad:
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{bad.here}/")
        link(page, "live")
        bad.slice = 7 if fault == "slices" else 0
        bad.latency = 0.4 if fault == "latency" else 0.0
        for n in range(20):
            live.change(speaking=f"Turn {n}", queue=("ghana", "norway")[: n % 3])
            if fault == "resets" and n % 4 == 3:
                bad.reset()
            page.wait_for_timeout(150)
        is_as_fresh(page, live)
        page.close()
