"""Every field of a form that acts has a place for its refusal, and a refusal of a choice is said there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.every_screen import Screen, screens
from tests.browser.room import Room
from tests.screens.cockpit_pages import cockpit
from tests.screens.cockpit_scenes import scene

pytestmark = pytest.mark.browser
WITHOUT = """() => [...document.querySelectorAll('form[data-act] :is(input, select, textarea)')]
  .filter((one) => !['hidden', 'checkbox', 'radio'].includes(one.type))
  .filter((one) => !one.form.querySelector(`[id="${one.id}-error"]`)
    || !(one.getAttribute('aria-describedby') ?? '').split(' ').includes(`${one.id}-error`))
  .map((one) => one.outerHTML.slice(0, 120))"""
SENTENCE = "This delegation has no vote on it. Choose another."


@pytest.fixture
def room(chromium: Browser) -> Iterator[Room]:
    made = Room(chromium)
    yield made
    made.close()


@pytest.fixture(scope="module")
def bare(chromium: Browser) -> Iterator[Page]:
    """A page without scripts and files."""
    context = chromium.new_context(java_script_enabled=True)
    page = context.new_page()
    page.route("**/*", lambda route: route.abort())
    yield page
    context.close()


@pytest.mark.parametrize("kind", ["chair", "phone", "record"])
def test_every_field_has_the_place_that_describes_it(bare: Page, kind: str) -> None:
    found: dict[str, list[str]] = {}
    drawn: list[Screen] = [one for one in screens().values() if one.kind == kind and not one.then]
    assert drawn
    for one in drawn:
        bare.set_content(one.drawn(), wait_until="commit")
        if without := bare.evaluate(WITHOUT):
            found[one.name] = without
    assert found == {}


@pytest.mark.parametrize(("fold", "field"), [("correct", "seat"), ("correct", "choice"), ("void", "reason")])
def test_a_refused_choice_is_told_under_it_and_marked(room: Room, fold: str, field: str) -> None:
    page = room.show(f"{cockpit(scene('roll_vote'))}", 1366, 768)

    def refuse(route: Route) -> None:
        route.fulfill(status=422, json={"refused": [{"field": field, "sentence": SENTENCE}]})

    page.route("**/committees/**", refuse)
    form = page.locator(f"#{fold}-form")
    page.locator(f"#{fold} > summary").click()
    form.locator("[name=reason]").fill("It was heard wrongly")
    form.locator("[type=submit]").click()
    refused = form.locator(f"[name={field}]")
    expect(refused).to_have_attribute("aria-invalid", "true")
    expect(refused).to_have_accessible_description(SENTENCE)
    expect(form.locator(f"[id$='-{field}-error']")).to_be_visible()
