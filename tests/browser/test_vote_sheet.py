"""The vote over a phone's page: what it keeps from the thumb, and when it takes a press."""

from typing import cast

import pytest
from playwright.sync_api import Browser

from tests.browser.stage import Stage, close, open_page
from tests.browser.test_presses import RECORDED

pytestmark = pytest.mark.browser

THUMB_ON_ITS_WAY = """text => new Promise((pressed) => {
  htmx.swap({ text, target: document.getElementById('vote'), swap: 'innerMorph' });
  const look = () => {
    const yes = document.querySelector('.ballot[data-arming] .yes');
    if (yes) pressed(yes.click());
    else requestAnimationFrame(look);
  };
  look();
})"""


def test_a_vote_takes_the_focus_and_arms_after_half_a_second(chromium: Browser, stage: Stage) -> None:
    stage.answers, stage.posted = [RECORDED], []
    page = open_page(chromium, stage, "phone", 360, 640)
    sheet = (
        stage.templates.get_template("phone.html")
        .render(vote=True)
        .split('<div id="vote">')[1]
        .split("</div>\n</div>")[0]
    )
    page.evaluate(THUMB_ON_ITS_WAY, sheet)
    assert stage.posted == []
    assert page.title().startswith("(!)")
    assert page.evaluate("document.activeElement.id") == "vote-3-title"
    page.wait_for_selector(".ballot:not([data-arming])")
    page.click(".ballot .yes")
    page.wait_for_selector(".ballot .said[data-said='recorded']")
    assert stage.posted[0]["choice"] == ["yes"]
    assert page.locator("[data-open-ballot]").count() == 0  # now the server's own picture of it may come in
    assert (
        page.locator(".ballot .yes").get_attribute("aria-pressed") == "false"
    )  # only the server says what is recorded
    close(page)


def test_the_vote_covers_what_the_thumb_was_pressing_with_nothing_that_votes(
    chromium: Browser, stage: Stage
) -> None:
    before, after = (open_page(chromium, stage, name, 360, 640) for name in ("phone", "vote"))
    at = cast(dict[str, float], before.locator("button:has-text('Raise placard')").bounding_box())
    x, y = at["x"] + at["width"] / 2, at["y"] + at["height"] / 2
    assert not after.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('.ballot button') !== null", [x, y]
    )
    close(before)
    close(after)
