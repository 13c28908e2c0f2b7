"""What the chair has chosen stays through frames, and the palette reads a motion in one line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from jinja2 import ChoiceLoader, DictLoader
from markupsafe import Markup
from playwright.sync_api import Browser, Page, expect

from app.screens.environment import build
from tests.browser.stage import PAGES, Stage, close, open_page
from tests.screens.cockpit_pages import cockpit, regions
from tests.screens.cockpit_scenes import scene

pytestmark = pytest.mark.browser
SHOW = """([build, name, html]) => import(`/static/${build}/regions.js`).then(({ apply }) =>
  apply({ channel: 'dais', was: null, is: '', regions: { [name]: html }, digests: { [name]: 'ff' } }))"""
"""Shows a region as a frame does; the other regions of the dais are emptied, the form's is not among them."""


@pytest.fixture
def before_debate(chromium: Browser, stage: Stage) -> Iterator[Page]:
    """The cockpit after the roll call, the form for a motion open: debate is not."""
    loader = stage.templates.loader
    assert loader is not None
    stage.templates.loader = ChoiceLoader([DictLoader({"whole.html": "{{ whole }}"}), loader])
    PAGES["before-debate"] = ("whole.html", {"whole": Markup(cockpit(scene("called")))})
    page = open_page(chromium, stage, "before-debate")
    page.keyboard.press("m")
    yield page
    close(page)
    del PAGES["before-debate"]


def debate_opens(page: Page) -> None:
    """Other motions are in order from now on."""
    page.evaluate(SHOW, [build(), "moving", regions(scene("debate"))["moving"]])


def in_order(page: Page) -> list[str]:
    first = page.locator("#motion-kind optgroup").first.locator("option")
    return [str(one.get_attribute("value")) for one in first.all()]


def test_a_kind_of_motion_stays_chosen_when_others_come_into_order(before_debate: Page) -> None:
    page, kind = before_debate, before_debate.locator("#motion-kind")
    kind.select_option("unmoderated_caucus")
    page.locator("#motion-total").fill("10:00")
    was = in_order(page)
    debate_opens(page)
    assert in_order(page) != was
    assert kind.input_value() == "unmoderated_caucus"
    assert (
        page.locator("#motion-total").is_visible() and page.locator("#motion-total").input_value() == "10:00"
    )


def test_what_the_chair_sees_chosen_stays_too(before_debate: Page) -> None:
    kind = before_debate.locator("#motion-kind")
    seen = kind.input_value()
    debate_opens(before_debate)
    assert kind.input_value() == seen


def test_a_form_that_nobody_opened_begins_with_what_is_in_order_now(before_debate: Page) -> None:
    before_debate.evaluate("document.getElementById('new-motion').open = false")
    debate_opens(before_debate)
    assert before_debate.locator("#motion-kind").input_value() == in_order(before_debate)[0]


def test_the_palette_reads_a_motion_in_one_line(before_debate: Page) -> None:
    page = before_debate
    page.evaluate("document.getElementById('new-motion').open = false")
    page.keyboard.press("Control+k")
    page.keyboard.type("mod 10 30 water")
    offered = page.locator("#palette [role=option]")
    expect(offered).to_have_count(1)
    expect(offered).to_contain_text("mod 10 30 water")
    page.keyboard.press("Enter")
    expect(page.locator("#motion-seat")).to_be_focused()
    read = [page.locator(f"#motion-{name}").input_value() for name in ("kind", "total", "speech", "topic")]
    assert read == ["moderated_caucus", "10:00", "30", "water"]
    page.keyboard.press("Control+k")
    page.keyboard.type("nothing of the kind")
    expect(page.locator("#palette [role=option]")).to_have_text("Nothing here is called that")
