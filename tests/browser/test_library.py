"""The library and the own notes in Chromium: quoting, saving, and the bar that comes and goes by itself."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.shelf import add, press
from tests.web.walk import Noticed, signed_in

pytestmark = pytest.mark.browser
TITLE = "Flights resume"
TEXT = f"{TITLE}\n\nThe first flight landed on Tuesday.\n\nA nurse counted forty wombats at the gate."
WAIT_MS = 30_000
SELECT = """() => {
  const words = document.querySelector('#p-1 .says').firstChild, range = document.createRange();
  const at = words.data.indexOf('forty wombats');
  range.setStart(words, at);
  range.setEnd(words, at + 'forty wombats'.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture(scope="module")
def item(served: Served) -> int:
    """An item in the library of a committee in debate."""
    Afternoon(served).opens()
    answer = add(served, "chair", text=TEXT, source="Example Herald")
    return int(answer.headers["location"].rpartition("-")[2])


@pytest.fixture
def phone(served: Served, chromium: Browser) -> Iterator[Page]:
    """The phone of the first delegation."""
    noticed = Noticed()
    with signed_in(chromium, served, "delegate", noticed, viewport={"width": 360, "height": 640}) as context:
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        yield page
    assert noticed.bad() == {}


def test_marked_words_and_whole_paragraphs_go_into_the_speech_note(
    served: Served, item: int, phone: Page
) -> None:
    phone.goto(f"{served.base}{served.here}/library/item-{item}")
    phone.locator("#p-0").click()
    expect(phone.locator("[data-quoted]")).to_have_text("Paragraph 1, whole")
    phone.locator("#quote-speech").click()
    expect(phone.locator(".quotebar [data-said]")).to_contain_text("speech note", timeout=WAIT_MS)
    phone.evaluate(SELECT)
    expect(phone.locator("[data-quoted]")).to_have_text("“forty wombats”")
    phone.locator("#quote-speech").click()
    expect(phone.locator(".quotebar [data-said]")).to_contain_text("speech note", timeout=WAIT_MS)
    phone.goto(f"{served.base}{served.here}/seat")
    note = phone.locator("#speech-note .speech-note")
    expect(note).to_contain_text("“forty wombats” (Flights resume, Example Herald)", timeout=WAIT_MS)
    expect(note).to_contain_text("The first flight landed on Tuesday.")


def test_notes_are_saved_again_and_again_on_one_page(served: Served, item: int, phone: Page) -> None:
    phone.goto(f"{served.base}{served.here}/profiles/{served.members()[0]}")
    for words in ("Ask Chile", "Ask Chile and Peru"):
        phone.locator("#own-notes").fill(words)
        phone.locator("#save-notes").click()
        expect(phone.locator("#notes-form [data-said='recorded']")).to_be_visible(timeout=WAIT_MS)
        phone.wait_for_function("document.querySelector('#notes-form [data-said]').textContent !== ''")
    phone.reload()
    expect(phone.locator("#own-notes")).to_have_value("Ask Chile and Peru")


def test_the_bar_comes_by_itself_and_goes_once_it_is_read(served: Served, item: int, phone: Page) -> None:
    phone.goto(f"{served.base}{served.here}/papers")
    expect(phone.locator(".link-state")).to_have_attribute("data-state", "live", timeout=WAIT_MS)
    expect(phone.locator(".updatebar")).to_have_count(0)
    assert press(served, f"{item}/sending", "chair", command_id=secrets.token_hex(8)).status_code == 200
    expect(phone.locator(".updatebar a")).to_have_text(TITLE, timeout=WAIT_MS)
    phone.locator(f"#have-read-{item}").click()
    expect(phone.locator(".updatebar")).to_have_count(0, timeout=WAIT_MS)
