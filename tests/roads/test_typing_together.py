"""Two delegations type in one clause: through cut links and a killed server, each word is there once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.roads.people import LAPTOP, Delegate
from tests.roads.process import Placard

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
POST = """async ([path, fields]) => {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (one) => one.toString(16)).join('');
  const body = JSON.stringify({ command_id: id, ...fields });
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  const answer = await fetch(path, { method: 'POST', body, headers });
  return [answer.status, await answer.text()];
}"""
PATIENCE = 60_000
"""Milliseconds: a guard against a hang, not a figure."""


class Writer(Delegate):
    """A delegate with a laptop who writes a working paper."""

    size = LAPTOP

    @property
    def here(self) -> str:
        """The path of the committee."""
        found = re.search(r"/committees/\d+", self.page.url)
        assert found, self.page.url
        return found.group()

    def posts(self, path: str, **fields: Any) -> None:
        """Send an act, or an edit of the text, that must be in order."""
        status, text = self.page.evaluate(POST, [f"{self.here}{path}", fields])
        assert status == 200, text

    def opens_paper(self) -> None:
        """The paper's page, with its link for typing."""
        self.page.goto(f"{self.placard.base}{self.here}/papers/WP-1")
        self.all_kept()

    def all_kept(self) -> None:
        """Wait until the server has every word."""
        line = self.page.locator("[data-typing-state]")
        expect(line).to_have_attribute("data-typing-state", "kept", timeout=PATIENCE)

    def clause(self) -> Locator:
        """The words of the first operative clause, its form open."""
        clause = self.page.locator("details.edit-clause[id^=clause-]").last
        if clause.get_attribute("open") is None:
            clause.locator("summary").first.click()
        return clause.locator("[data-shared$=' text']")


def two_writers(chromium: Browser, placard: Placard, text: str = "states to act") -> tuple[Writer, Writer]:
    """Spain and Uganda sponsor one paper with one clause, each at its page."""
    spain, uganda = (Writer(chromium, placard, key) for key in ("spain", "uganda"))
    spain.posts("/papers", title="Water")
    spain.posts("/papers/WP-1/readers", reader="uganda")
    uganda.posts("/papers/WP-1/sponsors")
    spain.posts("/papers/WP-1/text", version=0, edit="add", kind="operative", opening="Urges", text=text)
    for writer in (spain, uganda):
        writer.opens_paper()
    return spain, uganda


@pytest.mark.long
def test_four_hundred_words_of_two_people_are_there_once(
    chromium: Browser, open_placard: Callable[..., Placard]
) -> None:
    placard = open_placard()
    spain, uganda = two_writers(chromium, placard)
    for writer in (spain, uganda):
        writer.clause().click()
    spain.page.keyboard.press("Home")
    uganda.page.keyboard.press("End")
    for number in range(200):
        if number in (30, 97):
            spain.context.set_offline(number == 30)
        if number in (70, 137):
            uganda.context.set_offline(number == 70)
        if number == 110:
            placard.kill()
        if number == 125:
            placard.start()
        # one word in four key by key, the others as a keyboard that guesses words gives them
        write = "type" if number % 4 == 0 else "insert_text"
        getattr(spain.page.keyboard, write)(f"s{number:03} ")
        getattr(uganda.page.keyboard, write)(f" u{number:03}")
    for writer in (spain, uganda):
        writer.all_kept()
    one, other = (writer.clause().input_value() for writer in (spain, uganda))
    assert one == other
    wanted = sorted(f"{who}{number:03}" for who in "su" for number in range(200))
    assert sorted(re.findall(r"[su]\d{3}", one)) == wanted, "all 400 once"
    above = [f"s{number:03}" for number in range(200)]
    below = [f"u{number:03}" for number in range(200)]
    assert one.split() == [*above, "states", "to", "act", *below], "neither caret was moved by the other"
    spain.page.reload()
    spain.all_kept()
    assert spain.clause().input_value() == one
    assert spain.faults == uganda.faults == []


LETTERS = """field => {
  const around = () => {
    const { value, selectionStart: at, selectionEnd: end } = field;
    const before = value.slice(Math.max(0, at - 6), at);
    window.around.add(`${before}[${value.slice(at, end)}]${value.slice(end, end + 6)}`);
    requestAnimationFrame(around);
  };
  window.around = new Set();
  around();
}"""
"""Notes, picture by picture, between which letters the caret of a field stands."""


@pytest.mark.long
def test_a_caret_stays_between_its_letters_while_another_types_above_it(
    chromium: Browser, open_placard: Callable[..., Placard]
) -> None:
    spain, uganda = two_writers(chromium, open_placard(), "states to act in time")
    field = uganda.clause()
    field.click()
    field.evaluate("field => field.setSelectionRange(10, 13)")
    field.evaluate(LETTERS)
    spain.clause().click()
    spain.page.keyboard.press("Home")
    for number in range(50):
        spain.page.keyboard.insert_text(f"s{number:03} ")
        if number in (15, 30):
            uganda.context.set_offline(number == 15)
    spain.all_kept()
    expect(field).to_have_value(spain.clause().input_value(), timeout=PATIENCE)
    assert uganda.page.evaluate("[...window.around]") == ["es to [act] in ti"], "nor while the link was cut"
    assert field.evaluate("field => field.selectionStart") == 10 + 50 * len("s000 ")
    uganda.page.keyboard.insert_text("act now")
    uganda.all_kept()
    assert field.input_value().endswith("s049 states to act now in time")
