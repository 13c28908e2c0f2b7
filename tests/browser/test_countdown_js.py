"""countdown.js in a real Chromium: every device shows the same time, whatever its own clock says."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.live_page import hide, open_live, seconds_left, shows, until_live
from tests.browser.live_stage import LiveStage

pytestmark = pytest.mark.browser


def test_a_speech_of_ninety_seconds_is_told_in_four_sentences(chromium: Browser) -> None:
    stage = LiveStage(heartbeat=3600)
    stage.stand_still()
    page = chromium.new_page()
    page.clock.install()
    page.goto(stage.url)
    until_live(page)
    page.evaluate(
        """() => {
          const place = document.querySelector('[data-milestones]');
          window.told = [];
          new MutationObserver(() => told.push(place.textContent)).observe(place, {childList: true});
        }"""
    )
    stage.change(deadline=stage.now() + 90_000, speaking="Kenya")
    shows(page, "Kenya")
    states, thirds = [], []
    for _ in range(95):
        stage.pass_by(1000)
        page.clock.run_for(1000)
        states.append(page.get_attribute("[data-clock]", "data-state"))
        thirds.append(page.get_attribute("[data-clock]", "data-third"))
    assert page.evaluate("told") == ["1 minute left", "30 seconds", "10 seconds", "Time"]
    assert sorted(set(states), key=states.index) == ["run", "last", "over"]
    assert sorted(set(thirds), key=thirds.index) == ["1", "2", "3"]
    assert page.inner_text("[data-clock]").startswith("+0:0")
    page.close()
    stage.end()


def add(page: Page, html: str) -> None:
    """Puts HTML at the end of the page."""
    page.evaluate(
        """html => document.body.append(
          ...new DOMParser().parseFromString(html, 'text/html').body.childNodes)""",
        html,
    )


def test_ring_bar_and_figures_are_drawn_and_a_held_clock_stands_still(page: Page, live: LiveStage) -> None:
    live.change(deadline=live.now() + 30_000, speaking="Peru")
    page.wait_for_function("() => /\\d:\\d\\d/.test(document.querySelector('[data-clock]')?.textContent)")
    add(
        page,
        '<div id="held" data-clock="speech" data-total="40000" data-remaining="28000"><output></output>'
        '<svg><circle class="left" stroke-dasharray="0 100"></circle></svg></div>'
        '<svg id="bar" class="drain" data-clock="caucus" data-total="40000" data-remaining="10000">'
        '<rect class="left" width="0"></rect></svg>'
        '<span id="over" data-clock="x" data-total="40000" data-remaining="-61000"></span>',
    )
    page.wait_for_function("() => document.querySelector('#held output').textContent === '0:28'")
    assert page.get_attribute("#held", "data-state") == "paused"
    assert page.get_attribute("#held", "data-third") == "1"
    assert page.get_attribute("#held circle", "stroke-dasharray") == "70.00 100"
    assert page.get_attribute("#bar rect", "width") == "25.00"
    assert page.get_attribute("#bar", "data-third") == "3"
    assert page.inner_text("#over") == "+1:01"


def test_clocks_step_where_nothing_may_move_and_glide_elsewhere(chromium: Browser, live: LiveStage) -> None:
    for motion, gliding in (("reduce", 0), ("no-preference", 1)):
        page = chromium.new_context(reduced_motion=motion).new_page()  # type: ignore[arg-type]
        open_live(page, live)
        bar = '<rect class="left" width="100" height="8"></rect>'
        ends = f'data-total="20000" data-deadline="{live.now() + 15_000}"'
        add(page, f'<svg class="drain" data-clock="c" {ends}>{bar}</svg>')
        page.wait_for_timeout(1500)
        assert page.evaluate("document.getAnimations().length") == gliding
        page.context.close()


def test_nothing_is_drawn_while_the_page_is_hidden(page: Page, live: LiveStage) -> None:
    live.change(deadline=live.now() + 50_000, speaking="Togo")
    shows(page, "Togo")
    seconds_left(page)
    hide(page, True)
    before = seconds_left(page)
    page.wait_for_timeout(2500)
    assert seconds_left(page) == before
    hide(page, False)
    page.wait_for_function(
        f"() => document.querySelector('[data-clock]').textContent !== '0:{before:02}'", timeout=2000
    )
    assert seconds_left(page) <= before - 2
