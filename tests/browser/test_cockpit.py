"""The cockpit in a real Chromium: accessibility, and what the chair types and presses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from jinja2 import ChoiceLoader, DictLoader
from markupsafe import Markup
from playwright.sync_api import Browser, Page, expect

from tests.browser.stage import AXE, AXE_FINDS, PAGES, RULES, Stage, close, open_page
from tests.screens.cockpit_pages import cockpit
from tests.screens.cockpit_scenes import SCENES, scene

DONE = (200, {"recorded": 41, "at": 1_790_000_000_000, "sentence": "Entered."}, 0.0)
BUSY = ("motions", "moderated", "placard_vote", "roll_vote", "amended")
STATES = [
    pytest.param(name, marks=[pytest.mark.long] if place % 8 else []) for place, name in enumerate(SCENES)
]
"""An eighth of the states for the fast run; the long run takes all."""
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def committee(stage: Stage) -> Iterator[Stage]:
    """The stage with a page for each state of the sample committee."""
    loader = stage.templates.loader
    assert loader is not None
    stage.templates.loader = ChoiceLoader([DictLoader({"whole.html": "{{ whole }}"}), loader])
    played = {f"chair-{name}": ("whole.html", {"whole": Markup(cockpit(scene(name)))}) for name in SCENES}
    PAGES.update(cast(Any, played))
    yield stage
    for name in played:
        del PAGES[name]


def opened(
    browser: Browser, stage: Stage, name: str, width: int = 1366, height: int = 768, **more: Any
) -> Page:
    """The chair's page of a state."""
    return open_page(browser, stage, f"chair-{name}", width, height, **more)


def sent(stage: Stage) -> dict[str, list[str]]:
    """What the last press sent, without its id."""
    fields = dict(stage.posted[-1])
    assert fields.pop("command_id")
    return fields


@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_in_any_state(chromium: Browser, committee: Stage, name: str) -> None:
    page = opened(chromium, committee, name, bypass_csp=True, reduced_motion="reduce")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate(
        "delete document.querySelector('[data-cockpit]').dataset.panel"
    )  # every panel, as without script
    page.add_script_tag(path=AXE)
    found = page.evaluate(AXE_FINDS, RULES)
    close(page)
    told = [(one["id"], [node["html"][:160] for node in one["nodes"]][:3]) for one in found["violations"]]
    assert told == []


@pytest.mark.parametrize("theme", ["dark", "contrast"])
@pytest.mark.parametrize("name", BUSY)
def test_axe_finds_nothing_in_the_other_themes(
    chromium: Browser, committee: Stage, name: str, theme: str
) -> None:
    page = opened(chromium, committee, name, bypass_csp=True, reduced_motion="reduce")
    page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
    page.add_script_tag(path=AXE)
    found = page.evaluate(AXE_FINDS, RULES)
    close(page)
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found["violations"]] == []


def test_without_script_every_panel_is_there(chromium: Browser, committee: Stage) -> None:
    page = opened(chromium, committee, "amended", java_script_enabled=False)
    for panel in ("#speakers", "#motions", "#papers", "#votes"):
        assert page.locator(panel).is_visible()
    close(page)


def test_panels_change_without_a_reload_and_stay_chosen(chromium: Browser, committee: Stage) -> None:
    page = opened(chromium, committee, "amended")
    assert page.locator("#speakers").is_visible() and not page.locator("#papers").is_visible()
    page.keyboard.press("g")
    page.keyboard.press("d")
    assert page.locator("#papers").is_visible() and not page.locator("#speakers").is_visible()
    assert page.locator("#tab-papers").get_attribute("aria-current") == "true"
    page.reload()
    assert page.locator("#papers").is_visible()
    close(page)


def test_a_delegation_is_added_by_a_slash_and_its_first_letters(chromium: Browser, committee: Stage) -> None:
    page = opened(chromium, committee, "debate")
    page.keyboard.press("g")
    page.keyboard.press("d")
    committee.answers.append(DONE)
    page.keyboard.press("/")
    page.keyboard.type("viet")
    page.keyboard.press("Enter")
    expect(page.locator("#add")).to_have_value("")
    assert sent(committee) == {"seat": ["vietnam"]}
    close(page)


def test_a_time_that_its_speeches_do_not_fill_is_mended_in_one_press(
    chromium: Browser, committee: Stage
) -> None:
    page = opened(chromium, committee, "motions")
    page.keyboard.press("m")
    page.keyboard.type("mod 10 45 notice")
    fits = page.locator("#motion-form [data-fits] button")
    expect(fits).to_have_text(["9:45, 13 speeches", "10:30, 14 speeches"])
    fits.last.click()
    expect(page.locator("#motion-total")).to_have_value("10:30")
    expect(fits).to_have_count(0)
    close(page)


def test_a_draft_is_no_choice_for_a_motion_that_takes_none_of_it(chromium: Browser, committee: Stage) -> None:
    page = opened(chromium, committee, "submitted")
    page.keyboard.press("m")
    page.locator("#motion-kind").select_option("suspend_rules")
    assert page.locator("#motion-rule").is_visible() and not page.locator("#motion-paper").is_visible()
    assert page.locator("#motion-rule option:not([disabled])").count() > 20
    page.locator("#motion-kind").select_option("introduce_draft")
    assert not page.locator("#motion-rule").is_visible()
    close(page)


def test_a_yield_takes_two_presses_and_a_point_has_a_key(chromium: Browser, committee: Stage) -> None:
    page = opened(chromium, committee, "debate")
    page.keyboard.press("o")
    expect(page.locator("#point-kind")).to_be_focused()
    page.keyboard.press("Escape")
    page.locator("#now-name").click()
    committee.answers.append(DONE)
    page.keyboard.press("y")
    page.locator("#yield-chair").click()
    expect(page.locator("#yield-chair")).to_be_hidden()
    assert sent(committee) == {"to": ["chair"]}
    close(page)


def test_a_motion_is_entered_in_one_line(chromium: Browser, committee: Stage) -> None:
    page = opened(chromium, committee, "motions")
    committee.answers.append(DONE)
    page.keyboard.press("m")
    page.keyboard.type("mod 9:45 30 notice before flights by ghana")
    assert page.locator("#motion-topic").input_value() == "notice before flights"
    assert not page.locator("#motion-paper").is_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#motion-line")).to_be_hidden()
    told = {name: values[0] for name, values in sent(committee).items() if values[0]}
    assert told.pop("topic_number", "0") == "0"
    assert told == {
        "kind": "moderated_caucus",
        "seat": "ghana",
        "total_seconds": "585",
        "speech_seconds": "30",
        "topic": "notice before flights",
    }
    close(page)


def test_the_line_tells_by_how_many_a_ruling_is_overruled(chromium: Browser, committee: Stage) -> None:
    page = opened(chromium, committee, "appeal_put")
    page.fill("#count-yes", "10")
    page.fill("#count-no", "19")
    assert (
        page.locator("[data-verdict]").inner_text().startswith("The ruling stands: 19 against it, 20 needed")
    )
    page.fill("#count-no", "21")
    assert (
        page.locator("[data-verdict]").inner_text().startswith("The ruling is overruled: 21 against it, 21")
    )
    close(page)


def test_placards_are_counted_and_the_line_tells_what_carries(chromium: Browser, committee: Stage) -> None:
    page = opened(chromium, committee, "placard_vote")
    committee.answers.append(DONE)
    page.fill("#count-yes", "15")
    page.click("[data-step='1'][data-for='count-yes']")
    page.click("text=The rest are against")
    assert page.locator("[data-verdict]").inner_text() == "Carries: 16 for, 16 needed."
    page.click("[data-step='-1'][data-for='count-yes']")
    assert (
        "Does not carry: 15 for, 16 needed. 1 of 31 not counted."
        in page.locator("[data-verdict]").inner_text()
    )
    page.click("text=Declare")
    page.wait_for_selector("#main [data-said='recorded']")
    assert sent(committee) == {"yes": ["15"], "no": ["15"]}
    close(page)


def test_the_roll_is_answered_by_keys_with_rights_by_shift(chromium: Browser, committee: Stage) -> None:
    page = opened(chromium, committee, "roll_vote")
    assert page.locator("#votes .callgrid").is_visible()
    called = page.locator("#now-name").inner_text()
    for key, wanted in (
        ("2", {"choice": ["no"]}),
        ("Shift+Digit1", {"choice": ["yes"], "with_rights": ["true"]}),
    ):
        committee.answers.append(DONE)
        before = len(committee.posted)
        page.keyboard.press(key)
        expect(page.locator("[data-said='recorded']").last).to_contain_text("Entered.")
        assert len(committee.posted) == before + 1
        assert sent(committee) == {"seat": [called.lower()], **wanted}
    close(page)


def test_a_move_in_the_list_says_which_list_it_saw(chromium: Browser, committee: Stage) -> None:
    page = opened(chromium, committee, "debate")
    committee.answers.append(DONE)
    page.get_by_label("Move Cuba up").click()
    expect(page.locator("[data-said='recorded']").last).to_contain_text("Entered.")
    order = ["china", "costa-rica", "cuba", "ecuador"]
    assert sent(committee) == {"seat": ["cuba"], "order": order, "place": ["2"]}
    close(page)


def test_a_refusal_stands_beside_its_form_and_the_chair_may_insist(
    chromium: Browser, committee: Stage
) -> None:
    page = opened(chromium, committee, "motions")
    refusal = {"sentence": "A caucus lasts 20 minutes at most.", "field": "total_seconds", "may_insist": True}
    committee.answers += [(422, {"refused": [refusal]}, 0.0), DONE]
    page.keyboard.press("m")
    page.keyboard.type("mod 30 60 flights by ghana")
    page.keyboard.press("Enter")
    page.wait_for_selector("#motion-total-error:visible")
    page.fill("#insist-motion-form", "the committee asked for it")
    page.click("text=Insist, with a reason")
    expect(page.locator("#motion-line")).to_be_hidden()
    assert sent(committee)["insist"] == ["the committee asked for it"]
    assert sent(committee)["total_seconds"] == ["1800"]
    close(page)
