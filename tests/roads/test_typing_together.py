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
    assert sorted(re.findall(r"[su]\d{3}", one)) == wanted
    assert re.sub(r"[su]\d{3}", "", one).split() == ["states", "to", "act"]
    spain.page.reload()
    spain.all_kept()
    assert spain.clause().input_value() == one
    assert spain.faults == uganda.faults == []
