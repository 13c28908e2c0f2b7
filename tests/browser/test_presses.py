"""What the pages' own scripts do: how a press is sent and answered, keys, the theme, the vote."""

import re
from typing import Any, cast

import pytest
from playwright.sync_api import Browser

from tests.browser.stage import Stage, close, open_page

pytestmark = pytest.mark.browser

RECORDED = (200, {"recorded": 12, "at": 1_790_000_000_000, "sentence": "Honduras has the floor."}, 0.0)


def test_a_press_is_sent_once_with_an_id_and_its_answer_is_shown(chromium: Browser, stage: Stage) -> None:
    stage.answers, stage.posted = [RECORDED, RECORDED], []
    page = open_page(chromium, stage, "cockpit", timezone_id="UTC")
    page.keyboard.press("n")
    page.wait_for_selector("#said[data-said='recorded']")
    assert re.fullmatch(r"Recorded \d\d:\d\d:\d\d Honduras has the floor\.", page.inner_text("#said"))
    page.click("button:has-text('Next')")
    while len(stage.posted) < 2:
        page.wait_for_timeout(20)
    ids = [one["command_id"][0] for one in stage.posted]
    assert len(set(ids)) == 2 and all(re.fullmatch(r"[0-9a-f]{32}", one) for one in ids)
    assert cast(Any, page).refused == []
    close(page)


def test_a_second_press_before_the_answer_sends_nothing(chromium: Browser, stage: Stage) -> None:
    stage.answers, stage.posted = [(200, RECORDED[1], 2.0), RECORDED], []
    page = open_page(chromium, stage, "phone", 360)
    button = page.locator("button:has-text('Raise placard')")
    button.dblclick()
    page.wait_for_selector("button[aria-busy='true']:has-text('Raise placard')")  # after 400 ms
    page.wait_for_selector(".act .said[data-said='recorded']")
    assert len(stage.posted) == 1 and button.get_attribute("aria-busy") is None
    close(page)


def test_an_answer_that_does_not_come_can_be_asked_for_again_with_the_same_id(
    chromium: Browser, stage: Stage
) -> None:
    stage.answers, stage.posted = [(200, RECORDED[1], 7.0), RECORDED], []
    page = open_page(chromium, stage, "phone", 360)
    page.click("button:has-text('Raise placard')")
    page.wait_for_selector(".said[data-said='unsure']", timeout=6500)
    assert "Not confirmed" in page.inner_text(".act .said")
    page.click("button:has-text('Try again')")
    page.wait_for_selector(".said[data-said='recorded']")
    first, second = stage.posted
    assert first["command_id"] == second["command_id"]
    close(page)


def test_a_refusal_is_said_and_the_dais_may_insist_with_a_reason(chromium: Browser, stage: Stage) -> None:
    refusal = {
        "refused": [
            {
                "rule": "precedence",
                "sentence": "Another motion takes precedence.",
                "field": None,
                "may_insist": True,
            }
        ]
    }
    stage.answers, stage.posted = [(422, refusal, 0.0), RECORDED], []
    page = open_page(chromium, stage, "cockpit")
    page.keyboard.press("v")
    page.wait_for_selector(".said[data-said='refused']")
    page.fill(".insist input", "Agreed with the room")
    page.keyboard.press("Enter")
    page.wait_for_selector(".said[data-said='recorded']")
    assert stage.posted[1]["insist"] == ["Agreed with the room"]
    assert stage.posted[0]["command_id"] != stage.posted[1]["command_id"]
    close(page)


def test_a_refusal_of_a_field_stands_under_the_field(chromium: Browser, stage: Stage) -> None:
    refusal = {
        "refused": [
            {"rule": "name", "sentence": "This is not the number.", "field": "number", "may_insist": False}
        ]
    }
    stage.answers, stage.posted = [(422, refusal, 0.0), RECORDED], []
    page = open_page(chromium, stage, "style")
    page.click("button:has-text('Withdraw DR 1.2')")
    page.fill("#number", "DR 1.1")
    page.keyboard.press("Enter")
    page.wait_for_selector("#number[aria-invalid='true']")
    assert page.inner_text("#number-error") == "This is not the number."
    page.fill("#number", "DR 1.2")
    page.keyboard.press("Enter")
    page.wait_for_selector("#withdraw", state="hidden")
    close(page)


def test_a_push_takes_away_neither_the_answer_nor_what_is_being_written(
    chromium: Browser, stage: Stage
) -> None:
    stage.answers, stage.posted = [RECORDED], []
    page = open_page(chromium, stage, "cockpit")
    page.click("button:has-text('Closed')")
    page.wait_for_selector("[data-said-here] .said[data-said='recorded']")
    page.fill("#add", "Gha")
    page.evaluate("document.querySelector('.now-pane output').textContent = '0:27'")
    page.evaluate("""async () => {
        const fresh = new DOMParser().parseFromString(await (await fetch('/cockpit')).text(), 'text/html');
        const panes = fresh.querySelectorAll('.pane');
        for (const [index, target] of [...document.querySelectorAll('.pane')].entries())
            await htmx.swap({ text: panes[index].innerHTML, target, swap: 'innerMorph' });
    }""")
    assert "Recorded" in page.inner_text("[data-said-here] .said")
    assert (page.input_value("#add"), page.evaluate("document.activeElement.id")) == ("Gha", "add")
    assert page.inner_text(".now-pane output") == "0:27"  # the browser draws clocks, a push does not
    close(page)


def test_nothing_is_sent_or_kept_while_the_link_is_lost(chromium: Browser, stage: Stage) -> None:
    stage.answers, stage.posted = [RECORDED], []
    page = open_page(chromium, stage, "phone", 360)
    page.evaluate("document.documentElement.dataset.link = 'offline'")
    page.click("button:has-text('Raise placard')")
    assert "Not sent" in page.inner_text(".act .said")
    page.evaluate("document.documentElement.dataset.link = 'live'")
    page.wait_for_timeout(300)
    assert stage.posted == []
    close(page)


def test_a_refused_button_stays_and_says_why(chromium: Browser, stage: Stage) -> None:
    page = open_page(chromium, stage, "style")
    page.click("button[aria-disabled='true']:has-text('Ask for the floor')", force=True)
    assert page.inner_text("#said") == "The speakers’ list is closed."
    close(page)


# ---- keys, theme, the vote ------------------------------------------------------------


def test_keys_act_only_outside_fields_and_can_be_switched_off(chromium: Browser, stage: Stage) -> None:
    stage.answers, stage.posted = [RECORDED] * 3, []
    page = open_page(chromium, stage, "cockpit")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "add"
    page.keyboard.type("n")
    assert page.input_value("#add") == "n" and stage.posted == []
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert "Next" in page.inner_text("#keys") and "Add a delegation" in page.inner_text("#keys")
    page.uncheck("#keys-on")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.wait_for_timeout(200)
    assert stage.posted == []
    close(page)


def test_the_palette_finds_a_command_and_does_it(chromium: Browser, stage: Stage) -> None:
    stage.answers, stage.posted = [RECORDED], []
    page = open_page(chromium, stage, "cockpit")
    page.keyboard.press("Control+k")
    page.keyboard.type("blank")
    assert page.locator("#palette [role=option]").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_selector(".said[data-said='recorded']")
    assert len(stage.posted) == 1 and not page.locator("#palette").is_visible()
    close(page)


def test_the_theme_is_kept_on_the_device(chromium: Browser, stage: Stage) -> None:
    page = open_page(chromium, stage, "cockpit")
    page.click("button[aria-label='Light, dark or high contrast']")
    page.click("button[data-theme-choice='dark']")
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(11, 16, 32)"
    close(page)


def test_pages_work_without_script(chromium: Browser, stage: Stage) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    stage.answers, stage.posted = [(200, {}, 0.0)], []
    page.goto(f"{stage.url}/cockpit")
    page.click("button:has-text('Next')")
    assert page.url.endswith("/speakers/next") and len(stage.posted) == 1
    close(page)


def test_htmx_wears_the_configuration_of_the_page(chromium: Browser, stage: Stage) -> None:
    page = open_page(chromium, stage, "phone")
    config = page.evaluate("({...htmx.config})")
    assert (config["includeIndicatorCSS"], config["history"], config["mode"]) == (False, False, "same-origin")
    assert config["morphIgnore"] == ["data-htmx-powered", "open"]
    assert page.evaluate("document.adoptedStyleSheets.length") == 0
    close(page)
