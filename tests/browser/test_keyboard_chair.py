"""K2: a chair runs a meeting by keyboard alone, from the roll call to an adopted draft and its export."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.afternoon import Afternoon
from tests.browser.hand import Hand
from tests.served import Served

pytestmark = [pytest.mark.browser, pytest.mark.long]
HANG_MS = 30_000


@pytest.fixture
def hand(chromium: Browser, served: Served) -> Iterator[Hand]:
    """The chair at a laptop, with the keyboard alone."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.set_default_timeout(HANG_MS)
    found = Hand(page)
    page.goto(served.base)
    page.locator("#code").focus()
    found.type(served.code("chair", "dais-1"))
    found.press("Enter")
    page.wait_for_url("**/chair")
    page.wait_for_selector("html[data-link=live]")
    yield found
    context.close()


def calls_the_roll(hand: Hand, served: Served) -> None:
    """Every delegation answers in its turn; the last is away."""
    hand.act("Enter")
    name = hand.page.locator("#now-name")
    keys = [entry.short_name for entry in served.house.directory(served.committee).entries.values()]
    for place in range(len(keys)):
        called = hand.page.locator("#answer-roll")
        expect(called.or_(hand.page.get_by_text("Everybody has been called"))).to_be_visible()
        before = name.inner_text()
        hand.act("3" if place == len(keys) - 1 else "1")
        expect(name).not_to_have_text(before)
    expect(name).to_have_text("Everybody has been called")
    hand.act("Enter")
    expect(hand.page.locator("#answer-roll")).to_have_count(0)
    expect(hand.page.locator("[id^=now-open-]").first).to_be_visible()


def placards(hand: Hand, yes: int) -> None:
    """The top motion is put; so many placards are for it, the rest against."""
    hand.press("g", "o")
    waive, vote = hand.page.locator("[id^=waive-]").first, hand.page.locator("#motions [id^=vote-]").first
    expect(waive.or_(vote).first).to_be_visible()
    if waive.is_visible():
        hand.do(waive, "#motions .ladder")
        expect(vote).to_be_visible()
    hand.act("v")
    hand.reach(hand.page.locator("#count-yes"))
    hand.press("Control+a")
    hand.type(str(yes))
    hand.reach(hand.page.locator("[data-rest]"), "")
    hand.press("Enter")
    hand.do(hand.page.get_by_role("button", name="Declare"), "")
    announces(hand)


def announces(hand: Hand) -> None:
    """The result is counted; the chair announces it, with a second press where the first one warns."""
    expect(hand.page.locator('[data-key="a"]:visible').first).to_be_visible()
    hand.page.locator("#main").evaluate("one => one.focus()")
    gone = hand.page.locator('[data-key="a"]')
    if hand.page.locator("details.look").count():
        hand.press("a")
        expect(hand.page.get_by_role("button", name="Announce all the same")).to_be_visible()
    hand.act("a")
    expect(gone).to_have_count(0)


def a_paper_comes(meeting: Afternoon) -> None:
    """Delegations write a paper on their own devices, sign it and hand it in."""
    meeting.seat(0, "/papers", title="Reintegration")
    for place in range(1, 6):
        meeting.seat(0, "/papers/WP-1/readers", reader=meeting.seats[place])
    meeting.seat(1, "/papers/WP-1/sponsors")
    for place in (2, 3, 4, 5):
        meeting.seat(place, "/papers/WP-1/signatories")
    meeting.text(0, version=0, edit="add", kind="operative", opening="Requests", text="a report every year")
    meeting.seat(0, "/papers/WP-1/submission")


def test_k2_a_meeting_by_keyboard_alone(hand: Hand, served: Served) -> None:
    page, meeting = hand.page, Afternoon(served)
    calls_the_roll(hand, served)
    floor = served.room().floor
    assert len(floor.attendance.statuses) == len(served.house.directory(served.committee).entries)
    hand.do(page.locator("[id^=now-open-]").first)
    expect(page.locator("#add")).to_be_visible()

    names = served.house.names(served.committee)
    five = [names[key] for key in served.members()[:5]]
    hand.press("/")
    for place, name in enumerate(five, 1):
        hand.type(name)
        hand.act("Enter")
        expect(page.locator("#speakers ol > li")).to_have_count(place)
        expect(page.locator("#add")).to_have_value("")
    page.locator("#main").evaluate("one => one.focus()")
    for name in five[:2]:
        hand.act("n")
        expect(page.locator("#now-name")).to_have_text(name)
    hand.act("Shift+ArrowUp")
    hand.act("Space")
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    hand.act("e")
    expect(page.locator("#now-name")).not_to_have_text(five[1])

    hand.press("m")
    hand.type(f"mod 10 60 water by {five[2]}")
    hand.act("Enter")
    expect(page.locator("#motions .ladder h3")).to_contain_text("Moderated caucus")
    page.locator("#main").evaluate("one => one.focus()")
    placards(hand, 25)
    expect(page.locator("section.caucus")).to_be_visible()
    hand.do(page.locator("#end-caucus"))
    expect(page.locator("section.caucus")).to_have_count(0)

    a_paper_comes(meeting)
    hand.press("g", "d")
    hand.do(page.locator("#approve-WP-1"), "#papers")
    expect(page.locator("#approve-WP-1")).to_have_count(0)
    meeting.seat(0, "/motions", kind="introduce_draft", paper="WP-1")
    placards(hand, 29)
    meeting.seat(1, "/motions", kind="close_debate")
    placards(hand, 29)

    hand.do(page.locator("#put-roll_call"))
    answers = iter(["4", "Shift+1", "2", "3"])
    while (called := meeting.called()) is not None:
        expect(page.locator("#now-name")).to_have_text(names[called[0]])
        hand.act(next(answers, "1"))
        expect(page.locator("#now-name")).not_to_have_text(names[called[0]])
    hand.act("Enter")
    announces(hand)
    paper = served.room().floor.papers.get("WP-1")
    assert paper is not None and paper.stage == "adopted"

    hand.act("b")
    expect(page.locator(".wallnote")).to_have_text("The display is blank.")
    hand.act("b")
    expect(page.locator(".wallnote")).not_to_have_text("The display is blank.")
    with page.context.expect_page() as opened:
        hand.press("g", "m")
    minutes = Hand(opened.value)
    expect(minutes.page.get_by_role("heading", level=1)).to_be_visible()
    link = minutes.page.locator("a[href*='minutes.csv']").first
    with minutes.page.expect_download() as download:
        minutes.reach(link, ".minutes-grid aside")
        minutes.press("Enter")
    assert "adopted" in download.value.path().read_text("utf-8").lower()
    assert hand.faults == minutes.faults == [], hand.table()
