"""A resolution is written by keyboard alone: no mouse from the first clause to the last level."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.roads.process import Placard
from tests.roads.test_typing_together import two_writers

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
NO_MOUSE = """for (const kind of ['mousedown', 'pointerdown', 'touchstart'])
  addEventListener(kind, () => { throw new Error('the mouse was used') }, true);"""


def test_clauses_are_added_moved_put_deeper_and_closed_by_keys(
    chromium: Browser, open_placard: Callable[..., Placard]
) -> None:
    spain, uganda = two_writers(chromium, open_placard(), "states to report")
    page, keyboard = spain.page, spain.page.keyboard
    page.evaluate(NO_MOUSE)
    first = page.locator("details.edit-clause[id^=clause-]").first
    first.locator("summary").first.focus()
    keyboard.press("Enter")
    first.locator("[data-shared$=' opening']").focus()
    keyboard.press("Control+Enter")
    fresh = page.locator("[data-shared$=' opening']:focus:not([readonly])")
    expect(fresh).to_have_value("")
    keyboard.type("Requests")
    keyboard.press("Tab")
    keyboard.type("a report every year")
    second = page.locator(".edit-clause[id^=clause-] > summary .says").nth(1)
    expect(second).to_contain_text(re.compile(r"Requests\s+a report every year"))
    assert order(page) == ["Urges states to report", "Requests a report every year"]
    keyboard.press("Alt+ArrowUp")
    expect(page.locator("summary .n").first).to_have_text("1.")
    says = page.locator(".edit-clause[id^=clause-] > summary .says").first
    expect(says).to_contain_text("Requests")
    writing = page.locator("[data-shared$=' text']:focus")
    expect(writing).to_have_value("a report every year")
    keyboard.press("Alt+ArrowDown")
    expect(says).to_contain_text("Urges")
    expect(writing).to_have_value("a report every year")
    keyboard.press("Alt+Shift+ArrowRight")
    expect(page.locator(".edit-clause[data-level='2']")).to_have_count(1)
    expect(writing).to_have_value("a report every year")
    keyboard.press("Alt+Shift+ArrowLeft")
    expect(page.locator(".edit-clause[data-level='2']")).to_have_count(0)
    expect(writing).to_have_value("a report every year")
    keyboard.press("Control+z")
    spain.all_kept()
    keyboard.press("Escape")
    expect(page.locator("summary:focus")).to_have_count(1)
    expect(uganda.page.locator(".edit-clause[id^=clause-]")).to_have_count(2)
    assert spain.faults == uganda.faults == []


def order(page: Page) -> list[str]:
    """The clauses as they stand on the page, without their numbers."""
    shown = page.locator(".edit-clause[id^=clause-] > summary .says").all_inner_texts()
    return [" ".join(one.split()).rstrip(";.") for one in shown]


def test_the_caret_stays_between_its_letters_while_another_types_above(
    chromium: Browser, open_placard: Callable[..., Placard]
) -> None:
    spain, uganda = two_writers(chromium, open_placard(), "states to act on water at once")
    field = spain.clause()
    field.evaluate("field => { field.focus(); field.setSelectionRange(14, 22); }")
    assert selected(spain.page) == "on water"
    other = uganda.clause()
    other.evaluate("field => { field.focus(); field.setSelectionRange(0, 0); }")
    for number in range(20):
        uganda.page.keyboard.insert_text(f"w{number} ")
    uganda.all_kept()
    expect(field).to_have_value(other.input_value())
    assert selected(spain.page) == "on water"
    spain.page.keyboard.press("Control+z")
    assert field.input_value() == other.input_value(), "undo takes back nothing of another's"
    tag = spain.page.locator(".caret b")
    expect(tag).to_have_text("Uganda")


def selected(page: Page) -> str:
    return str(
        page.evaluate(
            "(one => one.value.slice(one.selectionStart, one.selectionEnd))(document.activeElement)"
        )
    )
