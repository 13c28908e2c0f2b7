"""Presses behind one that is on its way, was refused or not confirmed: each is sent as it was pressed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.stage import Stage, close, open_page

pytestmark = pytest.mark.browser
RECORDED = (200, {"recorded": 12, "at": 1_790_000_000_000, "sentence": "Honduras has the floor."}, 0.0)


def test_words_typed_over_those_on_their_way_go_after_them_and_none_is_lost(
    chromium: Browser, stage: Stage
) -> None:
    stage.answers, stage.posted = [(200, RECORDED[1], 1.5), RECORDED, RECORDED, RECORDED], []
    page = open_page(chromium, stage, "cockpit")
    field = page.locator("#add")
    for name in ("Chad", "Peru", "Peru", "Mali"):
        field.fill(name)
        field.press("Enter")
    field.fill("Tog")  # not yet sent: it stays
    for _ in range(1000):  # a guard against a hang, not a figure
        if len(stage.posted) == 3:
            break
        page.wait_for_timeout(20)
    page.wait_for_selector(".said[data-said='recorded']")
    assert [one["delegation"] for one in stage.posted] == [["Chad"], ["Peru"], ["Mali"]]
    assert len({one["command_id"][0] for one in stage.posted}) == 3
    assert field.input_value() == "Tog"
    field.press("Enter")
    expect(field).to_have_value("")
    close(page)


def test_a_refusal_keeps_none_of_those_behind_it_back_and_is_still_said_at_the_end(
    chromium: Browser, stage: Stage
) -> None:
    told = {"rule": "list.there", "sentence": "Chad is on the list.", "field": None, "may_insist": True}
    refused = (422, {"refused": [told]}, 1.0)
    stage.answers, stage.posted = [refused, RECORDED, RECORDED, RECORDED], []
    page = open_page(chromium, stage, "cockpit")
    field = page.locator("#add")
    for name in ("Chad", "Peru", "Mali"):
        field.fill(name)
        field.press("Enter")
    until_posted(page, stage, 3)
    assert [one["delegation"] for one in stage.posted] == [["Chad"], ["Peru"], ["Mali"]]
    expect(page.locator("[data-said='refused']")).to_contain_text("Chad is on the list.")
    expect(field).to_have_value("Chad")  # what was refused is there to be put right
    field.fill("Togo")
    page.fill("[id^=insist-]", "The room agreed")
    page.click("button:has-text('Insist')")
    until_posted(page, stage, 4)
    assert stage.posted[3]["delegation"] == ["Chad"] and stage.posted[3]["insist"] == ["The room agreed"]
    assert stage.posted[3]["command_id"] != stage.posted[0]["command_id"]
    close(page)


def test_what_is_tried_again_is_what_was_pressed(chromium: Browser, stage: Stage) -> None:
    stage.answers, stage.posted = [(503, {}, 0.0), RECORDED, RECORDED], []
    page = open_page(chromium, stage, "cockpit")
    field = page.locator("#add")
    field.fill("Chad")
    field.press("Enter")
    page.wait_for_selector("[data-said='unsure']")
    field.fill("Peru")
    page.click("button:has-text('Try again')")
    until_posted(page, stage, 2)
    assert stage.posted[0] == stage.posted[1]
    page.wait_for_selector("[data-said='recorded']")
    assert field.input_value() == "Peru", "it is not sent yet"
    close(page)


def until_posted(page: Page, stage: Stage, many: int) -> None:
    """Wait until so many presses have come to the server."""
    for _ in range(1000):  # a guard against a hang, not a figure
        if len(stage.posted) >= many:
            return
        page.wait_for_timeout(20)
