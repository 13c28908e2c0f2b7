"""K3: a delegate takes part by keyboard alone: from the code of the card to a note that is reported."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.afternoon import Afternoon
from tests.browser.hand import Hand
from tests.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.long]
HANG_MS = 30_000
OWN, OTHER = 1, 0
"""Places on the roll: the delegation with the keyboard, and another one that acts from elsewhere."""


@pytest.fixture
def debating(served: Served) -> Afternoon:
    """The committee debates, notes are passed, and another delegation has shared a paper of its own."""
    meeting = Afternoon(served)
    meeting.opens()
    meeting.chair("/notes/switch", on=True)
    meeting.seat(OTHER, "/papers", title="Notice before flights")
    meeting.text(
        OTHER, version=0, edit="add", kind="operative", opening="Requests", text="ten days of notice"
    )
    for place in range(1, 6):
        meeting.seat(OTHER, "/papers/WP-1/readers", reader=meeting.seats[place])
    for place in (2, 3, 4, 5):
        meeting.seat(place, "/papers/WP-1/signatories" if place > 2 else "/papers/WP-1/sponsors")
    note = {"to": meeting.seats[OWN], "text": "Sign, or else"}
    answer = served.act("delegate", "/notes/threads", meeting.seats[OTHER], **note)
    assert answer.status_code == 200, answer.text
    return meeting


@pytest.fixture
def hand(chromium: Browser, served: Served, debating: Afternoon) -> Iterator[Hand]:
    """A delegate who joins with the code of the card, and a keyboard alone."""
    context = chromium.new_context(viewport={"width": 1024, "height": 768})
    page = context.new_page()
    page.set_default_timeout(HANG_MS)
    found = Hand(page)
    page.goto(served.base)
    found.reach(page.locator("#code"))
    found.type(served.code("delegate", debating.seats[OWN]))
    found.press("Enter")
    page.wait_for_url("**/seat")
    page.wait_for_selector("html[data-link=live]")
    yield found
    context.close()


def goes_to(hand: Hand, name: str) -> None:
    """To another section, by the bar of sections."""
    link = hand.page.locator(".tabbar a").filter(has_text=name)
    hand.reach(link, ".tabbar")
    with hand.page.expect_navigation():
        hand.press("Enter")
    hand.page.wait_for_selector("html[data-link=live]")


def unfolds(hand: Hand, details: str, landmark: str = "") -> None:
    """Open a folded part, and the focus is on its head."""
    hand.reach(hand.page.locator(f"{details} > summary"), landmark or details)
    hand.press("Enter")
    expect(hand.page.locator(details)).to_have_attribute("open", "")


def test_k3_a_delegate_by_keyboard_alone(hand: Hand, served: Served, debating: Afternoon) -> None:
    page = hand.page
    hand.do(page.locator("#speak"))
    expect(page.locator("#leave")).to_be_visible()
    assert debating.seats[OWN] in served.room().floor.speeches.general.queue

    goes_to(hand, "Papers")
    hand.reach(page.locator("#title"), "#start-paper")
    hand.type("Legal aid at the arrival")
    hand.act("Enter")
    page.goto(f"{served.base}{served.here}/papers/WP-2")
    unfolds(hand, "#add-operative")
    hand.press("Tab")
    hand.type("Requests")
    hand.press("Tab")
    hand.type("legal aid at every arrival")
    hand.do(page.locator("#form-add-operative button[type=submit]"), "")
    expect(page.locator(".edit-clause[id^=clause-]").first).to_contain_text("legal aid at every arrival")
    unfolds(hand, "#share")
    hand.reach(page.locator("#share-with"), "#share-form")
    hand.do(page.locator("#share-paper"), "#share-form")
    expect(page.locator(".strip .chip")).to_have_count(2)

    page.goto(f"{served.base}{served.here}/papers/WP-1")
    hand.do(page.locator("#sign"), ".paper-side")
    expect(page.locator("#leave")).to_be_visible()
    debating.seat(OTHER, "/papers/WP-1/submission")
    debating.chair("/papers/WP-1/approval")
    moved = debating.seat(OTHER, "/motions", kind="introduce_draft", paper="WP-1")
    debating.by_placards("motion", str(moved))

    page.goto(f"{served.base}{served.here}/papers/WP-1")
    unfolds(hand, "#amend")
    clause = "#amend details.edit-clause"
    unfolds(hand, clause)
    hand.reach(page.locator(f"{clause} textarea").first, clause)
    hand.press("Control+a")
    hand.type("twenty days of notice")
    hand.do(page.get_by_role("button", name="Move this change").first, "")
    expect(page.locator("#amendment-A1")).to_be_visible()

    number = debating.seat(OTHER, "/motions", kind="unmoderated_caucus", total_seconds=300)
    vote = debating.chair("/votes", about="motion", subject=str(number), mode="devices")
    yes = page.locator(f"#ballot-form-{vote} button[value=yes]")
    expect(yes).to_be_visible()
    expect(page.locator(f"#vote-{vote}-title")).to_be_focused()
    expect(page.locator("[data-sheet]:not([data-arming])").first).to_be_visible()
    hand.reach(yes, "")
    page.wait_for_timeout(600)  # a sheet takes no press before it has been seen
    hand.act("Enter")
    expect(page.locator(".receipt").first).to_contain_text("recorded")
    debating.chair(f"/votes/{vote}/closure")
    debating.chair(f"/votes/{vote}/result")
    expect(page.locator("[data-sheet]")).to_have_count(0)

    goes_to(hand, "Notes")
    unfolds(hand, "details.thread")
    report = "details.thread details.more[id^=report-]"
    unfolds(hand, report)
    hand.do(page.locator(f"{report} button[type=submit]"), report)
    expect(page.locator("main")).to_contain_text("You reported this note.")
    assert hand.faults == [], hand.table()
