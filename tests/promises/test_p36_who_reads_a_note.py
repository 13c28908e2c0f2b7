"""P-36: before a note is sent its form says who can read it, to the eye and to those who hear the page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from app.screens.correspondence import DAIS
from tests.passing import Passing
from tests.served import Served
from tests.web.walk import Noticed, open_page, signed_in

RULES: tuple[tuple[dict[str, Any], str], ...] = (
    ({"readers": "recipients"}, "Only those it is for can read it."),
    ({"readers": "dais_if_reported"}, "and the dais if one of them reports it."),
    ({"readers": "dais_always"}, "the dais reads every note here."),
    ({"readers": "recipients", "under_18": True}, "and the dais can read it: delegates here are under 18."),
)


@pytest.fixture(scope="module")
def passing(served: Served) -> Passing:
    """Notes are on, and one thread waits for an answer."""
    found = Passing(served)
    found.begin_anew()
    found.send(found.other, found.one, "Shall we talk?")
    return found


def unfolded(page: Page) -> None:
    """Everything that can be written in is in sight."""
    page.evaluate("for (const one of document.querySelectorAll('#new-note, details.thread')) one.open = true")


@pytest.mark.browser
def test_p36_the_form_of_a_note_and_of_an_answer_says_who_reads_it(
    passing: Passing, chromium: Browser
) -> None:
    served, noticed = passing.served, Noticed()
    with signed_in(chromium, served, "delegate", noticed, viewport={"width": 360, "height": 640}) as context:
        page = context.new_page()
        open_page(page, served, f"{served.here}/notes")
        unfolded(page)
        for rules, sentence in RULES:
            passing.rules(**{"under_18": False, **rules})
            fields = page.get_by_role("textbox", name=sentence)
            expect(fields).to_have_count(2)  # pushed to the open page: a new note, and an answer
            for label in page.locator("label .readers").all():
                expect(label).to_be_visible()
                expect(label).to_contain_text(sentence)
    assert noticed.bad() == {}


@pytest.mark.browser
def test_p36_a_note_is_written_read_and_answered_live_and_what_is_typed_stays(
    passing: Passing, chromium: Browser
) -> None:
    passing.begin_anew()
    served, noticed = passing.served, Noticed()
    with (
        signed_in(chromium, served, "delegate", noticed, viewport={"width": 360, "height": 640}) as one,
        signed_in(chromium, served, "chair", noticed) as chair,
    ):
        mine, dais = one.new_page(), chair.new_page()
        open_page(mine, served, f"{served.here}/notes")
        open_page(dais, served, f"{served.here}/notes")
        expect(mine.locator("#new-note")).to_have_attribute("open", "")
        mine.get_by_role("checkbox", name="The dais").check()
        mine.locator("#note-text").fill("May we have five minutes more?")
        mine.get_by_role("button", name="Send").first.click()
        thread = mine.locator("details.thread")
        expect(thread).to_have_count(1)
        expect(mine.locator("#note-text")).to_have_value("")

        theirs = dais.locator("details.thread")
        expect(theirs).to_have_attribute("data-unread", "")
        theirs.locator("summary").click()
        expect(theirs.locator(".said-so")).to_have_text("May we have five minutes more?")
        expect(theirs.locator("summary .count")).to_have_count(0)  # to open it is to read it

        mine.locator("#note-text").fill("half a sen")
        mine.locator("#note-text").focus()
        theirs.locator("textarea").fill("Three.")
        theirs.get_by_role("button", name="Send the answer").click()
        expect(mine.locator(".tabbar .count")).to_contain_text("1")
        expect(mine.locator("#note-text")).to_have_value("half a sen")
        expect(mine.locator("#note-text")).to_be_focused()
        passing.send(passing.one, DAIS, "from another device")
        expect(thread).to_have_count(2)
    assert noticed.bad() == {}
