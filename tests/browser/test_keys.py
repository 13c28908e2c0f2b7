"""The keys of the chair, as a table: each acts where it belongs, and the list of keys names it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from jinja2 import ChoiceLoader, DictLoader
from markupsafe import Markup
from playwright.sync_api import Browser, Page, expect

from app.procedure.attendance import SetStatus
from app.procedure.roster import delegations
from tests.browser.stage import PAGES, Stage, close, open_page
from tests.procedure.meeting import Meeting
from tests.screens.cockpit_pages import cockpit
from tests.screens.cockpit_scenes import SCENES, scene

pytestmark = pytest.mark.browser
KEYS = (
    ("debate", "Space", "Pause"),
    ("debate", "n", "Next"),
    ("moderated", "c", "Pause"),
    ("debate", "+", "+10 s"),
    ("debate", "-", "−10 s"),
    ("debate", "Shift+ArrowUp", "+1 min"),
    ("debate", "Shift+ArrowDown", "−1 min"),
    ("debate", "/", "Add a delegation"),
    ("debate", "y", "Yield"),
    ("motions", "m", "New motion"),
    ("motions", "v", "Vote"),
    ("roll_vote", "1", "Yes"),
    ("roll_vote", "2", "No"),
    ("roll_vote", "3", "Abstain"),
    ("roll_vote", "4", "Pass"),
    ("roll_vote", "Shift+1", "Yes, with rights"),
    ("roll_vote", "Shift+2", "No, with rights"),
    ("roll_vote", "ArrowLeft", "Correct an answer"),
    ("roll_vote", "ArrowRight", "No answer"),
    ("amended", "p", "Send DR 1.1 to the display"),
    ("debate", "b", "Blank"),
    ("debate", "o", "Point"),
    ("debate", "g r", "Roll"),
    ("debate", "g s", "Speakers"),
    ("debate", "g d", "Papers"),
    ("debate", "g v", "Votes"),
    ("debate", "g o", "Motions"),
    ("debate", "g m", "Minutes"),
    ("debate", "e", "Thank"),
    ("debate", "s", "Score, for the dais alone"),
    ("debate", "k", "Allow notes"),
    ("debate", "w", "Show"),
    ("debate", "u", "Undo"),
    ("debate", "Ctrl+k", "Commands"),
)
"""Screens, key table: a state in which the key acts, the key, and what the list says; no page has more."""
USED = tuple(dict.fromkeys(name for name, _, _ in KEYS))
DONE = (200, {"recorded": 41, "at": 1_790_000_000_000, "sentence": "Entered."}, 0.0)


def being_called() -> Meeting:
    """The roll is called, and one delegation has answered."""
    meeting = SCENES["roll_call"]()
    meeting.do(SetStatus("absent", next(seat.key for seat in delegations(meeting.floor))))
    return meeting


@pytest.fixture(scope="module")
def committee(stage: Stage) -> Iterator[Stage]:
    """The stage with a page for each state of the table."""
    loader = stage.templates.loader
    assert loader is not None
    stage.templates.loader = ChoiceLoader([DictLoader({"whole.html": "{{ whole }}"}), loader])
    shown = {name: scene(name) for name in USED} | {"roll_call": being_called()}
    played = {f"keys-{name}": ("whole.html", {"whole": Markup(cockpit(one))}) for name, one in shown.items()}
    PAGES.update(cast(Any, played))
    yield stage
    for name in played:
        del PAGES[name]


def opened(browser: Browser, stage: Stage, name: str) -> Page:
    return open_page(browser, stage, f"keys-{name}", 1366, 768)


@pytest.mark.parametrize("name", USED)
def test_every_key_of_the_table_is_offered_once_and_listed(
    chromium: Browser, committee: Stage, name: str
) -> None:
    page = opened(chromium, committee, name)
    for key in [key for state, key, _ in KEYS if state == name and key in ("m", "v")]:
        page.keyboard.press("g")
        page.keyboard.press("o")
        assert page.locator(f'[data-key="{key}"]').first.is_visible()
    page.keyboard.press("?")
    rows = {
        row.locator("kbd").inner_text(): row.inner_text().replace("\n", " ")
        for row in page.locator("[data-keys-list] li").all()
    }
    assert set(rows) <= {key for _, key, _ in KEYS}, "a key of the page has no row in the table"
    for state, key, says in KEYS:
        if state == name:
            assert rows.get(key, "").startswith(says), (key, says, rows.get(key))
    close(page)


@pytest.mark.parametrize(
    ("pressed", "seconds"),
    [
        ("+", "10"),
        ("=", "10"),
        ("-", "-10"),
        ("Shift+ArrowUp", "60"),
        ("Shift+ArrowDown", "-60"),
        ("Shift+NumpadAdd", "60"),
        ("Shift+NumpadSubtract", "-60"),
        ("NumpadAdd", "10"),
        ("Shift+Minus", "-60"),
    ],
)
def test_plus_and_minus_change_a_speech_by_ten_seconds_and_with_shift_by_a_minute(
    chromium: Browser, committee: Stage, pressed: str, seconds: str
) -> None:
    page = opened(chromium, committee, "debate")
    committee.posted.clear()
    committee.answers.append(DONE)
    with page.expect_response("**/adjustments"):
        page.keyboard.press(pressed)
    assert committee.posted[-1]["seconds"] == [seconds]
    close(page)


def test_go_to_the_roll_and_along_it(chromium: Browser, committee: Stage) -> None:
    page = opened(chromium, committee, "roll_call")
    for key, row in (("ArrowLeft", "before"), ("ArrowRight", "after")):
        wanted = page.locator(f'[data-row][data-key="{key}"]').get_attribute("href")
        page.keyboard.press(key)
        assert page.evaluate("'#' + document.activeElement.closest('li').id") == wanted, row
        page.keyboard.press("g")
        page.keyboard.press("r")
        expect(page.locator('[data-key="g r"]')).to_be_focused()
    close(page)


def test_p_sends_what_the_focus_is_in_and_does_nothing_while_keys_are_off(
    chromium: Browser, committee: Stage
) -> None:
    page = opened(chromium, committee, "amended")
    page.keyboard.press("g")
    page.keyboard.press("d")
    inside = page.locator("#papers [id^=amendment-]").first
    key = str(inside.get_attribute("id")).removeprefix("amendment-")
    for text in (key, ""):
        committee.posted.clear()
        committee.answers.append(DONE)
        if text:
            inside.locator("button, summary, a").first.focus()
        else:
            page.locator("#main").focus()
        with page.expect_response("**/walls/1"):
            page.keyboard.press("p")
        assert committee.posted[-1]["show"] == ["text"]
        assert (committee.posted[-1]["subject"] == [key]) == bool(text)
    committee.posted.clear()
    page.evaluate("localStorage.setItem('placard.keys', 'off')")
    for where in (inside.locator("button, summary, a").first, page.locator("#main")):
        where.focus()
        page.keyboard.press("p")
    page.keyboard.press("Control+k")
    expect(page.locator("#palette")).to_be_visible()
    assert committee.posted == []
    close(page)
